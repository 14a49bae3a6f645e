package org.asemeducation.stocktake.cycle;

import java.time.Duration;
import java.util.List;

import org.asemeducation.stocktake.Jobs;
import org.asemeducation.stocktake.Path;
import org.asemeducation.stocktake.PostOffice;
import org.asemeducation.stocktake.ProcessTest;
import org.asemeducation.stocktake.Stage;
import org.asemeducation.stocktake.Troupe;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.notification.Reminders;
import org.asemeducation.stocktake.update.Coordinators;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.HandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A cycle that the secretariat closes before it came to its end.
 */
@ProcessTest
class ClosingProcessTest {

	private static final String ONE = Troupe.ONE_COORDINATOR;

	private static final String TWO = Troupe.TWO_COORDINATORS;

	@Autowired
	private Stage stage;

	@Autowired
	private Path path;

	@Autowired
	private Jobs jobs;

	@Autowired
	private PostOffice post;

	@Autowired
	private Troupe troupe;

	@Autowired
	private ClosingCycle closing;

	@Autowired
	private ClosedCycles closed;

	@Autowired
	private Cycles cycles;

	@Autowired
	private Coordinators coordinators;

	@Autowired
	private Reminders reminders;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void whatStaysOpenIsShownAndThenNothingIsAskedOrMailedAnyMore() {
		// given one waits with a draft, one is in review, and the requests are not sent
		CycleName cycle = this.stage.gathering(ONE, TWO);
		this.coordinators.save(cycle, ONE, "harbour", "Half of it");
		this.coordinators.submit(cycle, TWO, "harbour", "All of it");
		// when
		ClosingCycle.Closing look = this.closing.look(cycle);
		// then
		assertThat(look.objections()).isEmpty();
		assertThat(look.open())
			.contains("1 update is waited for: it is not any more.", "1 update is in review: it stays as submitted.",
					"1 draft was not submitted: it is kept.", "Not held or not recorded: ISOM, SOM1, SOM2, ASEMME.")
			.anyMatch((one) -> one.endsWith("mails are not sent: they are cancelled."))
			.anyMatch((one) -> one.endsWith("tasks are open: they go away."));
		// when
		this.closing.close(cycle, "The ministers' meeting is cancelled", this.troupe.user("aes"));
		this.jobs.run(cycle, "serviceTask_endSteps");
		// then
		assertThat(this.cycles.get(cycle).state()).isEqualTo(Cycle.State.ENDED);
		assertThat(running(cycle)).isEmpty();
		assertThat(this.path.of("closeCycle", cycle)).containsExactly("startEvent_closingDecided",
				"serviceTask_stopMails", "exclusiveGateway_stepsRunning", "serviceTask_endSteps",
				"exclusiveGateway_allStepsEnded", "endEvent_cycleEnded");
		assertThat(this.post.deliver(cycle)).isEmpty();
		assertThat(mails(cycle)).containsOnly("cancelled");
		this.stage.later(Duration.ofDays(400).toSeconds());
		this.reminders.claimDue();
		assertThat(mails(cycle)).containsOnly("cancelled");
		assertThat(this.coordinators.draft(cycle, ONE).path("progress").asText()).isEqualTo("Half of it");
		assertThat(audited(cycle)).containsExactly("The ministers' meeting is cancelled");
	}

	@Test
	void aClosedCycleIsNotActedOn() throws Exception {
		// given
		CycleName cycle = this.stage.gathering(ONE);
		// when
		assertThat(refusedBy(cycle, "POST")).isFalse();
		this.closing.close(cycle, "No money", this.troupe.user("aes"));
		this.jobs.run(cycle, "serviceTask_endSteps");
		// then
		assertThat(refusedBy(cycle, "POST")).isTrue();
		assertThat(refusedBy(cycle, "GET")).isFalse();
		assertThat(this.cycles.unpublished()).doesNotContain(cycle);
		assertThat(this.coordinators.mayWrite(cycle, ONE, "harbour")).isNotEqualTo("yes");
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.closing.close(cycle, "Again", this.troupe.user("aes")))
			.withMessageContaining("is closed already");
	}

	@Test
	void aCycleWithoutAReasonStaysOpen() {
		CycleName cycle = this.stage.gathering(ONE);

		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.closing.close(cycle, " ", this.troupe.user("aes")))
			.satisfies((refused) -> assertThat(refused.problems()).extracting(Refused.Problem::field)
				.containsExactly("reason"));
		assertThat(this.cycles.get(cycle).state()).isEqualTo(Cycle.State.GATHERING);
	}

	@Test
	void whatIsWithMinistersOrPublishedIsDecidedFirst() {
		// given
		CycleName sealed = this.stage.gathering(ONE);
		this.jdbc.sql("""
				update cycle set state = 'published', published_at = opened_at, closed_at = opened_at
				where name = :cycle""").param("cycle", sealed.value()).update();
		// then
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.closing.close(sealed, "Enough", this.troupe.user("aes")))
			.withMessageContaining("its annex is not adopted");
	}

	private boolean refusedBy(CycleName cycle, String method) throws Exception {
		MockHttpServletRequest request = new MockHttpServletRequest(method, "/api/anything");
		request.setAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, java.util.Map.of("cycle", cycle.value()));
		MockHttpServletResponse response = new MockHttpServletResponse();
		boolean goesOn = this.closed.preHandle(request, response, this);
		assertThat(response.getStatus()).isEqualTo(goesOn ? 200 : 409);
		return !goesOn;
	}

	private List<String> running(CycleName cycle) {
		return this.jdbc.sql("""
				select proc_def_key_ from act_ru_execution where parent_id_ is null
				and (business_key_ = :cycle or starts_with(business_key_, :cycle || '/'))""")
			.param("cycle", cycle.value())
			.query(String.class)
			.list();
	}

	private List<String> mails(CycleName cycle) {
		return this.jdbc.sql("select state from mail where cycle = :cycle")
			.param("cycle", cycle.value())
			.query(String.class)
			.list();
	}

	private List<String> audited(CycleName cycle) {
		return this.jdbc.sql("select after from audit where act = 'close cycle' and subject = :cycle")
			.param("cycle", cycle.value())
			.query(String.class)
			.list();
	}

}
