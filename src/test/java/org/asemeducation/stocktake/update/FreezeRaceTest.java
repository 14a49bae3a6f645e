package org.asemeducation.stocktake.update;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.asemeducation.stocktake.Jobs;
import org.asemeducation.stocktake.ProcessTest;
import org.asemeducation.stocktake.SameMoment;
import org.asemeducation.stocktake.Stage;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.review.Reviewers;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.asemeducation.stocktake.Troupe.ONE_COORDINATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

/**
 * Coordinators who write in the very moment in which the gathering ends: nothing is lost,
 * whoever comes first.
 */
@ProcessTest
class FreezeRaceTest {

	private static final String FREEZE = "serviceTask_freezeUpdates";

	@Autowired
	private Stage stage;

	@Autowired
	private Jobs jobs;

	@Autowired
	private SameMoment sameMoment;

	@Autowired
	private Coordinators coordinators;

	@Autowired
	private Reviewers reviewers;

	@Autowired
	private Drafts drafts;

	private CycleName cycle;

	private ProcessInstance update;

	@BeforeEach
	void reachTheFreeze() {
		this.cycle = this.stage.gathering(ONE_COORDINATOR);
		this.update = this.stage.update(this.cycle, ONE_COORDINATOR);
		this.jobs.run(this.cycle, "boundaryEvent_freezeReached");
	}

	@Test
	void anUpdateSubmittedJustBeforeIsReviewed() {
		// when
		List<Optional<Throwable>> told = race(this::submit, this::freeze);
		// then
		assertThat(told).containsOnly(Optional.empty());
		this.stage.freezeOn(this.cycle);
		assertThat(this.update).isWaitingAtExactly("callActivity_review");
		this.reviewers.accept(this.cycle, ONE_COORDINATOR);
		assertThat(standing()).isEqualTo("accepted");
	}

	@Test
	void anUpdateSubmittedJustAfterIsRefusedInWords() {
		// when
		List<Optional<Throwable>> told = race(this::freeze, this::submit);
		// then
		assertThat(told.get(0)).isEmpty();
		assertThat(told.get(1)).get().isInstanceOf(Refused.class).asString().contains("closed");
		assertThat(standing()).isEqualTo("no-update-received");
		assertThat(this.update).isEnded();
	}

	@Test
	void aDraftSavedJustBeforeIsDecidedOn() {
		// when
		List<Optional<Throwable>> told = race(this::save, this::freeze);
		// then
		assertThat(told).containsOnly(Optional.empty());
		this.stage.freezeOn(this.cycle);
		assertThat(this.drafts.unsubmitted(this.cycle)).hasSize(1);
		assertThat(this.stage.instance("cycle", this.cycle)).isWaitingAt("userTask_decideDrafts");
		this.coordinators.decide(this.cycle, Map.of(ONE_COORDINATOR, "take-in"));
		assertThat(this.update).isWaitingAtExactly("callActivity_review");
	}

	@Test
	void aDraftSavedJustAfterIsRefusedInWords() {
		// when
		List<Optional<Throwable>> told = race(this::freeze, this::save);
		// then
		assertThat(told.get(0)).isEmpty();
		assertThat(told.get(1)).get().isInstanceOf(Refused.class).asString().contains("closed");
		assertThat(standing()).isEqualTo("no-update-received");
	}

	@Test
	void anUpdateReturnedJustBeforeIsDecidedOn() {
		// given
		submit();
		// when
		List<Optional<Throwable>> told = race(this::sendBack, this::freeze);
		// then
		assertThat(told).containsOnly(Optional.empty());
		this.stage.freezeOn(this.cycle);
		assertThat(this.drafts.unsubmitted(this.cycle)).hasSize(1);
		assertThat(this.stage.instance("cycle", this.cycle)).isWaitingAt("userTask_decideDrafts");
	}

	@Test
	void draftsDecidedOnTwiceInTheSameMomentAreDecidedOnOnce() {
		// given
		save();
		freeze();
		this.stage.freezeOn(this.cycle);
		// when
		List<Optional<Throwable>> told = race(() -> decide("take-in"), () -> decide("leave-out"));
		// then
		assertThat(told.get(0)).isEmpty();
		assertThat(told.get(1)).get().isInstanceOf(Refused.class).asString().contains("is not open, or no longer");
		assertThat(this.update).isWaitingAtExactly("callActivity_review");
	}

	private List<Optional<Throwable>> race(Runnable first, Runnable second) {
		return this.sameMoment.act("update_request where cycle = '%s'".formatted(this.cycle), first, second);
	}

	private void submit() {
		this.coordinators.submit(this.cycle, ONE_COORDINATOR, "harbour", "In the last minute");
	}

	private void save() {
		this.coordinators.save(this.cycle, ONE_COORDINATOR, "harbour", "In the last minute");
	}

	private void sendBack() {
		this.reviewers.giveBack(this.cycle, ONE_COORDINATOR, "In which years?");
	}

	private void decide(String decision) {
		this.coordinators.decide(this.cycle, Map.of(ONE_COORDINATOR, decision));
	}

	private void freeze() {
		this.jobs.run(this.cycle, FREEZE);
	}

	private String standing() {
		return this.coordinators.standing(this.cycle, ONE_COORDINATOR);
	}

}
