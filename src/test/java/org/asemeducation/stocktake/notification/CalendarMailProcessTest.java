package org.asemeducation.stocktake.notification;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

import org.asemeducation.stocktake.Jobs;
import org.asemeducation.stocktake.PostOffice;
import org.asemeducation.stocktake.ProcessTest;
import org.asemeducation.stocktake.Stage;
import org.asemeducation.stocktake.Troupe;
import org.asemeducation.stocktake.cycle.CycleActs;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.DateMove;
import org.asemeducation.stocktake.cycle.DateMoves;
import org.asemeducation.stocktake.cycle.DateName;
import org.asemeducation.stocktake.cycle.DeadlineKind;
import org.asemeducation.stocktake.notification.calendar.ParsedCalendar;
import org.asemeducation.stocktake.notification.transport.OutgoingMail;
import org.asemeducation.stocktake.review.Reviewers;
import org.asemeducation.stocktake.update.Coordinators;
import org.asemeducation.stocktake.update.extension.Extenders;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The entry that mails put into the calendars of coordinators: one for a cycle, which
 * follows the day and goes when nothing is owed.
 */
@ProcessTest
class CalendarMailProcessTest {

	@Autowired
	private Stage stage;

	@Autowired
	private PostOffice post;

	@Autowired
	private Jobs jobs;

	@Autowired
	private Troupe troupe;

	@Autowired
	private Coordinators coordinators;

	@Autowired
	private Reviewers reviewers;

	@Autowired
	private DateMoves moves;

	@Autowired
	private CycleActs acts;

	@Autowired
	private Extenders extenders;

	@Autowired
	private Cycles cycles;

	@Autowired
	private Reminders reminders;

	@Autowired
	private PickUpMails pickUp;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void nothingElseGathers() {
		this.jdbc.sql("update cycle set state = 'closed' where state = 'gathering'").update();
		this.jdbc.sql("update calendar_entry set cancelled = true").update();
		this.jdbc.sql("""
				insert into digest (contact, on_date, claimed_at)
				select distinct contact, date '2100-01-01', now() from contact_role
				where role in ('reviewer', 'secretariat') on conflict do nothing""").update();
	}

	@Test
	void aRequestCarriesOneEntryForAllThatIsOwed() {
		// given
		CycleName cycle = this.stage.gathering(Troupe.ONE_COORDINATOR, Troupe.TWO_COORDINATORS);
		// when
		ParsedCalendar entry = to("harbour", this.post.deliver(cycle));
		// then
		assertThat(entry.method()).isEqualTo("PUBLISH");
		assertThat(entry.value("SUMMARY")).isEqualTo("Submit 2 updates, the first (%s)".formatted(cycle));
		assertThat(entry.value("DTEND")).isEqualTo(endOf(deadline(cycle)));
		assertThat(entry.value("DESCRIPTION")).contains("A01-I01 One coordinator", "A01-I02 Two coordinators",
				"23:59 in Rome (Europe/Rome)", "/i/%s/A01-I02".formatted(cycle));
		assertThat(entry.value("SEQUENCE")).isEqualTo("0");
	}

	@Test
	void whenTheDateMovesTheSameEntryMoves() {
		// given
		CycleName cycle = this.stage.gathering(Troupe.ONE_COORDINATOR);
		ParsedCalendar first = to("harbour", this.post.deliver(cycle));
		// when
		LocalDate after = deadline(cycle).plusDays(7);
		this.moves.move(cycle, new DateName("deadline"), new DateMove(after, null, "Elections"),
				this.troupe.user("aes"));
		ParsedCalendar moved = to("harbour", this.post.deliver(cycle));
		// then
		assertThat(moved.value("UID")).isEqualTo(first.value("UID"));
		assertThat(moved.value("SEQUENCE")).isEqualTo("1");
		assertThat(moved.value("DTEND")).isEqualTo(endOf(after)).isNotEqualTo(first.value("DTEND"));
	}

