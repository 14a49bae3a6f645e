package org.asemeducation.stocktake.notification;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.asemeducation.stocktake.ProcessTest;
import org.asemeducation.stocktake.Stage;
import org.asemeducation.stocktake.Troupe;
import org.asemeducation.stocktake.access.Person;
import org.asemeducation.stocktake.cycle.ClosingCycle;
import org.asemeducation.stocktake.cycle.Cycle;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.report.chapter.Commissioning;
import org.asemeducation.stocktake.report.chapter.DecidingOnChapters;
import org.asemeducation.stocktake.report.chapter.NewCommission;
import org.asemeducation.stocktake.report.chapter.WritingChapters;
import org.asemeducation.stocktake.report.model.ReportChapter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The author of a commissioned chapter is told what is asked of them and what has become
 * of it, and is reminded of its day.
 */
@ProcessTest
class ChapterMailProcessTest {

	@Autowired
	private Stage stage;

	@Autowired
	private Troupe troupe;

	@Autowired
	private Cycles cycles;

	@Autowired
	private Commissioning commissioning;

	@Autowired
	private WritingChapters writing;

	@Autowired
	private DecidingOnChapters deciding;

	@Autowired
	private DueChapters due;

	@Autowired
	private ClosingCycle closing;

	@Autowired
	private MailPlan plan;

	@Autowired
	private MailTexts words;

	@Autowired
	private JdbcClient jdbc;

	private CycleName cycle;

	@BeforeEach
	void open() {
		this.cycle = this.stage.open();
	}

	@Test
	void itsAuthorIsToldWhatIsAskedAndWhatBecomesOfIt() {
		// when
		int number = commission(30);
		Person malta = new Person(this.troupe.user("malta"), "malta", Set.of(this.troupe.party("Malta").groupId()));
		this.writing.save(this.cycle, number, 0, "UNACCEPTED-WORDS", "party", malta);
		this.writing.handIn(this.cycle, number, 1, malta);
		this.deciding.decide(this.cycle, number, 1, false, "Name your sources.", aes());
		this.commissioning.change(this.cycle, number, asked(40), aes());
		this.writing.handIn(this.cycle, number, 1, malta);
		this.deciding.decide(this.cycle, number, 2, true, "", aes());
		this.commissioning.withdraw(this.cycle, number, "It is too long.", aes());
		// then
		assertThat(subjects()).hasSize(5);
		assertThat(subjects().get(0)).startsWith(this.cycle + ": please write \"Reflections\" by ");
		assertThat(subjects().get(1)).isEqualTo(this.cycle + ": please revise \"Reflections\"");
		assertThat(subjects().get(2)).startsWith(this.cycle + ": \"Reflections\" is asked for otherwise, by ");
		assertThat(subjects().get(3)).isEqualTo(this.cycle + ": \"Reflections\" is accepted");
		assertThat(subjects().get(4)).isEqualTo(this.cycle + ": \"Reflections\" is not needed any more");
		assertThat(texts().get(0)).contains("Two pages, please.", "/camunda/app/tasklist/default/", "Our chapters");
		assertThat(texts().get(1)).contains("Name your sources.", "Two pages, please.");
		assertThat(texts().get(4)).contains("It is too long.").doesNotContain("WHAT IS ASKED FOR");
		assertThat(texts()).noneMatch((text) -> text.contains("UNACCEPTED-WORDS"));
		assertThat(readers()).containsOnly(Troupe.address("malta"));
	}

	@Test
	void itsAuthorIsRemindedOnceOfEachRungInTheMorningAndToldWhenItIsOverdue() {
		// given
		commission(30);
		// when, then
		this.due.claim(morning(22).plusSeconds(60));
		this.due.claim(morning(23).minusSeconds(60));
		assertThat(subjects()).hasSize(1);
		assertThat(this.due.next()).contains(morning(23));
		this.due.claim(morning(23));
		this.due.claim(morning(23).plus(Duration.ofHours(1)));
		assertThat(subjects()).hasSize(2);
		assertThat(subjects().get(1)).startsWith(this.cycle + ": reminder: \"Reflections\" is due on ");
		this.due.claim(morning(29));
		assertThat(subjects()).hasSize(3);
		this.due.claim(morning(33));
		assertThat(subjects()).hasSize(4);
		assertThat(subjects().get(3)).isEqualTo(this.cycle + ": overdue: \"Reflections\"");
		assertThat(this.due.next()).isEmpty();
	}

