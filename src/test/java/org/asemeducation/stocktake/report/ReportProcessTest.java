package org.asemeducation.stocktake.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Optional;

import org.asemeducation.stocktake.Jobs;
import org.asemeducation.stocktake.Path;
import org.asemeducation.stocktake.ProcessTest;
import org.asemeducation.stocktake.Sabotage;
import org.asemeducation.stocktake.SameMoment;
import org.asemeducation.stocktake.Stage;
import org.asemeducation.stocktake.Troupe;
import org.asemeducation.stocktake.cycle.Cycle;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.DeadlineKind;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.report.comment.Commenting;
import org.asemeducation.stocktake.report.model.FreeChapter;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.asemeducation.stocktake.Troupe.ONE_COORDINATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

/**
 * From the compiled draft over its chapters to the draft that the reviewing body may
 * comment on.
 */
@ProcessTest
class ReportProcessTest {

	private static final String FOREWORD = "userTask_writeForeword";

	private static final String OUTLOOK = "userTask_writeOutlook";

	private static final String EDIT = "userTask_editReport";

	private static final String COMMENT = "userTask_commentOnDraft";

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
	private Chapters chapters;

	@Autowired
	private Commenting commenting;

	@Autowired
	private Reports reports;

	@Autowired
	private Cycles cycles;

	@Autowired
	private TaskService tasks;

	@Autowired
	private JdbcClient jdbc;

	private CycleName cycle;

	private ProcessInstance report;

	@BeforeEach
	void compileADraft() {
		this.cycle = this.stage.gathering(ONE_COORDINATOR);
		this.stage.freeze(this.cycle);
		this.report = this.stage.instance("report", this.cycle);
		this.jobs.run(this.cycle, "serviceTask_compileReport");
	}

	@Test
	void eachFreeChapterIsATaskOfTheSecretariatDueWithTheReviews() {
		// then
		assertThat(this.reports.latest(this.cycle)).get().extracting(ReportModel::version).isEqualTo(1);
		assertThat(this.report).isWaitingAtExactly(FOREWORD, OUTLOOK).hasPassed("serviceTask_compileReport");
		assertFace(FOREWORD, "Write foreword", DeadlineKind.REVIEWS, "aes");
		assertFace(OUTLOOK, "Write outlook", DeadlineKind.REVIEWS, "aes");
		assertThat(FreeChapter.values()).extracting((chapter) -> ReportStep.of(chapter).task())
			.containsExactly(FOREWORD, OUTLOOK);
	}

	@Test
	void withoutChaptersAndCommentsTheReportIsEdited() {
		// when
		this.editors.finish(this.cycle);
		// then
		assertThat(this.report).isEnded()
			.hasPassed(FOREWORD, OUTLOOK, EDIT, COMMENT, "serviceTask_readComments", "exclusiveGateway_commentsMade",
					"exclusiveGateway_commentsSettled", "endEvent_reportEdited")
			.hasNotPassed("userTask_takeInComments");
		assertThat(this.path.of(this.report)).endsWith(EDIT, "serviceTask_lookForRounds",
				"exclusiveGateway_draftWentRound", COMMENT, "serviceTask_readComments", "exclusiveGateway_commentsMade",
				"exclusiveGateway_commentsSettled", "endEvent_reportEdited");
	}

	@ParameterizedTest
	@EnumSource(FreeChapter.class)
	void editingBeginsWhenBothChaptersAreFinished(FreeChapter first) {
		// given
		FreeChapter second = (first == FreeChapter.FOREWORD) ? FreeChapter.OUTLOOK : FreeChapter.FOREWORD;
		// when, then
		this.editors.leaveOut(this.cycle, first);
		assertThat(this.report).isWaitingAt(ReportStep.of(second).task())
			.isNotWaitingAt(EDIT)
			.isNotWaitingAt(ReportStep.of(first).task());
		assertThatExceptionOfType(Refused.class).isThrownBy(this::edit).withMessageContaining("is not open");
		this.editors.leaveOut(this.cycle, second);
		assertThat(this.report).isWaitingAtExactly(EDIT);
		assertThat(task(EDIT).getName()).isEqualTo("Edit report (%s)".formatted(this.cycle));
	}

