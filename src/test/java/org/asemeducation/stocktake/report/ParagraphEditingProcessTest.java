package org.asemeducation.stocktake.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.asemeducation.stocktake.Jobs;
import org.asemeducation.stocktake.ProcessTest;
import org.asemeducation.stocktake.Stage;
import org.asemeducation.stocktake.Troupe;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.report.MissingAnswer.Choice;
import org.asemeducation.stocktake.report.model.FreeChapter;
import org.asemeducation.stocktake.report.model.Initiative;
import org.asemeducation.stocktake.report.model.ReportChapter;
import org.asemeducation.stocktake.report.model.Update;
import org.asemeducation.stocktake.review.Reviewers;
import org.asemeducation.stocktake.update.Coordinators;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.asemeducation.stocktake.Troupe.ONE_COORDINATOR;
import static org.asemeducation.stocktake.Troupe.TWO_COORDINATORS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The secretariat prints its own words over accepted ones, and chooses what is printed
 * where none were accepted.
 */
@ProcessTest
class ParagraphEditingProcessTest {

	private static final String PROGRESS = ONE_COORDINATOR + "-progress";

	@Autowired
	private Stage stage;

	@Autowired
	private Jobs jobs;

	@Autowired
	private Troupe troupe;

	@Autowired
	private Coordinators coordinators;

	@Autowired
	private Reviewers reviewers;

	@Autowired
	private Editors editors;

	@Autowired
	private ParagraphEditing paragraphs;

	@Autowired
	private ParagraphViews views;

	@Autowired
	private MissingChoice missing;

	@Autowired
	private Reports reports;

	@Autowired
	private JdbcClient jdbc;

	private CycleName cycle;

	@BeforeEach
	void editADraft() {
		this.cycle = this.stage.gathering(ONE_COORDINATOR, TWO_COORDINATORS);
		this.coordinators.submit(this.cycle, ONE_COORDINATOR, "harbour", "First paragraph.\n\nSecond paragraph.");
		this.reviewers.accept(this.cycle, ONE_COORDINATOR);
		this.stage.freeze(this.cycle);
		this.jobs.run(this.cycle, "serviceTask_compileReport");
	}

	@Test
	void theNextDraftHasTheWordsOfTheSecretariatAndThePageTheAcceptedOnesBeside() {
		// when
		write("Second paragraph.", "The second, shorter.", null);
		// then
		Update update = initiative(ONE_COORDINATOR).update();
		assertThat(update.progress()).isEqualTo("First paragraph.\n\nThe second, shorter.");
		assertThat(update.edited()).containsExactly("Progress and achievements");
		ParagraphViews.Edited edit = edit();
		assertThat(edit.said()).isEqualTo("Second paragraph.");
		assertThat(edit.at()).isEqualTo(PROGRESS + "-p2");
		assertThat(edit.stale()).isFalse();
		assertThat(this.views.of(this.reports.draft(this.cycle)).paragraphs())
			.filteredOn((it) -> it.id().startsWith(PROGRESS))
			.extracting(ParagraphViews.Source::words)
			.containsExactly("From revision 1 of %s, accepted by the Standing Working Group".formatted(ONE_COORDINATOR),
					"The secretariat’s words over revision 1 of %s, accepted by the Standing Working Group"
						.formatted(ONE_COORDINATOR));
		assertThat(audited(this.cycle + "/" + PROGRESS)).contains("edit paragraph");
	}

	@Test
	void writtenOnceMoreThereIsOneEditOverTheAcceptedWords() {
		// given
		write("Second paragraph.", "The second, shorter.", null);
		// when
		write("Second paragraph.", "Shortest.", edit().id());
		// then
		assertThat(edit().said()).isEqualTo("Second paragraph.");
		assertThat(initiative(ONE_COORDINATOR).update().progress()).isEqualTo("First paragraph.\n\nShortest.");
	}

