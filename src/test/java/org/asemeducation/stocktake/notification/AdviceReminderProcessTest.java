package org.asemeducation.stocktake.notification;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;

import org.asemeducation.stocktake.ProcessTest;
import org.asemeducation.stocktake.Stage;
import org.asemeducation.stocktake.Troupe;
import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.cycle.Cycle;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.engine.Refused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The reviewing body is reminded of its advice on a proposal before the day for it.
 */
@ProcessTest
class AdviceReminderProcessTest {

	private static final String MINE = "AdviceReminderProcessTest";

	private static final String OF_MINE = """
			\sfrom mail m join mail_line l on l.mail = m.id
			where l.kind = 'advice-reminder' and l.about = :about and m.contact = :contact order by m.id""";

	@Autowired
	private Stage stage;

	@Autowired
	private Troupe troupe;

	@Autowired
	private Cycles cycles;

	@Autowired
	private DueAdvice due;

	@Autowired
	private MailPlan plan;

	@Autowired
	private MailTexts words;

	@Autowired
	private HoldingMails holding;

	@Autowired
	private SendingNow sending;

	@Autowired
	private StillTrue stillTrue;

	@Autowired
	private JdbcClient jdbc;

	private CycleName cycle;

	private ContactId reader;

	private long proposal;

	@BeforeEach
	void adviceIsAskedFor() {
		this.cycle = this.stage.open();
		this.reader = new ContactId(this.jdbc.sql("select id from contact where user_id = :user")
			.param("user", this.troupe.user("reviewer"))
			.query(Long.class)
			.single());
		this.jdbc.sql("update contact set zone = 'UTC' where id = :id").param("id", this.reader.value()).update();
		this.proposal = this.jdbc
			.sql("""
					insert into proposal (proposed_by, party, state, content, version, saved_at, advice_due, advice_cycle)
					select :user, :party, 'advising', '{"kind": "end", "initiative": "A01-I02", "reason": "It is over."}', 1, :now,
					    :due, :cycle returning id""")
			.param("user", this.troupe.user("harbour"))
			.param("party", this.troupe.party("HU").id().value())
			.param("now", now())
			.param("due", day(30))
			.param("cycle", this.cycle.value())
			.query(Long.class)
			.single();
		step("passed");
	}

	@AfterEach
	void clear() {
		this.jdbc.sql("update contact set zone = null where id = :id").param("id", this.reader.value()).update();
		this.jdbc.sql("delete from mail_hold where ladder = 'advice-reminder'").update();
		for (String table : List.of("advice_reminder", "proposal_step")) {
			this.jdbc.sql("delete from %s where proposal = :id".formatted(table)).param("id", this.proposal).update();
		}
		this.jdbc.sql("delete from proposal where id = :id").param("id", this.proposal).update();
	}

	@Test
	void eachRungIsToldOnceInTheMorningBeforeTheDay() {
		// when, then
		this.due.claim(morning(23).minusSeconds(1));
		assertThat(subjects()).isEmpty();
		assertThat(this.due.next(now().toInstant()))
			.hasValueSatisfying((next) -> assertThat(next).isBeforeOrEqualTo(morning(23)).isAfter(morning(22)));
		this.due.claim(morning(23));
		this.due.claim(morning(23).plusSeconds(60));
		assertThat(subjects()).hasSize(1);
		assertThat(subjects().get(0)).startsWith("Reminder: please advise on a proposal by ").endsWith("End A01-I02");
		this.due.claim(morning(29));
		assertThat(subjects()).hasSize(2);
		this.due.claim(morning(31));
		assertThat(subjects()).hasSize(2);
	}

	@Test
	void whatAnOutageKeptBackIsToldOnceAndNothingOnceTheDayIsOver() {
		// when
		this.due.claim(morning(30));
		this.due.claim(morning(30).plusSeconds(60));
		// then
		assertThat(subjects()).hasSize(1);
		// given
		move(60);
		// when
		this.due.claim(day(61).atStartOfDay(ZoneOffset.UTC).toInstant());
		// then
		assertThat(subjects()).hasSize(1);
		assertThat(this.due.next(day(61).atStartOfDay(ZoneOffset.UTC).toInstant())).isEmpty();
	}

	@Test
	void remindersFollowADayThatMoved() {
		// given
		this.due.claim(morning(23));
		// when
		move(60);
		// then
		this.due.claim(morning(29));
		assertThat(subjects()).hasSize(1);
		this.due.claim(morning(53));
		assertThat(subjects()).hasSize(2);
	}

