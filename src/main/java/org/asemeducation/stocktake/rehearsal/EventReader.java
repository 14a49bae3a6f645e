package org.asemeducation.stocktake.rehearsal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.asemeducation.stocktake.plan.InitiativeId;
import org.asemeducation.stocktake.rehearsal.Scenario.Event;
import org.asemeducation.stocktake.update.UpdateForm;

/**
 * Reads what happens in a scenario.
 */
final class EventReader {

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
		event.only("date", "initiative", "draft", "submit", "review", "remarks");
		LocalDate date = event.child("date").date();
		String initiative;
		try {
			initiative = new InitiativeId(event.child("initiative").text()).value();
		}
		catch (IllegalArgumentException ex) {
			throw event.wrong(ex.getMessage());
		}
		if (Stream.of("draft", "submit", "review").filter(event::has).count() != 1) {
			throw event.wrong("give one of draft, submit and review");
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
