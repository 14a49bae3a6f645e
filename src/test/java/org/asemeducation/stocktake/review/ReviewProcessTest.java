package org.asemeducation.stocktake.review;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.asemeducation.stocktake.Path;
import org.asemeducation.stocktake.ProcessTest;
import org.asemeducation.stocktake.Sabotage;
import org.asemeducation.stocktake.SameMoment;
import org.asemeducation.stocktake.Stage;
import org.asemeducation.stocktake.Troupe;
import org.asemeducation.stocktake.access.Coordination;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.DeadlineKind;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.update.Coordinators;
import org.asemeducation.stocktake.update.UpdateKey;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.asemeducation.stocktake.Troupe.ONE_COORDINATOR;
import static org.asemeducation.stocktake.Troupe.SUPPORTED;
import static org.asemeducation.stocktake.Troupe.TWO_COORDINATORS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

@ProcessTest
class ReviewProcessTest {

	private static final String REVIEW = "userTask_reviewUpdate";

	@Autowired
	private Stage stage;

	@Autowired
	private Path path;

	@Autowired
	private Sabotage sabotage;

	@Autowired
	private SameMoment sameMoment;

	@Autowired
	private Troupe troupe;

	@Autowired
	private Coordinators coordinators;

	@Autowired
	private Reviewing reviewing;

	@Autowired
	private Verdicts verdicts;

	@Autowired
	private TakingAsReceived asReceived;

	@Autowired
	private Rounds rounds;

	@Autowired
	private Seats seats;

	@Autowired
	private BodyPreview preview;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private OpenReviews openReviews;

	@Autowired
	private Register register;

	@Autowired
	private Cycles cycles;

	@Autowired
	private TaskService tasks;

	private CycleName cycle;

	private LocalDate today;

	private UpdateKey key;

	private ProcessInstance review;

	@BeforeEach
	void submitAnUpdate() {
		this.cycle = this.stage.gathering(ONE_COORDINATOR);
		this.today = LocalDate.ofInstant(this.stage.now(), this.cycles.get(this.cycle).zone());
		this.key = UpdateKey.of(this.cycle.value(), ONE_COORDINATOR);
		this.coordinators.submit(this.cycle, ONE_COORDINATOR, "harbour", "In some years");
		this.review = this.stage.review(this.cycle, ONE_COORDINATOR);
	}

	@AfterEach
	void endAllTerms() {
		this.seats.all().forEach((seat) -> this.seats.remove(seat.id(), "aes"));
	}

	@Test
	void aSubmittedUpdateLiesWithTheReviewingBodyAndTheSecretariat() {
		// then
		Task task = this.tasks.createTaskQuery().processInstanceId(this.review.getId()).singleResult();
		assertThat(this.review).isWaitingAtExactly(REVIEW);
		assertThat(this.tasks.getIdentityLinksForTask(task.getId()))
			.filteredOn((link) -> "candidate".equals(link.getType()))
			.extracting(IdentityLink::getGroupId)
			.containsExactlyInAnyOrder("aes", "swg");
		assertThat(task.getName()).isEqualTo("Review update: A01-I01 One coordinator");
		assertThat(task.getDueDate()).isEqualTo(this.cycles.get(this.cycle).endOf(DeadlineKind.REVIEWS));
	}

	@Test
	void anAcceptedUpdateEndsTheReviewAsAccepted() {
		// when
		review("reviewer", new Verdict(1, true, null));
		// then
		assertThat(this.review).isEnded().hasNotPassed("endEvent_updateReturned");
		assertThat(this.path.of(this.review)).containsExactly("startEvent_updateSubmitted", REVIEW,
				"serviceTask_readVerdict", "exclusiveGateway_updateAccepted", "endEvent_updateAccepted");
		assertThat(this.verdicts.onLatest(this.key)).contains(true);
	}

