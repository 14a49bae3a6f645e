package org.asemeducation.stocktake.update;

import java.util.ArrayList;
import java.util.List;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.OpenEnds;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The updates of a cycle that are not settled.
 */
@Component
class OpenUpdates implements OpenEnds {

	private final JdbcClient jdbc;

	OpenUpdates(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public List<String> of(CycleName cycle) {
		List<String> open = new ArrayList<>(
				OpenEnds.counted(count("state in ('unstaffed', 'requested', 'returned')", cycle),
						"update is waited for: it is not any more.", "updates are waited for: they are not any more."));
		open.addAll(OpenEnds.counted(count("state = 'in-review'", cycle), "update is in review: it stays as submitted.",
				"updates are in review: they stay as submitted."));
		open.addAll(OpenEnds.counted(
				count("state <> 'settled' and exists (select from draft d where d.cycle = r.cycle"
						+ " and d.initiative = r.initiative)", cycle),
				"draft was not submitted: it is kept.", "drafts were not submitted: they are kept."));
		return open;
	}

	private long count(String which, CycleName cycle) {
		return this.jdbc.sql("select count(*) from update_request r where cycle = :cycle and " + which)
			.param("cycle", cycle.value())
			.query(Long.class)
			.single();
	}

}
