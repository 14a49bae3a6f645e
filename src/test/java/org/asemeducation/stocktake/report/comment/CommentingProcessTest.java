package org.asemeducation.stocktake.report.comment;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.asemeducation.stocktake.Jobs;
import org.asemeducation.stocktake.Path;
import org.asemeducation.stocktake.ProcessTest;
import org.asemeducation.stocktake.Sabotage;
import org.asemeducation.stocktake.SameMoment;
import org.asemeducation.stocktake.Stage;
import org.asemeducation.stocktake.Troupe;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.DeadlineKind;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.report.Editing;
import org.asemeducation.stocktake.report.Editors;
import org.asemeducation.stocktake.report.Reports;
import org.asemeducation.stocktake.report.comment.CommentForm.Line;
import org.asemeducation.stocktake.report.model.FreeChapter;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import static org.asemeducation.stocktake.Troupe.ONE_COORDINATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

/**
 * The comment round on the draft, and what the secretariat makes of it.
 */
@ProcessTest
class CommentingProcessTest {

	private static final String COMMENT = "userTask_commentOnDraft";

	private static final String TAKE_IN = "userTask_takeInComments";

	@Autowired
	private Stage stage;

	@Autowired
	private Jobs jobs;

	@Autowired
	private Path path;

	@Autowired
	private Sabotage sabotage;

	@Autowired
	private SameMoment sameMoment;

	@Autowired
	private Troupe troupe;

	@Autowired
	private Editors editors;

	@Autowired
	private Editing editing;

	@Autowired
	private Commenters commenters;

	@Autowired
	private Commenting commenting;

	@Autowired
	private Comments comments;

	@Autowired
	private SettledComments settled;

	@Autowired
	private TakingIn takingIn;

	@Autowired
	private CommentDecisions decisions;

	@Autowired
	private Reports reports;

	@Autowired
	private Cycles cycles;

	@Autowired
	private TaskService tasks;

	private CycleName cycle;

	private ProcessInstance report;

	@BeforeEach
	void handTheDraftToTheReviewers() {
		this.cycle = this.stage.gathering(ONE_COORDINATOR);
		this.stage.freeze(this.cycle);
		this.report = this.stage.instance("report", this.cycle);
		this.jobs.run(this.cycle, "serviceTask_compileReport");
		this.editors.handToReviewers(this.cycle);
	}

	@Test
	void commentsOfAllAreHandedInTogetherInTheOrderOfTheDraft() {
		// given
		this.commenters.comment(this.cycle, "reviewer", ONE_COORDINATOR, "Which harbour?");
		this.commenters.comment(this.cycle, "colleague", "foreword", "Who signs it?");
		this.commenters.comment(this.cycle, "reviewer", null, "Shorter, please");
		// when
		this.commenters.handIn(this.cycle, "colleague");
		// then
		assertThat(this.report).isWaitingAtExactly(TAKE_IN);
		assertThat(this.comments.of(this.cycle))
			.extracting(Comment::about, Comment::text, Comment::madeBy, Comment::version)
			.containsExactly(tuple(null, "Shorter, please", this.troupe.user("reviewer"), 2),
					tuple("foreword", "Who signs it?", this.troupe.user("colleague"), 2),
					tuple(ONE_COORDINATOR, "Which harbour?", this.troupe.user("reviewer"), 2));
		Task task = this.tasks.createTaskQuery().processInstanceId(this.report.getId()).singleResult();
		assertThat(task.getName()).isEqualTo("Take in comments (%s)".formatted(this.cycle));
		assertThat(task.getDueDate()).isEqualTo(this.cycles.get(this.cycle).endOf(DeadlineKind.PAPERS));
		assertThat(this.tasks.getIdentityLinksForTask(task.getId())).extracting(IdentityLink::getGroupId)
			.containsExactly("aes");
	}

