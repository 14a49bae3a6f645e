package org.asemeducation.stocktake.report.comment;

import java.sql.Timestamp;
import java.util.List;

import org.asemeducation.stocktake.cycle.CycleName;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The comments on the drafts, as handed in.
 */
@Component
class Comments {

	private final JdbcClient jdbc;

	Comments(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The comments on the report of a cycle.
	 * @param cycle the cycle
	 * @return in the order they were handed in
	 */
	List<Comment> of(CycleName cycle) {
		return this.jdbc.sql("select * from report_comment where cycle = :cycle order by id")
			.param("cycle", cycle.value())
			.query((row, number) -> new Comment(row.getLong("id"), row.getInt("version"), row.getString("about"),
					row.getString("text"), row.getTimestamp("made_at").toInstant(), row.getString("made_by")))
			.list();
	}

	void handIn(CycleName cycle, int version, Said said) {
		this.jdbc.sql("""
				insert into report_comment (cycle, version, about, text, made_at, made_by)
				values (:cycle, :version, :about, :text, :at, :by)""")
			.param("cycle", cycle.value())
			.param("version", version)
			.param("about", said.line().about())
			.param("text", said.line().said())
			.param("at", Timestamp.from(said.at()))
			.param("by", said.by())
			.update();
	}

}
