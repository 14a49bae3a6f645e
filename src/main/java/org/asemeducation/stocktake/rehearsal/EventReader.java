package org.asemeducation.stocktake.rehearsal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.asemeducation.stocktake.cycle.DateName;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.asemeducation.stocktake.plan.InitiativeId;
import org.asemeducation.stocktake.rehearsal.Scenario.Event;
import org.asemeducation.stocktake.update.UpdateForm;

/**
 * Reads what happens in a scenario.
 */
final class EventReader {

	private static final List<String> ACTS = List.of("draft", "submit", "review", "move", "drop", "virtual", "extend",
			"down");

	private static final ObjectMapper JSON = new ObjectMapper();

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
		event.only("date", "initiative", "draft", "submit", "review", "remarks", "move", "to", "drop", "virtual",
				"extend", "pastFreeze", "down", "reason");
		List<String> acts = ACTS.stream().filter(event::has).toList();
		if (acts.size() != 1) {
			throw event.wrong("give one of " + String.join(", ", ACTS));
		}
		LocalDate date = event.child("date").date();
		return switch (acts.get(0)) {
			case "move" -> move(event.only("date", "move", "to", "reason"), number, date);
			case "drop" -> new Scenario.Drop(number, date,
					event.only("date", "drop", "reason").child("drop").oneOf(MeetingKind.class),
					event.child("reason").text());
			case "virtual" -> new Scenario.Online(number, date,
					event.only("date", "virtual").child("virtual").oneOf(MeetingKind.class));
			case "extend" -> extend(event.only("date", "extend", "to", "reason", "pastFreeze"), number, date);
			case "down" -> down(event.only("date", "down").child("down"), number, date);
			default ->
				ofInitiative(event.only("date", "initiative", "draft", "submit", "review", "remarks"), number, date);
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

	private static String initiative(Node name) {
		try {
			return new InitiativeId(name.text()).value();
		}
		catch (IllegalArgumentException ex) {
			throw name.wrong(ex.getMessage());
		}
	}

	private static Event ofInitiative(Node event, int number, LocalDate date) {
		String initiative;
		try {
			initiative = new InitiativeId(event.child("initiative").text()).value();
		}
		catch (IllegalArgumentException ex) {
			throw event.wrong(ex.getMessage());
		}
		if (event.has("draft")) {
			return new Scenario.Draft(number, date, initiative, content(event.child("draft")));
		}
		if (event.has("submit")) {
			return new Scenario.Submit(number, date, initiative, content(event.child("submit")));
		}
		String verdict = event.child("review").text();
		if (!Pattern.matches("accepted|returned", verdict)) {
			throw event.child("review").wrong("\"%s\" is not a verdict; use accepted or returned".formatted(verdict));
		}
		return new Scenario.Review(number, date, initiative, "accepted".equals(verdict), remarks(event));
	}

	private static Map<String, String> remarks(Node event) {
		Map<String, String> remarks = new LinkedHashMap<>();
		if (event.has("remarks")) {
			Node named = event.child("remarks");
			named.map().keySet().forEach((field) -> remarks.put(field, named.child(field).text()));
		}
		return remarks;
	}

	private static ObjectNode content(Node fields) {
		ObjectNode content = JSON.valueToTree(fields.map());
		for (Problem problem : UpdateForm.misshapen(content)) {
			throw fields.child(problem.field()).wrong(problem.message());
		}
		return content;
	}

}
