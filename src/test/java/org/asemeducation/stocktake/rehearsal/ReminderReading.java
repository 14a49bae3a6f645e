package org.asemeducation.stocktake.rehearsal;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

import org.yaml.snakeyaml.Yaml;

/**
 * The rule for reminders read a second time, from its sentences alone: who must be asked
 * and reminded of what in a rehearsal, and when, through moves, extensions and outages.
 * It shares nothing with the application, so that a mistake would have to be made twice.
 */
final class ReminderReading {

	private static final List<Integer> RETURNED_LADDER = List.of(-3, 0, 3);

	/** Nobody answers in a rehearsal: everybody is asked, and asked once more. */
	private static final List<Integer> CONFIRMED_BEFORE = List.of(28, 14);

	private static final int DAYS_TO_REVISE = 10;

	private static final int QUIET_DAYS = 7;

	private final Map<String, Object> scenario;

	private final Map<String, Object> cycle;

	private final ZoneId zone;

	private final Instant request;

	private ReminderReading(Map<String, Object> scenario) {
		this.scenario = scenario;
		this.cycle = map(scenario.get("cycle"));
		this.zone = ZoneId.of(text(this.cycle.get("zone")));
		this.request = at(day(this.cycle.get("request")), LocalTime.of(9, 0), this.zone);
	}

	/**
	 * Reads a scenario.
	 * @param scenario the file
	 * @param plan whose initiatives it plays
	 * @return every line that somebody must be told before and while updates are
	 * gathered: whether they are the contact, requests, returns, moved days and reminders
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
				coordinators.forEach((desk) -> told.addAll(reading.told(id, desk)));
			}
		}
		return told;
	}

	private List<Told> told(String initiative, Desk desk) {
		List<Told> told = new ArrayList<>();
		LocalDate asks = day(this.cycle.get("request"));
		CONFIRMED_BEFORE.forEach((days) -> told.add(new Told(desk.email(), "confirm", initiative, null,
				run(at(asks.minusDays(days), LocalTime.of(9, 0), desk.zone())))));
		told.add(new Told(desk.email(), "request", initiative, null, this.request));
		for (Wait wait : waits(initiative)) {
			if (wait.returned() != null) {
				told.add(new Told(desk.email(), "returned", initiative, null, wait.from()));
			}
			List<Day> own = days(initiative, wait);
			own.stream()
				.skip(1)
				.map((day) -> new Told(desk.email(), "date-moved", initiative, null, day.since()))
				.forEach(told::add);
			told.addAll(rungs((wait.returned() != null) ? "returned-reminder" : "reminder", initiative, wait, desk, own,
					(wait.returned() != null) ? RETURNED_LADDER : numbers(this.cycle.get("reminders"))));
			told.addAll(rungs("freeze-reminder", initiative, wait, desk, freezes(wait),
					numbers(this.cycle.get("freezeReminders"))));
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
		List<Map<String, Object>> events = events((event) -> initiative.equals(event.get("initiative")));
		for (Map<String, Object> event : events) {
			Instant noon = noon(event);
			if (event.containsKey("submit")) {
				waits.add(new Wait(now.from(), noon, now.returned()));
				now = new Wait(Instant.MAX, Instant.MAX, null);
			}
			else if ("returned".equals(event.get("review"))) {
				now = new Wait(noon, Instant.MAX, day(event.get("date")));
			}
		}
		if (now.from().isBefore(Instant.MAX)) {
			waits.add(now);
		}
		return waits;
	}

	/**
	 * The days D that count for an initiative while it waits, each since when: they
	 * change with a move of the deadline or the freeze and with an extension.
	 */
	private List<Day> days(String initiative, Wait wait) {
		return changing(wait, (moment) -> {
			LocalDate freeze = date("freeze", moment);
			LocalDate own = (wait.returned() != null) ? earlier(wait.returned().plusDays(DAYS_TO_REVISE), freeze)
					: date("deadline", moment);
			return extension(initiative, moment).map((to) -> earlier(to, freeze))
				.filter((to) -> to.isAfter(own))
				.orElse(own);
		});
	}

	private List<Day> freezes(Wait wait) {
		return changing(wait, (moment) -> date("freeze", moment));
	}

