package org.asemeducation.stocktake.report;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

import org.asemeducation.stocktake.cycle.CycleName;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether a draft is out of date: an update was accepted after it was compiled.
 */
@Component
class DraftAge {

	/** Whether the draft {@code d} of a cycle is out of date. */
	static final String STALE = """
			exists (select from verdict v join revision r on r.id = v.revision
			    where r.cycle = d.cycle and v.accepted and v.given_at > d.compiled_at)""";

	private final JdbcClient jdbc;

	DraftAge(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The latest draft and what has been accepted since.
	 * @param cycle the cycle
	 * @return nothing before the first compilation
	 */
	Optional<Age> of(CycleName cycle) {
		return this.jdbc
			.sql("""
					select d.version, d.compiled_at, array(
					    select distinct r.initiative from verdict v join revision r on r.id = v.revision
					    where r.cycle = d.cycle and v.accepted and v.given_at > d.compiled_at order by r.initiative) as since
					from compiled_report d where d.cycle = :cycle order by d.version desc limit 1""")
			.param("cycle", cycle.value())
			.query((row, number) -> new Age(row.getInt("version"),
					row.getObject("compiled_at", OffsetDateTime.class).toInstant(),
					List.of((String[]) row.getArray("since").getArray())))
			.optional();
	}

	/**
	 * How old a draft is.
	 *
	 * @param version which draft
	 * @param compiledAt when it was compiled
	 * @param acceptedSince the initiatives whose update it does not have
	 */
	record Age(int version, Instant compiledAt, List<String> acceptedSince) {
	}

}
