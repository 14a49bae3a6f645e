package org.asemeducation.stocktake.rehearsal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

import org.asemeducation.stocktake.endorsement.noobjection.Position.Answer;
import org.asemeducation.stocktake.rehearsal.Scenario.Event;

/**
 * Reads what happens to a sealed version in a scenario: rounds, positions, the adoption,
 * corrections.
 */
final class EndorsementEvents {

	private static final List<String> ACTS = List.of("round", "position", "adopt", "correct", "prolong", "callOff");

	private static final Set<String> OF_ANY_ROUND = Set.of("round", "prolong", "callOff");

	private static final String NO_OBJECTION = "no-objection";

	private EndorsementEvents() {
	}

	/**
	 * Whether an act is about a sealed version, and read here. A round of comments on the
	 * draft is another event of the same name.
	 */
	static boolean reads(String act, Node event) {
		return ACTS.contains(act) && (!OF_ANY_ROUND.contains(act) || NO_OBJECTION.equals(event.child(act).text("")));
	}

	static Event event(Node event, int number, LocalDate date) {
		if (event.has("round")) {
			return round(event.only("date", "round", "opens", "closes", "zone", "members", "reminder", "asked"), number,
					date);
		}
		if (event.has("prolong")) {
			event.only("date", "prolong", "to", "because");
			return new Scenario.ProlongsNoObjection(number, date, hour(event.child("to")),
					event.child("because").text());
		}
		if (event.has("callOff")) {
			return new Scenario.CallsNoObjectionOff(number, date,
					event.only("date", "callOff", "because").child("because").text());
		}
		if (event.has("position")) {
			return position(event.only("date", "position", "of", "text"), number, date);
		}
		if (event.has("adopt")) {
			return adopt(event.only("date", "adopt", "reason"), number, date);
		}
		Node correct = event.only("date", "correct", "wrong", "right", "note");
		return new Scenario.Correct(number, date, correct.child("correct").text(), correct.child("wrong").text(),
				correct.child("right").text(), correct.child("note").text());
	}

	private static Event round(Node event, int number, LocalDate date) {
		LocalDateTime opens = hour(event.child("opens"));
		LocalDateTime closes = hour(event.child("closes"));
		if (!closes.isAfter(opens)) {
			throw event.child("closes").wrong("it has to close after it opens");
		}
		ZoneId zone = event.child("zone").zoneIfAny();
		int reminder = event.has("reminder") ? days(event.child("reminder")) : 2;
		return new Scenario.NoObjection(number, date, opens, closes, zone,
				event.child("members").list("member").stream().map(Node::text).toList(), reminder,
				event.has("asked") ? event.child("asked").text() : null);
	}

	private static Event position(Node event, int number, LocalDate date) {
		String word = event.child("position").text();
		if (!Set.of("agree", "comment", "object").contains(word)) {
			throw event.child("position").wrong("\"%s\" is no position; use agree, comment or object".formatted(word));
		}
		Answer answer = Answer.valueOf(word.toUpperCase(java.util.Locale.ROOT));
		if (answer != Answer.AGREE && !event.has("text")) {
			throw event
				.wrong("say in text what is %s".formatted((answer == Answer.OBJECT) ? "objected to" : "commented"));
		}
		return new Scenario.TakesPosition(number, date, event.child("of").text(), answer,
				event.has("text") ? event.child("text").text() : null);
	}

	private static Event adopt(Node event, int number, LocalDate date) {
		boolean adopted = event.child("adopt").yesOrNo();
		if (adopted == event.has("reason")) {
			throw event
				.wrong(adopted ? "a reason is given where it is not adopted" : "say in reason why it is not adopted");
		}
		return new Scenario.Adopt(number, date, adopted ? null : event.child("reason").text());
	}

	private static LocalDateTime hour(Node hour) {
		try {
			return LocalDateTime.parse(hour.text());
		}
		catch (DateTimeException ex) {
			throw hour.wrong("\"%s\" is not a day and an hour; write it as 2024-01-10T09:00".formatted(hour.text()));
		}
	}

	private static int days(Node days) {
		if (!days.text().matches("[0-9]{1,2}")) {
			throw days.wrong("give a number of days");
		}
		return Integer.parseInt(days.text());
	}

}
