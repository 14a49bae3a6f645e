package org.asemeducation.stocktake.rehearsal;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.asemeducation.stocktake.rehearsal.Scenario.Event;
import org.asemeducation.stocktake.update.UpdateForm;
import org.asemeducation.stocktake.update.people.Answer;

/**
 * Reads what happens to one initiative in a scenario.
 */
final class InitiativeEvents {

	private static final List<String> ANSWERS = List.of("nothing-to-report", "concluded", "merged", "not-ours");

	private static final ObjectMapper JSON = new ObjectMapper();

	private InitiativeEvents() {
	}

	static Event event(Node any, int number, LocalDate date) {
		if (any.has("handOver")) {
			Node event = any.only("date", "initiative", "handOver");
			return new Scenario.HandsOver(number, date, EventReader.initiative(event.child("initiative")),
					event.child("handOver").text());
		}
		Node event = any.has("answer") ? any.only("date", "initiative", "answer", "into", "because")
				: any.only("date", "initiative", "draft", "submit", "notDone", "review", "remarks", "opens", "by");
		String initiative = EventReader.initiative(event.child("initiative"));
		if (event.has("answer")) {
			return answer(event, number, date, initiative);
		}
		if (event.has("draft")) {
			return new Scenario.Draft(number, date, initiative, content(event.child("draft")));
		}
		if (event.has("submit")) {
			return new Scenario.Submit(number, date, initiative, content(event.child("submit")),
					texts(event, "notDone"));
		}
		return review(event, number, date, initiative);
	}

	private static Event review(Node event, int number, LocalDate date, String initiative) {
		String verdict = event.child("review").text();
		String by = event.has("by") ? event.child("by").text() : null;
		Map<String, String> remarks = texts(event, "remarks");
		if ("noted".equals(verdict)) {
			if (remarks.isEmpty()) {
				throw event.wrong("say which remarks are noted");
			}
			return new Scenario.Noted(number, date, initiative, remarks, by);
		}
		if (!Pattern.matches("accepted|returned", verdict)) {
			throw event.child("review")
				.wrong("\"%s\" is not a verdict; use accepted, returned or noted".formatted(verdict));
		}
		String opens = event.has("opens") ? event.child("opens").text() : "all";
		if (!Pattern.matches("all|remarked", opens)) {
			throw event.child("opens").wrong("\"%s\" opens nothing; use all or remarked".formatted(opens));
		}
		return new Scenario.Review(number, date, initiative, "accepted".equals(verdict), remarks, "all".equals(opens),
				by);
	}

	private static Event answer(Node event, int number, LocalDate date, String initiative) {
		String answer = event.child("answer").text();
		if (!ANSWERS.contains(answer)) {
			throw event.child("answer")
				.wrong("\"%s\" is not an answer; use %s".formatted(answer, String.join(", ", ANSWERS)));
		}
		boolean merged = "merged".equals(answer);
		if (event.has("into") != merged) {
			throw event
				.wrong(merged ? "say into which initiative it was merged" : "only what was merged goes into another");
		}
		return new Scenario.Answered(number, date, initiative, new Answer(answer,
				merged ? EventReader.initiative(event.child("into")) : null, event.child("because").text()));
	}

	private static Map<String, String> texts(Node event, String name) {
		Map<String, String> texts = new LinkedHashMap<>();
		if (event.has(name)) {
			Node named = event.child(name);
			named.map().keySet().forEach((field) -> texts.put(field, named.child(field).text()));
		}
		return texts;
	}

	private static ObjectNode content(Node fields) {
		ObjectNode content = JSON.valueToTree(fields.map());
		for (String field : UpdateForm.ANSWER) {
			if (content.has(field)) {
				throw fields.child(field).wrong("it is given in place of an update; write it as an event of its own");
			}
		}
		for (Problem problem : UpdateForm.misshapen(content)) {
			throw fields.child(problem.field()).wrong(problem.message());
		}
		return content;
	}

}