	@Test
	void whatAnOutageKeptBackIsToldOnceAndNobodyIsRemindedInTheWeekInWhichTheyWereAsked() {
		// given
		int soon = commission(5);
		this.due.claim(morning(4));
		assertThat(subjects()).hasSize(1);
		this.commissioning.withdraw(this.cycle, soon, "No time.", aes());
		commission(30);
		// when
		this.due.claim(morning(40));
		this.due.claim(morning(41));
		// then
		assertThat(subjects()).hasSize(4);
		assertThat(subjects().get(3)).contains("overdue");
	}

	@Test
	void whoHasHandedInIsNotReminded() {
		// given
		int number = commission(30);
		Person malta = new Person(this.troupe.user("malta"), "malta", Set.of(this.troupe.party("Malta").groupId()));
		this.writing.save(this.cycle, number, 0, "Words.", "party", malta);
		this.writing.handIn(this.cycle, number, 1, malta);
		// when
		this.due.claim(morning(40));
		// then
		assertThat(subjects()).hasSize(1);
	}

	@Test
	void theMailPlanShowsWhatIsToComeWithItsWordsAndAClosedCycleHasNothingToCome() {
		// given
		commission(30);
		Cycle open = this.cycles.get(this.cycle);
		// when
		List<PlannedMail> coming = this.plan.of(open).stream().filter(PlannedMail::isOfAChapter).toList();
		// then
		assertThat(coming).extracting(PlannedMail::at).containsExactly(morning(23), morning(29), morning(33));
		PlannedMail last = coming.get(2);
		assertThat(this.words.of(open, last.contact(), last.at(), null).subject())
			.isEqualTo(this.cycle + ": overdue: \"Reflections\"");
		assertThat(subjects()).as("reading the words sends nothing").hasSize(1);
		// when
		assertThat(this.closing.look(this.cycle).open())
			.contains("1 commissioned chapter is not accepted: nobody asks for it any more.");
		this.closing.close(this.cycle, "No money", aes());
		// then
		assertThat(this.plan.of(this.cycles.get(this.cycle))).noneMatch(PlannedMail::isOfAChapter);
		assertThat(this.due.next()).isEmpty();
		this.due.claim(morning(40));
		assertThat(subjects()).hasSize(1);
	}

	private int commission(int days) {
		return this.commissioning.commission(this.cycle, asked(days), aes());
	}

	private NewCommission asked(int days) {
		return new NewCommission("Reflections", ReportChapter.OUTLOOK, "Two pages, please.",
				this.troupe.party("Malta").id().value(), null, day(days));
	}

	private LocalDate day(int days) {
		return LocalDate.ofInstant(this.stage.now(), this.cycles.get(this.cycle).zone()).plusDays(days);
	}

	/** The first chapter's minute. */
	private Instant morning(int days) {
		return day(days).atTime(9, 1).atZone(this.cycles.get(this.cycle).zone()).toInstant();
	}

	private List<String> subjects() {
		return column("m.subject");
	}

	private List<String> texts() {
		return column("m.text");
	}

	private List<String> readers() {
		return column("m.recipient");
	}

	private List<String> column(String name) {
		return this.jdbc
			.sql("select " + name + " from mail m where m.cycle = :cycle and exists (select from mail_line l"
					+ " where l.mail = m.id and l.kind = 'chapter') order by m.id")
			.param("cycle", this.cycle.value())
			.query(String.class)
			.list();
	}

	private String aes() {
		return this.troupe.user("aes");
	}

}
