package org.asemeducation.stocktake.report;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import org.asemeducation.stocktake.cycle.CycleName;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The reports that are being worked on, for those who may read their drafts.
 */
@Component
class OpenDrafts {

	private final JdbcClient jdbc;

	OpenDrafts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * All drafts of reports that are not published.
	 * @return the latest compilation first
	 */
	List<OpenDraft> all() {
		return this.jdbc.sql("""
				select d.*, c.title, c.zone, exists (select 1 from report_comment where cycle = d.cycle) as commented,
				       exists (select 1 from sealed_version where cycle = d.cycle) as sealed, %s as stale
				from (select distinct on (cycle) cycle, version, compiled_at from compiled_report
				    order by cycle, version desc) d
				join cycle c on c.name = d.cycle and c.published_at is null
				order by d.compiled_at desc, d.cycle""".formatted(DraftAge.STALE))
			.query((row, number) -> new OpenDraft(new CycleName(row.getString("cycle")), row.getString("title"),
					row.getInt("version"),
					row.getTimestamp("compiled_at").toInstant().atZone(ZoneId.of(row.getString("zone"))).toLocalDate(),
					row.getBoolean("commented"), row.getBoolean("sealed"), row.getBoolean("stale")))
			.list();
	}

	/**
	 * A report that is being worked on.
	 *
	 * @param title of the cycle
	 * @param version of the latest draft
	 * @param on the day it was compiled in the cycle's zone
	 * @param commented whether comments on it have been handed in
	 * @param sealed whether a version of it was put to officials
	 * @param stale whether an update has been accepted since
	 */
	record OpenDraft(CycleName cycle, String title, int version, LocalDate on, boolean commented, boolean sealed,
			boolean stale) {
	}

}