	@Test
	void onceNothingIsOwedOneMailTakesTheEntryAwayFromAllCoordinators() {
		// given two parties share it, and one of them writes
		CycleName cycle = this.stage.gathering(Troupe.TWO_COORDINATORS);
		ParsedCalendar first = to("malta", this.post.deliver(cycle));
		this.coordinators.submit(cycle, Troupe.TWO_COORDINATORS, "harbour", "One hundred pairs.");
		this.reviewers.accept(cycle, Troupe.TWO_COORDINATORS);
		// when
		List<OutgoingMail> sent = run(cycle);
		List<OutgoingMail> again = run(cycle);
		// then
		assertThat(sent).hasSize(2).allSatisfy((mail) -> {
			assertThat(mail.text().replaceAll("\\s+", " ")).contains("you need not do anything: nothing more is asked",
					"A01-I02 Two coordinators");
			assertThat(mail.subject()).contains(": nothing more to do by ");
		});
		ParsedCalendar gone = to("malta", sent);
		assertThat(gone.method()).isEqualTo("CANCEL");
		assertThat(gone.value("STATUS")).isEqualTo("CANCELLED");
		assertThat(gone.value("UID")).isEqualTo(first.value("UID"));
		assertThat(gone.value("SEQUENCE")).isEqualTo("1");
		assertThat(again).isEmpty();
	}

	@Test
	void whatIsStillOwedKeepsTheEntry() {
		// given
		CycleName cycle = this.stage.gathering(Troupe.ONE_COORDINATOR, Troupe.TWO_COORDINATORS);
		this.post.deliver(cycle);
		// when
		this.coordinators.submit(cycle, Troupe.ONE_COORDINATOR, "harbour", "One hundred pairs.");
		// then
		assertThat(run(cycle)).isEmpty();
	}

	@Test
	void whileAReviewMayReturnItNothingIsSaid() {
		// given
		CycleName cycle = this.stage.gathering(Troupe.TWO_COORDINATORS);
		this.post.deliver(cycle);
		// when
		this.coordinators.submit(cycle, Troupe.TWO_COORDINATORS, "harbour", "One hundred pairs.");
		// then
		assertThat(run(cycle)).isEmpty();
	}

	@Test
	void onceTheGatheringIsOverNoReviewReturnsItAndItGoes() {
		// given
		CycleName cycle = this.stage.gathering(Troupe.ONE_COORDINATOR);
		this.post.deliver(cycle);
		this.coordinators.submit(cycle, Troupe.ONE_COORDINATOR, "harbour", "One hundred pairs.");
		// when
		this.stage.freeze(cycle);
		// then
		assertThat(to("harbour", run(cycle)).method()).isEqualTo("CANCEL");
	}

	@Test
	void whatIsHeldOpenPastTheFreezeMayStillBeReturnedSoItStaysUntilItIsAccepted() {
		// given
		CycleName cycle = this.stage.gathering(Troupe.ONE_COORDINATOR, Troupe.SUPPORTED);
		this.post.deliver(cycle);
		this.extenders.grantPastTheFreeze(cycle, Troupe.ONE_COORDINATOR,
				this.cycles.get(cycle).date(DeadlineKind.FREEZE).plusDays(20));
		this.post.deliver(cycle);
		this.coordinators.submit(cycle, Troupe.ONE_COORDINATOR, "harbour", "One hundred pairs.");
		this.coordinators.submit(cycle, Troupe.SUPPORTED, "inland", "A toolkit.");
		// when the gathering is over for all others
		this.stage.freeze(cycle);
		List<OutgoingMail> frozen = run(cycle);
		this.reviewers.accept(cycle, Troupe.ONE_COORDINATOR);
		List<OutgoingMail> accepted = run(cycle);
		// then
		assertThat(frozen).extracting(OutgoingMail::recipient).containsExactly(Troupe.address("inland"));
		assertThat(to("inland", frozen).method()).isEqualTo("CANCEL");
		assertThat(to("harbour", accepted).method()).isEqualTo("CANCEL");
	}

