package org.asemeducation.stocktake.backup.team;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.Jobs;
import org.asemeducation.stocktake.ProcessTest;
import org.asemeducation.stocktake.Stage;
import org.asemeducation.stocktake.Troupe;
import org.asemeducation.stocktake.access.Contact;
import org.asemeducation.stocktake.access.NewContact;
import org.asemeducation.stocktake.access.Person;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.DeadlineKind;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.report.chapter.Commissioning;
import org.asemeducation.stocktake.report.chapter.NewCommission;
import org.asemeducation.stocktake.report.model.ReportChapter;
import org.asemeducation.stocktake.review.Reviewers;
import org.asemeducation.stocktake.update.Coordinators;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What somebody of the secretariat is named for passes on with their tasks: chapters that
 * are to be written, chapters that were commissioned from them, reviews that they were
 * dealt.
 */
@ProcessTest
class PassingWorkProcessTest {

	private static final AtomicInteger NUMBER = new AtomicInteger();

	private static final String ONE = Troupe.ONE_COORDINATOR;

	private static final String TWO = Troupe.TWO_COORDINATORS;

	@Autowired
	private Stage stage;

	@Autowired
	private Troupe troupe;

	@Autowired
	private Register register;

	@Autowired
	private Cycles cycles;

	@Autowired
	private TeamWork work;

	@Autowired
	private PassWorkOn passing;

	@Autowired
	private Commissioning commissioning;

	@Autowired
	private Coordinators coordinators;

	@Autowired
	private Reviewers reviewers;

	@Autowired
	private Jobs jobs;

	@Autowired
	private TaskService tasks;

	@Autowired
	private JdbcClient jdbc;

	private Contact leaving;

	private Contact taker;

	private Contact other;

	@BeforeEach
	void oneLeavesAndTwoStay() {
		int number = NUMBER.incrementAndGet();
		this.leaving = secretary("leaving" + number);
		this.taker = secretary("taker" + number);
		this.other = secretary("other" + number);
	}

	@AfterEach
	void nobodyStays() {
		for (Contact contact : List.of(this.leaving, this.taker, this.other)) {
			this.jdbc.sql("delete from review_duty where reviewer = ?").param(contact.id().value()).update();
			this.register.remove(contact.id());
		}
	}

	@Test
	void aChapterThatIsToBeWrittenIsTheTakersFromTheBeginningOfItsTask() {
		// given
		CycleName cycle = this.stage.gathering(ONE);
		author(cycle, "foreword", this.leaving);
		author(cycle, "outlook", this.other);
		// when
		assertThat(lines()).containsExactly("Named as the author of the foreword (%s)".formatted(cycle));
		pass();
		// then
		assertThat(authors(cycle)).containsExactly("foreword " + this.taker.userId(), "outlook " + this.other.userId());
		freeze(cycle);
		assertThat(task(cycle + "%", "userTask_writeForeword").getAssignee()).isEqualTo(this.taker.userId());
		assertThat(audited()).contains("pass work on %s: %s: Named as the author of the foreword > %s".formatted(cycle,
				this.leaving.name(), this.taker.name()));
	}

	@Test
	void aChapterThatIsWrittenAlreadyOrPublishedKeepsItsAuthor() {
		// given
		CycleName cycle = this.stage.gathering(ONE);
		author(cycle, "foreword", this.leaving);
		author(cycle, "outlook", this.leaving);
		freeze(cycle);
		this.jdbc.sql("""
				insert into report_step (cycle, step, version, done_at, done_by)
				select :cycle, 'outlook', max(version), now(), :by from compiled_report where cycle = :cycle""")
			.param("cycle", cycle.value())
			.param("by", this.leaving.userId())
			.update();
		Task foreword = task(cycle + "%", "userTask_writeForeword");
		this.tasks.setAssignee(task(cycle + "%", "userTask_writeOutlook").getId(), null);
		// when
		pass();
		// then
		assertThat(authors(cycle)).containsExactly("foreword " + this.taker.userId(),
				"outlook " + this.leaving.userId());
		assertThat(this.tasks.createTaskQuery().taskId(foreword.getId()).singleResult().getAssignee())
			.as("the task that is open by now goes along")
			.isEqualTo(this.taker.userId());
	}