	@Test
	void secretariatAndReviewingBodyHaveHalfTheTimeEachBetweenReviewsAndComments() {
		// given
		Cycle dates = this.cycles.get(this.cycle);
		LocalDate reviewed = dates.date(DeadlineKind.REVIEWS);
		assertThat(dates.date(DeadlineKind.COMMENTS)).isEqualTo(reviewed.plusDays(28));
		// when
		this.editors.leaveChaptersOut(this.cycle);
		// then
		Instant dayAfter = reviewed.plusDays(15).atStartOfDay(ZoneId.of("Europe/Rome")).toInstant();
		assertThat(task(EDIT).getDueDate()).isEqualTo(Date.from(dayAfter.minusMillis(1)));
		assertThat(groups(EDIT)).containsExactly("aes");
		edit();
		assertFace(COMMENT, "Comment on the draft", DeadlineKind.COMMENTS, "aes", "swg");
	}

	@Test
	void whatIsWrittenIsInTheDraftThatTheReviewersGet() {
		// given
		this.editors.write(this.cycle, FreeChapter.FOREWORD, 0, "First words.");
		this.editors.done(this.cycle, FreeChapter.FOREWORD, 1);
		this.editors.leaveOut(this.cycle, FreeChapter.OUTLOOK);
		this.editors.write(this.cycle, FreeChapter.OUTLOOK, 0, "Last words.");
		// when
		edit();
		// then
		ReportModel draft = this.reports.latest(this.cycle).orElseThrow();
		assertThat(draft.version()).isEqualTo(2);
		assertThat(draft.text(FreeChapter.FOREWORD)).isEqualTo("First words.");
		assertThat(draft.text(FreeChapter.OUTLOOK)).isEqualTo("Last words.");
		assertThat(audited(this.cycle + "/foreword")).containsExactly("finish chapter: 12 characters");
		assertThat(audited(this.cycle + "/outlook")).containsExactly("finish chapter: left out");
	}

