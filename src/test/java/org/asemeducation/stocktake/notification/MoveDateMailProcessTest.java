package org.asemeducation.stocktake.notification;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.List;
import java.util.Locale;

import org.asemeducation.stocktake.Jobs;
import org.asemeducation.stocktake.PostOffice;
import org.asemeducation.stocktake.ProcessTest;
import org.asemeducation.stocktake.Stage;
import org.asemeducation.stocktake.Troupe;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.DateMove;
import org.asemeducation.stocktake.cycle.DateMoves;
import org.asemeducation.stocktake.cycle.DateName;
import org.asemeducation.stocktake.cycle.DeadlineKind;
import org.asemeducation.stocktake.notification.transport.OutgoingMail;
import org.asemeducation.stocktake.review.Reviewers;
import org.asemeducation.stocktake.update.Coordinators;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who is told that a date has moved, and when.
 */
@ProcessTest
class MoveDateMailProcessTest {

	private static final ZoneId ROME = ZoneId.of("Europe/Rome");

	private static final String BUNDLING = "intermediateCatchEvent_bundlingTimeOver";

	@Autowired
	private Stage stage;

	@Autowired
	private Jobs jobs;

	@Autowired
	private PostOffice post;

	@Autowired
	private Troupe troupe;

	@Autowired
	private Coordinators coordinators;

	@Autowired
	private Reviewers reviewers;

	@Autowired
	private DateMoves moves;

	@Autowired
	private Cycles cycles;

	@Autowired
	private Reminders reminders;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void nothingElseGathers() {
		this.jdbc.sql("update cycle set state = 'closed' where state = 'gathering'").update();
		this.jdbc.sql("""
				insert into digest (contact, on_date, claimed_at)
				select distinct contact, date '2100-01-01', now() from contact_role
				where role in ('reviewer', 'secretariat') on conflict do nothing""").update();
	}

	@Test
	void oneMailTellsACoordinatorOfAllThatMoved() {
		// given Harbour coordinates both
		CycleName cycle = gathering(Troupe.ONE_COORDINATOR, Troupe.TWO_COORDINATORS);
		LocalDate before = deadline(cycle);
		// when
		move(cycle, "deadline", before.plusDays(7));
		List<OutgoingMail> sent = this.post.deliver(cycle);
		// then
		assertThat(sent).extracting(OutgoingMail::recipient)
			.containsExactlyInAnyOrder(Troupe.address("harbour"), Troupe.address("malta"));
		assertThat(sent).filteredOn((mail) -> mail.recipient().equals(Troupe.address("harbour")))
			.singleElement()
			.satisfies((mail) -> {
				String due = words(before.plusDays(7));
				assertThat(mail.subject()).isEqualTo("%s, date moved: 2 updates are now due on %s", cycle, due);
				assertThat(mail.text().replaceAll("\\s+", " "))
					.startsWith("harbour (HU), please submit 2 updates by " + due)
					.contains(
							"A01-I01 One coordinator It is due on %s, 23:59 in Rome (Europe/Rome). This date has moved: it was %s, 23:59 in Rome (Europe/Rome) before."
								.formatted(due, words(before)))
					.contains(
							"A01-I02 Two coordinators It is due on %s, 23:59 in Rome (Europe/Rome). This date has moved"
								.formatted(due));
				assertThat(mail.html()).contains("This date has moved: it was");
			});
	}

	@Test
	void nobodyIsToldWhoseOwnDayStays() {
		// given one update is in review and one is waited for
		CycleName cycle = gathering(Troupe.ONE_COORDINATOR, Troupe.SUPPORTED);
		this.coordinators.submit(cycle, Troupe.SUPPORTED, "inland", "Progress");
		LocalDate freeze = this.cycles.get(cycle).date(DeadlineKind.FREEZE);
		// when
		move(cycle, "freeze", freeze.plusDays(3));
		move(cycle, "SOM2", freeze.plusDays(200));
		List<OutgoingMail> none = this.post.deliver(cycle);
		move(cycle, "deadline", deadline(cycle).plusDays(3));
		// then a supporter is not told either
		assertThat(none).isEmpty();
		assertThat(this.post.deliver(cycle)).extracting(OutgoingMail::recipient)
			.containsExactly(Troupe.address("harbour"));
	}

