package org.asemeducation.stocktake.update;

import java.util.Optional;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What an initiative said last time: the last revision that was accepted in an earlier
 * cycle.
 */
@Component
class SaidBefore {

	private final JdbcClient jdbc;

	private final ContentJson json;

	SaidBefore(JdbcClient jdbc, ContentJson json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	Optional<Answers> of(UpdateKey key) {
		return this.jdbc.sql("""
				select r.cycle, r.content from revision r
				join verdict v on v.revision = r.id and v.accepted
				join cycle c on c.name = r.cycle
				where r.initiative = :initiative
				and c.opened_at < (select opened_at from cycle where name = :cycle)
				order by c.opened_at desc, r.number desc limit 1""")
			.param("cycle", key.cycle().value())
			.param("initiative", key.initiative().value())
			.query((row, number) -> new Answers(row.getString("cycle"), this.json.read(row.getString("content"))))
			.optional();
	}

	/**
	 * Answers of an earlier cycle.
	 *
	 * @param cycle its name
	 * @param content the form's fields as they were accepted
	 */
	record Answers(String cycle, ObjectNode content) {
	}

}