	@Test
	void aLaterRevisionOffersBothAndTheWordsOfTheCoordinatorsAreTaken() {
		// given
		write("Second paragraph.", "The second, shorter.", null);
		// when
		later("First paragraph.\n\nSecond paragraph, told anew.");
		// then
		ParagraphViews.Edited stale = edit();
		assertThat(stale.stale()).isTrue();
		assertThat(stale.printed()).isFalse();
		assertThat(stale.offered()).isEqualTo("Second paragraph, told anew.");
		assertThat(stale.wording()).isEqualTo("The second, shorter.");
		assertThat(initiative(ONE_COORDINATOR).update().progress()).endsWith("told anew.");
		// when
		this.paragraphs.accept(this.cycle, stale.id(), aes());
		// then
		assertThat(this.views.of(this.reports.draft(this.cycle)).edits()).isEmpty();
		assertThat(initiative(ONE_COORDINATOR).update().edited()).isNull();
	}

	@Test
	void theWordsOfTheSecretariatAreKeptOverALaterRevision() {
		// given
		write("Second paragraph.", "The second, shorter.", null);
		later("First paragraph.\n\nSecond paragraph, told anew.");
		ParagraphViews.Edited stale = edit();
		// when
		write(stale.offered(), stale.wording(), stale.id());
		// then
		assertThat(edit().stale()).isFalse();
		assertThat(edit().over()).isEqualTo(2);
		assertThat(initiative(ONE_COORDINATOR).update().progress())
			.isEqualTo("First paragraph.\n\nThe second, shorter.");
	}

