package org.asemeducation.stocktake.report.round;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;

import org.asemeducation.stocktake.Jobs;
import org.asemeducation.stocktake.Path;
import org.asemeducation.stocktake.ProcessTest;
import org.asemeducation.stocktake.SameMoment;
import org.asemeducation.stocktake.Stage;
import org.asemeducation.stocktake.Troupe;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.report.Editing;
import org.asemeducation.stocktake.report.Editors;
import org.asemeducation.stocktake.report.Reports;
import org.asemeducation.stocktake.report.comment.FormDraft;
import org.asemeducation.stocktake.report.document.Composition;
import org.asemeducation.stocktake.report.document.Passages;
import org.asemeducation.stocktake.report.model.FreeChapter;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.asemeducation.stocktake.report.round.RoundForm.Line;
import org.asemeducation.stocktake.review.Reviewers;
import org.asemeducation.stocktake.update.Coordinators;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.asemeducation.stocktake.Troupe.ONE_COORDINATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

/**
 * A draft goes round, is commented on by paragraphs, and the secretariat answers.
 */
@ProcessTest
class RoundProcessTest {

	private static final ZoneId ROME = ZoneId.of("Europe/Rome");

	private static final String EDIT = "userTask_editReport";

	private static final String CLOSED = "intermediateCatchEvent_roundClosed";

	private static final String ANSWER = "userTask_answerComments";

	private static final String PROGRESS = ONE_COORDINATOR + "-progress";

	@Autowired
	private Stage stage;

	@Autowired
	private Jobs jobs;

	@Autowired
	private Path path;

	@Autowired
	private SameMoment sameMoment;

	@Autowired
	private Troupe troupe;

	@Autowired
	private Coordinators coordinators;

	@Autowired
	private Reviewers reviewers;

	@Autowired
	private Editors editors;

	@Autowired
	private Editing editing;

	@Autowired
	private RoundOpening opening;

	@Autowired
	private RoundChanging changing;

	@Autowired
	private Rounds rounds;

	@Autowired
	private Speaking speaking;

	@Autowired
	private RoundComments comments;

	@Autowired
	private Decisions decisions;

	@Autowired
	private Answering answering;

	@Autowired
	private AnswerViews answers;

	@Autowired
	private Reports reports;

	@Autowired
	private TaskService tasks;

	@Autowired
	private Clock clock;

	@Autowired
	private JdbcClient jdbc;

	private CycleName cycle;

	private ProcessInstance report;

	@BeforeEach
	void editADraft() {
		this.cycle = this.stage.gathering(ONE_COORDINATOR);
		this.coordinators.submit(this.cycle, ONE_COORDINATOR, "harbour", "First paragraph.\n\nSecond paragraph.");
		this.reviewers.accept(this.cycle, ONE_COORDINATOR);
		this.stage.freezeOn(this.cycle);
		this.report = this.stage.instance("report", this.cycle);
		this.jobs.run(this.cycle, "serviceTask_compileReport");
		this.editors.leaveChaptersOut(this.cycle);
	}

	@Test
	void whatIsSaidInARoundIsAnsweredAndTheReportGoesOnWithoutTheOldRound() {
		// given
		open(false, false);
		assertThat(this.report).isWaitingAt(EDIT, CLOSED);
		say("reviewer", PROGRESS, 2, "Which years?", null);
		// when
		close();
		// then
		assertThat(this.report).isWaitingAt(EDIT, ANSWER);
		assertThat(task().getName()).isEqualTo("Answer comments of round 1 (%s)", this.cycle);
		assertThat(task().getDueDate()).isEqualTo(Date.from(round().closesAt().plus(Duration.ofDays(7))));
		decide(comment(), Outcome.TAKEN, null);
		this.answering.send(this.cycle, 1, aes());
		assertThat(this.report).isWaitingAtExactly(EDIT).hasPassed("endEvent_roundAnswered");
		this.editing.finish(this.cycle, aes());
		assertThat(this.report).isEnded()
			.hasPassed("serviceTask_lookForRounds", "exclusiveGateway_draftWentRound", "endEvent_reportEdited")
			.hasNotPassed("userTask_commentOnDraft", "serviceTask_readComments", "endEvent_nothingSaid");
	}