	@Test
	void aReturnedUpdateIsToldOfAFreezeThatComesSooner() {
		// given
		CycleName cycle = gathering(Troupe.ONE_COORDINATOR);
		this.coordinators.submit(cycle, Troupe.ONE_COORDINATOR, "harbour", "Progress");
		this.reviewers.giveBack(cycle, Troupe.ONE_COORDINATOR, "Which years?");
		this.post.deliver(cycle);
		LocalDate today = LocalDate.ofInstant(this.stage.now(), ROME);
		// when
		move(cycle, "deadline", today.plusDays(5));
		List<OutgoingMail> none = this.post.deliver(cycle);
		move(cycle, "freeze", today.plusDays(6));
		// then
		assertThat(none).isEmpty();
		assertThat(this.post.deliver(cycle)).singleElement()
			.satisfies((mail) -> assertThat(mail.subject()).isEqualTo(
					"%s, date moved: your new version of A01-I01 is now due on %s", cycle, words(today.plusDays(6))));
	}

	@Test
	void aMoveBeforeTheRequestMailsNobody() {
		// given
		CycleName cycle = this.stage.openWith(List.of(Troupe.ONE_COORDINATOR));
		// when
		move(cycle, "deadline", deadline(cycle).plusDays(3));
		move(cycle, "request", this.cycles.get(cycle).date(DeadlineKind.REQUEST).plusDays(3));
		// then
		assertThat(this.post.deliver(cycle)).isEmpty();
	}

	@Test
	void aMoveWhileTheRequestHasNotLeftIsSaidInTheRequest() {
		// given
		CycleName cycle = this.stage.gathering(Troupe.ONE_COORDINATOR);
		// when
		move(cycle, "deadline", deadline(cycle).plusDays(3));
		// then
		assertThat(this.post.deliver(cycle)).singleElement().satisfies((mail) -> {
			assertThat(mail.subject()).startsWith(cycle + ": please submit your update on A01-I01");
			assertThat(mail.subject()).endsWith(words(deadline(cycle)));
		});
		assertThat(this.jdbc
			.sql("select count(*) from mail_line l join mail m on m.id = l.mail"
					+ " where m.cycle = :cycle and l.kind = 'date-moved'")
			.param("cycle", cycle.value())
			.query(Long.class)
			.single()).isZero();
	}

	@Test
	void aDayThatMovesBackBeforeAnybodyWasToldIsToldToNobody() {
		// given
		CycleName cycle = gathering(Troupe.ONE_COORDINATOR);
		LocalDate before = deadline(cycle);
		// when
		move(cycle, "deadline", before.plusDays(3));
		move(cycle, "deadline", before);
		// then
		assertThat(this.post.deliver(cycle)).isEmpty();
	}

	@Test
	void aDayThatMovesTwiceIsToldOnceAndTheSameDayAgainWhenItComesBack() {
		// given
		CycleName cycle = gathering(Troupe.ONE_COORDINATOR);
		LocalDate before = deadline(cycle);
		// when
		move(cycle, "deadline", before.plusDays(3));
		move(cycle, "deadline", before.plusDays(5));
		List<OutgoingMail> twice = this.post.deliver(cycle);
		move(cycle, "deadline", before.plusDays(3));
		List<OutgoingMail> back = this.post.deliver(cycle);
		move(cycle, "deadline", before.plusDays(5));
		List<OutgoingMail> again = this.post.deliver(cycle);
		// then
		assertThat(twice).singleElement().satisfies((mail) -> {
			String words = mail.text().replaceAll("\\s+", " ");
			assertThat(words).contains("it was %s, 23:59 in Rome (Europe/Rome) before".formatted(words(before)));
		});
		assertThat(back).hasSize(1);
		assertThat(again).hasSize(1);
	}