	@Test
	void aCommissionedChapterIsOfferedToTheTakerAndNoLongerToWhoLeaves() {
		// given
		CycleName cycle = this.stage.gathering(ONE);
		int number = commission(cycle, "AES", this.leaving);
		int theirs = commission(cycle, "AES", this.other);
		// when
		assertThat(lines()).contains("Named as the author of “Reflections %d” (%s)".formatted(number, cycle));
		pass();
		// then
		assertThat(writing(cycle, number).getAssignee()).isEqualTo(this.taker.userId());
		assertThat(writing(cycle, theirs).getAssignee()).isEqualTo(this.other.userId());
		assertThat(candidates(writing(cycle, number))).contains("aes");
		assertThat(commissioned(cycle)).containsExactly(number + " " + this.taker.userId(),
				theirs + " " + this.other.userId());
		assertThat(audited()).contains("pass work on %s: %s: Named as the author of “Reflections %d” > %s"
			.formatted(cycle, this.leaving.name(), number, this.taker.name()));
	}

	@Test
	void aChapterOfAPartyForWhichTheTakerDoesNotSpeakStopsAllOfIt() {
		// given
		CycleName cycle = this.stage.gathering(ONE);
		this.register.addContact(new NewContact(this.troupe.party("Malta").id(), this.leaving.name(),
				this.leaving.email(), "en", null, NewContact.COORDINATOR));
		int number = commission(cycle, "Malta", this.leaving);
		author(cycle, "foreword", this.leaving);
		// when, then
		assertThat(foreseen().problems()).anySatisfy((problem) -> assertThat(problem).contains("“Reflections",
				"is written for Malta", this.taker.name() + " does not speak"));
		assertThatExceptionOfType(Refused.class).isThrownBy(this::pass).withMessageContaining("Nothing was passed on.");
		assertThat(authors(cycle)).containsExactly("foreword " + this.leaving.userId());
		assertThat(writing(cycle, number).getAssignee()).isEqualTo(this.leaving.userId());
		assertThat(commissioned(cycle)).containsExactly(number + " " + this.leaving.userId());
	}

	@Test
	void aReviewThatIsUnderWayIsDealtToTheTakerAndOneThatIsOverStays() {
		// given
		CycleName cycle = this.stage.gathering(ONE, TWO, Troupe.SUPPORTED);
		for (Map.Entry<String, String> each : Map.of(ONE, "harbour", TWO, "harbour", Troupe.SUPPORTED, "inland")
			.entrySet()) {
			this.coordinators.submit(cycle, each.getKey(), each.getValue(), "All of it");
		}
		this.reviewers.accept(cycle, TWO);
		deal(cycle, ONE, this.leaving);
		deal(cycle, TWO, this.leaving);
		deal(cycle, Troupe.SUPPORTED, this.other);
		// when
		assertThat(lines()).containsExactly("Was dealt the review (%s/%s)".formatted(cycle, ONE));
		pass();
		// then
		assertThat(duties(cycle)).containsExactly(ONE + " " + this.taker.userId() + " begun",
				TWO + " " + this.leaving.userId() + " begun", Troupe.SUPPORTED + " " + this.other.userId() + " begun");
		assertThat(audited()).contains("pass work on %s/%s: %s: Was dealt the review > %s".formatted(cycle, ONE,
				this.leaving.name(), this.taker.name()));
	}

