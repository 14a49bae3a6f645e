package org.asemeducation.stocktake.cockpit.instance;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts what waits and is late at each step of a model, in all its versions, and what
 * was done at the steps of an update and its review by our own record: the engine's
 * history is cleared. What the secretariat takes in late or rewords is done elsewhere.
 */
@Component
class Steps {

	private static final String COUNTS = """
			with version as (
			    select id_ from act_re_procdef where key_ = (select key_ from act_re_procdef where id_ = :definition)
			), open as (
			    select task_def_key_ as step, count(*) as waiting, count(*) filter (where due_date_ < :now) as late
			    from act_ru_task where proc_def_id_ in (select id_ from version) group by task_def_key_
			), told as (
			    select r.cycle, r.initiative, r.number, v.accepted, t.revision is not null as taken_in,
			        lag(coalesce(v.accepted, false)) over (partition by r.cycle, r.initiative order by r.number) as after_accepted
			    from revision r left join verdict v on v.revision = r.id left join taken_in t on t.revision = r.id
			), settled as (
			    select settled_as = 'accepted' and (cycle, initiative) not in (
			        select cycle, initiative from told where taken_in) as updated
			    from update_request where state = 'settled'
			), over as (
			    select 'update' as model, 'userTask_provideUpdate' as step, count(*) as done
			    from told where number = 1 and not taken_in
			    union all select 'update', 'userTask_reviseUpdate', count(*)
			    from told where not after_accepted and not taken_in
			    union all select 'review', 'userTask_reviewUpdate', count(*)
			    from told where accepted is not null and after_accepted is not true and not taken_in
			    union all select 'update', 'serviceTask_settleUpdate', count(*) from settled where updated
			    union all select 'update', 'serviceTask_settleWithoutUpdate', count(*) from settled where not updated
			), here as (
			    select step, done from over where model = (select key_ from act_re_procdef where id_ = :definition)
			)
			select step, coalesce(open.waiting, 0) as waiting, coalesce(open.late, 0) as late, coalesce(here.done, 0) as done
			from open full join here using (step) order by step
			""";

	private final JdbcClient jdbc;

	private final Clock clock;

	Steps(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Counts.
	 * @param definition the engine's id of one of the model's versions
	 * @return the steps at which anything is, and those that our record tells of
	 */
	List<Step> of(String definition) {
		return this.jdbc.sql(COUNTS)
			.param("definition", definition)
			.param("now", Timestamp.from(this.clock.instant()))
			.query(Step.class)
			.list();
	}

	/**
	 * A step.
	 *
	 * @param step the id of its element in the model
	 * @param waiting tasks that are open
	 * @param late those of them whose day is past
	 * @param done how often it was done since the first cycle, as far as the record tells
	 */
	record Step(String step, long waiting, long late, long done) {
	}

}