	@Test
	void whatBecameOfEachCommentIsATable() throws IOException {
		// given
		this.commenters.comment(this.cycle, "reviewer", ONE_COORDINATOR, "=1+1, and \"which\" harbour?");
		this.commenters.comment(this.cycle, "colleague", null, "Shorter, please");
		this.commenters.handIn(this.cycle, "colleague");
		StringBuilder open = new StringBuilder();
		CommentTable.write(this.settled.of(this.cycle), open);
		decide(0, Decision.TAKEN, null, Decision.NOT_TAKEN, "The plan says otherwise.");
		// when
		StringBuilder table = new StringBuilder();
		CommentTable.write(this.settled.of(this.cycle), table);
		// then
		assertThat(open.toString().lines()).element(1).asString().endsWith(",Not decided yet,");
		assertThat(table.toString().lines()).hasSize(3)
			.first()
			.isEqualTo("\uFEFFdraft,part,about,comment,by,at,decision,reason");
		assertThat(table.toString().lines()).element(1)
			.asString()
			.contains(",\"Shorter, please\",colleague,")
			.endsWith(",Taken in,");
		assertThat(table.toString().lines()).element(2)
			.asString()
			.startsWith("2,A01-I01,")
			.contains("\"'=1+1, and \"\"which\"\" harbour?\",reviewer,")
			.endsWith(",Not taken in,The plan says otherwise.");
	}

	@Test
	void withCommentsTheReportIsEditedWhenTheyAreTakenIn() {
		// given
		handInTwo();
		// when
		decide(0, Decision.TAKEN, null, Decision.NOT_TAKEN, "The plan says otherwise.");
		// then
		assertThat(this.report).isEnded();
		assertThat(this.path.of(this.report)).endsWith(COMMENT, "serviceTask_readComments",
				"exclusiveGateway_commentsMade", TAKE_IN, "exclusiveGateway_commentsSettled", "endEvent_reportEdited");
		assertThat(this.decisions.of(this.cycle).values())
			.extracting(DecisionForm.Line::decision, DecisionForm.Line::reason)
			.containsExactlyInAnyOrder(tuple(Decision.TAKEN, null),
					tuple(Decision.NOT_TAKEN, "The plan says otherwise."));
	}