	@Test
	void whatWasDealtMeanwhileIsLookedAtAgain() {
		// given
		CycleName cycle = this.stage.gathering(ONE);
		author(cycle, "foreword", this.leaving);
		PassWorkOn.Asked seen = asked();
		author(cycle, "outlook", this.leaving);
		// when, then
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> this.passing.passOn(seen, aes()))
			.withMessageContaining("something has changed since you looked");
		assertThat(authors(cycle)).containsExactly("foreword " + this.leaving.userId(),
				"outlook " + this.leaving.userId());
	}

	private void freeze(CycleName cycle) {
		this.stage.freeze(cycle);
		this.jobs.run(cycle, "serviceTask_compileReport");
	}

	private void pass() {
		this.passing.passOn(asked(), aes());
	}

	private PassWorkOn.Asked asked() {
		return new PassWorkOn.Asked(List.of(this.leaving.id().value()), this.taker.id().value(), foreseen().seen(),
				"once" + NUMBER.incrementAndGet() + this.leaving.userId(), "They leave.", false);
	}

	private OpenWork foreseen() {
		return this.work.foresee(List.of(this.leaving.id().value()), this.taker.id().value());
	}

	private List<String> lines() {
		return foreseen().lines().stream().map((line) -> "%s (%s)".formatted(line.what(), line.about())).toList();
	}

	private Contact secretary(String name) {
		this.register.addContact(
				new NewContact(this.troupe.party("AES").id(), name, Troupe.address(name), "en", null, "secretariat"));
		return this.register.contactByEmail(Troupe.address(name)).orElseThrow();
	}

	private void author(CycleName cycle, String chapter, Contact author) {
		this.jdbc.sql("insert into report_chapter_task (cycle, chapter, author) values (?, ?, ?)")
			.params(cycle.value(), chapter, author.userId())
			.update();
	}

	private List<String> authors(CycleName cycle) {
		return this.jdbc.sql(
				"select chapter || ' ' || author from report_chapter_task where cycle = ? and author is not null order by 1")
			.param(cycle.value())
			.query(String.class)
			.list();
	}

	private int commission(CycleName cycle, String party, Contact author) {
		LocalDate due = this.cycles.get(cycle).date(DeadlineKind.FREEZE);
		int next = this.jdbc.sql("select count(*) + 1 from chapter_commission where cycle = ?")
			.param(cycle.value())
			.query(Integer.class)
			.single();
		return this.commissioning.commission(cycle, new NewCommission("Reflections " + next, ReportChapter.COMMITMENTS,
				"Please write.", this.troupe.party(party).id().value(), author.id().value(), due), aes().userId());
	}

	private List<String> commissioned(CycleName cycle) {
		return this.jdbc.sql("""
				select k.number || ' ' || c.user_id from chapter_commission k join contact c on c.id = k.contact
				where k.cycle = ? order by k.number""").param(cycle.value()).query(String.class).list();
	}

	private void deal(CycleName cycle, String initiative, Contact reviewer) {
		this.jdbc.sql("""
				insert into review_duty (cycle, initiative, reviewer, dealt_at, begun_at)
				values (:cycle, :initiative, :reviewer, now(), now())
				on conflict (cycle, initiative) do update set reviewer = :reviewer, begun_at = now()""")
			.param("cycle", cycle.value())
			.param("initiative", initiative)
			.param("reviewer", reviewer.id().value())
			.update();
	}

	private List<String> duties(CycleName cycle) {
		return this.jdbc.sql("""
				select d.initiative || ' ' || c.user_id || case when d.begun_at is not null then ' begun' else '' end
				from review_duty d join contact c on c.id = d.reviewer where d.cycle = ? order by 1""")
			.param(cycle.value())
			.query(String.class)
			.list();
	}

	private Task writing(CycleName cycle, int number) {
		return this.tasks.createTaskQuery()
			.taskDefinitionKey("userTask_writeChapter")
			.processInstanceBusinessKeyLike(cycle + "/%")
			.list()
			.stream()
			.filter((task) -> task.getName().contains("Reflections " + number))
			.findFirst()
			.orElseThrow();
	}

	private Task task(String about, String key) {
		return this.tasks.createTaskQuery().taskDefinitionKey(key).processInstanceBusinessKeyLike(about).singleResult();
	}

	private Set<String> candidates(Task task) {
		return this.tasks.getIdentityLinksForTask(task.getId())
			.stream()
			.map(IdentityLink::getGroupId)
			.filter((group) -> group != null)
			.collect(Collectors.toSet());
	}

	private List<String> audited() {
		return this.jdbc.sql(
				"select act || ' ' || subject || ': ' || before || ' > ' || after from audit where act = 'pass work on'")
			.query(String.class)
			.list();
	}

	private Person aes() {
		return new Person(this.troupe.user("aes"), "aes", Set.of("aes"));
	}

}
