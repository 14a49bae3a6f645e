package org.asemeducation.stocktake.cycle.minutes;

import java.util.List;
import java.util.Optional;

import org.asemeducation.stocktake.ProcessTest;
import org.asemeducation.stocktake.SameMoment;
import org.asemeducation.stocktake.Stage;
import org.asemeducation.stocktake.Troupe;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.MeetingActs;
import org.asemeducation.stocktake.cycle.MeetingOutcome;
import org.asemeducation.stocktake.cycle.MeetingPlan;
import org.asemeducation.stocktake.cycle.MeetingRecord;
import org.asemeducation.stocktake.cycle.Meetings;
import org.asemeducation.stocktake.engine.Refused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.asemeducation.stocktake.cycle.MeetingKind.ISOM;
import static org.asemeducation.stocktake.cycle.MeetingKind.SOM1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What a meeting decided, as a numbered list on its record.
 */
@ProcessTest
class MeetingDecisionsProcessTest {

	private static final MeetingDecision ONE = new MeetingDecision("The report has five chapters.", null);

	private static final MeetingDecision TWO = new MeetingDecision("A host is sought.", Troupe.TWO_COORDINATORS);

	@Autowired
	private Stage stage;

	@Autowired
	private SameMoment sameMoment;

	@Autowired
	private Troupe troupe;

	@Autowired
	private Meetings meetings;

	@Autowired
	private MeetingActs acts;

	@Autowired
	private MeetingDecisions decisions;

	private CycleName cycle;

	@BeforeEach
	void holdAMeeting() {
		this.cycle = this.stage.open();
		this.acts.confirm(this.cycle, ISOM, MeetingPlan.of(this.meetings.of(this.cycle, ISOM)), aes());
		this.acts.prepare(this.cycle, ISOM, aes());
		this.acts.decide(this.cycle, ISOM, MeetingOutcome.held(this.meetings.of(this.cycle, ISOM).planned()), aes());
	}

	@Test
	void decisionsAreNumberedInTheirOrderAndStayOnceTheMeetingIsRecorded() {
		// when
		save(0, ONE, TWO);
		save(1, TWO, ONE);
		this.acts.record(this.cycle, ISOM, MeetingRecord.of(this.meetings.of(this.cycle, ISOM)), aes());
		// then
		assertThat(this.decisions.of(this.cycle, ISOM)).isEqualTo(new DecisionList(2, List.of(TWO, ONE)));
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> save(2, ONE))
			.withMessage("Nothing is saved: ISOM of %s is recorded.", this.cycle);
	}

	@Test
	void aMeetingThatIsNotHeldHasDecidedNothing() {
		// when, then
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.decisions.save(this.cycle, SOM1, new DecisionList(0, List.of(ONE)), aes()))
			.withMessage("Nothing is saved: SOM1 of %s is not held yet.", this.cycle);
	}

	@Test
	void whatCannotBeIsOneSentenceAndChangesNothing() {
		// given
		save(0, ONE);
		// when, then
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> save(1, ONE, new MeetingDecision(" ", null)))
			.withMessageContaining("say what decision 2 is");
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> save(1, new MeetingDecision("Go", "A99-I99")))
			.withMessageContaining("decision 1 is about “A99-I99”, and %s has no such initiative", this.cycle);
		assertThat(this.decisions.of(this.cycle, ISOM)).isEqualTo(new DecisionList(1, List.of(ONE)));
	}

	@Test
	void twoWhoSaveOnTheSameVersionAreToldApart() {
		// given
		save(0, ONE);
		// when
		List<Optional<Throwable>> told = this.sameMoment.act("cycle where name = '%s'".formatted(this.cycle),
				() -> save(1, ONE, TWO), () -> save(1));
		// then
		assertThat(told.get(0)).isEmpty();
		assertThat(told.get(1)).get().asString().contains("somebody has changed the decisions meanwhile");
		assertThat(this.decisions.of(this.cycle, ISOM).decisions()).containsExactly(ONE, TWO);
	}

	private void save(int version, MeetingDecision... decisions) {
		this.decisions.save(this.cycle, ISOM, new DecisionList(version, List.of(decisions)), aes());
	}

	private String aes() {
		return this.troupe.user("aes");
	}

}