	@Test
	void whatIsTakenInIsInTheLastDraft() {
		// given
		handInTwo();
		this.editors.write(this.cycle, FreeChapter.FOREWORD, 0, "Signed by all.");
		assertThat(this.editing.compile(this.cycle, this.troupe.user("aes"))).isEqualTo(3);
		this.editors.write(this.cycle, FreeChapter.FOREWORD, 1, "Signed by the secretariat.");
		// when
		decide(0, Decision.TAKEN, null, Decision.PARTLY, "One year is enough.");
		// then
		ReportModel last = this.reports.latest(this.cycle).orElseThrow();
		assertThat(last.version()).isEqualTo(4);
		assertThat(last.text(FreeChapter.FOREWORD)).isEqualTo("Signed by the secretariat.");
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.editors.write(this.cycle, FreeChapter.FOREWORD, 2, "Late"))
			.withMessageContaining("is finished");
	}

	@Test
	void aCommentWithoutADecisionOrAReasonKeepsTheTaskOpen() {
		// given
		handInTwo();
		// when, then
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> decide(0, Decision.PARTLY, " ", null, "Thought of, not decided"))
			.satisfies((refused) -> assertThat(refused.problems()).extracting(Refused.Problem::field)
				.containsExactly("decisions.0.reason", "decisions.1.decision"));
		assertThat(this.report).isWaitingAtExactly(TAKE_IN);
		assertThat(this.decisions.of(this.cycle)).isEmpty();
	}

	@Test
	void decisionsAreKeptAsTheyAreMadeAndOverwriteNobodys() {
		// given
		handInTwo();
		long first = this.comments.of(this.cycle).get(0).id();
		DecisionForm begun = new DecisionForm(List.of(new DecisionForm.Line(first, null, "To be thought about")));
		this.takingIn.save(this.cycle, 0, begun, this.troupe.user("aes"));
		// when, then
		assertThat(this.takingIn.of(this.cycle).content()).isEqualTo(begun);
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.takingIn.save(this.cycle, 0, DecisionForm.EMPTY, this.troupe.user("aes")))
			.withMessageContaining("Somebody else has saved");
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> decide(0, Decision.TAKEN, null, Decision.TAKEN, null))
			.withMessageContaining("Somebody else has saved");
		assertThat(this.takingIn.of(this.cycle).version()).isEqualTo(1);
		decide(1, Decision.TAKEN, null, Decision.TAKEN, null);
		assertThat(this.report).isEnded();
	}

	@Test
	void aDecisionOnACommentOfAnotherReportIsRefused() {
		// given
		handInTwo();
		DecisionForm stray = new DecisionForm(List.of(new DecisionForm.Line(-1, Decision.TAKEN, null)));
		// when, then
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.takingIn.save(this.cycle, 0, stray, this.troupe.user("aes")))
			.withMessageContaining("no comment -1");
	}

	@Test
	void nothingIsTakenInBeforeTheCommentsAreHandedIn() {
		// when, then
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.takingIn.finish(this.cycle, 0, DecisionForm.EMPTY, this.troupe.user("aes")))
			.withMessageContaining("are not in yet");
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.takingIn.save(this.cycle, 0, DecisionForm.EMPTY, this.troupe.user("aes")))
			.withMessageContaining("are not in yet");
	}

	@Test
	void nobodyCommentsBeforeAndAfterTheRound() {
		// given
		CycleName other = this.stage.gathering(ONE_COORDINATOR);
		this.stage.freeze(other);
		this.jobs.run(other, "serviceTask_compileReport");
		this.commenters.handIn(this.cycle, "aes");
		// when, then
		for (CycleName closed : List.of(other, this.cycle)) {
			assertThatExceptionOfType(Refused.class)
				.isThrownBy(() -> this.commenters.comment(closed, "reviewer", null, "Too early, too late"))
				.withMessageContaining("write to the secretariat");
		}
		assertThat(this.report).isEnded();
	}

	@Test
	void whoEndsTheRoundHasSeenWhatIsHandedIn() {
		// given
		this.commenters.comment(this.cycle, "colleague", null, "Written a moment ago");
		// when, then
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.commenting.handIn(this.cycle, 0, this.troupe.user("reviewer")))
			.withMessageContaining("somebody has saved comments since you looked");
		assertThat(this.report).isWaitingAtExactly(COMMENT);
		assertThat(this.comments.of(this.cycle)).isEmpty();
	}

	@Test
	void otherWordsInAsManyCommentsAreNotHandedInUnseen() {
		// given
		this.commenters.comment(this.cycle, "colleague", null, "One table less");
		long seen = this.commenting.round(this.cycle).version();
		CommentForm other = new CommentForm(List.of(new Line(null, "One table more")));
		this.commenting.save(this.cycle, 1, other, this.troupe.user("colleague"));
		// when, then
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.commenting.handIn(this.cycle, seen, this.troupe.user("reviewer")))
			.withMessageContaining("somebody has saved comments since you looked");
		assertThat(this.report).isWaitingAtExactly(COMMENT);
		assertThat(this.comments.of(this.cycle)).isEmpty();
		this.commenters.handIn(this.cycle, "reviewer");
		assertThat(this.comments.of(this.cycle)).extracting(Comment::text).containsExactly("One table more");
	}

	@Test
	void everySaveOfAnybodyGivesTheRoundAnotherVersion() {
		// given
		List<Long> versions = new ArrayList<>(List.of(this.commenting.round(this.cycle).version()));
		// when
		for (String who : List.of("reviewer", "colleague", "aes", "reviewer")) {
			this.commenters.comment(this.cycle, who, null, "Words of " + who);
			versions.add(this.commenting.round(this.cycle).version());
		}
		// then
		assertThat(versions).startsWith(0L).doesNotHaveDuplicates().hasSize(5);
	}

	@Test
	void aCommentThatSaysNothingIsNone() {
		// given
		this.commenters.comment(this.cycle, "reviewer", "foreword", "  ");
		// when
		this.commenters.handIn(this.cycle, "reviewer");
		// then
		assertThat(this.report).isEnded().hasNotPassed(TAKE_IN);
	}

	@Test
	void aCommentOnAPartThatTheDraftDoesNotHaveIsRefused() {
		// when, then
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.commenters.comment(this.cycle, "reviewer", "A99-I99", "Which one?"))
			.satisfies((refused) -> assertThat(refused.problems()).extracting(Refused.Problem::field)
				.containsExactly("comments.0.about"));
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.commenters.comment(this.cycle, "reviewer", null, "x".repeat(5_001)))
			.satisfies((refused) -> assertThat(refused.problems()).extracting(Refused.Problem::field)
				.containsExactly("comments.0.text"));
	}

	@Test
	void theSamePersonInTwoWindowsIsToldAndLosesNothing() {
		// given
		String reviewer = this.troupe.user("reviewer");
		CommentForm form = new CommentForm(List.of(new Line(null, "In this window")));
		this.commenters.comment(this.cycle, "reviewer", null, "In the other window");
		// when, then
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> this.commenting.save(this.cycle, 0, form, reviewer))
			.withMessageContaining("in another window");
		assertThat(this.commenting.round(this.cycle).by(reviewer).content().said()).extracting(Line::text)
			.containsExactly("In the other window");
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.commenting.save(this.cycle, 2, form, this.troupe.user("colleague")))
			.as("a version that never was")
			.withMessageContaining("in another window");
	}

	@Test
	void handedInTwiceInTheSameMomentItIsHandedInOnce() {
		// given
		this.commenters.comment(this.cycle, "reviewer", null, "Once");
		// when
		List<Optional<Throwable>> told = this.sameMoment.act("cycle where name = '%s'".formatted(this.cycle),
				() -> this.commenters.handIn(this.cycle, "reviewer"),
				() -> this.commenters.handIn(this.cycle, "colleague"));
		// then
		assertThat(told.get(0)).isEmpty();
		assertThat(told.get(1)).get()
			.isInstanceOfSatisfying(Refused.class,
					(refused) -> assertThat(refused).hasMessageContaining("was finished before"));
		assertThat(this.comments.of(this.cycle)).hasSize(1);
	}

	@Test
	void takenInTwiceInTheSameMomentTheyAreTakenInOnce() {
		// given
		handInTwo();
		// when
		List<Optional<Throwable>> told = this.sameMoment.act("cycle where name = '%s'".formatted(this.cycle),
				() -> decide(0, Decision.TAKEN, null, Decision.TAKEN, null),
				() -> decide(0, Decision.PARTLY, "No", Decision.PARTLY, "No"));
		// then
		assertThat(told.get(0)).isEmpty();
		assertThat(told.get(1)).get()
			.isInstanceOfSatisfying(Refused.class,
					(refused) -> assertThat(refused).hasMessageContaining("was finished before"));
		assertThat(this.decisions.of(this.cycle).values()).extracting(DecisionForm.Line::decision)
			.containsOnly(Decision.TAKEN);
	}

	@ParameterizedTest
	@ValueSource(strings = { "report_comment", "report_step", "audit" })
	void aHandInThatFailsChangesNothing(String table) {
		// given
		this.commenters.comment(this.cycle, "reviewer", null, "Kept");
		this.sabotage.breakTable(table);
		// when
		assertThatExceptionOfType(RuntimeException.class)
			.isThrownBy(() -> this.commenters.handIn(this.cycle, "reviewer"))
			.withMessageContaining("sabotaged");
		// then
		assertThat(this.report).isWaitingAtExactly(COMMENT);
		assertThat(this.comments.of(this.cycle)).isEmpty();
		this.sabotage.mend();
		this.commenters.handIn(this.cycle, "reviewer");
		assertThat(this.report).isWaitingAtExactly(TAKE_IN);
	}

	@ParameterizedTest
	@ValueSource(strings = { "report_comment_decision", "compiled_report", "report_step" })
	void aTakingInThatFailsChangesNothing(String table) {
		// given
		handInTwo();
		this.sabotage.breakTable(table);
		// when
		assertThatExceptionOfType(RuntimeException.class)
			.isThrownBy(() -> decide(0, Decision.TAKEN, null, Decision.TAKEN, null))
			.withMessageContaining("sabotaged");
		// then
		assertThat(this.report).isWaitingAtExactly(TAKE_IN);
		assertThat(this.decisions.of(this.cycle)).isEmpty();
		assertThat(this.takingIn.of(this.cycle).version()).isZero();
	}

	private void handInTwo() {
		this.commenters.comment(this.cycle, "reviewer", "foreword", "Who signs it?");
		this.commenters.comment(this.cycle, "reviewer", ONE_COORDINATOR, "Which years?");
		this.commenters.handIn(this.cycle, "reviewer");
	}

	private void decide(long seen, Decision first, String why, Decision second, String reason) {
		List<Comment> all = this.comments.of(this.cycle);
		this.takingIn.finish(this.cycle, seen,
				new DecisionForm(List.of(new DecisionForm.Line(all.get(0).id(), first, why),
						new DecisionForm.Line(all.get(1).id(), second, reason))),
				this.troupe.user("aes"));
	}

}
