package org.asemeducation.stocktake.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.asemeducation.stocktake.Jobs;
import org.asemeducation.stocktake.ProcessTest;
import org.asemeducation.stocktake.Stage;
import org.asemeducation.stocktake.Troupe;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.DeadlineKind;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.asemeducation.stocktake.cycle.Officials;
import org.asemeducation.stocktake.endorsement.Endorsements;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.report.model.Update;
import org.asemeducation.stocktake.review.Reviewers;
import org.asemeducation.stocktake.update.Coordinators;
import org.asemeducation.stocktake.update.extension.Extenders;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What comes after its day is marked, and what comes after the gathering is taken in by
 * name: nothing that is late is lost.
 */
@ProcessTest
class LateUpdateProcessTest {

	private static final String ONE = Troupe.ONE_COORDINATOR;

	private static final String OTHER = Troupe.SUPPORTED;

	@Autowired
	private Stage stage;

	@Autowired
	private Jobs jobs;

	@Autowired
	private Coordinators coordinators;

	@Autowired
	private Reviewers reviewers;

	@Autowired
	private Extenders extenders;

	@Autowired
	private Officials officials;

	@Autowired
	private Editors editors;

	@Autowired
	private Endorsements endorsements;

	@Autowired
	private Reports reports;

	@Autowired
	private DraftAge age;

	@Autowired
	private Cycles cycles;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void whatComesBetweenDeadlineAndFreezeIsMarkedLate() {
		// given
		CycleName cycle = this.stage.gathering(ONE, OTHER);
		this.coordinators.submit(cycle, OTHER, "inland", "In time");
		// when
		to(this.cycles.get(cycle).endOf(DeadlineKind.DEADLINE).plusMillis(1));
		this.coordinators.submit(cycle, ONE, "harbour", "Late");
		// then
		assertThat(late(cycle, ONE)).containsExactly(true);
		assertThat(late(cycle, OTHER)).containsExactly(false);
	}

	@Test
	void whatComesWithinItsExtensionIsNotLate() {
		// given
		CycleName cycle = this.stage.gathering(ONE);
		this.extenders.grant(cycle, ONE, this.cycles.get(cycle).date(DeadlineKind.DEADLINE).plusDays(5));
		// when
		to(this.cycles.get(cycle).endOf(DeadlineKind.DEADLINE).plusMillis(1));
		this.coordinators.submit(cycle, ONE, "harbour", "In time");
		// then
		assertThat(late(cycle, ONE)).containsExactly(false);
	}

	@Test
	void whatCameBackIsLateAfterItsOwnDayOnly() {
		// given it came in time and was returned after the deadline
		CycleName cycle = this.stage.gathering(ONE);
		this.coordinators.submit(cycle, ONE, "harbour", "In time");
		to(this.cycles.get(cycle).endOf(DeadlineKind.DEADLINE).plusMillis(1));
		this.reviewers.giveBack(cycle, ONE, "Which years?");
		// when
		this.coordinators.submit(cycle, ONE, "harbour", "2028");
		this.reviewers.giveBack(cycle, ONE, "All of them?");
		to(this.stage.now().plus(Duration.ofDays(12)));
		this.coordinators.submit(cycle, ONE, "harbour", "All of 2028");
		// then
		assertThat(late(cycle, ONE)).containsExactly(false, false, true);
	}

	@Test
	void theReportSaysOfAnAcceptedUpdateThatItWasLate() {
		// given
		CycleName cycle = this.stage.gathering(ONE, OTHER);
		this.coordinators.submit(cycle, OTHER, "inland", "In time");
		this.reviewers.accept(cycle, OTHER);
		to(this.cycles.get(cycle).endOf(DeadlineKind.DEADLINE).plusMillis(1));
		this.coordinators.submit(cycle, ONE, "harbour", "Late");
		this.reviewers.accept(cycle, ONE);
		// when
		this.jobs.run(cycle, "serviceTask_freezeUpdates");
		this.jobs.run(cycle, "serviceTask_compileReport");
		// then
		assertThat(update(cycle, ONE).late()).isTrue();
		assertThat(update(cycle, OTHER).late()).isNull();
	}

	@Test
	void whatIsTakenInAfterTheFreezeIsAcceptedAndPutsTheDraftOutOfDate() {
		// given
		CycleName cycle = compiled(ONE, OTHER);
		assertThat(this.age.of(cycle).orElseThrow().acceptedSince()).isEmpty();
		this.stage.later(60);
		// when
		this.reviewers.takeInLate(cycle, ONE, "It came by letter", "The post was slow");
		// then
		assertThat(this.coordinators.standing(cycle, ONE)).isEqualTo("accepted");
		assertThat(late(cycle, ONE)).containsExactly(true);
		assertThat(this.age.of(cycle).orElseThrow().acceptedSince()).containsExactly(ONE);
		assertThat(this.stage.instances("takeInLate", cycle + "/" + ONE)).isEmpty();
		assertThat(this.jdbc
			.sql("select before || ' > ' || after from audit where act = 'take in late update' and subject = :about")
			.param("about", cycle + "/" + ONE)
			.query(String.class)
			.single()).isEqualTo("no-update-received > revision 1: The post was slow");
		this.stage.later(60);
		this.reports.compile(cycle);
		assertThat(this.age.of(cycle).orElseThrow().acceptedSince()).isEmpty();
		assertThat(update(cycle, ONE)).satisfies((update) -> {
			assertThat(update.progress()).isEqualTo("It came by letter");
			assertThat(update.acceptedBy()).isEqualTo("ASEM Education Secretariat");
			assertThat(update.late()).isTrue();
		});
	}