	private List<Day> changing(Wait wait, Function<Instant, LocalDate> day) {
		List<Day> days = new ArrayList<>();
		days.add(new Day(day.apply(wait.from()), wait.from()));
		events((event) -> event.containsKey("move") || event.containsKey("extend")).stream()
			.map(this::noon)
			.filter((noon) -> noon.isAfter(wait.from()) && noon.isBefore(wait.until()))
			.forEach((noon) -> {
				if (!days.get(days.size() - 1).on().equals(day.apply(noon))) {
					days.add(new Day(day.apply(noon), noon));
				}
			});
		return days;
	}

	/** A date of the cycle as it stands at a moment. */
	private LocalDate date(String name, Instant moment) {
		return events((event) -> name.equals(event.get("move")) && !noon(event).isAfter(moment)).stream()
			.map((event) -> day(event.get("to")))
			.reduce((before, after) -> after)
			.orElseGet(() -> day(this.cycle.get(name)));
	}

	private Optional<LocalDate> extension(String initiative, Instant moment) {
		return events((event) -> initiative.equals(event.get("extend")) && !noon(event).isAfter(moment)).stream()
			.map((event) -> day(event.get("to")))
			.reduce((before, after) -> after);
	}

	/**
	 * The rungs that are told: those whose moment comes after the day has begun to count,
	 * whose day still counts when a run finds them, while the initiative waits and the
	 * gathering lasts; of several that one run finds, the last.
	 */
	private List<Told> rungs(String kind, String initiative, Wait wait, Desk desk, List<Day> days,
			List<Integer> ladder) {
		LocalDate asked = LocalDate.ofInstant(this.request, desk.zone());
		List<Told> told = new ArrayList<>();
		for (int position = 0; position < days.size(); position++) {
			Day day = days.get(position);
			Instant until = (position + 1 < days.size()) ? days.get(position + 1).since() : wait.until();
			Map<Instant, Told> byRun = new HashMap<>();
			for (int rung : ladder.stream().sorted().toList()) {
				LocalDate date = day.on().plusDays(rung);
				Instant due = at(date, LocalTime.of(9, 0), desk.zone());
				Instant run = run(due);
				Instant frozen = at(date("freeze", run).plusDays(1), LocalTime.MIDNIGHT, this.zone);
				boolean early = ChronoUnit.DAYS.between(asked, date) < QUIET_DAYS;
				if (due.isAfter(day.since()) && run.isBefore(until) && run.isBefore(frozen) && !early) {
					byRun.put(run, new Told(desk.email(), kind, initiative, rung, run));
				}
			}
			told.addAll(byRun.values());
		}
		return told;
	}

	/**
	 * When the run comes that finds what is due: the next full hour, or when all runs
	 * again.
	 */
	private Instant run(Instant due) {
		Instant hour = due.truncatedTo(ChronoUnit.HOURS);
		Instant run = hour.equals(due) ? hour : hour.plus(1, ChronoUnit.HOURS);
		for (Map<String, Object> event : events((one) -> one.containsKey("down"))) {
			String[] ends = text(event.get("down")).split("/");
			Instant from = LocalDateTime.parse(ends[0]).atZone(this.zone).toInstant();
			Instant to = LocalDateTime.parse(ends[1]).atZone(this.zone).toInstant();
			if (!run.isBefore(from) && run.isBefore(to)) {
				return to;
			}
		}
		return run;
	}

	private List<Map<String, Object>> events(Predicate<Map<String, Object>> which) {
		return maps(this.scenario.get("events")).stream()
			.filter(which)
			.sorted(Comparator.comparing((event) -> day(event.get("date"))))
			.toList();
	}

	private Instant noon(Map<String, Object> event) {
		return at(day(event.get("date")), LocalTime.NOON, this.zone);
	}

	private static LocalDate earlier(LocalDate one, LocalDate other) {
		return one.isBefore(other) ? one : other;
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
	 * A line of a mail.
	 *
	 * @param rung days from the day that counts; {@code null} where there is none
	 * @param due when it is queued; it leaves within a quarter of an hour
	 */
	record Told(String recipient, String kind, String initiative, Integer rung, Instant due) {

		/** The line without its time, as {@code mails.csv} has it. */
		String line() {
			return "%s %s %s %s".formatted(this.recipient, this.kind, this.initiative,
					(this.rung != null) ? this.rung : "-");
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
	 * A day that counts, and since when.
	 */
	private record Day(LocalDate on, Instant since) {
	}

	/**
	 * Who reads the mails of a party.
	 */
	private record Desk(String email, ZoneId zone) {
	}

}
