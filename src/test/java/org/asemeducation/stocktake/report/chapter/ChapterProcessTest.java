package org.asemeducation.stocktake.report.chapter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.asemeducation.stocktake.Jobs;
import org.asemeducation.stocktake.ProcessTest;
import org.asemeducation.stocktake.Stage;
import org.asemeducation.stocktake.Troupe;
import org.asemeducation.stocktake.access.Party;
import org.asemeducation.stocktake.access.Person;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.report.Reports;
import org.asemeducation.stocktake.report.Sealing;
import org.asemeducation.stocktake.report.chapter.Commission.State;
import org.asemeducation.stocktake.report.html.HtmlReport;
import org.asemeducation.stocktake.report.model.Annex;
import org.asemeducation.stocktake.report.model.Origin;
import org.asemeducation.stocktake.report.model.ReportChapter;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
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
 * A chapter is commissioned, written, looked at, and printed once it is accepted.
 */
@ProcessTest
class ChapterProcessTest {

	private static final String WRITE = "userTask_writeChapter";

	private static final String LOOK_AT = "userTask_lookAtChapter";

	private static final String WORDS = "What two years have taught us.";

	@Autowired
	private Stage stage;

	@Autowired
	private Jobs jobs;

	@Autowired
	private Troupe troupe;

	@Autowired
	private Register register;

	@Autowired
	private Cycles cycles;

	@Autowired
	private Commissions commissions;

	@Autowired
	private Commissioning commissioning;

	@Autowired
	private WritingChapters writing;

	@Autowired
	private DecidingOnChapters deciding;

	@Autowired
	private Sealing sealing;

	@Autowired
	private Reports reports;

	@Autowired
	private TaskService tasks;

	@Autowired
	private JdbcClient jdbc;

	private CycleName cycle;

	@BeforeEach
	void open() {
		this.cycle = this.stage.open();
	}

	@Test
	void aPartysChapterIsATaskOfItsPeopleAndTheSecretariatsDueOnItsOwnDay() {
		// when
		int number = commission(asked("Malta", null));
		// then
		assertThat(instance(number)).isWaitingAtExactly(WRITE);
		Task task = task(number);
		assertThat(task.getName()).isEqualTo("Write chapter “Reflections” (%s)", this.cycle);
		assertThat(task.getDueDate()).isEqualTo(Date.from(this.cycles.get(this.cycle).endOf(due())));
		assertThat(task.getAssignee()).isNull();
		assertThat(candidates(task)).containsExactlyInAnyOrder("aes", this.troupe.party("Malta").groupId());
	}

	@Test
	void aPersonsChapterIsDealtToThatPersonAndOfferedToNobodyElseOfTheParty() {
		// when
		int number = commission(asked("Malta", "malta"));
		// then
		assertThat(task(number).getAssignee()).isEqualTo(this.troupe.user("malta"));
		assertThat(candidates(task(number))).doesNotContain(this.troupe.party("Malta").groupId());
	}

	@Test
	void onlyItsAuthorAndTheSecretariatMayKnowOfAChapter() {
		// given
		int number = commission(asked("Malta", null));
		int persons = commission(asked("HU", "harbour"));
		// when, then
		assertThat(this.writing.of(this.cycle, number, person("malta")).title()).isEqualTo("Reflections");
		assertThat(this.writing.of(this.cycle, number, aes()).title()).isEqualTo("Reflections");
		assertThat(this.writing.of(this.cycle, persons, person("harbour")).title()).isEqualTo("Reflections");
		for (Runnable act : List.<Runnable>of(() -> this.writing.of(this.cycle, number, person("harbour")),
				() -> this.writing.of(this.cycle, number, person("reviewer")),
				() -> this.writing.of(this.cycle, persons, person("malta")),
				() -> this.writing.save(this.cycle, number, 0, WORDS, "party", person("inland")),
				() -> this.writing.handIn(this.cycle, number, 0, person("inland")))) {
			assertThatExceptionOfType(Refused.class).isThrownBy(act::run)
				.satisfies((refused) -> assertThat(refused.why()).isEqualTo(Refused.Why.NOT_ALLOWED));
		}
	}

