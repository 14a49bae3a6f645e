package org.asemeducation.stocktake.cycle.minutes;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.Meeting;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.asemeducation.stocktake.cycle.Meetings;
import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What meetings decided. The AES writes it down once the meeting is held, and changes it
 * until the meeting is recorded.
 */
@Component
public class MeetingDecisions {

	private static final int MOST = 100;

	private final Cycles cycles;

	private final Meetings meetings;

	private final JdbcClient jdbc;

	private final Audit audit;

	private final Clock clock;

	MeetingDecisions(Cycles cycles, Meetings meetings, JdbcClient jdbc, Audit audit, Clock clock) {
		this.cycles = cycles;
		this.meetings = meetings;
		this.jdbc = jdbc;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * What a meeting decided.
	 * @param cycle the cycle
	 * @param kind the meeting
	 * @return the list, empty before anything was written down
	 */
	public DecisionList of(CycleName cycle, MeetingKind kind) {
		int version = of("select version from decision_list where cycle = :cycle and kind = :kind", cycle, kind)
			.query(Integer.class)
			.optional()
			.orElse(0);
		return new DecisionList(version,
				of("select * from meeting_decision where cycle = :cycle and kind = :kind order by number", cycle, kind)
					.query((row, number) -> new MeetingDecision(row.getString("text"), row.getString("initiative")))
					.list());
	}

	/**
	 * Saves the list.
	 * @param cycle the cycle
	 * @param kind the meeting
	 * @param list with the version that it was written on
	 * @param by the user id
	 * @throws Refused when the meeting is not held or recorded already, a decision says
	 * nothing or is about an initiative that the cycle has not, or somebody else has
	 * saved meanwhile
	 */
	@Transactional
	public void save(CycleName cycle, MeetingKind kind, DecisionList list, String by) {
		this.cycles.lock(cycle);
		Meeting meeting = this.meetings.of(cycle, kind);
		if (!meeting.state().equals("held") || meeting.isRecorded()) {
			throw Refused.conflict("Nothing is saved: %s of %s %s.".formatted(kind, cycle,
					meeting.wasDropped() ? "was dropped" : meeting.isRecorded() ? "is recorded" : "is not held yet"));
		}
		check(cycle, list);
		if (!write(cycle, kind, list, by)) {
			throw Refused.outdated(
					"Nothing is saved: somebody has changed the decisions meanwhile. Copy what you wrote and reload the page.");
		}
		this.audit.record(by, "save decisions", "%s/%s".formatted(cycle, kind), null,
				"%d decisions".formatted(list.decisions().size()));
	}

	private void check(CycleName cycle, DecisionList list) {
		if (list.decisions().size() > MOST) {
			throw invalid("a meeting has at most %d decisions.".formatted(MOST));
		}
		Set<String> known = this.jdbc.sql("select initiative from cycle_initiative where cycle = :cycle")
			.param("cycle", cycle.value())
			.query(String.class)
			.list()
			.stream()
			.collect(Collectors.toSet());
		int number = 0;
		for (MeetingDecision decision : list.decisions()) {
			number++;
			if (decision.text().isEmpty() || decision.text().length() > MeetingDecision.LONGEST) {
				throw invalid("say what decision %d is, in at most %d characters.".formatted(number,
						MeetingDecision.LONGEST));
			}
			if (decision.initiative() != null && !known.contains(decision.initiative())) {
				throw invalid("decision %d is about “%s”, and %s has no such initiative.".formatted(number,
						decision.initiative(), cycle));
			}
		}
	}

	private boolean write(CycleName cycle, MeetingKind kind, DecisionList list, String by) {
		boolean saved = of((list.version() == 0) ? """
				insert into decision_list (cycle, kind, version, saved_at, saved_by)
				values (:cycle, :kind, 1 + :version, :now, :by) on conflict do nothing""" : """
				update decision_list set version = version + 1, saved_at = :now, saved_by = :by
				where cycle = :cycle and kind = :kind and version = :version""", cycle, kind)
			.param("version", list.version())
			.param("now", Timestamp.from(this.clock.instant()))
			.param("by", by)
			.update() == 1;
		if (saved) {
			of("delete from meeting_decision where cycle = :cycle and kind = :kind", cycle, kind).update();
			int number = 0;
			for (MeetingDecision decision : list.decisions()) {
				of("""
						insert into meeting_decision (cycle, kind, number, text, initiative)
						values (:cycle, :kind, :number, :text, :initiative)""", cycle, kind).param("number", ++number)
					.param("text", decision.text())
					.param("initiative", decision.initiative())
					.update();
			}
		}
		return saved;
	}

	private static Refused invalid(String sentence) {
		return Refused.invalid("Nothing is saved: " + sentence, List.of(new Problem("decisions", sentence)));
	}

	private StatementSpec of(String sql, CycleName cycle, MeetingKind kind) {
		return this.jdbc.sql(sql).param("cycle", cycle.value()).param("kind", kind.name());
	}

}