	@Test
	void aDraftThatWasLeftOutMayBeTakenInLate() {
		// given
		CycleName cycle = this.stage.gathering(ONE);
		this.coordinators.save(cycle, ONE, "harbour", "Half of it");
		this.stage.freeze(cycle);
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.reviewers.takeInLate(cycle, ONE, "All of it", "They called"))
			.withMessageContaining("Decide on the draft");
		this.coordinators.decide(cycle, Map.of(ONE, "leave-out"));
		// when
		this.reviewers.takeInLate(cycle, ONE, "All of it", "They called");
		// then
		assertThat(this.coordinators.standing(cycle, ONE)).isEqualTo("accepted");
		assertThat(this.jdbc.sql("select count(*) from draft where cycle = :cycle")
			.param("cycle", cycle.value())
			.query(Long.class)
			.single()).isZero();
	}

	@Test
	void whatCanStillComeByItselfIsNotTakenIn() {
		// given
		CycleName cycle = this.stage.gathering(ONE, OTHER, Troupe.TWO_COORDINATORS);
		assertThat(refusal(cycle, ONE)).contains("is under way");
		this.coordinators.submit(cycle, OTHER, "inland", "In time");
		this.extenders.grantPastTheFreeze(cycle, Troupe.TWO_COORDINATORS,
				this.cycles.get(cycle).date(DeadlineKind.FREEZE).plusDays(5));
		// when
		this.stage.freeze(cycle);
		// then
		assertThat(refusal(cycle, OTHER)).contains("lies with the reviewers");
		assertThat(refusal(cycle, Troupe.TWO_COORDINATORS)).contains("is held open");
		this.reviewers.accept(cycle, OTHER);
		assertThat(refusal(cycle, OTHER)).contains("is accepted already");
	}

	@Test
	void aReasonAndTheProgressAreNeeded() {
		// given
		CycleName cycle = compiled(ONE);
		// then
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> this.reviewers.takeInLate(cycle, ONE, "Done", " "))
			.satisfies((refused) -> assertThat(refused.problems().get(0).field()).isEqualTo("reason"));
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> this.reviewers.takeInLate(cycle, ONE, " ", "Late"))
			.satisfies((refused) -> assertThat(refused.problems().get(0).field()).isEqualTo("progress"));
		assertThat(this.coordinators.standing(cycle, ONE)).isEqualTo("no-update-received");
	}

	@Test
	void nothingIsTakenInOnceMinistersHaveTheReport() {
		// given
		CycleName cycle = compiled(ONE);
		List.of(MeetingKind.ISOM, MeetingKind.SOM1, MeetingKind.SOM2, MeetingKind.ASEMME)
			.forEach((kind) -> this.officials.hold(cycle, kind));
		this.editors.finish(cycle);
		this.endorsements.publish(cycle);
		// then
		assertThat(refusal(cycle, ONE)).contains("is sealed, or published");
		assertThat(this.coordinators.standing(cycle, ONE)).isEqualTo("no-update-received");
	}

	private CycleName compiled(String... initiatives) {
		CycleName cycle = this.stage.gathering(initiatives);
		to(this.cycles.get(cycle).endOf(DeadlineKind.FREEZE).plusMillis(1));
		this.stage.freeze(cycle);
		this.jobs.run(cycle, "serviceTask_compileReport");
		return cycle;
	}

	private String refusal(CycleName cycle, String initiative) {
		try {
			this.reviewers.takeInLate(cycle, initiative, "It came by letter", "The post was slow");
		}
		catch (Refused refused) {
			return refused.getMessage();
		}
		throw new AssertionError("It was not refused.");
	}

	private Update update(CycleName cycle, String initiative) {
		return this.reports.latest(cycle)
			.orElseThrow()
			.initiatives()
			.filter((it) -> it.id().equals(initiative))
			.findFirst()
			.orElseThrow()
			.update();
	}

	private List<Boolean> late(CycleName cycle, String initiative) {
		return this.jdbc
			.sql("select late from revision where cycle = :cycle and initiative = :initiative order by number")
			.param("cycle", cycle.value())
			.param("initiative", initiative)
			.query(Boolean.class)
			.list();
	}

	private void to(Instant moment) {
		this.stage.later(Duration.between(this.stage.now(), moment).toSeconds() + 1);
	}

}