	@Test
	void whereNothingIsSaidTheRoundIsOverByItself() {
		// given
		open(true, true);
		say("harbour", PROGRESS, 1, "  ", "First paragraph.");
		// when
		close();
		// then
		assertThat(this.report).isWaitingAtExactly(EDIT)
			.hasPassed("serviceTask_readRound", "exclusiveGateway_anythingSaid", "endEvent_nothingSaid")
			.hasNotPassed(ANSWER, "endEvent_roundAnswered");
		assertThat(this.rounds.underWay(this.cycle)).isEmpty();
		assertThat(round().state(this.clock.instant())).isEqualTo("closed, nothing was said");
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.changing.prolong(this.cycle, 1, round().closes().plusDays(9), "More.", aes()))
			.withMessageContaining("nothing was said: it is neither opened again");
	}

	@Test
	void aRoundIsCalledOffAndTheReportGoesOnAsIfThereHadBeenNone() {
		// given
		open(false, false);
		say("reviewer", PROGRESS, 2, "Which years?", null);
		// when
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> this.changing.callOff(this.cycle, 1, " ", aes()))
			.withMessageContaining("Say why");
		this.changing.callOff(this.cycle, 1, "The draft is written anew.", aes());
		// then
		assertThat(this.report).isWaitingAtExactly(EDIT)
			.hasPassed("startEvent_roundCalledOff", "endEvent_roundOver")
			.hasNotPassed("serviceTask_readRound", "endEvent_nothingSaid", "endEvent_roundAnswered");
		assertThat(this.comments.of(this.rounds.get(this.cycle, 1))).as("nothing said is lost").hasSize(1);
		assertThat(this.rounds.get(this.cycle, 1).state(this.clock.instant())).isEqualTo("called off");
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> say("reviewer", PROGRESS, 1, "More.", null));
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> this.changing.callOff(this.cycle, 1, "Again.", aes()))
			.withMessageContaining("called off already");
		assertThat(open(false, false)).as("another may be opened").isEqualTo(2);
		this.changing.callOff(this.cycle, 2, "Nor this one.", aes());
		this.editing.finish(this.cycle, aes());
		assertThat(this.report).isWaitingAtExactly("userTask_commentOnDraft");
	}

	@Test
	void aRoundIsProlongedWhileItIsOpen() {
		// given
		open(false, false);
		LocalDate had = round().closes();
		// when
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.changing.prolong(this.cycle, 1, had, "Holidays.", aes()))
			.withMessageContaining("Choose a last day after " + had);
		this.changing.prolong(this.cycle, 1, had.plusDays(7), "Holidays.", aes());
		// then
		assertThat(round().closes()).isEqualTo(had.plusDays(7));
		assertThat(this.jobs.only(this.cycle, CLOSED).getDuedate().toInstant())
			.isEqualTo(round().closesAt().plusMillis(1));
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.changing.plan(this.cycle, 1, new NewRound(false, true, had, had.plusDays(9)), aes()))
			.withMessageContaining("has begun");
	}

	@Test
	void aRoundThatHasClosedIsOpenAgainAndWhatWasSaidStays() {
		// given
		open(false, false);
		say("reviewer", PROGRESS, 1, "Shorter.", null);
		say("reviewer", PROGRESS, 2, "", "Second paragraph, with its years.");
		close();
		LocalDate had = round().closes();
		this.answering.takeOver(this.cycle, 1, this.comments.of(round()).get(1).id(), 0, aes());
		decide(comment(), Outcome.NOT_TAKEN, "It is short.");
		// when
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.changing.prolong(this.cycle, 1, had, "Late voices.", aes()))
			.withMessageContaining("The round is not opened again. Choose a last day after " + had);
		this.changing.prolong(this.cycle, 1, had.plusDays(7), "Late voices.", aes());
		// then
		assertThat(this.report).isWaitingAt(EDIT, CLOSED)
			.isNotWaitingAt(ANSWER)
			.hasPassed("boundaryEvent_roundReopened", "exclusiveGateway_roundGoesOn");
		assertThat(this.jobs.only(this.cycle, CLOSED).getDuedate().toInstant())
			.isEqualTo(round().closesAt().plusMillis(1));
		assertThat(round().state(this.clock.instant())).isEqualTo("open again");
		assertThat(this.speaking.by(round(), user("reviewer")).content().lines()).as("written anew").isEmpty();
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> this.answering.send(this.cycle, 1, aes()))
			.withMessageContaining("is not over");
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> this.editing.finish(this.cycle, aes()))
			.withMessageContaining("is open until the end of");
		say("colleague", PROGRESS, 1, "Longer.", null);
		close();
		assertThat(this.report).isWaitingAt(EDIT, ANSWER);
		assertThat(task().getDueDate()).isEqualTo(Date.from(round().closesAt().plus(Duration.ofDays(7))));
		assertThat(this.comments.of(round())).extracting(RoundComment::text).containsExactly("Shorter.", "", "Longer.");
		assertThat(this.decisions.of(this.cycle)).as("what was decided stays").hasSize(2);
		decide(this.comments.of(round()).get(2).id(), Outcome.TAKEN, null);
		this.answering.send(this.cycle, 1, aes());
		assertThat(this.report).isWaitingAtExactly(EDIT).hasPassed("endEvent_roundAnswered");
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.changing.prolong(this.cycle, 1, had.plusDays(30), "More.", aes()))
			.withMessageContaining("its answers are sent: it is neither opened again nor called off any more");
	}

	@Test
	void aRoundIsNotOpenAgainUntilADayThatIsOver() {
		// given
		open(false, false);
		say("reviewer", PROGRESS, 1, "Shorter.", null);
		close();
		LocalDate had = round().closes();
		this.stage.later(Duration.ofDays(4).toSeconds());
		// when, then
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.changing.prolong(this.cycle, 1, had.plusDays(2), "Late voices.", aes()))
			.withMessageContaining("not before today");
		assertThat(this.report).isWaitingAt(EDIT, ANSWER);
		assertThat(round().closes()).isEqualTo(had);
	}

	@Test
	void aRoundThatHasClosedIsCalledOffOnceNothingOfItIsPrinted() {
		// given
		open(false, false);
		say("reviewer", PROGRESS, 2, "", "Second paragraph, with its years.");
		close();
		this.answering.takeOver(this.cycle, 1, comment(), 0, aes());
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.changing.callOff(this.cycle, 1, "Written anew.", aes()))
			.withMessageContaining("prints suggested words of one comment");
		assertThat(this.report).isWaitingAt(EDIT, ANSWER);
		Instant read = round().readAt();
		// when
		this.answering.takeBack(this.cycle, 1, comment(), aes());
		this.changing.callOff(this.cycle, 1, "Written anew.", aes());
		// then
		assertThat(this.report).isWaitingAtExactly(EDIT)
			.hasPassed("startEvent_roundCalledOff", "endEvent_roundOver")
			.hasNotPassed("endEvent_roundAnswered");
		assertThat(this.comments.of(round())).as("said once").hasSize(1);
		assertThat(round().readAt()).isEqualTo(read);
		this.editing.finish(this.cycle, aes());
		assertThat(this.report).isWaitingAtExactly("userTask_commentOnDraft");
	}

	@Test
	void aRoundThatHasNotBegunGetsOtherDaysAndReaders() {
		// given
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), ROME);
		this.opening.open(this.cycle, new NewRound(false, false, today.plusDays(5), today.plusDays(20)), aes());
		// when
		this.changing.plan(this.cycle, 1, new NewRound(true, false, today.plusDays(3), today.plusDays(12)), aes());
		// then
		assertThat(round().opens()).isEqualTo(today.plusDays(3));
		assertThat(round().audience()).isEqualTo(new Audience(true, false));
		assertThat(this.jobs.only(this.cycle, CLOSED).getDuedate().toInstant())
			.isEqualTo(round().closesAt().plusMillis(1));
	}

	@Test
	void withoutARoundTheReviewingBodyIsAskedAsBefore() {
		// when
		this.editing.finish(this.cycle, aes());
		// then
		assertThat(this.report).isWaitingAtExactly("userTask_commentOnDraft")
			.hasPassed("serviceTask_lookForRounds", "exclusiveGateway_draftWentRound");
	}

	@Test
	void roundsComeOneAfterTheOtherAndEditingIsNotFinishedBeforeThem() {
		// given
		open(false, false);
		// when, then
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> open(true, false))
			.withMessageContaining("is open until the end of");
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> this.editing.finish(this.cycle, aes()))
			.withMessageContaining("is open until the end of");
		say("reviewer", PROGRESS, 1, "Shorter.", null);
		close();
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> this.editing.finish(this.cycle, aes()))
			.withMessageContaining("have no answers yet");
		decide(comment(), Outcome.TAKEN, null);
		this.answering.send(this.cycle, 1, aes());
		assertThat(open(false, true)).isEqualTo(2);
		assertThat(this.jobs.at(this.cycle, CLOSED)).hasSize(1);
	}

	@Test
	void noRoundIsOpenedWhileTheDraftLiesWithTheReviewingBody() {
		// given
		this.editing.finish(this.cycle, aes());
		// when, then
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> open(false, false))
			.withMessageContaining("lies with the Standing Working Group");
		assertThat(this.rounds.of(this.cycle)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "-1, 5, opens", "3, 2, closes", ", 5, opens", "0, , closes", "0, 400, closes" })
	void daysThatCannotBeAreRefused(@Nullable Integer opens, @Nullable Integer closes, String field) {
		// when, then
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.opening.open(this.cycle, new NewRound(false, false, in(opens), in(closes)), aes()))
			.satisfies((refused) -> assertThat(refused.problems()).extracting(Refused.Problem::field).contains(field));
		assertThat(this.rounds.of(this.cycle)).isEmpty();
	}

	@Test
	void theDraftOfARoundStaysAsItWasWhileTheSecretariatGoesOn() {
		// given
		open(false, false);
		Round round = round();
		ReportModel read = this.reports.version(this.cycle, round.version()).orElseThrow();
		// when
		this.editors.write(this.cycle, FreeChapter.FOREWORD, 0, "A foreword, written meanwhile.");
		int later = this.editing.compile(this.cycle, aes());
		// then
		assertThat(later).isGreaterThan(round.version());
		assertThat(this.reports.version(this.cycle, round.version())).contains(read);
		assertThat(round.checksum()).isEqualTo(this.reports.checksum(this.cycle, round.version()))
			.isNotEqualTo(this.reports.checksum(this.cycle, later));
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> say("reviewer", "foreword", 2, "Who signs?", null))
			.withMessageContaining("has no paragraph 2");
	}

	@Test
	void nothingCanBeSaidBeforeARoundOpensOrAfterItCloses() {
		// given
		this.opening.open(this.cycle, new NewRound(false, false, in(2), in(9)), aes());
		// when, then
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> say("reviewer", PROGRESS, 1, "Too early", null))
			.withMessageContaining("opens on");
		moveTo(round().opensAt());
		say("reviewer", PROGRESS, 1, "In time", null);
		moveTo(round().closesAt());
		say("reviewer", PROGRESS, 1, "At the last moment", null);
		moveTo(round().closesAt().plusMillis(1));
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> say("reviewer", PROGRESS, 1, "Too late", null))
			.withMessageContaining("closed with");
		this.jobs.run(this.cycle, CLOSED);
		assertThat(this.comments.of(round())).extracting(RoundComment::text)
			.containsExactly("In time", "At the last moment");
	}

	@Test
	void whatIsSaidIsChangedAndWithdrawnUntilTheClose() {
		// given
		open(false, false);
		say("reviewer", PROGRESS, 1, "First thought", null);
		say("reviewer", PROGRESS, 1, "Second thought on the same paragraph", null);
		FormDraft<RoundForm> written = this.speaking.by(round(), user("reviewer"));
		// when
		List<Line> lines = new ArrayList<>(written.content().lines());
		lines.remove(0);
		this.speaking.save(this.cycle, 1, written.version(), new RoundForm(lines), user("reviewer"));
		// then
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.speaking.save(this.cycle, 1, written.version(), RoundForm.EMPTY, user("reviewer")))
			.withMessageContaining("saved in another window");
		close();
		assertThat(this.comments.of(round())).extracting(RoundComment::text)
			.containsExactly("Second thought on the same paragraph");
	}

	@Test
	void onlyWrittenTextCanBePutInOtherWords() {
		// given
		open(false, false);
		String line = ONE_COORDINATOR;
		// when, then
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> say("reviewer", line, 1, "Who?", "Other people"))
			.withMessageContaining("Only a paragraph that somebody wrote");
		say("reviewer", line, 0, "Where is the budget?", null);
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> say("reviewer", "A99-I99-progress", 1, "Nowhere", null))
			.withMessageContaining("A99-I99-progress");
	}

	@Test
	void onlyWhoIsAskedIsInTheAudience() {
		// given
		open(true, false);
		// then
		Round round = round();
		assertThat(this.rounds.asks(round, user("reviewer"))).isTrue();
		assertThat(this.rounds.asks(round, user("harbour"))).isTrue();
		assertThat(this.rounds.asks(round, user("inland"))).as("coordinates nothing in this cycle").isFalse();
		assertThat(this.rounds.asks(round, user("thailand"))).as("a partner who coordinates nothing").isFalse();
		assertThat(this.rounds.asks(round, aes())).as("it opens the round").isFalse();
	}

	@Test
	void partnersAreAskedWhenTheSecretariatChoosesThem() {
		// given
		open(false, true);
		// then
		assertThat(this.rounds.asks(round(), user("thailand"))).isTrue();
		assertThat(this.rounds.asks(round(), user("harbour"))).isFalse();
		assertThat(this.rounds.counts(this.cycle).partners()).isPositive();
	}

	@Test
	void aSuggestedWordingIsPrintedByOneClickAndTheAcceptedTextStays() {
		// given
		open(false, false);
		say("reviewer", PROGRESS, 2, "", "Second paragraph, with its years.");
		close();
		// when
		this.answering.takeOver(this.cycle, 1, comment(), 0, aes());
		this.answering.send(this.cycle, 1, aes());
		// then
		ReportModel draft = this.reports.latest(this.cycle).orElseThrow();
		assertThat(draft.initiatives()).singleElement().satisfies((initiative) -> {
			assertThat(initiative.update().progress())
				.isEqualTo("First paragraph.\n\nSecond paragraph, with its years.");
			assertThat(initiative.update().edited()).containsExactly("Progress and achievements");
		});
		assertThat(Passages.of(Composition.of(draft)).all())
			.anySatisfy((passage) -> assertThat(passage.text()).startsWith("Edited by the secretariat in: Progress"));
		assertThat(this.jdbc.sql("select content ->> 'progress' from revision where cycle = :cycle")
			.param("cycle", this.cycle.value())
			.query(String.class)
			.single()).isEqualTo("First paragraph.\n\nSecond paragraph.");
		assertThat(this.decisions.of(this.cycle).get(comment()).decision()).isEqualTo(Outcome.TAKEN);
	}

	@Test
	void wordsThatWereTakenOverAreTakenBack() {
		// given
		open(false, false);
		say("reviewer", PROGRESS, 2, "", "Other words.");
		close();
		this.answering.takeOver(this.cycle, 1, comment(), 0, aes());
		// when, then
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> decide(comment(), Outcome.NOT_TAKEN, "No."))
			.withMessageContaining("take them back before");
		this.answering.takeBack(this.cycle, 1, comment(), aes());
		decide(comment(), Outcome.NOT_TAKEN, "It is right as it is.");
		this.answering.send(this.cycle, 1, aes());
		assertThat(progress()).isEqualTo("First paragraph.\n\nSecond paragraph.");
	}

	@Test
	void aParagraphThatSaysSomethingElseByNowIsNotOverwritten() {
		// given
		open(false, false);
		say("reviewer", PROGRESS, 2, "", "The reviewer's words.");
		say("colleague", PROGRESS, 2, "", "The colleague's words.");
		close();
		List<RoundComment> said = this.comments.of(round());
		this.answering.takeOver(this.cycle, 1, said.get(0).id(), 0, aes());
		// when, then
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.answering.takeOver(this.cycle, 1, said.get(1).id(), 0, aes()))
			.withMessageContaining("says something else by now");
		assertThat(this.decisions.of(this.cycle)).doesNotContainKey(said.get(1).id());
		assertThat(this.answers.of(round()).comments()).extracting(AnswerViews.Line::now).containsOnlyNulls();
	}

	@Test
	void aChapterIsTheSecretariatsOwnTextAndIsRewritten() {
		// given
		this.editors.write(this.cycle, FreeChapter.FOREWORD, 0, "One.\n\nTwo.");
		open(false, false);
		say("reviewer", "foreword", 2, "", "Two, and more.");
		close();
		// when
		this.answering.takeOver(this.cycle, 1, comment(), 0, aes());
		// then
		assertThat(this.reports.current(this.cycle).text(FreeChapter.FOREWORD)).isEqualTo("One.\n\nTwo, and more.");
	}

	@Test
	void aCommentFindsItsParagraphInTheNextDraft() {
		// given
		this.editors.write(this.cycle, FreeChapter.FOREWORD, 0, "One.\n\nTwo.");
		open(false, false);
		say("reviewer", "foreword", 2, "Too short.", null);
		close();
		// when
		this.editors.write(this.cycle, FreeChapter.FOREWORD, 1, "Before all.\n\nOne.\n\nTwo.");
		// then
		assertThat(this.answers.of(round()).comments()).singleElement().satisfies((line) -> {
			assertThat(line.paragraph()).isEqualTo(2);
			assertThat(line.now()).isEqualTo(3);
			assertThat(line.there()).isTrue();
		});
	}

	@Test
	void answersAreSentOnlyWhenAllAreDecidedAndExplained() {
		// given
		open(false, false);
		say("reviewer", PROGRESS, 1, "Shorter.", null);
		say("reviewer", PROGRESS, 2, "Longer.", null);
		say("colleague", PROGRESS, 2, "Leave it out.", null);
		close();
		List<Long> said = this.comments.of(round()).stream().map(RoundComment::id).toList();
		decide(said.get(0), Outcome.PARTLY, " ");
		decide(said.get(1), Outcome.NOT_TAKEN, null);
		// when, then
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> this.answering.send(this.cycle, 1, aes()))
			.satisfies((refused) -> assertThat(refused.problems()).extracting(Refused.Problem::field)
				.containsExactly("comments.%d.reason".formatted(said.get(0)),
						"comments.%d.reason".formatted(said.get(1)), "comments.%d.decision".formatted(said.get(2))));
		assertThat(this.report).isWaitingAt(ANSWER);
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.answering.decide(this.cycle, 1, said.get(0), 0, Outcome.TAKEN, null, aes()));
	}

	@Test
	void twoWhoDecideOnACommentInTheSameMomentDoNotOverwriteEachOther() {
		// given
		open(false, false);
		say("reviewer", PROGRESS, 1, "Shorter.", null);
		close();
		long comment = comment();
		// when
		List<Optional<Throwable>> told = this.sameMoment.act("cycle where name = '%s'".formatted(this.cycle),
				() -> this.answering.decide(this.cycle, 1, comment, 0, Outcome.TAKEN, null, aes()),
				() -> this.answering.decide(this.cycle, 1, comment, 0, Outcome.NOT_TAKEN, "No room.", aes()));
		// then
		assertThat(told.get(0)).isEmpty();
		assertThat(told.get(1)).get()
			.isInstanceOfSatisfying(Refused.class,
					(refused) -> assertThat(refused).hasMessageContaining("Somebody else has decided"));
		assertThat(this.decisions.of(this.cycle).get(comment).decision()).isEqualTo(Outcome.TAKEN);
	}

	@Test
	void nothingIsDecidedBeforeTheCloseOrAfterTheAnswersAreSent() {
		// given
		open(false, false);
		say("reviewer", PROGRESS, 1, "Shorter.", null);
		// when, then
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> this.answering.send(this.cycle, 1, aes()))
			.withMessageContaining("is not over");
		close();
		decide(comment(), Outcome.TAKEN, null);
		this.answering.send(this.cycle, 1, aes());
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> decide(comment(), Outcome.PARTLY, "Half of it"))
			.withMessageContaining("are sent");
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> this.answering.send(this.cycle, 1, aes()))
			.withMessageContaining("are sent");
	}

	private int open(boolean all, boolean partners) {
		return this.opening.open(this.cycle, new NewRound(all, partners, in(0), in(14)), aes());
	}

	private @Nullable LocalDate in(@Nullable Integer days) {
		return (days != null) ? LocalDate.ofInstant(this.clock.instant(), ROME).plusDays(days) : null;
	}

	private void say(String who, String place, int paragraph, String text, @Nullable String wording) {
		FormDraft<RoundForm> written = this.speaking.by(round(), user(who));
		List<Line> lines = new ArrayList<>(written.content().lines());
		lines.add(new Line("k" + lines.size(), place, paragraph, text, wording));
		this.speaking.save(this.cycle, round().number(), written.version(), new RoundForm(lines), user(who));
	}

	private void close() {
		moveTo(round().closesAt().plusSeconds(1));
		this.jobs.run(this.cycle, CLOSED);
	}

	private void moveTo(Instant moment) {
		this.stage.later(Duration.between(this.stage.now(), moment).toSeconds());
	}

	private Round round() {
		List<Round> all = this.rounds.of(this.cycle);
		return all.get(all.size() - 1);
	}

	private long comment() {
		return this.comments.of(round()).get(0).id();
	}

	private void decide(long comment, Outcome outcome, @Nullable String reason) {
		long seen = this.decisions.of(this.cycle).getOrDefault(comment, Decided.NOT_YET).version();
		this.answering.decide(this.cycle, 1, comment, seen, outcome, reason, aes());
	}

	private @Nullable String progress() {
		return this.reports.latest(this.cycle)
			.orElseThrow()
			.initiatives()
			.findFirst()
			.orElseThrow()
			.update()
			.progress();
	}

	private Task task() {
		return this.tasks.createTaskQuery()
			.processInstanceId(this.report.getId())
			.taskDefinitionKey(ANSWER)
			.singleResult();
	}

	private String user(String name) {
		return this.troupe.user(name);
	}

	private String aes() {
		return this.troupe.user("aes");
	}

}
