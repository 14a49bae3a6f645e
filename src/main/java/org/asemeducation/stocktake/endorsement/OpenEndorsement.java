package org.asemeducation.stocktake.endorsement;

import java.util.List;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.OpenEnds;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What officials and ministers have to decide before a cycle can be closed.
 */
@Component
class OpenEndorsement implements OpenEnds {

	private final JdbcClient jdbc;

	OpenEndorsement(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public List<String> of(CycleName cycle) {
		return is("exists (select from sealed_version where cycle = :cycle)", cycle)
				? List.of("Officials have a sealed version of the report: it stays readable.") : List.of();
	}

	@Override
	public List<String> objections(CycleName cycle) {
		boolean published = is("exists (select from cycle where name = :cycle and state = 'published')", cycle);
		boolean adopted = is("exists (select from work_plan where cycle = :cycle)", cycle);
		if (published) {
			return List.of(adopted
					? "the report of %s is published; the cycle ends by itself once its meetings are recorded."
						.formatted(cycle)
					: "the report of %s is published, but its annex is not adopted: record what the ministers decided first."
						.formatted(cycle));
		}
		return is("exists (select from sealed_version where cycle = :cycle and state = 'for-ministers')", cycle) ? List
			.of("ministers have the version sealed for them: record what they decided, which ends %s.".formatted(cycle))
				: List.of();
	}

	private boolean is(String sql, CycleName cycle) {
		return this.jdbc.sql("select " + sql).param("cycle", cycle.value()).query(Boolean.class).single();
	}

}