	@Test
	void aSecondWriterOnAnOldVersionIsToldAndOverwritesNothing() {
		// given
		this.editors.write(this.cycle, FreeChapter.FOREWORD, 0, "Words of the first");
		// when, then
		for (long seen : new long[] { 0, 2 }) {
			assertThatExceptionOfType(Refused.class)
				.isThrownBy(() -> this.editors.write(this.cycle, FreeChapter.FOREWORD, seen, "Words of the second"))
				.withMessageContaining("Somebody else has saved");
		}
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.editors.done(this.cycle, FreeChapter.FOREWORD, 0))
			.withMessageContaining("somebody else has saved it");
		assertThat(this.chapters.of(this.cycle, FreeChapter.FOREWORD).text()).isEqualTo("Words of the first");
		assertThat(this.editors.write(this.cycle, FreeChapter.FOREWORD, 1, "Both")).isEqualTo(2);
	}

	@Test
	void aVersionThatNeverWasIsNoneToWriteOn() {
		// when, then
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.editors.write(this.cycle, FreeChapter.FOREWORD, 2, "Words on nothing"))
			.withMessageContaining("Somebody else has saved");
		assertThat(this.chapters.of(this.cycle, FreeChapter.FOREWORD).version()).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "  \n ", "TBC" })
	void aChapterThatSaysNothingIsNotFinishedByMistake(String text) {
		// given
		this.editors.write(this.cycle, FreeChapter.OUTLOOK, 0, text);
		// when, then
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> this.editors.done(this.cycle, FreeChapter.OUTLOOK, 1))
			.satisfies((refused) -> assertThat(refused.problems()).extracting(Refused.Problem::field)
				.containsExactly("text"));
		assertThat(this.report).isWaitingAt(OUTLOOK);
	}

	@Test
	void aChapterThatIsTooLongIsNotSaved() {
		// when, then
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.editors.write(this.cycle, FreeChapter.OUTLOOK, 0, "x".repeat(100_001)))
			.satisfies((refused) -> assertThat(refused.problems()).singleElement()
				.extracting(Refused.Problem::message)
				.isEqualTo("Shorten it to 100,000 characters; it has 100,001."));
		assertThat(this.chapters.of(this.cycle, FreeChapter.OUTLOOK).version()).isZero();
	}

	@Test
	void whileTheReviewersHaveTheDraftItStaysAsItIs() {
		// given
		this.editors.handToReviewers(this.cycle);
		// when, then
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.editors.write(this.cycle, FreeChapter.FOREWORD, 0, "Late words"))
			.withMessageContaining("lies with the Standing Working Group");
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.editing.compile(this.cycle, this.troupe.user("aes")))
			.withMessageContaining("lies with the Standing Working Group");
		assertThat(this.reports.latest(this.cycle)).get().extracting(ReportModel::version).isEqualTo(2);
	}

	@Test
	void aFinishedReportStaysAsItIs() {
		// given
		this.editors.finish(this.cycle);
		// when, then
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.editors.write(this.cycle, FreeChapter.FOREWORD, 0, "Late words"))
			.withMessageContaining("is finished");
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.editing.compile(this.cycle, this.troupe.user("aes")))
			.withMessageContaining("is finished");
	}

	@Test
	void eachStepIsTakenOnce() {
		// given
		this.editors.finish(this.cycle);
		// when, then
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.editors.leaveOut(this.cycle, FreeChapter.FOREWORD))
			.withMessage("Writing the foreword of %s was finished before.", this.cycle);
		assertThatExceptionOfType(Refused.class).isThrownBy(this::edit)
			.withMessage("Editing the report of %s was finished before.", this.cycle);
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.commenting.handIn(this.cycle, 0, this.troupe.user("reviewer")))
			.withMessage("Commenting on the draft of %s was finished before.", this.cycle);
	}

	@Test
	void bothChaptersFinishedInTheSameMomentLeadToOneEditing() {
		// when
		List<Optional<Throwable>> told = this.sameMoment.act("cycle where name = '%s'".formatted(this.cycle),
				() -> this.editors.leaveOut(this.cycle, FreeChapter.FOREWORD),
				() -> this.editors.leaveOut(this.cycle, FreeChapter.OUTLOOK));
		// then
		assertThat(told).containsExactly(Optional.empty(), Optional.empty());
		assertThat(this.report).isWaitingAtExactly(EDIT);
	}

	@Test
	void editingFinishedTwiceInTheSameMomentIsFinishedOnce() {
		// given
		this.editors.leaveChaptersOut(this.cycle);
		// when
		List<Optional<Throwable>> told = this.sameMoment.act("cycle where name = '%s'".formatted(this.cycle),
				this::edit, this::edit);
		// then
		assertThat(told.get(0)).isEmpty();
		assertThat(told.get(1)).get()
			.isInstanceOfSatisfying(Refused.class,
					(refused) -> assertThat(refused).hasMessageContaining("was finished before"));
		assertThat(this.report).isWaitingAtExactly(COMMENT);
		assertThat(this.reports.latest(this.cycle)).get().extracting(ReportModel::version).isEqualTo(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "report_step", "compiled_report", "audit" })
	void anEditingThatFailsChangesNothing(String table) {
		// given
		this.editors.leaveChaptersOut(this.cycle);
		this.sabotage.breakTable(table);
		// when
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(this::edit).withMessageContaining("sabotaged");
		// then
		assertThat(this.report).isWaitingAtExactly(EDIT);
		assertThat(this.reports.latest(this.cycle)).get().extracting(ReportModel::version).isEqualTo(1);
		this.sabotage.mend();
		edit();
		assertThat(this.report).isWaitingAtExactly(COMMENT);
	}

	private void edit() {
		this.editing.finish(this.cycle, this.troupe.user("aes"));
	}

	private void assertFace(String task, String label, DeadlineKind due, String... groups) {
		assertThat(task(task).getName()).isEqualTo("%s (%s)".formatted(label, this.cycle));
		assertThat(task(task).getDueDate()).isEqualTo(Date.from(this.cycles.get(this.cycle).endOf(due)));
		assertThat(groups(task)).containsExactlyInAnyOrder(groups);
	}

	private List<String> groups(String task) {
		return this.tasks.getIdentityLinksForTask(task(task).getId()).stream().map(IdentityLink::getGroupId).toList();
	}

	private List<String> audited(String subject) {
		return this.jdbc.sql("select act || ': ' || after from audit where subject = :subject order by at")
			.param("subject", subject)
			.query(String.class)
			.list();
	}

	private Task task(String key) {
		return this.tasks.createTaskQuery()
			.processInstanceId(this.report.getId())
			.taskDefinitionKey(key)
			.singleResult();
	}

}
