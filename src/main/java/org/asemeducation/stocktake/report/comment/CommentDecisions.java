package org.asemeducation.stocktake.report.comment;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.report.comment.DecisionForm.Line;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The decisions about comments, once they are made.
 */
@Component
class CommentDecisions {

	private final JdbcClient jdbc;

	private final Clock clock;

	CommentDecisions(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * The decisions on the comments of a report.
	 * @param cycle the cycle
	 * @return by the comment's id
	 */
	Map<Long, Line> of(CycleName cycle) {
		Map<Long, Line> decisions = new HashMap<>();
		this.jdbc.sql("""
				select d.comment, d.decision, d.reason from report_comment_decision d
				join report_comment c on c.id = d.comment where c.cycle = :cycle""")
			.param("cycle", cycle.value())
			.query((row) -> {
				decisions.put(row.getLong("comment"), new Line(row.getLong("comment"),
						Decision.of(row.getString("decision")), row.getString("reason")));
			});
		return decisions;
	}

	void make(Line line, Decision decision, String by) {
		this.jdbc.sql("""
				insert into report_comment_decision (comment, decision, reason, decided_at, decided_by)
				values (:comment, :decision, nullif(:reason, ''), :at, :by)""")
			.param("comment", line.comment())
			.param("decision", decision.code())
			.param("reason", line.said())
			.param("at", Timestamp.from(this.clock.instant()))
			.param("by", by)
			.update();
	}

}