	@Test
	void aReturnedUpdateEndsTheReviewAsReturnedAndKeepsItsRemarks() {
		// when
		review("aes", new Verdict(1, false, Map.of("progress", "Which years?", "plans", "Until when?")));
		// then
		assertThat(this.review).isEnded().hasNotPassed("endEvent_updateAccepted");
		assertThat(this.path.of(this.review)).containsExactly("startEvent_updateSubmitted", REVIEW,
				"serviceTask_readVerdict", "exclusiveGateway_updateAccepted", "endEvent_updateReturned");
		assertThat(this.verdicts.on(this.key))
			.containsExactlyInAnyOrderEntriesOf(Map.of("progress", "Which years?", "plans", "Until when?"));
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void ofTwoReviewersInTheSameMomentOneWinsAndTheOtherIsTold(boolean accepted) {
		// given
		Verdict verdict = new Verdict(1, accepted, Map.of("progress", "From the first"));
		Verdict contrary = new Verdict(1, !accepted, Map.of("progress", "From the second"));
		// when
		List<Optional<Throwable>> told = this.sameMoment.act("update_request where cycle = '%s'".formatted(this.cycle),
				() -> review("reviewer", verdict), () -> review("colleague", contrary));
		// then
		assertThat(told.get(0)).isEmpty();
		assertThat(told.get(1)).get()
			.isInstanceOfSatisfying(Refused.class,
					(refused) -> assertThat(refused.why()).isEqualTo(Refused.Why.CONFLICT))
			.asString()
			.contains("somebody was faster");
		assertThat(this.verdicts.onLatest(this.key)).contains(accepted);
		assertThat(this.verdicts.on(this.key)).containsExactly(Map.entry("progress", "From the first"));
		assertThat(this.coordinators.standing(this.cycle, ONE_COORDINATOR))
			.isEqualTo(accepted ? "accepted" : "returned");
	}

	@Test
	void updatesAreDealtOutEvenlyAndAReturnedOneComesBackToItsReviewer() {
		// given
		CycleName other = this.stage.gathering(ONE_COORDINATOR, TWO_COORDINATORS, SUPPORTED);
		// when
		this.coordinators.submit(other, ONE_COORDINATOR, "harbour", "In 2029");
		this.coordinators.submit(other, TWO_COORDINATORS, "harbour", "In 2029");
		// then
		assertThat(reviewer(other, ONE_COORDINATOR)).isEqualTo(this.troupe.user("reviewer"));
		assertThat(reviewer(other, TWO_COORDINATORS)).isEqualTo(this.troupe.user("colleague"));
		// when
		this.coordinators.submit(other, SUPPORTED, "inland", "In 2029");
		this.reviewing.review(UpdateKey.of(other.value(), ONE_COORDINATOR),
				new Verdict(1, false, Map.of("progress", "Which years?")), this.troupe.user("colleague"));
		this.coordinators.submit(other, ONE_COORDINATOR, "harbour", "In 2030");
		// then
		assertThat(reviewer(other, SUPPORTED)).isEqualTo(this.troupe.user("reviewer"));
		assertThat(reviewer(other, ONE_COORDINATOR)).as("though the colleague has fewer")
			.isEqualTo(this.troupe.user("reviewer"));
	}

	@Test
	void nobodyReviewsAnInitiativeOfTheirOwnParty() {
		// given
		CycleName other = this.stage.gathering(SUPPORTED);
		this.troupe.recast(SUPPORTED);
		this.register.coordinate(SUPPORTED, List.of(new Coordination(this.troupe.party("II").id(), "coordinator", 1),
				new Coordination(this.troupe.party("AES").id(), "support", 2)));
		this.coordinators.submit(other, SUPPORTED, "inland", "In 2029");
		UpdateKey own = UpdateKey.of(other.value(), SUPPORTED);
		// when, then
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.reviewing.review(own, new Verdict(1, true, null), this.troupe.user("aes")))
			.withMessageContaining("Nobody reviews an initiative of their own party");
		assertThat(this.verdicts.onLatest(own)).isEmpty();
		this.reviewing.review(own, new Verdict(1, true, null), this.troupe.user("reviewer"));
		assertThat(this.verdicts.onLatest(own)).contains(true);
	}

