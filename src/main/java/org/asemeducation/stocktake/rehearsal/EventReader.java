package org.asemeducation.stocktake.rehearsal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

import org.asemeducation.stocktake.cycle.DateName;
import org.asemeducation.stocktake.cycle.MeetingFormat;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.asemeducation.stocktake.plan.InitiativeId;
import org.asemeducation.stocktake.rehearsal.Scenario.Event;
import org.asemeducation.stocktake.update.contribution.ContributionText;

/**
 * Reads what happens in a scenario.
 */
final class EventReader {

	private static final List<String> ACTS = List.of("draft", "submit", "answer", "handOver", "review", "move", "drop",
			"hybrid", "virtual", "extend", "refuses", "mend", "down", "round", "comment", "decide", "position", "adopt",
			"correct", "prolong", "callOff", "contribute");

	private EventReader() {
	}

	static List<Event> events(Node events) {
		List<Event> read = new ArrayList<>();
		for (Node event : events.list("event")) {
			read.add(event(event, read.size() + 1));
		}
		return read;
	}

	private static Event event(Node event, int number) {
		event.only("date", "initiative", "draft", "submit", "notDone", "answer", "into", "because", "handOver",
				"review", "remarks", "opens", "by", "move", "to", "drop", "hybrid", "virtual", "extend", "pastFreeze",
				"refuses", "mend", "down", "reason", "round", "closes", "comment", "at", "paragraph", "suggests",
				"decide", "as", "takesOver", "zone", "members", "reminder", "asked", "position", "of", "text", "adopt",
				"correct", "wrong", "right", "note", "prolong", "callOff", "contribute", "activities", "plans",
				"objectives", "accepted", "change");
		List<String> acts = ACTS.stream().filter(event::has).toList();
		if (acts.size() != 1) {
			throw event.wrong("give one of " + String.join(", ", ACTS));
		}
		LocalDate date = event.child("date").date();
		if (EndorsementEvents.reads(acts.get(0), event)) {
			return EndorsementEvents.event(event, number, date);
		}
		return switch (acts.get(0)) {
			case "move" -> move(event.only("date", "move", "to", "reason"), number, date);
			case "drop" -> new Scenario.Drop(number, date,
					event.only("date", "drop", "reason").child("drop").oneOf(MeetingKind.class),
					event.child("reason").text());
			case "hybrid",
					"virtual" ->
				new Scenario.HeldAs(number, date,
						event.only("date", acts.get(0)).child(acts.get(0)).oneOf(MeetingKind.class),
						MeetingFormat.of(acts.get(0)));
			case "extend" -> extend(event.only("date", "extend", "to", "reason", "pastFreeze"), number, date);
			case "refuses" ->
				new Scenario.Refuses(number, date, event.only("date", "refuses").child("refuses").email());
			case "mend" -> new Scenario.Mend(number, date, event.only("date", "mend", "to").child("mend").email(),
					event.child("to").email());
			case "down" -> down(event.only("date", "down").child("down"), number, date);
			case "contribute" ->
				contribute(event.only("date", "contribute", "activities", "plans", "objectives", "accepted", "change"),
						number, date);
			case "round", "comment", "decide", "prolong", "callOff" -> RoundEvents.event(event, number, date);
			default -> InitiativeEvents.event(event, number, date);
		};
	}

	private static Event move(Node event, int number, LocalDate date) {
		DateName what;
		try {
			what = new DateName(event.child("move").text());
		}
		catch (IllegalArgumentException ex) {
			throw event.child("move").wrong(ex.getMessage());
		}
		return new Scenario.Move(number, date, what, event.child("to").date(), event.child("reason").text());
	}

	private static Event extend(Node event, int number, LocalDate date) {
		return new Scenario.Extend(number, date, initiative(event.child("extend")), event.child("to").date(),
				event.child("reason").text(), event.child("pastFreeze").yesOrNo());
	}

	private static Event contribute(Node event, int number, LocalDate date) {
		List<Integer> objectives = new ArrayList<>();
		for (Node objective : event.child("objectives").list("objective")) {
			if (!objective.text().matches("[1-9]")) {
				throw objective.wrong("\"%s\" is not the number of an objective".formatted(objective.text()));
			}
			objectives.add(Integer.valueOf(objective.text()));
		}
		boolean accepted = event.child("accepted").yesOrNo();
		String change = event.child("change").text("");
		if (accepted && !change.isEmpty()) {
			throw event.wrong("it is either accepted or sent back for a change");
		}
		return new Scenario.Contributes(number, date, event.child("contribute").text(),
				new ContributionText(event.child("activities").text(""), event.child("plans").text(""), objectives),
				accepted, change);
	}

	private static Event down(Node span, int number, LocalDate date) {
		String[] ends = span.text().split("/", -1);
		LocalDateTime from;
		LocalDateTime to;
		try {
			from = LocalDateTime.parse(ends[0].strip());
			to = LocalDateTime.parse((ends.length == 2) ? ends[1].strip() : "");
		}
		catch (DateTimeException ex) {
			throw span.wrong("\"%s\" is not a span of time; write it as 2023-08-17T07:00/2023-08-19T12:00"
				.formatted(span.text()));
		}
		if (!to.isAfter(from)) {
			throw span.wrong("it has to end after it begins");
		}
		if (!from.toLocalDate().equals(date)) {
			throw span.wrong("it begins on %s, so that is its date".formatted(from.toLocalDate()));
		}
		return new Scenario.Down(number, date, from, to);
	}

	static String initiative(Node name) {
		try {
			return new InitiativeId(name.text()).value();
		}
		catch (IllegalArgumentException ex) {
			throw name.wrong(ex.getMessage());
		}
	}

}