	@Test
	void aDateChangeWaitsForAReminderDueLaterThatDay() {
		// given the day of a rung, at six in the morning in Rome
		CycleName cycle = gathering(Troupe.ONE_COORDINATOR);
		LocalDate rung = deadline(cycle).minusDays(14);
		covered(rung.minusDays(1));
		to(rung.atTime(6, 0).atZone(ROME).toInstant());
		// when the new deadline has a rung on the same day
		move(cycle, "deadline", deadline(cycle).minusDays(7));
		Date leaves = this.jobs.only(cycle, BUNDLING).getDuedate();
		to(rung.atTime(9, 0).atZone(ROME).toInstant());
		this.reminders.claimDue();
		// then
		assertThat(leaves.toInstant()).isEqualTo(rung.atTime(9, 5).atZone(ROME).toInstant());
		assertThat(this.post.deliver(cycle)).singleElement().satisfies((mail) -> {
			assertThat(mail.subject()).contains("reminder: please submit your update on A01-I01");
			assertThat(mail.text().replaceAll("\\s+", " ")).contains("This date has moved: it was");
		});
		assertThat(this.jdbc.sql("select count(*) from mail where cycle = :cycle and state = 'queued'")
			.param("cycle", cycle.value())
			.query(Long.class)
			.single()).isZero();
	}

	@Test
	void aDateChangeDoesNotWaitForAReminderOfAnotherDay() {
		// given the day before a rung
		CycleName cycle = gathering(Troupe.ONE_COORDINATOR);
		LocalDate rung = deadline(cycle).minusDays(14);
		covered(rung.minusDays(2));
		to(rung.minusDays(1).atTime(10, 0).atZone(ROME).toInstant());
		// when
		move(cycle, "deadline", deadline(cycle).minusDays(7));
		// then
		assertThat(this.jobs.only(cycle, BUNDLING).getDuedate().toInstant())
			.isEqualTo(this.stage.now().plusSeconds(60));
	}

	@Test
	void whatHasToLeaveAtOnceDoesNotJoinAMailThatWaits() {
		// given a date change that waits for nine o'clock
		CycleName cycle = gathering(Troupe.ONE_COORDINATOR, Troupe.NOBODY);
		LocalDate rung = deadline(cycle).minusDays(14);
		covered(rung.minusDays(1));
		to(rung.atTime(6, 0).atZone(ROME).toInstant());
		move(cycle, "deadline", deadline(cycle).minusDays(7));
		// when
		this.coordinators.find(cycle, Troupe.NOBODY, "HU");
		// then
		assertThat(this.jobs.at(cycle, BUNDLING)).extracting((job) -> job.getDuedate().toInstant())
			.containsExactlyInAnyOrder(this.stage.now().plusSeconds(60), rung.atTime(9, 5).atZone(ROME).toInstant());
	}

	private CycleName gathering(String... initiatives) {
		CycleName cycle = this.stage.gathering(initiatives);
		this.post.deliver(cycle);
		return cycle;
	}

	private void covered(LocalDate day) {
		this.jdbc.sql("update reminder_run set covered_until = :until")
			.param("until", Timestamp.from(day.atTime(12, 0).atZone(ROME).toInstant()))
			.update();
	}

	private void to(Instant moment) {
		this.stage.later(Duration.between(this.stage.now(), moment).toSeconds());
	}

	private LocalDate deadline(CycleName cycle) {
		return this.cycles.get(cycle).date(DeadlineKind.DEADLINE);
	}

	private static String words(LocalDate day) {
		return DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH).format(day);
	}

	private void move(CycleName cycle, String date, LocalDate to) {
		this.moves.move(cycle, new DateName(date), new DateMove(to, null, "Elections"), this.troupe.user("aes"));
	}

}