	@Test
	void whereTheCycleHasThemTheExpertGroupOfTheObjectiveReviews() {
		// given
		CycleName other = this.stage.gathering(ONE_COORDINATOR, TWO_COORDINATORS, SUPPORTED);
		this.seats.choose(other, Seats.EXPERT_GROUPS, "", this.today, "aes");
		seat("colleague", 1, this.today.minusYears(1), null);
		// when
		this.coordinators.submit(other, ONE_COORDINATOR, "harbour", "In 2029");
		this.coordinators.submit(other, TWO_COORDINATORS, "harbour", "In 2029");
		// then
		assertThat(reviewer(other, ONE_COORDINATOR)).isEqualTo(this.troupe.user("colleague"));
		assertThat(reviewer(other, TWO_COORDINATORS)).isEqualTo(this.troupe.user("colleague"));
	}

	@Test
	void whatFollowsFromAnotherBodyIsForeseenAndNothingIsChanged() {
		// given: one under review by the reviewer, two to come
		CycleName other = this.stage.gathering(ONE_COORDINATOR, TWO_COORDINATORS, SUPPORTED);
		this.coordinators.submit(other, ONE_COORDINATOR, "harbour", "In 2029");
		String reviewer = this.register.nameOf(this.troupe.user("reviewer"));
		String colleague = this.register.nameOf(this.troupe.user("colleague"));
		seat("colleague", 1, this.today.minusYears(1), null);
		long duties = count("review_duty");
		long acts = count("audit");
		// when
		FollowingFromBody groups = this.preview.of(List.of(other),
				() -> this.seats.choose(other, Seats.EXPERT_GROUPS, "Asia names its chair in May.", this.today, "aes"));
		FollowingFromBody over = this.preview.of(List.of(other),
				() -> seat("reviewer", null, this.today.minusYears(2), this.today.minusDays(1)));
		// then what is under review stays, and what comes goes to the group
		FollowingFromBody.OfCycle ofGroups = groups.cycles().get(0);
		assertThat(ofGroups.reviews()).containsExactly(new FollowingFromBody.Line(ONE_COORDINATOR, reviewer, reviewer));
		assertThat(ofGroups.toCome()).extracting(FollowingFromBody.Line::what)
			.contains(TWO_COORDINATORS, SUPPORTED)
			.doesNotContain(ONE_COORDINATOR);
		assertThat(ofGroups.toCome()).filteredOn((line) -> line.what().equals(TWO_COORDINATORS))
			.extracting(FollowingFromBody.Line::then)
			.containsExactly(colleague);
		// and whose term is over loses what is open
		FollowingFromBody.OfCycle ofTerm = over.cycles().get(0);
		assertThat(ofTerm.reviews().get(0).now()).isEqualTo(reviewer);
		assertThat(ofTerm.reviews().get(0).then()).startsWith(reviewer).contains("may not decide on it");
		assertThat(ofTerm.toCome()).extracting(FollowingFromBody.Line::then).doesNotContain(reviewer);
		assertThat(ofTerm.sorts().get(0).summary()).isEqualTo("1 open review; 1 changes.");
		assertThat(over.fingerprint()).isNotEqualTo(groups.fingerprint());
		// and nothing is changed
		assertThat(this.seats.kind(other)).isEqualTo(Seats.SWG);
		assertThat(this.seats.all()).hasSize(1);
		assertThat(count("review_duty")).isEqualTo(duties);
		assertThat(count("audit")).isEqualTo(acts);
	}

