package org.asemeducation.stocktake.review;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.asemeducation.stocktake.access.SittingReviewers;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.update.UpdateKey;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads what waits for the reviewing body, or will.
 */
@Component
class BodyTables {

	private static final String ADVICE = "userTask_giveAdvice";

	private final JdbcClient jdbc;

	private final Clock clock;

	BodyTables(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** The updates under review, in the plan's order. */
	List<UpdateKey> inReview(CycleName cycle) {
		return updates(cycle, "r.state = 'in-review'");
	}

	/** The updates that are asked for or will be, in the plan's order. */
	List<UpdateKey> toCome(CycleName cycle) {
		return updates(cycle, "coalesce(r.state, 'requested') in ('unstaffed', 'requested', 'returned')");
	}

	private List<UpdateKey> updates(CycleName cycle, String condition) {
		return this.jdbc.sql("""
				select i.initiative from cycle_initiative i
				left join update_request r on r.cycle = i.cycle and r.initiative = i.initiative
				where i.cycle = :cycle and\s""" + condition + " order by i.position, i.initiative")
			.param("cycle", cycle.value())
			.query((row, number) -> UpdateKey.of(cycle.value(), row.getString("initiative")))
			.list();
	}

	/**
	 * The open tasks of the reviewing body that are no reviews, of a cycle and of
	 * proposals.
	 * @param cycle the cycle
	 * @return by name, who may act: who has it, or else everybody who may
	 */
	Map<String, String> otherTasks(CycleName cycle) {
		Map<String, String> tasks = new LinkedHashMap<>();
		String anybody = members("true");
		String sitting = members(SittingReviewers.IN_TERM);
		this.jdbc.sql("""
				select t.name_, e.business_key_, t.task_def_key_, c.name as holder from act_ru_task t
				join act_ru_execution e on e.id_ = t.proc_inst_id_
				left join contact c on c.user_id = t.assignee_
				where t.task_def_key_ <> :review
				and exists (select from act_ru_identitylink l where l.task_id_ = t.id_ and l.group_id_ = 'swg')
				and (e.business_key_ = :cycle or starts_with(e.business_key_, :cycle || '/')
				    or starts_with(e.business_key_, 'proposal/'))
				order by t.name_, e.business_key_""")
			.param("review", ReviewProcess.REVIEW_UPDATE)
			.param("cycle", cycle.value())
			.query((row) -> {
				String holder = row.getString("holder");
				String may = ADVICE.equals(row.getString("task_def_key_")) ? sitting : anybody;
				tasks.put("%s (%s)".formatted(row.getString("name_"), row.getString("business_key_")),
						(holder != null) ? holder : may);
			});
		return tasks;
	}

	private String members(String condition) {
		return this.jdbc
			.sql("""
					select coalesce(string_agg(c.name, ', ' order by c.name), 'nobody') from contact c
					where c.active
					and exists (select from contact_role r where r.contact = c.id and r.role = 'reviewer') and\s"""
					+ condition)
			.param("today", LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC))
			.query(String.class)
			.single();
	}

}
