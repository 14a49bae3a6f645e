package org.asemeducation.stocktake.notification;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.plan.InitiativeId;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads which reminders have been sent before their day: the run finds them claimed.
 */
@Component
class SentAhead {

	private final JdbcClient jdbc;

	SentAhead(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * What was told whose day is to come.
	 * @param cycle the cycle
	 * @param from the first day to look at
	 * @param only whom to look at; {@code null} for everybody
	 * @return what was claimed
	 */
	Found in(CycleName cycle, LocalDate from, @Nullable Set<ContactId> only) {
		Map<Claim, NavigableSet<Integer>> rungs = new HashMap<>();
		this.jdbc.sql("""
				select initiative, ladder, round, rung, deadline, contact from claim
				where cycle = :cycle and ladder like '%reminder' and not skipped and deadline + rung >= :from
				""" + ((only != null) ? "and contact = any(:only)" : ""))
			.param("cycle", cycle.value())
			.param("from", from)
			.param("only", (only != null) ? only.stream().map(ContactId::value).toArray(Long[]::new) : null)
			.query((row) -> {
				Claim first = new Claim(new InitiativeId(row.getString("initiative")),
						Ladder.of(row.getString("ladder")), row.getInt("round"), 0,
						row.getObject("deadline", LocalDate.class), new ContactId(row.getLong("contact")));
				rungs.computeIfAbsent(first, (claim) -> new TreeSet<>()).add(row.getInt("rung"));
			});
		return new Found(rungs);
	}

	/**
	 * The rungs told, by their ladder.
	 */
	record Found(Map<Claim, NavigableSet<Integer>> rungs) {

		/** What that means for a rung that would fall due. */
		@Nullable Stop stop(Claim claim) {
			NavigableSet<Integer> told = this.rungs.isEmpty() ? null : this.rungs.get(
					new Claim(claim.initiative(), claim.ladder(), claim.round(), 0, claim.deadline(), claim.contact()));
			if (told == null) {
				return null;
			}
			return told.contains(claim.rung()) ? Stop.SENT : (told.last() > claim.rung()) ? Stop.SPOKEN_FOR : null;
		}

	}

}
