package org.asemeducation.stocktake.report.round;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.report.document.Passage;
import org.asemeducation.stocktake.report.document.Passages;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table of what was said in rounds that are over.
 */
@Component
class RoundComments {

	private final JdbcClient jdbc;

	RoundComments(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * What was said in a round.
	 * @return in the order of the draft; empty before it is over
	 */
	List<RoundComment> of(Round round) {
		return upTo(round.cycle(), round.number()).stream()
			.filter((comment) -> comment.round() == round.number())
			.toList();
	}

	/** What was said in all rounds up to one. */
	List<RoundComment> upTo(CycleName cycle, int number) {
		return this.jdbc.sql("select * from round_comment where cycle = :cycle and round <= :number order by id")
			.param("cycle", cycle.value())
			.param("number", number)
			.query((row, count) -> comment(row))
			.list();
	}

	RoundComment get(Round round, long id) {
		return of(round).stream()
			.filter((comment) -> comment.id() == id)
			.findFirst()
			.orElseThrow(() -> Refused
				.notFound("Round %d of %s has no comment %d.".formatted(round.number(), round.cycle(), id)));
	}

	void add(Round round, RoundForm.Line line, Passages passages, Instant at, String by) {
		Passage passage = line.passage(passages).orElseThrow();
		this.jdbc
			.sql("""
					insert into round_comment (cycle, round, place, paragraph, called, said, text, wording, made_at, made_by)
					values (:cycle, :round, :place, :paragraph, :called, :said, :text, :wording, :at, :by)""")
			.param("cycle", round.cycle().value())
			.param("round", round.number())
			.param("place", passage.place())
			.param("paragraph", passage.paragraph())
			.param("called", passage.called())
			.param("said", passage.text())
			.param("text", line.remark())
			.param("wording", line.change(passages).orElse(null))
			.param("at", at.atOffset(ZoneOffset.UTC))
			.param("by", by)
			.update();
	}

	private static RoundComment comment(ResultSet row) throws SQLException {
		return new RoundComment(row.getLong("id"), row.getInt("round"), row.getString("place"), row.getInt("paragraph"),
				row.getString("called"), row.getString("said"), row.getString("text"), row.getString("wording"),
				row.getObject("made_at", OffsetDateTime.class).toInstant(), row.getString("made_by"));
	}

}
