package org.asemeducation.stocktake.cycle.proposal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The meetings of all cycles that can have decided on a proposal, or can be asked to.
 */
@Component
class MeetingChoices {

	private static final int MOST = 60;

	/** What was decided before Stocktake was used is in the plan. */
	private static final String OF_OURS = "cycle not in (select name from cycle where kind = 'paper')";

	private final JdbcClient jdbc;

	MeetingChoices(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** All that were not dropped, the latest first. */
	List<Offered> all() {
		return this.jdbc
			.sql("""
					select cycle, kind, state, coalesce(held_on, planned_on) as day, held_on, recorded_at is not null as over
					from meeting where state <> 'dropped' and %s
					order by coalesce(held_on, planned_on) desc nulls last, cycle, kind limit :most"""
				.formatted(OF_OURS))
			.param("most", MOST)
			.query(Offered.class)
			.list();
	}

	/**
	 * The meeting of that name.
	 * @param label such as {@code SOM1 (ASEMME9)}
	 * @return nothing when there is none, or it was dropped
	 */
	Optional<Offered> named(@Nullable String label) {
		return this.jdbc
			.sql("""
					select cycle, kind, state, coalesce(held_on, planned_on) as day, held_on, recorded_at is not null as over
					from meeting where state <> 'dropped' and %s and kind || ' (' || cycle || ')' = :label"""
				.formatted(OF_OURS))
			.param("label", SendingCheck.word(label))
			.query(Offered.class)
			.optional();
	}

	/**
	 * A meeting.
	 *
	 * @param state such as {@code planned}
	 * @param day when it was held, else when it is planned; {@code null} when not known
	 * @param heldOn when it was held; {@code null} before
	 * @param over whether it is recorded, so that it can decide nothing more
	 */
	record Offered(String cycle, String kind, String state, @Nullable LocalDate day, @Nullable LocalDate heldOn,
			boolean over) {

		MeetingChoice choice() {
			return new MeetingChoice(this.cycle, this.kind);
		}

		public String label() {
			return choice().label();
		}

	}

}
