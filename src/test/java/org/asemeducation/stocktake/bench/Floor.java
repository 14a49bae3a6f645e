package org.asemeducation.stocktake.bench;

import java.util.List;
import java.util.function.IntConsumer;

import javax.sql.DataSource;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The bare engine on a database of its own on the same server: history full,
 * authorization on, models with the same call activities, tasks and candidate groups and
 * nothing else. No variables, no gateways, no listeners, no queries.
 */
final class Floor implements AutoCloseable {

	private final SpringProcessEngineConfiguration configuration = new SpringProcessEngineConfiguration();

	private final ProcessEngine engine;

	private final JdbcTemplate jdbc;

	private final TransactionTemplate transaction;

	Floor(DataSource database) {
		DataSourceTransactionManager transactions = new DataSourceTransactionManager(database);
		this.jdbc = new JdbcTemplate(database);
		this.transaction = new TransactionTemplate(transactions);
		this.configuration.setProcessEngineName("floor");
		StaticApplicationContext nobody = new StaticApplicationContext();
		nobody.refresh();
		this.configuration.setApplicationContext(nobody);
		this.configuration.setDataSource(database);
		this.configuration.setTransactionManager(transactions);
		this.configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_FALSE);
		this.configuration.setHistory(ProcessEngineConfiguration.HISTORY_FULL);
		this.configuration.setAuthorizationEnabled(true);
		this.configuration.setDefaultUserPermissionNameForTask("TASK_WORK");
		this.configuration.setJobExecutorActivate(false);
		this.configuration.setEnforceHistoryTimeToLive(false);
		this.engine = this.configuration.buildProcessEngine();
		this.engine.getRepositoryService()
			.createDeployment()
			.addModelInstance("cycle.bpmn", cycle())
			.addModelInstance("meeting.bpmn", oneTask("meeting", "aes"))
			.addModelInstance("one.bpmn", update("one", "bench1"))
			.addModelInstance("two.bpmn", update("two", "bench1,bench2"))
			.addModelInstance("review.bpmn", oneTask("review", "aes,swg"))
			.addModelInstance("mail.bpmn", mail())
			.deploy();
	}

	private static BpmnModelInstance update(String key, String groups) {
		return Bpmn.createExecutableProcess(key)
			.startEvent()
			.userTask("provide")
			.camundaCandidateGroups(groups)
			.callActivity("callReview")
			.calledElement("review")
			.endEvent()
			.done();
	}

	private static BpmnModelInstance oneTask(String key, String groups) {
		return Bpmn.createExecutableProcess(key)
			.startEvent()
			.userTask("task")
			.camundaCandidateGroups(groups)
			.endEvent()
			.done();
	}

	private static BpmnModelInstance mail() {
		return Bpmn.createExecutableProcess("mail")
			.startEvent()
			.intermediateCatchEvent()
			.timerWithDuration("PT1M")
			.endEvent()
			.done();
	}

	private static BpmnModelInstance cycle() {
		return Bpmn.createExecutableProcess("cycle")
			.startEvent()
			.parallelGateway("fork")
			.callActivity()
			.calledElement("meeting")
			.endEvent()
			.moveToNode("fork")
			.callActivity()
			.calledElement("meeting")
			.endEvent()
			.moveToNode("fork")
			.callActivity()
			.calledElement("meeting")
			.endEvent()
			.moveToNode("fork")
			.callActivity()
			.calledElement("meeting")
			.endEvent()
			.moveToNode("fork")
			.userTask("send")
			.camundaCandidateGroups("aes")
			.endEvent()
			.done();
	}

	/** Rows of one's own come after the copied ones. */
	void countOnFrom(String table) {
		this.jdbc.execute(
				"select setval(pg_get_serial_sequence('%s', 'id'), (select max(id) from %s))".formatted(table, table));
	}

	JdbcTemplate jdbc() {
		return this.jdbc;
	}

	JdbcClient client() {
		return JdbcClient.create(this.jdbc);
	}

	/** Does something in one transaction. */
	void commit(Runnable act) {
		this.transaction.executeWithoutResult((status) -> act.run());
	}

	/** Starts instances in one transaction, all with one flush of the engine. */
	void start(int count, IntConsumer each) {
		this.configuration.getCommandExecutorTxRequired().execute((context) -> {
			for (int number = 0; number < count; number++) {
				each.accept(number);
			}
			return null;
		});
	}

	void start(String model, String businessKey) {
		this.engine.getRuntimeService().startProcessInstanceByKey(model, businessKey);
	}

	/** The ids of the open tasks of a cycle, in the order of their initiatives. */
	List<String> tasks(String cycle) {
		return this.jdbc.queryForList("""
				select t.id_ from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
				where e.business_key_ like ? || '/S%' order by e.business_key_""", String.class, cycle);
	}

	String reviewOf(String businessKey) {
		return this.jdbc.queryForObject("""
				select t.id_ from act_ru_execution e join act_ru_execution s on s.proc_inst_id_ = e.id_
				join act_ru_execution r on r.super_exec_ = s.id_ join act_ru_task t on t.proc_inst_id_ = r.id_
				where e.business_key_ = ?""", String.class, businessKey);
	}

	void complete(String task, String user) {
		this.configuration.getCommandExecutorTxRequired().execute((context) -> {
			this.engine.getTaskService().setAssignee(task, user);
			this.engine.getTaskService().complete(task);
			return null;
		});
	}

	@Override
	public void close() {
		this.engine.close();
	}

}