	@Test
	void anUnchangedParagraphIsStaleTooAndStaysPrinted() {
		// given
		write("Second paragraph.", "The second, shorter.", null);
		// when
		later("The first, told anew.\n\nSecond paragraph.");
		// then
		assertThat(edit().stale()).isTrue();
		assertThat(edit().printed()).isTrue();
		assertThat(initiative(ONE_COORDINATOR).update().progress())
			.isEqualTo("The first, told anew.\n\nThe second, shorter.");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Second paragraph. | Second paragraph. | are the words that stand there
			Second paragraph. | ''                | Write what is to be printed
			Second paragraph. | TBC               | Write what is to be printed
			Some other words. | Other words.      | says something else by now
			""")
	void whatCannotBePrintedChangesNothing(String said, String wording, String why) {
		// when, then
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> write(said, wording, null))
			.withMessageContaining(why);
		assertThat(this.views.of(this.reports.draft(this.cycle)).edits()).isEmpty();
	}

	@Test
	void onlyTextsThatSomebodyWroteAreEdited() {
		// when, then
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.paragraphs.write(this.cycle, TWO_COORDINATORS, "No update received.", "It is fine.",
					null, aes()))
			.withMessageContaining("says something else by now");
	}

	@Test
	void whatTwoDecideOnIsDecidedOnce() {
		// given
		write("Second paragraph.", "The second, shorter.", null);
		long id = edit().id();
		this.paragraphs.accept(this.cycle, id, aes());
		// when, then
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> this.paragraphs.accept(this.cycle, id, aes()))
			.withMessageContaining("since you opened the page");
	}

	@Test
	void nothingIsChangedWhileTheReviewingBodyReads() {
		// given
		this.editors.handToReviewers(this.cycle);
		// when, then
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> write("Second paragraph.", "Shorter.", null))
			.withMessageContaining("lies with the Standing Working Group");
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(
					() -> this.missing.choose(this.cycle, TWO_COORDINATORS, "desk-update", "Words of the desk.", aes()))
			.withMessageContaining("lies with the Standing Working Group");
	}

	@Test
	void aDeskUpdateIsChosenShownAndAudited() {
		// given
		assertThat(this.missing.of(this.cycle)).singleElement()
			.matches((it) -> it.initiative().id().equals(TWO_COORDINATORS) && it.chosen() == null);
		// when
		this.missing.choose(this.cycle, TWO_COORDINATORS, "desk-update", "Words of the desk.", aes());
		// then
		assertThat(initiative(TWO_COORDINATORS).instead().text()).isEqualTo("Words of the desk.");
		assertThat(this.missing.of(this.cycle)).singleElement()
			.matches((it) -> it.chosen().choice() == Choice.DESK_UPDATE && it.desk().equals("Words of the desk."));
		assertThat(audited(this.cycle + "/" + TWO_COORDINATORS)).contains("choose for missing update");
	}

	@ParameterizedTest
	@CsvSource({ "desk-update, '', Write the desk update", "desk-update, To be completed, Write the desk update",
			"something, Words., Choose one of the three" })
	void aChoiceThatSaysNothingChangesNothing(String choice, String words, String why) {
		// when, then
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.missing.choose(this.cycle, TWO_COORDINATORS, choice, words, aes()))
			.withMessageContaining(TWO_COORDINATORS)
			.withMessageContaining(why);
		assertThat(this.missing.of(this.cycle)).allMatch((it) -> it.chosen() == null);
	}

	@Test
	void nothingIsChosenForAnAcceptedUpdate() {
		// when, then
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.missing.choose(this.cycle, ONE_COORDINATOR, "desk-update", "Words.", aes()))
			.withMessageContaining("no initiative of %s that lacks an update".formatted(this.cycle));
	}

	@Test
	void aFreeChapterHasItsAuthorAndItsDay(@Autowired ChoosingChapters choosing, @Autowired TaskService tasks) {
		// given
		List<Outlines.Entry> usual = List.of(ReportChapter.values())
			.stream()
			.map((it) -> new Outlines.Entry(it, it != ReportChapter.METHOD))
			.toList();
		String author = choosing.authors().keySet().iterator().next();
		LocalDate day = LocalDate.of(2031, 3, 4);
		// when
		choosing.choose(this.cycle, usual, Map.of(FreeChapter.FOREWORD, new ChapterTasks.ChapterTask(author, day),
				FreeChapter.OUTLOOK, ChapterTasks.ChapterTask.ANYBODYS), aes());
		// then
		Task foreword = tasks.createTaskQuery()
			.processInstanceBusinessKey(this.cycle.value())
			.taskDefinitionKey("userTask_writeForeword")
			.singleResult();
		assertThat(foreword.getAssignee()).isEqualTo(author);
		assertThat(foreword.getDueDate()).isEqualTo("2031-03-04T22:59:59.999");
		assertThat(this.reports.compile(this.cycle).outline()).hasSize(12).doesNotContain("method-and-sources");
		assertThat(audited(this.cycle.value())).contains("choose chapters");
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> choosing.choose(this.cycle,
					usual.stream().map((it) -> new Outlines.Entry(it.chapter(), false)).toList(), Map.of(), aes()))
			.withMessageContaining("“At a glance” cannot be left out");
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> choosing.choose(this.cycle, usual,
					Map.of(FreeChapter.OUTLOOK, new ChapterTasks.ChapterTask("nobody", null)), aes()))
			.withMessageContaining("somebody of the secretariat");
	}

	private void write(@Nullable String said, String wording, @Nullable Long instead) {
		this.paragraphs.write(this.cycle, PROGRESS, String.valueOf(said), wording, instead, aes());
	}

	/** A further revision is accepted. */
	private void later(String progress) {
		this.jdbc.sql("""
				with r as (insert into revision (cycle, initiative, number, content, submitted_at, submitted_by)
					select cycle, initiative, number + 1, jsonb_set(content, '{progress}', to_jsonb(:progress::text)),
						submitted_at, submitted_by
					from revision where cycle = :cycle and initiative = :initiative order by number desc limit 1
					returning id)
				insert into verdict (revision, accepted, given_at, given_by) select id, true, now(), 'swg' from r""")
			.param("progress", progress)
			.param("cycle", this.cycle.value())
			.param("initiative", ONE_COORDINATOR)
			.update();
	}

	private List<String> audited(String subject) {
		return this.jdbc.sql("select act from audit where subject = :subject order by id")
			.param("subject", subject)
			.query(String.class)
			.list();
	}

	private ParagraphViews.Edited edit() {
		return this.views.of(this.reports.draft(this.cycle)).edits().get(0);
	}

	private Initiative initiative(String id) {
		return this.reports.compile(this.cycle)
			.initiatives()
			.filter((it) -> it.id().equals(id))
			.findFirst()
			.orElseThrow();
	}

	private String aes() {
		return this.troupe.user("aes");
	}

}
