package org.asemeducation.stocktake.cockpit.instance;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts what waits and is late at each step of a model, in all its versions, and what
 * was done at the steps of an update by our own record: the engine's history is cleared.
 */
@Component
class Steps {

	private static final String COUNTS = """
			with version as (
			    select id_ from act_re_procdef where key_ = (select key_ from act_re_procdef where id_ = :definition)
			), open as (
			    select task_def_key_ as step, count(*) as waiting, count(*) filter (where due_date_ < :now) as late
			    from act_ru_task where proc_def_id_ in (select id_ from version) group by task_def_key_
			), over as (
			    select 'userTask_provideUpdate' as step, count(*) as done from revision where number = 1
			    union all select 'userTask_reviseUpdate', count(*) from revision where number > 1
			    union all select 'userTask_reviewUpdate', count(*) from verdict
			    union all select 'serviceTask_settleUpdate', count(*) from update_request where settled_as = 'accepted'
			)
			select step, coalesce(open.waiting, 0) as waiting, coalesce(open.late, 0) as late, coalesce(over.done, 0) as done
			from open full join over using (step) order by step
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
	 * @return the steps at which anything is, and those of an update
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
