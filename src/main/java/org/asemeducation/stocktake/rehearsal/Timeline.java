package org.asemeducation.stocktake.rehearsal;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.engine.BusinessKey;

import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What happened when: the steps of all processes, as the engine's history has them.
 */
@Component
@Profile(Rehearse.PROFILE)
class Timeline {

	private static final List<String> HEADER = List.of("at", "process", "step", "initiative", "who", "meeting");

	private static final Set<String> OF_INITIATIVE = Set.of("update", "review", "handOver");

	private final JdbcClient jdbc;

	Timeline(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The steps of one cycle, and those of no cycle that were taken in its time: from its
	 * opening until the next cycle was opened.
	 * @param cycle which
	 * @param addresses by user id
	 * @return one row for each step
	 */
	Table table(CycleName cycle, Map<String, String> addresses) {
		return new Table(HEADER, this.jdbc
			.sql("""
					select a.end_time_, p.proc_def_key_, a.act_name_, p.business_key_, t.assignee_
					from act_hi_actinst a
					join act_hi_procinst p on p.proc_inst_id_ = a.proc_inst_id_
					left join act_hi_taskinst t on t.act_inst_id_ = a.id_
					where a.end_time_ is not null and a.act_inst_state_ <> 2 and a.act_name_ is not null
					and a.act_type_ not like '%Gateway' and a.act_type_ <> 'subProcess'
					and coalesce(substring(p.business_key_ from '[^/]+'),
					    (select name from cycle where opened_at at time zone 'UTC' <= a.end_time_ order by opened_at desc limit 1)) = :cycle""")
			.param("cycle", cycle.value())
			.query((row, number) -> {
				String process = row.getString("proc_def_key_");
				String key = row.getString("business_key_");
				return List.of(row.getObject("end_time_", LocalDateTime.class).toInstant(ZoneOffset.UTC).toString(),
						process, row.getString("act_name_"), part(key, OF_INITIATIVE.contains(process)),
						addresses.getOrDefault(String.valueOf(row.getString("assignee_")), "stocktake"),
						part(key, "meeting".equals(process)));
			})
			.list());
	}

	private static String part(String key, boolean applies) {
		return applies ? BusinessKey.parse(key).requiredPart() : "";
	}

}
