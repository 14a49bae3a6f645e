package org.asemeducation.stocktake.rehearsal;

import java.time.LocalDate;
import java.util.List;

import org.asemeducation.stocktake.rehearsal.Scenario.Event;
import org.asemeducation.stocktake.report.round.NewRound;
import org.asemeducation.stocktake.report.round.RehearsedRound.Remark;
import org.jspecify.annotations.Nullable;

/**
 * Reads what happens to a draft that goes round.
 */
final class RoundEvents {

	private static final List<String> AUDIENCES = List.of("reviewers", "coordinators", "partners", "everybody");

	private static final List<String> DECISIONS = List.of("taken", "partly", "not-taken");

	private RoundEvents() {
	}

	static Event event(Node any, int number, LocalDate date) {
		if (any.has("round")) {
			return round(any.only("date", "round", "closes"), number, date);
		}
		for (String act : List.of("prolong", "callOff")) {
			if (any.has(act) && !"comments".equals(any.child(act).text())) {
				throw any.child(act)
					.wrong("\"%s\" is no round; use comments or no-objection".formatted(any.child(act).text()));
			}
		}
		if (any.has("prolong")) {
			return new Scenario.ProlongsRound(number, date,
					any.only("date", "prolong", "to", "because").child("to").date(), any.child("because").text());
		}
		if (any.has("callOff")) {
			return new Scenario.CallsRoundOff(number, date,
					any.only("date", "callOff", "because").child("because").text());
		}
		if (any.has("comment")) {
			Node event = any.only("date", "comment", "at", "paragraph", "suggests", "by");
			return new Scenario.Commented(number, date,
					new Remark(event.child("at").text(), whole(event.child("paragraph"), "1"),
							event.child("comment").text(),
							event.has("suggests") ? event.child("suggests").text() : null),
					event.child("by").email());
		}
		Node event = any.only("date", "decide", "as", "because", "takesOver");
		String decision = event.child("as").text();
		if (!DECISIONS.contains(decision)) {
			throw event.child("as")
				.wrong("\"%s\" is not a decision; use %s".formatted(decision, String.join(", ", DECISIONS)));
		}
		return new Scenario.DecidedOn(number, date, whole(event.child("decide"), null), decision,
				event.has("because") ? event.child("because").text() : null, event.child("takesOver").yesOrNo());
	}

	private static Event round(Node event, int number, LocalDate date) {
		String audience = event.child("round").text();
		if (!AUDIENCES.contains(audience)) {
			throw event.child("round")
				.wrong("\"%s\" is nobody to ask; use %s, or no-objection".formatted(audience,
						String.join(", ", AUDIENCES)));
		}
		boolean all = audience.equals("everybody");
		return new Scenario.OpensRound(number, date, new NewRound(all || audience.equals("coordinators"),
				all || audience.equals("partners"), date, event.child("closes").date()));
	}

	private static int whole(Node number, @Nullable String otherwise) {
		String text = (otherwise != null) ? number.text(otherwise) : number.text();
		if (!text.matches("\\d{1,4}")) {
			throw number.wrong("\"%s\" is not a number; count from 1".formatted(text));
		}
		return Integer.parseInt(text);
	}

}
