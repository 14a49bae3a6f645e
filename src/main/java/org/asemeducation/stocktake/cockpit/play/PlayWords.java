package org.asemeducation.stocktake.cockpit.play;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.asemeducation.stocktake.cockpit.outlook.ConcernKind;
import org.asemeducation.stocktake.cockpit.outlook.Part;

/**
 * The words of Cockpit's page on paper: what its scripts say there.
 */
final class PlayWords {

	/** Standings put together, so that a chart tells them apart. */
	static final Map<String, List<String>> GROUPS = new java.util.LinkedHashMap<>();

	static {
		GROUPS.put("Accepted", List.of("accepted"));
		GROUPS.put("In review", List.of("in-review"));
		GROUPS.put("With coordinator", List.of("unstaffed", "requested", "draft", "returned"));
		GROUPS.put("Not asked yet", List.of("not-asked"));
		GROUPS.put("No update", List.of("no-update-received", "draft-not-submitted"));
	}

	static final Map<String, String> STANDINGS = Map.of("not-asked", "Not asked yet", "unstaffed", "No coordinator yet",
			"requested", "Asked", "draft", "Draft begun", "returned", "Returned", "in-review", "In review", "accepted",
			"Accepted", "no-update-received", "No update received", "draft-not-submitted", "Draft not submitted");

	static final Map<ConcernKind, String> CONCERNS = Map.of(ConcernKind.BOUNCED, "Mail does not arrive",
			ConcernKind.NO_CONTACT, "Nobody to ask", ConcernKind.RETURNED_TWICE, "Returned twice or more",
			ConcernKind.LONG_IN_REVIEW, "Long in review", ConcernKind.LATE, "Late", ConcernKind.LATE_CHAPTER,
			"Late chapter");

	private static final Map<String, String> DAYS = Map.of("request", "Requests go out", "deadline",
			"Deadline for updates", "freeze", "Freeze: the gathering ends", "reviews", "Reviews are done", "comments",
			"Comments on the draft are in", "papers", "Papers for SOM2 go out");

	private static final Map<String, String> KINDS = Map.of("partner-country", "Partner countries",
			"institutional-partner", "Institutional partners", "country-group", "Groups of countries", "community",
			"Communities", "stakeholder", "Stakeholders", "working-body", "Working bodies", "secretariat",
			"Secretariats", "other", "Others", "", "Nobody yet", "process", "Other processes and bodies");

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.ENGLISH);

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH);

	private PlayWords() {
	}

	static String day(LocalDate day) {
		return DAY.format(day);
	}

	static String moment(Instant at, ZoneId zone) {
		return "%s (%s)".formatted(MOMENT.format(at.atZone(zone)), zone);
	}

	static String calendar(String name) {
		return DAYS.getOrDefault(name, name);
	}

	static String called(Part part) {
		return switch (part.by()) {
			case "objective" -> part.name().isEmpty() ? "Not confirmed" : "Objective " + part.name();
			case "region" -> part.name().isEmpty() ? "No region known" : part.name();
			default -> KINDS.getOrDefault(part.name(), part.name());
		};
	}

	/** How many of a part stand in each group. */
	static List<Integer> numbers(Part part) {
		return GROUPS.values()
			.stream()
			.map((words) -> words.stream().mapToInt((word) -> part.counts().getOrDefault(word, 0)).sum())
			.toList();
	}

	static Stream<String> groups() {
		return GROUPS.keySet().stream();
	}

}