	@Test
	void whatIsAcceptedIsPrintedInItsPlaceWithItsAuthor() {
		// given
		freeze();
		int number = commission(asked("Malta", null));
		handIn(number, WORDS, "party");
		assertThat(instance(number)).isWaitingAtExactly(LOOK_AT);
		assertThat(printed()).doesNotContain(WORDS, "Reflections");
		ProcessInstance instance = instance(number);
		// when
		this.deciding.decide(this.cycle, number, 1, true, "", aes().userId());
		// then
		assertThat(instance).isEnded()
			.hasPassed(WRITE, LOOK_AT, "serviceTask_readChapter", "endEvent_chapterAccepted")
			.hasNotPassed("endEvent_nothingToWrite", "endEvent_chapterLeftOut");
		ReportModel report = this.reports.compile(this.cycle);
		assertThat(report.order()).containsSubsequence("commitments", "chapter-1", "outlook");
		assertThat(report.chapters()).contains(new ReportModel.Chapter("chapter-1", "Reflections", WORDS, "Malta"));
		assertThat(report.paragraphs()).filteredOn((it) -> it.place().equals("chapter-1") && it.paragraph() == 2)
			.singleElement()
			.satisfies((it) -> {
				assertThat(it.from()).isEqualTo(Origin.From.CHAPTER);
				assertThat(it.acceptedBy()).isEqualTo("ASEM Education Secretariat");
				assertThat(it.number()).isNotNull();
			});
		assertThat(html(report)).contains("Reflections", "By Malta", WORDS);
		assertThat(audited(number)).containsExactly("commission chapter", "hand in chapter", "accept chapter");
	}

	@Test
	void aChapterStandsWhereItsNeighbourWouldStandThatIsLeftOut() {
		// given
		freeze();
		int number = commission(asked("Malta", null));
		handIn(number, WORDS, "party");
		this.deciding.decide(this.cycle, number, 1, true, "", aes().userId());
		this.jdbc
			.sql("insert into report_outline values (:cycle, 'at-a-glance', 1, true), "
					+ "(:cycle, 'commitments', 2, false), (:cycle, 'initiatives', 3, true)")
			.param("cycle", this.cycle.value())
			.update();
		// when, then
		assertThat(this.reports.current(this.cycle).order()).containsExactly("at-a-glance", "figures-and-charts",
				"chapter-1", "initiatives");
	}

	@Test
	void whatIsReturnedIsWrittenAgainAndOnlyItsLastTextIsPrinted() {
		// given
		freeze();
		int number = commission(asked("Malta", "malta"));
		handIn(number, "TOO-SHORT-WORDS", "person");
		// when
		this.deciding.decide(this.cycle, number, 1, false, "SAY-MORE-OF-IT", aes().userId());
		// then
		assertThat(instance(number)).isWaitingAtExactly(WRITE).hasNotPassed("endEvent_chapterAccepted");
		assertThat(task(number).getAssignee()).isEqualTo(this.troupe.user("malta"));
		assertThat(commission(number).because()).isEqualTo("SAY-MORE-OF-IT");
		this.writing.save(this.cycle, number, 1, WORDS, "person", person("malta"));
		this.writing.handIn(this.cycle, number, 2, person("malta"));
		this.deciding.decide(this.cycle, number, 2, true, "", aes().userId());
		assertThat(printed()).contains(WORDS, "By malta")
			.doesNotContain("TOO-SHORT-WORDS", "SAY-MORE-OF-IT", "Please write");
	}

