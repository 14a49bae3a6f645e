package org.asemeducation.stocktake.report.chapter;

import java.util.List;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.OpenEnds;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The commissioned chapters of a cycle that nobody has accepted.
 */
@Component
class OpenChapters implements OpenEnds {

	private final JdbcClient jdbc;

	OpenChapters(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public List<String> of(CycleName cycle) {
		long open = this.jdbc.sql("select count(*) from chapter_commission where cycle = :cycle and over_as is null")
			.param("cycle", cycle.value())
			.query(Long.class)
			.single();
		return OpenEnds.counted(open, "commissioned chapter is not accepted: nobody asks for it any more.",
				"commissioned chapters are not accepted: nobody asks for them any more.");
	}

}