	@Test
	void whoMayAdviseAndWhoseMailsChangeIsForeseenWithATerm() {
		// given
		long proposal = this.jdbc
			.sql("""
					insert into proposal (proposed_by, party, state, content, version, saved_at, advice_due, advice_cycle)
					select :user, :party, 'advising', '{"kind": "end", "initiative": "A01-I02", "reason": "It is over."}', 1, now(),
					    :due, :cycle returning id""")
			.param("user", this.troupe.user("harbour"))
			.param("party", this.troupe.party("HU").id().value())
			.param("due", LocalDate.ofInstant(this.stage.now(), java.time.ZoneOffset.UTC).plusDays(30))
			.param("cycle", this.cycle.value())
			.query(Long.class)
			.single();
		this.jdbc.sql("insert into proposal_step (proposal, what, made_at, made_by) values (:id, 'passed', :at, 'aes')")
			.param("id", proposal)
			.param("at", java.sql.Timestamp.from(this.stage.now()))
			.update();
		String reviewer = this.register.nameOf(this.troupe.user("reviewer"));
		try {
			// when
			FollowingFromBody over = this.preview.of(List.of(this.cycle),
					() -> seat("reviewer", null, this.today.minusYears(2), this.today.minusDays(2)));
			// then
			assertThat(over.cycles().get(0).mails()).filteredOn(FollowingFromBody.Line::changes)
				.hasSize(2)
				.allSatisfy((line) -> {
					assertThat(line.what()).contains("advice reminder");
					assertThat(line.now()).isEqualTo(reviewer);
					assertThat(line.then()).isEqualTo("nobody");
				});
		}
		finally {
			this.jdbc.sql("delete from proposal_step where proposal = " + proposal).update();
			this.jdbc.sql("delete from proposal where id = " + proposal).update();
		}
	}

