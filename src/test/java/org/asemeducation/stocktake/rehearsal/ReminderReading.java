package org.asemeducation.stocktake.rehearsal;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.yaml.snakeyaml.Yaml;

/**
 * The rule for reminders read a second time, from its sentences alone: who must be
 * reminded of what in a rehearsal, and when. It shares nothing with the application, so
 * that a mistake would have to be made twice.
 */
final class ReminderReading {

	private static final List<Integer> RETURNED_LADDER = List.of(-3, 0, 3);

	private static final int DAYS_TO_REVISE = 10;

	private static final int QUIET_DAYS = 7;

	private final Map<String, Object> scenario;

	private final Map<String, Object> cycle;

	private final ZoneId zone;

	private final Instant request;

	private final LocalDate freeze;

	private ReminderReading(Map<String, Object> scenario) {
		this.scenario = scenario;
		this.cycle = map(scenario.get("cycle"));
		this.zone = ZoneId.of(text(this.cycle.get("zone")));
		this.request = at(day(this.cycle.get("request")), LocalTime.of(9, 0), this.zone);
		this.freeze = day(this.cycle.get("freeze"));
	}

	/**
	 * Reads a scenario.
	 * @param scenario the file
	 * @param plan whose initiatives it plays
	 * @return every rung that somebody must be told of
	 */
	static List<Told> of(Path scenario, Path plan) throws IOException {
		ReminderReading reading = new ReminderReading(yaml(scenario));
		List<Told> told = new ArrayList<>();
		for (Map<String, Object> action : maps(yaml(plan).get("actions"))) {
			for (Map<String, Object> initiative : maps(action.get("initiatives"))) {
				List<Desk> coordinators = maps(initiative.get("coordinators")).stream()
					.filter((party) -> "coordinator".equals(party.getOrDefault("role", "coordinator")))
					.map(reading::desk)
					.distinct()
					.toList();
				String id = text(initiative.get("id"));
				reading.waits(id)
					.forEach((wait) -> coordinators.forEach((desk) -> told.addAll(reading.told(id, wait, desk))));
			}
		}
		return told;
	}

	/**
	 * From when until when an initiative waits for its coordinators, and since which
	 * return.
	 */
	private List<Wait> waits(String initiative) {
		List<Wait> waits = new ArrayList<>();
		Wait now = new Wait(this.request, Instant.MAX, null);
		List<Map<String, Object>> events = maps(this.scenario.get("events")).stream()
			.filter((event) -> initiative.equals(event.get("initiative")))
			.sorted(Comparator.comparing((event) -> day(event.get("date"))))
			.toList();
		for (Map<String, Object> event : events) {
			LocalDate day = day(event.get("date"));
			Instant noon = at(day, LocalTime.NOON, this.zone);
			if (event.containsKey("submit")) {
				waits.add(new Wait(now.from(), noon, now.returned()));
				now = new Wait(Instant.MAX, Instant.MAX, null);
			}
			else if ("returned".equals(event.get("review"))) {
				now = new Wait(noon, Instant.MAX, day);
			}
		}
		waits.add(now);
		return waits;
	}

	private List<Told> told(String initiative, Wait wait, Desk desk) {
		Stream<Told> own;
		if (wait.returned() != null) {
			LocalDate revised = wait.returned().plusDays(DAYS_TO_REVISE);
			own = rungs("returned-reminder", initiative, desk, revised.isAfter(this.freeze) ? this.freeze : revised,
					RETURNED_LADDER);
		}
		else {
			own = rungs("reminder", initiative, desk, day(this.cycle.get("deadline")),
					numbers(this.cycle.get("reminders")));
		}
		Stream<Told> ofFreeze = rungs("freeze-reminder", initiative, desk, this.freeze,
				numbers(this.cycle.get("freezeReminders")));
		Instant frozen = at(this.freeze.plusDays(1), LocalTime.MIDNIGHT, this.zone);
		LocalDate asked = LocalDate.ofInstant(this.request, desk.zone());
		return Stream.concat(own, ofFreeze)
			.filter((it) -> it.due().isAfter(wait.from()) && it.due().isBefore(wait.until())
					&& it.due().isBefore(frozen))
			.filter((it) -> ChronoUnit.DAYS.between(asked, LocalDate.ofInstant(it.due(), desk.zone())) >= QUIET_DAYS)
			.toList();
	}

	private static Stream<Told> rungs(String kind, String initiative, Desk desk, LocalDate day, List<Integer> ladder) {
		return ladder.stream()
			.map((rung) -> new Told(desk.email(), kind, initiative, rung,
					at(day.plusDays(rung), LocalTime.of(9, 0), desk.zone())));
	}

	/** Who speaks for a party, as docs/rehearsal.md has it. */
	private Desk desk(Map<String, Object> party) {
		String label = text(Objects.requireNonNullElse(party.get("acronym"), party.get("name")));
		if (label.equals("AES")) {
			return desk(label, map(this.scenario.get("secretariat")));
		}
		return maps(this.scenario.get("contacts")).stream()
			.filter((contact) -> label.equals(contact.get("party")) || party.get("name").equals(contact.get("party")))
			.findFirst()
			.map((contact) -> desk(label, contact))
			.orElseGet(() -> desk(label, Map.of()));
	}

	private Desk desk(String label, Map<String, Object> contact) {
		String invented = label.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "-") + "@example.org";
		return new Desk(text(contact.getOrDefault("email", invented)),
				ZoneId.of(text(contact.getOrDefault("zone", this.zone.getId()))));
	}

	private static Instant at(LocalDate day, LocalTime time, ZoneId zone) {
		return day.atTime(time).atZone(zone).toInstant();
	}

	/** YAML makes midnight in UTC of a date. */
	private static LocalDate day(Object date) {
		return LocalDate.ofInstant(((Date) date).toInstant(), ZoneOffset.UTC);
	}

	private static String text(Object value) {
		return value.toString();
	}

	@SuppressWarnings("unchecked")
	private static List<Integer> numbers(Object list) {
		return (List<Integer>) list;
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> map(Object value) {
		return (Map<String, Object>) value;
	}

	@SuppressWarnings("unchecked")
	private static List<Map<String, Object>> maps(Object list) {
		return (List<Map<String, Object>>) list;
	}

	private static Map<String, Object> yaml(Path file) throws IOException {
		try (Reader text = Files.newBufferedReader(file)) {
			return new Yaml().load(text);
		}
	}

	/**
	 * A line of a reminder.
	 *
	 * @param due when it falls due; it leaves within 75 minutes
	 */
	record Told(String recipient, String kind, String initiative, int rung, Instant due) {

		/** The line without its time, as {@code mails.csv} has it. */
		String line() {
			return "%s %s %s %d".formatted(this.recipient, this.kind, this.initiative, this.rung);
		}

	}

	/**
	 * A time in which an initiative waits for its coordinators.
	 *
	 * @param returned the day its update came back; {@code null} while none has
	 */
	private record Wait(Instant from, Instant until, LocalDate returned) {
	}

	/**
	 * Who reads the mails of a party.
	 */
	private record Desk(String email, ZoneId zone) {
	}

}
