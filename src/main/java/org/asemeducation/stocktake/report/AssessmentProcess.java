package org.asemeducation.stocktake.report;

import java.util.Set;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.engine.AsNobody;
import org.asemeducation.stocktake.engine.BusinessKey;
import org.asemeducation.stocktake.engine.MessageSender;
import org.asemeducation.stocktake.engine.Tasks;
import org.camunda.bpm.engine.RuntimeService;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What {@code assessment.bpmn} is started with and hears; alone talks to the engine for
 * it.
 */
@Component
class AssessmentProcess implements MessageSender {

	static final String ASSESS = "userTask_assessContribution";

	private static final String KEY = "assessment";

	private static final String REPORT_EDITED = "ReportEdited";

	private static final String SUBGOAL = "subgoal/";

	private final RuntimeService runtime;

	private final Tasks tasks;

	private final AsNobody asNobody;

	private final JdbcClient jdbc;

	AssessmentProcess(RuntimeService runtime, Tasks tasks, AsNobody asNobody, JdbcClient jdbc) {
		this.runtime = runtime;
		this.tasks = tasks;
		this.asNobody = asNobody;
		this.jdbc = jdbc;
	}

	@Override
	public Set<String> messages() {
		return Set.of(REPORT_EDITED);
	}

	/**
	 * Starts one for each subgoal of the plan, unless it runs. The caller holds the
	 * cycle's lock, or runs in the cycle's own job.
	 * @param cycle the cycle
	 */
	void start(CycleName cycle) {
		this.jdbc.sql("""
				select number from subgoal s
				where not exists (select from act_ru_execution where business_key_ = :cycle || '/subgoal/' || s.number)
				and not exists (select from report_assessment a
				    where a.cycle = :cycle and a.subgoal = s.number and a.finished_at is not null)
				order by string_to_array(number, '.')::int[]""")
			.param("cycle", cycle.value())
			.query(String.class)
			.list()
			.forEach((subgoal) -> this.asNobody
				.call(() -> this.runtime.startProcessInstanceByKey(KEY, key(cycle, subgoal).toString())));
	}

	/**
	 * The contribution to a subgoal is assessed.
	 * @param cycle the cycle
	 * @param subgoal its number
	 * @param by the user id
	 */
	void assessed(CycleName cycle, String subgoal, String by) {
		this.tasks.complete(key(cycle, subgoal), ASSESS, by);
	}

	/**
	 * Editing is finished: what is not assessed by now is not assessed.
	 * @param cycle the cycle
	 */
	void edited(CycleName cycle) {
		this.jdbc.sql("""
				select business_key_ from act_ru_execution
				where business_key_ like :cycle || '/subgoal/%' and parent_id_ is null order by business_key_""")
			.param("cycle", cycle.value())
			.query(String.class)
			.list()
			.forEach((key) -> this.asNobody.call(() -> this.runtime.createMessageCorrelation(REPORT_EDITED)
				.processInstanceBusinessKey(key)
				.correlateAllWithResult()));
	}

	/** Which subgoal a task is about. */
	static String subgoal(BusinessKey about) {
		return about.requiredPart().substring(SUBGOAL.length());
	}

	private static BusinessKey key(CycleName cycle, String subgoal) {
		return BusinessKey.of(cycle.value(), SUBGOAL + subgoal);
	}

}