	@Test
	void whoeverWasAskedOrToldAnotherDayWithinAWeekIsNotReminded() {
		// given
		this.jdbc.sql("update proposal set advice_due = :due where id = :id")
			.param("due", day(6))
			.param("id", this.proposal)
			.update();
		// when
		this.due.claim(morning(5));
		// then
		assertThat(subjects()).isEmpty();
		assertThat(advice()).isEmpty();
	}

	@Test
	void onceTheAdviceIsGivenNobodyIsRemindedNotEvenByWhatIsQueued() {
		// given
		this.due.claim(morning(23));
		long mail = mails().get(0);
		assertThat(this.stillTrue.of(mail)).isTrue();
		// when
		this.jdbc.sql("update proposal set state = 'deciding' where id = :id").param("id", this.proposal).update();
		// then
		assertThat(this.stillTrue.of(mail)).isFalse();
		this.due.claim(morning(29));
		assertThat(subjects()).hasSize(1);
		assertThat(advice()).isEmpty();
	}

	@Test
	void theMailPlanShowsThemWithTheirWordsAndSendsNothing() {
		// when
		List<PlannedMail> coming = advice();
		// then
		assertThat(coming).extracting(PlannedMail::at).containsExactly(morning(23), morning(29));
		assertThat(this.words.of(open(), this.reader, coming.get(0).at(), null).subject())
			.startsWith("Reminder: please advise on a proposal by ");
		assertThat(subjects()).isEmpty();
	}

	@Test
	void oneThatIsHeldIsNotSentUntilItIsReleasedAndTheOtherIs() {
		// given
		Instant first = advice().get(0).at();
		this.holding.hold(this.cycle, this.reader, first, null, "They meet next week.", aes());
		// then
		assertThat(advice()).extracting(PlannedMail::stop).containsExactly(Stop.HELD, null);
		this.due.claim(morning(24));
		assertThat(subjects()).isEmpty();
		this.due.claim(morning(29));
		assertThat(subjects()).hasSize(1);
	}

	@Test
	void aHoldIsReleased() {
		// given
		Instant first = advice().get(0).at();
		this.holding.hold(this.cycle, this.reader, first, null, "They meet next week.", aes());
		// when
		this.holding.release(this.cycle, this.reader, first, null, aes());
		// then
		this.due.claim(morning(23));
		assertThat(subjects()).hasSize(1);
	}

	@Test
	void oneIsSentAheadAndThenNotAgain() {
		// given
		Instant first = advice().get(0).at();
		// when
		this.sending.send(this.cycle, this.reader, first, null, aes());
		// then
		assertThat(subjects()).hasSize(1);
		this.due.claim(morning(23));
		assertThat(subjects()).hasSize(1);
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.sending.send(this.cycle, this.reader, first, null, aes()));
	}

	private void move(int days) {
		this.jdbc.sql("update proposal set advice_due = :due where id = :id")
			.param("due", day(days))
			.param("id", this.proposal)
			.update();
		step("day-moved");
	}

	private void step(String what) {
		this.jdbc.sql("insert into proposal_step (proposal, what, made_at, made_by) values (:id, :what, :now, :by)")
			.param("id", this.proposal)
			.param("what", what)
			.param("now", now())
			.param("by", MINE)
			.update();
	}

	private List<PlannedMail> advice() {
		return this.plan.of(open())
			.stream()
			.filter(PlannedMail::isOfAdvice)
			.filter((mail) -> mail.contact().equals(this.reader))
			.toList();
	}

	private Cycle open() {
		return this.cycles.get(this.cycle);
	}

	private List<String> subjects() {
		return this.jdbc.sql("select m.subject" + OF_MINE)
			.param("contact", this.reader.value())
			.param("about", "proposal/" + this.proposal)
			.query(String.class)
			.list();
	}

	private List<Long> mails() {
		return this.jdbc.sql("select m.id" + OF_MINE)
			.param("contact", this.reader.value())
			.param("about", "proposal/" + this.proposal)
			.query(Long.class)
			.list();
	}

	private Timestamp now() {
		return Timestamp.from(this.stage.now());
	}

	private LocalDate day(int days) {
		return LocalDate.ofInstant(this.stage.now(), ZoneOffset.UTC).plusDays(days);
	}

	/** The proposal's own minute. */
	private Instant morning(int days) {
		return day(days).atTime(LocalTime.of(9, 30))
			.toInstant(ZoneOffset.UTC)
			.plus(Duration.ofMinutes(this.proposal % 30));
	}

	private String aes() {
		return this.troupe.user("aes");
	}

}