	@Test
	void theDraftIsKeptAndNobodyOverwritesWhatSomebodyElseHasSaved() {
		// given
		int number = commission(asked("Malta", null));
		this.writing.save(this.cycle, number, 0, "Mine.", "party", person("malta"));
		// when, then
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.writing.save(this.cycle, number, 0, "Theirs.", "party", aes()))
			.withMessageContaining("Somebody else has saved");
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> this.writing.handIn(this.cycle, number, 0, aes()))
			.withMessageContaining("Load the newer version");
		assertThat(this.jdbc.sql("select text from chapter_draft where cycle = :cycle")
			.param("cycle", this.cycle.value())
			.query(String.class)
			.list()).containsExactly("Mine.");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			''    | party  | Write it
			TBC   | party  | is only a placeholder
			Words | person | does not sign for Malta
			""")
	void whatSaysTooLittleIsNotHandedIn(String text, String signed, String why) {
		// given
		int number = commission(asked("Malta", null));
		this.writing.save(this.cycle, number, 0, text, signed, aes());
		// when, then
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> this.writing.handIn(this.cycle, number, 1, aes()))
			.satisfies((refused) -> assertThat(refused.problems()).singleElement()
				.satisfies((problem) -> assertThat(problem.message()).contains(why)));
		assertThat(instance(number)).isWaitingAtExactly(WRITE);
	}

	@Test
	void whatWaitsIsDecidedOnceWithARemarkWhereItIsReturned() {
		// given
		int number = commission(asked("Malta", null));
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.deciding.decide(this.cycle, number, 1, true, "", aes().userId()))
			.withMessageContaining("being written");
		handIn(number, WORDS, "party");
		// when, then
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.deciding.decide(this.cycle, number, 1, false, " ", aes().userId()))
			.withMessageContaining("is not returned yet");
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.writing.save(this.cycle, number, 1, "Later words.", "party", person("malta")))
			.withMessageContaining("handed in");
		this.deciding.decide(this.cycle, number, 1, true, "", aes().userId());
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.deciding.decide(this.cycle, number, 1, false, "No.", aes().userId()))
			.withMessageContaining("accepted");
	}

	@Test
	void anotherDayAndAnotherAuthorMoveTheTask() {
		// given
		int number = commission(asked("Malta", "malta"));
		LocalDate later = due().plusDays(9);
		// when
		this.commissioning.change(this.cycle, number, new NewCommission("Outlooks", ReportChapter.METHOD,
				"Please write.", this.troupe.party("HU").id().value(), null, later), aes().userId());
		// then
		Task task = task(number);
		assertThat(task.getName()).isEqualTo("Write chapter “Outlooks” (%s)", this.cycle);
		assertThat(task.getDueDate()).isEqualTo(Date.from(this.cycles.get(this.cycle).endOf(later)));
		assertThat(task.getAssignee()).isNull();
		assertThat(candidates(task)).containsExactlyInAnyOrder("aes", this.troupe.party("HU").groupId());
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> this.writing.of(this.cycle, number, person("malta")));
	}

	@Test
	void whatIsWithdrawnEndsAndIsPrintedNoMore() {
		// given
		freeze();
		int open = commission(asked("Malta", null));
		int accepted = commission(asked("HU", null));
		this.writing.save(this.cycle, accepted, 0, WORDS, "party", aes());
		this.writing.handIn(this.cycle, accepted, 1, aes());
		this.deciding.decide(this.cycle, accepted, 1, true, "", aes().userId());
		assertThat(printed()).contains(WORDS);
		ProcessInstance instance = instance(open);
		// when
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.commissioning.withdraw(this.cycle, open, " ", aes().userId()))
			.withMessageContaining("tell its author why");
		this.commissioning.withdraw(this.cycle, open, "The report is long enough.", aes().userId());
		this.commissioning.withdraw(this.cycle, accepted, "The report is long enough.", aes().userId());
		// then
		assertThat(instance).isEnded()
			.hasPassed("startEvent_chapterWithdrawn", "endEvent_nothingToWrite")
			.hasNotPassed("endEvent_chapterAccepted", "endEvent_chapterLeftOut");
		assertThat(this.commissions.of(this.cycle)).extracting(Commission::state)
			.containsExactly(State.WITHDRAWN, State.WITHDRAWN);
		assertThat(printed()).doesNotContain(WORDS);
		assertThat(this.reports.compile(this.cycle).chapters()).as("as data")
			.noneMatch((chapter) -> WORDS.equals(chapter.text()));
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.commissioning.withdraw(this.cycle, open, "Again.", aes().userId()))
			.withMessageContaining("is withdrawn");
	}

	@Test
	void whatIsOpenWhenTheReportIsSealedIsLeftOutAndNothingChangesAfterwards() {
		// given
		freeze();
		int written = commission(asked("Malta", null));
		int handedIn = commission(asked("HU", null));
		this.writing.save(this.cycle, handedIn, 0, "WORDS-NOBODY-ACCEPTED", "party", aes());
		this.writing.handIn(this.cycle, handedIn, 1, aes());
		List<ProcessInstance> instances = List.of(instance(written), instance(handedIn));
		// when
		this.sealing.seal(this.cycle, ReportModel.State.FOR_OFFICIALS, (report) -> new Annex("Work plan", List.of()),
				"stocktake");
		// then
		for (ProcessInstance instance : instances) {
			assertThat(instance).isEnded()
				.hasPassed("startEvent_reportSealed", "endEvent_chapterLeftOut")
				.hasNotPassed("endEvent_chapterAccepted", "endEvent_nothingToWrite");
		}
		assertThat(this.commissions.of(this.cycle)).extracting(Commission::state)
			.containsExactly(State.LEFT_OUT, State.LEFT_OUT);
		assertThat(html(this.reports.latest(this.cycle).orElseThrow())).doesNotContain("WORDS-NOBODY-ACCEPTED");
		assertThat(audited(written)).containsExactly("commission chapter", "leave out chapter");
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> commission(asked("Malta", null)))
			.withMessageContaining("is sealed");
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.writing.save(this.cycle, written, 0, WORDS, "party", person("malta")))
			.withMessageContaining("left out");
	}

	@Test
	void nobodyIsAskedForAChapterWhoCouldNotWriteItOrByADayThatIsOver() {
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> commission(new NewCommission("Reflections", ReportChapter.METHOD, "Please write.",
					this.troupe.party("Malta").id().value(), contact("harbour"), due())))
			.withMessageContaining("Choose an author");
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> commission(new NewCommission("Reflections", ReportChapter.METHOD, "Please write.",
					this.troupe.party("Malta").id().value(), null, today().minusDays(1))))
			.withMessageContaining("is over");
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> new NewCommission(" ", ReportChapter.METHOD, "Please write.", 1, null, due()))
			.withMessageContaining("a title");
		assertThat(this.commissions.of(this.cycle)).isEmpty();
	}

	private void freeze() {
		this.cycle = this.stage.gathering(ONE_COORDINATOR);
		this.stage.freeze(this.cycle);
		this.jobs.run(this.cycle, "serviceTask_compileReport");
	}

	private int commission(NewCommission asked) {
		return this.commissioning.commission(this.cycle, asked, aes().userId());
	}

	private NewCommission asked(String party, @Nullable String person) {
		return new NewCommission("Reflections", ReportChapter.COMMITMENTS, "Please write.",
				this.troupe.party(party).id().value(), (person != null) ? contact(person) : null, due());
	}

	private void handIn(int number, String text, String signed) {
		this.writing.save(this.cycle, number, 0, text, signed, person("malta"));
		this.writing.handIn(this.cycle, number, 1, person("malta"));
	}

	private Commission commission(int number) {
		return this.commissions.find(this.cycle, number).orElseThrow();
	}

	private LocalDate today() {
		return LocalDate.ofInstant(this.stage.now(), this.cycles.get(this.cycle).zone());
	}

	private LocalDate due() {
		return today().plusDays(30);
	}

	private Long contact(String name) {
		return this.register.contactByUser(this.troupe.user(name)).orElseThrow().id().value();
	}

	private Person aes() {
		return new Person(this.troupe.user("aes"), "aes", Set.of("aes"));
	}

	private Person person(String name) {
		List<String> groups = new ArrayList<>(
				this.register.partiesOf(this.register.contactByUser(this.troupe.user(name)).orElseThrow().id())
					.stream()
					.map(Party::groupId)
					.toList());
		if (groups.isEmpty()) {
			groups.add("swg");
		}
		return new Person(this.troupe.user(name), name, Set.copyOf(groups));
	}

	private ProcessInstance instance(int number) {
		return this.stage.instance("chapter", this.cycle + "/chapter/" + number);
	}

	private Task task(int number) {
		return this.tasks.createTaskQuery().processInstanceId(instance(number).getId()).singleResult();
	}

	private List<String> candidates(Task task) {
		return this.tasks.getIdentityLinksForTask(task.getId())
			.stream()
			.map(IdentityLink::getGroupId)
			.filter((group) -> group != null)
			.toList();
	}

	private List<String> audited(int number) {
		return this.jdbc.sql("select act from audit where subject = :subject order by id")
			.param("subject", this.cycle + "/chapter/" + number)
			.query(String.class)
			.list();
	}

	private String printed() {
		return html(this.reports.compile(this.cycle));
	}

	private static String html(ReportModel report) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try {
			new HtmlReport((picture) -> Optional.empty()).write(report, out);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return out.toString(StandardCharsets.UTF_8);
	}

}