	@Test
	void whatIsReturnedBeforeTheMailLeavesIsNotTakenAway() {
		// given it was claimed when nothing was owed
		CycleName cycle = this.stage.gathering(Troupe.ONE_COORDINATOR);
		this.post.deliver(cycle);
		this.jdbc
			.sql("update update_request set state = 'settled', settled_as = 'accepted', settled_at = now()"
					+ " where cycle = :cycle")
			.param("cycle", cycle.value())
			.update();
		this.reminders.claimDue();
		// when
		this.jdbc
			.sql("update update_request set state = 'in-review', settled_as = null, settled_at = null"
					+ " where cycle = :cycle")
			.param("cycle", cycle.value())
			.update();
		this.pickUp.startNowAndAfterCommit();
		// then
		assertThat(this.post.deliver(cycle)).isEmpty();
	}

	@Test
	void aReturnedUpdateKeepsTheEntryAndGivesItItsOwnDay() {
		// given
		CycleName cycle = this.stage.gathering(Troupe.ONE_COORDINATOR);
		ParsedCalendar first = to("harbour", this.post.deliver(cycle));
		this.coordinators.submit(cycle, Troupe.ONE_COORDINATOR, "harbour", "One hundred pairs.");
		run(cycle);
		// when
		this.reviewers.giveBack(cycle, Troupe.ONE_COORDINATOR, "Which years?");
		this.jobs.runAll(cycle, "intermediateCatchEvent_bundlingTimeOver");
		ParsedCalendar back = to("harbour", this.post.deliver(cycle));
		// then
		assertThat(back.method()).isEqualTo("PUBLISH");
		assertThat(back.value("UID")).isEqualTo(first.value("UID"));
		assertThat(back.value("SEQUENCE")).as("no mail took it away meanwhile").isEqualTo("1");
		assertThat(back.value("SUMMARY")).isEqualTo("Revise your update on A01-I01 (%s)".formatted(cycle));
	}

	@Test
	void theNextMomentIsNowWhileSomebodyHasToBeToldAndNoLongerOnceTheyAre() {
		// given
		CycleName cycle = this.stage.gathering(Troupe.ONE_COORDINATOR);
		this.post.deliver(cycle);
		boolean before = this.reminders.nextMoment().filter(this.stage.now()::equals).isPresent();
		// when
		this.stage.freeze(cycle);
		boolean frozen = this.reminders.nextMoment().filter(this.stage.now()::equals).isPresent();
		this.reminders.claimDue();
		boolean claimed = this.reminders.nextMoment().filter(this.stage.now()::equals).isPresent();
		// then
		assertThat(before).isFalse();
		assertThat(frozen).isTrue();
		assertThat(claimed).as("it would make the run at every hour until the mail has left").isFalse();
	}

	@Test
	void closingTheGatheringEarlyTakesItAway() {
		// given
		CycleName cycle = this.stage.gathering(Troupe.ONE_COORDINATOR);
		this.post.deliver(cycle);
		// when
		this.stage.freeze(cycle);
		// then
		assertThat(to("harbour", run(cycle)).method()).isEqualTo("CANCEL");
	}

	@Test
	void whoeverOnlySupportsGetsNone() {
		// given
		CycleName cycle = this.stage.gathering(Troupe.SUPPORTED);
		// when
		List<OutgoingMail> sent = this.post.deliver(cycle);
		// then
		assertThat(sent).filteredOn((mail) -> mail.subject().contains("for your information"))
			.isNotEmpty()
			.allSatisfy((mail) -> assertThat(mail.calendar()).isNull());
	}

	private List<OutgoingMail> run(CycleName cycle) {
		this.reminders.claimDue();
		this.pickUp.startNowAndAfterCommit();
		return this.post.deliver(cycle);
	}

	private static ParsedCalendar to(String who, List<OutgoingMail> mails) {
		assertThat(mails).filteredOn((mail) -> mail.recipient().equals(Troupe.address(who))).hasSize(1);
		return mails.stream()
			.filter((mail) -> mail.recipient().equals(Troupe.address(who)))
			.map((mail) -> ParsedCalendar.of(mail.calendar()))
			.findFirst()
			.orElseThrow();
	}

	private LocalDate deadline(CycleName cycle) {
		return this.cycles.get(cycle).date(DeadlineKind.DEADLINE);
	}

	private static String endOf(LocalDate day) {
		return DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'")
			.withZone(ZoneOffset.UTC)
			.format(day.plusDays(1).atStartOfDay(ZoneId.of("Europe/Rome")));
	}

}