	@Test
	void whoseTermIsOverReviewsNoMore() {
		// given
		seat("reviewer", null, this.today.minusYears(2), this.today.minusDays(1));
		CycleName other = this.stage.gathering(ONE_COORDINATOR);
		// when
		this.coordinators.submit(other, ONE_COORDINATOR, "harbour", "In 2029");
		// then
		assertThat(reviewer(other, ONE_COORDINATOR)).isEqualTo(this.troupe.user("colleague"));
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> review("reviewer", new Verdict(1, true, null)))
			.withMessageContaining("your term is over");
		// when
		seat("reviewer", null, this.today, this.today);
		// then
		review("reviewer", new Verdict(1, true, null));
		assertThat(this.review).isEnded();
	}

	@Test
	void aGroupWithoutChairsFromBothRegionsIsAWarning() {
		// given
		Seat asia = new Seat(1, "Kim", "Korea", "Asia", 2, this.today, null, true);
		Seat europe = new Seat(2, "Jo", "Malta", "Europe", 2, this.today, null, true);
		// when, then
		assertThat(Seats.warnings(List.of(asia, europe), this.today)).isEmpty();
		assertThat(Seats.warnings(List.of(asia), this.today))
			.containsExactly("Expert Group 2 has no chairs from both Asia and Europe today.");
		assertThat(Seats.warnings(List.of(asia, europe), this.today.minusDays(1))).isEmpty();
	}

	@Test
	void whereNobodyIsLeftTheSecretariatTakesTheUpdateAsReceived() {
		// given
		CycleName other = this.stage.gathering(SUPPORTED);
		this.troupe.recast(SUPPORTED);
		this.register.coordinate(SUPPORTED, List.of(new Coordination(this.troupe.party("II").id(), "coordinator", 1),
				new Coordination(this.troupe.party("SWG").id(), "support", 2)));
		this.coordinators.submit(other, SUPPORTED, "inland", "In 2029");
		UpdateKey key = UpdateKey.of(other.value(), SUPPORTED);
		// when, then
		assertThat(reviewer(other, SUPPORTED)).isNull();
		assertThat(this.openReviews.in(other, 10, this.troupe.user("aes"))).singleElement()
			.matches((open) -> !open.reviewable());
		this.asReceived.take(key, 1, "All members support it", this.troupe.user("aes"));
		assertThat(this.coordinators.standing(other, SUPPORTED)).isEqualTo("accepted");
		assertThat(this.rounds.of(key)).singleElement()
			.satisfies((round) -> assertThat(round.said().verdict()).isEqualTo("as-received"));
	}

	@Test
	void whatNobodyHasReviewedInTimeIsTakenAsReceived() {
		// given
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.asReceived.take(this.key, 1, "No time", this.troupe.user("aes")))
			.withMessageContaining("can still be reviewed");
		this.stage.freeze(this.cycle);
		this.stage.later(
				Duration.between(this.stage.now(), this.cycles.get(this.cycle).endOf(DeadlineKind.REVIEWS)).toSeconds()
						+ 60);
		// when, then
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.asReceived.take(this.key, 1, " ", this.troupe.user("aes")))
			.withMessageContaining("not taken as received");
		this.asReceived.take(this.key, 1, "No time", this.troupe.user("aes"));
		assertThat(this.review).isEnded().hasNotPassed("endEvent_updateReturned");
		assertThat(this.coordinators.standing(this.cycle, ONE_COORDINATOR)).isEqualTo("accepted");
	}

	@Test
	void aReturnWithoutARemarkIsRefused() {
		// when, then
		assertRefused(new Verdict(1, false, Map.of("progress", "  ")), "Say in at least one remark");
		assertRefused(new Verdict(1, false, null), "Say in at least one remark");
	}

	@Test
	void aRemarkOnAFieldThatTheFormDoesNotHaveIsRefused() {
		// when, then
		assertRefused(new Verdict(1, false, Map.of("weather", "Better")), "The form has no field called “weather”");
	}

	@Test
	void aReturnAfterTheEndOfGatheringIsRefused() {
		// given
		this.stage.freeze(this.cycle);
		// when, then
		assertRefused(new Verdict(1, false, Map.of("progress", "Which years?")), "has ended");
		review("reviewer", new Verdict(1, true, null));
		assertThat(this.review).isEnded();
	}

	@Test
	void aVerdictOnAnEarlierRevisionIsRefused() {
		// given
		review("reviewer", new Verdict(1, false, Map.of("progress", "Which years?")));
		this.coordinators.submit(this.cycle, ONE_COORDINATOR, "harbour", "In 2029");
		this.review = this.stage.review(this.cycle, ONE_COORDINATOR);
		// when, then
		assertRefused(new Verdict(1, true, null), "read revision 2");
	}

	@Test
	void aVerdictOnWhatIsNotUnderReviewIsRefused() {
		// given
		review("reviewer", new Verdict(1, true, null));
		// when, then
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> review("colleague", new Verdict(1, true, null)))
			.withMessageContaining("not under review");
	}

	@ParameterizedTest
	@ValueSource(strings = { "verdict", "update_request", "audit" })
	void aVerdictThatFailsChangesNothing(String table) {
		// given
		this.sabotage.breakTable(table);
		// when
		assertThatExceptionOfType(RuntimeException.class)
			.isThrownBy(() -> review("reviewer", new Verdict(1, true, null)))
			.withMessageContaining("sabotaged");
		// then
		assertThat(this.review).isWaitingAtExactly(REVIEW);
		assertThat(this.verdicts.onLatest(this.key)).isEmpty();
		assertThat(this.coordinators.standing(this.cycle, ONE_COORDINATOR)).isEqualTo("in-review");
	}

	private long count(String table) {
		return this.jdbc.sql("select count(*) from " + table).query(Long.class).single();
	}

	private void seat(String who, @Nullable Integer objective, LocalDate from, @Nullable LocalDate to) {
		this.seats.add(new NewSeat(this.register.contactByUser(this.troupe.user(who)).orElseThrow().id().value(),
				objective, from, to, false), "aes");
	}

	private @Nullable String reviewer(CycleName cycle, String initiative) {
		return this.tasks.createTaskQuery()
			.processInstanceBusinessKey("%s/%s".formatted(cycle, initiative))
			.taskDefinitionKey(REVIEW)
			.singleResult()
			.getAssignee();
	}

	private void review(String who, Verdict verdict) {
		this.reviewing.review(this.key, verdict, this.troupe.user(who));
	}

	private void assertRefused(Verdict verdict, String why) {
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> review("reviewer", verdict))
			.withMessageContaining(why);
		assertThat(this.review).isWaitingAtExactly(REVIEW);
		assertThat(this.coordinators.standing(this.cycle, ONE_COORDINATOR)).isEqualTo("in-review");
	}

}
