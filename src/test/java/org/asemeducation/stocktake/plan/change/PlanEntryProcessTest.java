package org.asemeducation.stocktake.plan.change;

import java.util.List;

import org.asemeducation.stocktake.Path;
import org.asemeducation.stocktake.ProcessTest;
import org.asemeducation.stocktake.Troupe;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.plan.Basis;
import org.asemeducation.stocktake.plan.InitiativeId;
import org.asemeducation.stocktake.plan.PlanChanges;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The entry "Change the plan" under "Start process". Every test is undone.
 */
@ProcessTest
@Transactional
class PlanEntryProcessTest {

	@Autowired
	private PlanEntry entry;

	@Autowired
	private PlanChanges changes;

	@Autowired
	private Path path;

	@Autowired
	private Troupe troupe;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void theChangeIsMadeAndItsInstanceWritesItIntoTheAudit() {
		// when
		Outcome outcome = this.entry.make(renaming(), this.changes.latest(), this.troupe.user("aes"));
		// then
		assertThat(this.changes.newest(Troupe.ONE_COORDINATOR, 1).get(0).act()).isEqualTo("rename");
		String act = "desk/" + this.jdbc.sql("select max(id) from desk_act").query(Long.class).single();
		assertThat(this.path.of("changePlan", act)).containsExactly("startEvent_changeOfPlanDecided",
				"serviceTask_auditAct", "endEvent_planChanged");
		assertThat(this.jdbc.sql("select who || ': ' || act || ': ' || after from audit where subject = :act")
			.param("act", act)
			.query(String.class)
			.list()).containsExactly("%s: rename in the plan: %s".formatted(this.troupe.user("aes"), outcome.means()));
	}

	@Test
	void whatWasDecidedOnAnOlderPlanLeavesNoTrace() {
		// given
		long seen = this.changes.latest();
		this.entry.make(renaming(), seen, this.troupe.user("aes"));
		long acts = acts();
		// when
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.entry.make(renaming(), seen, this.troupe.user("aes")))
			.withMessageContaining("The plan was changed meanwhile");
		// then
		assertThat(acts()).isEqualTo(acts);
	}

	private long acts() {
		return this.jdbc.sql("select count(*) from desk_act where process = 'changePlan'").query(Long.class).single();
	}

	private Asked renaming() {
		return new Asked(Act.RENAME, new InitiativeId(Troupe.ONE_COORDINATOR), null, "A school by the harbour", 0,
				List.of(), List.of(), List.of(), List.of(), false,
				new Basis(this.changes.today(), "It was decided", "SOM1 (ASEMME9)"));
	}

}
