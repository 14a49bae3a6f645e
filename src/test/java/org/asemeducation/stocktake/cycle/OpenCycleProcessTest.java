package org.asemeducation.stocktake.cycle;

import java.util.List;

import org.asemeducation.stocktake.Calendars;
import org.asemeducation.stocktake.Path;
import org.asemeducation.stocktake.ProcessTest;
import org.asemeducation.stocktake.Sabotage;
import org.asemeducation.stocktake.Stage;
import org.asemeducation.stocktake.Troupe;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.plan.ContributionsConfirmed;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

@ProcessTest
class OpenCycleProcessTest {

	@Autowired
	private Stage stage;

	@Autowired
	private Calendars calendars;

	@Autowired
	private Path path;

	@Autowired
	private Sabotage sabotage;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionOperations transaction;

	@Autowired
	private ApplicationEventPublisher events;

	@Autowired
	private HistoryService history;

	@Autowired
	private RuntimeService runtime;

	@Autowired
	private CycleOpening opening;

	@Test
	void opensTheCycleAndEnds() {
		// when
		CycleName cycle = this.stage.open();
		// then
		assertThat(this.path.of("openCycle", cycle)).containsExactly("startEvent_calendarProposed",
				"serviceTask_openCycle", "endEvent_cycleOpened");
		assertThat(this.runtime.createProcessInstanceQuery()
			.processDefinitionKey("openCycle")
			.processInstanceBusinessKey(cycle.value())
			.count()).isZero();
		ProcessInstance started = this.stage.instance("cycle", cycle);
		assertThat(started).isWaitingAtExactly("callActivity_isom", "callActivity_som1", "callActivity_som2",
				"callActivity_asemme", "subProcess_requestUpdates", "userTask_sendRequests");
		assertThat(this.stage.instances("meeting", cycle + "/%")).extracting(ProcessInstance::getBusinessKey)
			.containsExactlyInAnyOrder(cycle + "/ISOM", cycle + "/SOM1", cycle + "/SOM2", cycle + "/ASEMME");
	}

	@Test
	void theDatabaseCountsTheRowsOfALargePlanAtOnce() {
		this.transaction.executeWithoutResult((status) -> {
			// given
			status.setRollbackOnly();
			this.jdbc.sql("""
					insert into initiative (id, action, position, title, is_new, links, in_force)
					select 'L' || n, 1, 1000 + n, 'One of many', false, '{}', true from generate_series(1, 200) n""")
				.update();
			// when
			CycleName cycle = this.stage.open();
			// then
			assertThat(this.jdbc.sql("""
					select cast(cast(most_common_vals as text) as text[]) from pg_stats
					where tablename = 'cycle_initiative' and attname = 'cycle'""")
				.query((row, number) -> (String[]) row.getArray(1).getArray())
				.single()).contains(cycle.value());
		});
	}

	@Test
	void initiativesCountWithTheFirstObjectiveThatTheirActionServes() {
		this.transaction.executeWithoutResult((status) -> {
			// given
			status.setRollbackOnly();
			this.jdbc.sql("delete from contribution").update();
			this.jdbc
				.sql("insert into objective (number, title, in_force) values (7, 'Seventh', true), (8, 'Eighth', true)")
				.update();
			this.jdbc.sql("""
					insert into subgoal (number, objective, text, in_force)
					values ('7.1', 7, 'Of the seventh', true), ('8.1', 8, 'Of the eighth', true)""").update();
			this.jdbc.sql("""
					insert into contribution (action, subgoal, confirmed_at, confirmed_by)
					values (1, '8.1', now(), 'aes'), (1, '7.1', null, null)""").update();
			// when
			CycleName cycle = this.stage.open();
			// then
			assertThat(objectives(cycle, "action = 1")).as("what is only proposed does not count").containsExactly(8);
			assertThat(objectives(cycle, "action <> 1")).containsOnlyNulls();
			// when
			this.jdbc.sql("update contribution set confirmed_at = now(), confirmed_by = 'aes'").update();
			this.events.publishEvent(new ContributionsConfirmed());
			// then
			assertThat(objectives(cycle, "action = 1")).containsExactly(7);
			// when
			this.jdbc.sql("update cycle set state = 'published' where name = :cycle")
				.param("cycle", cycle.value())
				.update();
			this.jdbc.sql("delete from contribution").update();
			this.events.publishEvent(new ContributionsConfirmed());
			// then
			assertThat(objectives(cycle, "action = 1")).as("what is over stays").containsExactly(7);
		});
	}

	private List<Integer> objectives(CycleName cycle, String which) {
		return this.jdbc.sql("select distinct objective from cycle_initiative where cycle = :cycle and " + which)
			.param("cycle", cycle.value())
			.query((row, number) -> row.getObject(1, Integer.class))
			.list();
	}

	@Test
	void aCycleThatIsOpenIsNotStartedOnceMore() {
		// given
		CycleName cycle = this.stage.open();
		// when
		assertThatThrownBy(() -> this.runtime.startProcessInstanceByKey("openCycle", cycle.value()))
			.hasStackTraceContaining("is open already");
		// then
		assertThat(this.runtime.createProcessInstanceQuery()
			.processDefinitionKey("cycle")
			.processInstanceBusinessKey(cycle.value())
			.count()).isOne();
	}

	@Test
	void copiesThePlanSoThatALaterChangeLeavesTheCycleAlone() {
		// given
		CycleName cycle = this.stage.open();
		// when
		this.jdbc.sql("update initiative set title = 'Renamed' where id = :id")
			.param("id", Troupe.ONE_COORDINATOR)
			.update();
		// then
		assertThat(titles(cycle)).containsExactly("One coordinator", "Two coordinators", "Nobody yet", "Only a host",
				"A coordinator with support");
		this.jdbc.sql("update initiative set title = 'One coordinator' where id = :id")
			.param("id", Troupe.ONE_COORDINATOR)
			.update();
	}

	@Test
	void refusesANameThatIsTakenAndStartsNothing() {
		// given
		NewCycle proposal = this.calendars.proposal();
		this.stage.open(proposal);
		// when, then
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> this.opening.open(proposal, "aes"))
			.satisfies((refused) -> assertThat(refused.problems()).extracting(Refused.Problem::field)
				.containsExactly("name"));
		assertThat(this.stage.instance("cycle", proposal.name())).isNotEnded();
	}

	@Test
	void aFailingStepLeavesNothingBehind() {
		// given
		NewCycle proposal = this.calendars.proposal();
		this.sabotage.breakTable("cycle_initiative");
		// when, then
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> this.opening.open(proposal, "aes"))
			.withMessageContaining("sabotaged");
		assertThat(this.jdbc.sql("select count(*) from cycle where name = :name")
			.param("name", proposal.name())
			.query(Integer.class)
			.single()).isZero();
		assertThat(
				this.history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(proposal.name()).count())
			.isZero();
	}

	@Test
	void nobodyStartsACyclePastItsCalendar() {
		// given
		String name = this.calendars.proposal().name();
		// when, then
		assertThatExceptionOfType(RuntimeException.class)
			.isThrownBy(() -> this.runtime.startProcessInstanceByKey("openCycle", name))
			.withMessageContaining("There is no cycle " + name);
		assertThat(this.runtime.createProcessInstanceQuery().processInstanceBusinessKey(name).count()).isZero();
	}

	private List<String> titles(CycleName cycle) {
		return this.jdbc.sql("select title from cycle_initiative where cycle = :cycle order by position")
			.param("cycle", cycle.value())
			.query(String.class)
			.list();
	}

}
