package org.asemeducation.stocktake.cycle;

import java.util.List;

import org.asemeducation.stocktake.engine.AsNobody;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What {@code desk/close-cycle.bpmn} is started with, and what it ends: every instance
 * about the cycle but itself, mails on their way and addresses to mend.
 */
@Component
class CloseCycleProcess {

	/** So many in one transaction: whoever works on one of them waits for no more. */
	private static final int CHUNK = 50;

	private static final String KEY = "closeCycle";

	private static final String REASON = "The cycle is closed";

	private final RuntimeService runtime;

	private final AsNobody asNobody;

	private final JdbcClient jdbc;

	CloseCycleProcess(RuntimeService runtime, AsNobody asNobody, JdbcClient jdbc) {
		this.runtime = runtime;
		this.asNobody = asNobody;
		this.jdbc = jdbc;
	}

	void start(CycleName cycle) {
		this.asNobody.call(() -> this.runtime.startProcessInstanceByKey(KEY, cycle.value()));
	}

	/**
	 * Ends the next instances, with those that they call.
	 * @param cycle the cycle's name
	 * @return whether none is left
	 */
	boolean endNext(String cycle) {
		List<String> next = this.jdbc.sql("""
				select id_ from act_ru_execution
				where parent_id_ is null and super_exec_ is null
				and (business_key_ = :cycle or starts_with(business_key_, :cycle || '/'))
				and proc_def_key_ not in ('closeCycle', 'mail', 'mendAddress')
				order by id_ limit :chunk""").param("cycle", cycle).param("chunk", CHUNK).query(String.class).list();
		if (!next.isEmpty()) {
			this.runtime.deleteProcessInstances(next, REASON, true, true);
		}
		return next.size() < CHUNK;
	}

	static void answerEnded(DelegateExecution execution, boolean all) {
		execution.setVariable("allEnded", all);
	}

}
