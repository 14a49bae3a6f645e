package org.asemeducation.stocktake.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.asemeducation.stocktake.notification.transport.OutgoingMail;
import org.asemeducation.stocktake.plan.InitiativeId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * The run against PostgreSQL. The deadline is Friday 15 September 2023 in Rome, the
 * freeze Friday 1 December; nine in Rome is 07:00 UTC in summer and 08:00 in winter.
 */
class RemindersTest {

	private static final Instant SEVEN_DAYS_BEFORE = Instant.parse("2023-09-08T07:00:00Z");

	private final Reminders reminders = MailRoom.get(Reminders.class);

	private Desk desk;

	private long duo;

	private InitiativeId initiative;

	@BeforeEach
	void open() {
		MailRoom.tidy();
		MailRoom.jdbc().sql("update cycle set state = 'closed' where name like 'NOTE%'").update();
		this.desk = new Desk(MailRoom.jdbc());
		this.duo = this.desk.party("ASEM-DUO");
		this.initiative = this.desk.asked("A01-I01", "ASEM-DUO Fellowship Programme");
		this.desk.role("coordinator", this.duo, this.initiative);
		coveredUntil(MailRoom.MORNING);
	}

	@AfterEach
	void close() {
		this.desk.close();
		MailRoom.leave();
	}

	@Test
	void aRungIsMailedOnceByTheRunThatCoversItsMoment() {
		// given
		coveredUntil(SEVEN_DAYS_BEFORE.minusSeconds(3600));
		// when
		runAt(SEVEN_DAYS_BEFORE.minusSeconds(1));
		int before = this.desk.mails(this.duo).size();
		runAt(SEVEN_DAYS_BEFORE);
		runAt(SEVEN_DAYS_BEFORE.plusSeconds(3600));
		// then
		assertThat(before).isZero();
		assertThat(this.desk.mails(this.duo)).hasSize(1);
		assertThat(this.desk.reminders(lastMail())).containsExactly("reminder " + this.initiative + " -7");
		assertThat(this.desk.bundledAt(lastMail())).isEqualTo(SEVEN_DAYS_BEFORE.plusSeconds(60));
	}

	@Test
	void aMailLeavesWithin75MinutesWhereverItsReaderIs() {
		// given
		Map<String, String> moments = Map.of("Pacific/Honolulu", "2023-09-08T19:00:00Z", "Europe/Rome",
				"2023-09-08T07:00:00Z", "Asia/Kolkata", "2023-09-08T03:30:00Z", "Asia/Seoul", "2023-09-08T00:00:00Z",
				"Pacific/Auckland", "2023-09-07T21:00:00Z", "Asia/Kathmandu", "2023-09-08T03:15:00Z");
		coveredUntil(Instant.parse("2023-09-07T12:00:00Z"));
		moments.forEach((zone, moment) -> {
			long contact = this.desk.contact(this.desk.partyOf(this.duo), zone.toLowerCase().replaceAll("[^a-z]", "")
					+ "@" + this.desk.cycle.value().toLowerCase() + ".example");
			this.desk.zone(contact, zone);
		});
		// when it runs every full hour
		for (Instant hour = Instant.parse("2023-09-07T13:00:00Z"); hour
			.isBefore(Instant.parse("2023-09-08T21:00:00Z")); hour = hour.plusSeconds(3600)) {
			runAt(hour);
		}
		// then
		moments.forEach((zone, moment) -> {
			long contact = this.desk.number("select id from contact where zone = '%s' and email like '%%@%s.example'"
				.formatted(zone, this.desk.cycle.value().toLowerCase()));
			assertThat(this.desk.mails(contact)).as(zone)
				.singleElement()
				.satisfies((mail) -> assertThat(this.desk.bundledAt(mail)).isBetween(Instant.parse(moment),
						Instant.parse(moment).plus(Duration.ofMinutes(75).minus(Duration.ofMinutes(13)))));
		});
	}

	@Test
	void allThatAContactIsRemindedOfIsOneMail() {
		// given
		InitiativeId second = this.desk.asked("A04-I02", "ASEM-DUO again");
		InitiativeId third = this.desk.asked("A02-I01", "Toolkit");
		this.desk.role("coordinator", this.duo, second, third);
		coveredUntil(SEVEN_DAYS_BEFORE.minusSeconds(3600));
		// when
		runAt(SEVEN_DAYS_BEFORE);
		// then
		assertThat(this.desk.mails(this.duo)).singleElement()
			.satisfies((mail) -> assertThat(this.desk.reminders(mail)).containsExactly(
					"reminder " + this.initiative + " -7", "reminder " + second + " -7", "reminder " + third + " -7"));
	}

	@Test
	void theMostOverdueStandsFirst() {
		// given one came back, to be revised by 11 September; eight is its third day
		// before
		InitiativeId returned = this.desk.asked("A00-I09", "Earlier in the plan");
		this.desk.role("coordinator", this.duo, returned);
		returnedOn(returned, "2023-09-08T12:00:00Z");
		this.desk.sql("update cycle set reminders = '{0}', freeze_reminders = '{-74}' where name = '%s'"
			.formatted(this.desk.cycle));
		coveredUntil(Instant.parse("2023-09-15T06:00:00Z"));
		// when, on 18 September, both days are counted
		runAt(Instant.parse("2023-09-18T07:00:00Z"));
		// then
		assertThat(this.desk.reminders(lastMail())).containsExactly("reminder " + this.initiative + " 0",
				"returned-reminder " + returned + " 0", "freeze-reminder " + this.initiative + " -74",
				"freeze-reminder " + returned + " -74");
	}

	@Test
	void twoNodesAtOnceRemindOnce() throws Exception {
		// given
		coveredUntil(SEVEN_DAYS_BEFORE.minusSeconds(3600));
		MailRoom.at(SEVEN_DAYS_BEFORE);
		ExecutorService nodes = Executors.newFixedThreadPool(2);
		CountDownLatch both = new CountDownLatch(2);
		Runnable node = () -> MailRoom.inTransaction(() -> {
			both.countDown();
			await(both);
			this.reminders.claimDue();
		});
		// when
		List<Future<?>> runs = List.of(nodes.submit(node), nodes.submit(node));
		for (Future<?> run : runs) {
			run.get();
		}
		nodes.shutdown();
		// then
		assertThat(this.desk.claims(this.initiative)).containsExactly("reminder -7 " + this.duo);
		assertThat(this.desk.mails(this.duo)).hasSize(1);
	}

	@Test
	void aRunThatIsCutShortIsMadeGoodByTheNext() {
		// given
		coveredUntil(SEVEN_DAYS_BEFORE.minusSeconds(3600));
		MailRoom.at(SEVEN_DAYS_BEFORE);
		// when
		assertThatThrownBy(() -> MailRoom.inTransaction(() -> {
			this.reminders.claimDue();
			throw new IllegalStateException("this node falls over");
		})).hasMessageContaining("falls over");
		List<String> afterTheFall = this.desk.claims(this.initiative);
		runAt(SEVEN_DAYS_BEFORE.plusSeconds(3600));
		// then
		assertThat(afterTheFall).isEmpty();
		assertThat(this.desk.claims(this.initiative)).containsExactly("reminder -7 " + this.duo);
		assertThat(this.desk.mails(this.duo)).hasSize(1);
	}

	@Test
	void afterAnOutageOneMailMakesUpForAllAndSpeaksOfNow() {
		// given
		coveredUntil(Instant.parse("2023-08-31T00:00:00Z"));
		// when
		runAt(Instant.parse("2023-09-17T12:00:00Z"));
		// then
		assertThat(this.desk.claims(this.initiative)).containsExactly("reminder -14 " + this.duo + " -",
				"reminder -7 " + this.duo + " -", "reminder -1 " + this.duo);
		assertThat(this.desk.mails(this.duo)).hasSize(1);
		assertThat(sent().text()).contains("was due on Friday 15 September 2023");
	}

	@Test
	void aRungWithinAWeekOfTheRequestIsRecordedAsSkipped() {
		// given
		this.desk.sql("update update_request set asked_at = '2023-09-02T07:00Z' where initiative = '%s'"
			.formatted(this.initiative));
		coveredUntil(SEVEN_DAYS_BEFORE.minusSeconds(3600));
		// when
		runAt(SEVEN_DAYS_BEFORE);
		// then
		assertThat(this.desk.claims(this.initiative)).containsExactly("reminder -7 " + this.duo + " -");
		assertThat(this.desk.mails(this.duo)).isEmpty();
	}

	@Test
	void theRequestOfAnInitiativeWhoseCoordinatorWasFoundLaterIsTheDayHeWasAsked() {
		// given
		MailRoom.at(Instant.parse("2023-09-05T10:00:00Z"));
		MailRoom.get(Requests.class).queueOne(this.desk.cycle, this.initiative);
		coveredUntil(SEVEN_DAYS_BEFORE.minusSeconds(3600));
		// when
		runAt(SEVEN_DAYS_BEFORE);
		runAt(Instant.parse("2023-09-14T07:00:00Z"));
		// then
		assertThat(this.desk.claims(this.initiative)).containsExactly("reminder -7 " + this.duo + " -",
				"reminder -1 " + this.duo);
	}

	@Test
	void supportersAndHostsAreNotChased() {
		// given
		long supporter = this.desk.party("EC");
		long host = this.desk.party("Malta");
		this.desk.role("support", supporter, this.initiative);
		this.desk.role("host", host, this.initiative);
		coveredUntil(SEVEN_DAYS_BEFORE.minusSeconds(3600));
		// when
		runAt(SEVEN_DAYS_BEFORE);
		// then
		assertThat(this.desk.mails(supporter)).isEmpty();
		assertThat(this.desk.mails(host)).isEmpty();
		assertThat(this.desk.mails(this.duo)).hasSize(1);
	}

	@Test
	void whoWasRemovedOrNoLongerCoordinatesIsNotReminded() {
		// given
		long gone = this.desk.contact(this.desk.partyOf(this.duo),
				"gone@" + this.desk.cycle.value().toLowerCase() + ".example");
		this.desk.remove(gone);
		long former = this.desk.party("NIIED");
		this.desk.role("coordinator", former, this.initiative);
		this.desk.sql("delete from coordination where party = " + this.desk.partyOf(former));
		coveredUntil(SEVEN_DAYS_BEFORE.minusSeconds(3600));
		// when
		runAt(SEVEN_DAYS_BEFORE);
		// then
		assertThat(this.desk.mails(gone)).isEmpty();
		assertThat(this.desk.mails(former)).isEmpty();
	}

	@Test
	void whatIsUnderReviewOrSettledIsNotRemindedOf() {
		// given
		InitiativeId settled = this.desk.asked("A04-I02", "ASEM-DUO again");
		this.desk.role("coordinator", this.duo, settled);
		this.desk.submitted(this.initiative);
		this.desk.accepted(settled);
		// when
		runAt(Instant.parse("2023-11-30T08:00:00Z"));
		// then
		assertThat(this.desk.mails(this.duo)).isEmpty();
		assertThat(this.desk.claims(this.initiative)).isEmpty();
		assertThat(this.desk.claims(settled)).isEmpty();
	}

	@Test
	void nobodyIsRemindedOnceTheFreezeHasPassedOrTheGatheringIsClosed() {
		// given
		this.desk.sql("update cycle set freeze_reminders = '{-3, 0}' where name = '%s'".formatted(this.desk.cycle));
		coveredUntil(Instant.parse("2023-11-27T00:00:00Z"));
		// when the run is late: the freeze ended at 22:59:59.999 UTC
		runAt(Instant.parse("2023-12-01T23:00:00Z"));
		int afterTheFreeze = this.desk.mails(this.duo).size();
		coveredUntil(Instant.parse("2023-11-27T00:00:00Z"));
		this.desk.sql("update cycle set state = 'closed' where name = '%s'".formatted(this.desk.cycle));
		runAt(Instant.parse("2023-11-28T08:00:00Z"));
		// then
		assertThat(afterTheFreeze).isZero();
		assertThat(this.desk.mails(this.duo)).isEmpty();
	}

	@Test
	void aReturnedUpdateFollowsItsOwnLadder() {
		// given returned on 10 July: to be revised by 20 July
		returnedOn(this.initiative, "2023-07-10T10:00:00Z");
		// when
		for (String hour : List.of("2023-07-17T07:00:00Z", "2023-07-20T07:00:00Z", "2023-07-23T07:00:00Z",
				"2023-09-08T07:00:00Z")) {
			runAt(Instant.parse(hour));
		}
		// then
		assertThat(this.desk.claims(this.initiative)).containsExactly("returned-reminder -3 " + this.duo,
				"returned-reminder 0 " + this.duo, "returned-reminder 3 " + this.duo);
		assertThat(
				this.desk.number("select distinct round from claim where ladder = 'returned-reminder' and cycle = '%s'"
					.formatted(this.desk.cycle)))
			.isOne();
	}

	@Test
	void aSecondReturnIsRemindedOfAnew() {
		// given
		returnedOn(this.initiative, "2023-07-10T10:00:00Z");
		runAt(Instant.parse("2023-07-17T07:00:00Z"));
		this.desk.sql("delete from draft where initiative = '%s'".formatted(this.initiative));
		// when the next revision comes back on the day of the first return's last rung
		returnedOn(this.initiative, "2023-07-18T10:00:00Z");
		runAt(Instant.parse("2023-07-25T07:00:00Z"));
		// then
		assertThat(this.desk.number("select count(distinct round) from claim where ladder = 'returned-reminder'"
				+ " and not skipped and cycle = '%s'".formatted(this.desk.cycle)))
			.isEqualTo(2);
	}

	@Test
	void aLineThatIsNoLongerTrueIsDroppedAndAnEmptyMailCancelled() {
		// given
		InitiativeId second = this.desk.asked("A04-I02", "ASEM-DUO again");
		this.desk.role("coordinator", this.duo, second);
		coveredUntil(SEVEN_DAYS_BEFORE.minusSeconds(3600));
		runAt(SEVEN_DAYS_BEFORE);
		MailRoom.get(PickUpMails.class).pickUp();
		startMails();
		// when
		this.desk.submitted(this.initiative);
		MailRoom.run(lastMail());
		List<String> left = this.desk.reminders(lastMail());
		this.desk.submitted(second);
		MailRoom.run(lastMail());
		// then
		assertThat(left).containsExactly("reminder " + second + " -7");
		assertThat(this.desk.state(lastMail())).isEqualTo("cancelled");
		assertThat(MailRoom.transport().sent).isEmpty();
	}

	@Test
	void aReminderThatWaitsWhenTheFreezePassesIsCancelled() {
		// given
		this.desk.sql("update cycle set freeze_reminders = '{0}' where name = '%s'".formatted(this.desk.cycle));
		coveredUntil(Instant.parse("2023-12-01T07:00:00Z"));
		runAt(Instant.parse("2023-12-01T08:00:00Z"));
		startMails();
		// when
		MailRoom.at(Instant.parse("2023-12-01T23:00:00Z"));
		MailRoom.run(lastMail());
		// then
		assertThat(this.desk.state(lastMail())).isEqualTo("cancelled");
	}

	@Test
	void whenTheDeadlineMovesWhatWaitsIsDroppedAndTheNewDayHasItsOwnRungs() {
		// given
		coveredUntil(SEVEN_DAYS_BEFORE.minusSeconds(3600));
		runAt(SEVEN_DAYS_BEFORE);
		startMails();
		// when the deadline moves by two weeks before the mail has left
		this.desk.move("deadline", "2023-09-29", SEVEN_DAYS_BEFORE.plusSeconds(30));
		MailRoom.at(SEVEN_DAYS_BEFORE.plusSeconds(60));
		MailRoom.run(lastMail());
		String first = this.desk.state(lastMail());
		runAt(Instant.parse("2023-09-15T07:00:00Z"));
		runAt(Instant.parse("2023-09-22T07:00:00Z"));
		// then
		assertThat(first).isEqualTo("cancelled");
		assertThat(this.desk.claims(this.initiative)).containsExactly("reminder -7 " + this.duo,
				"reminder -14 " + this.duo, "reminder -7 " + this.duo);
	}

	@Test
	void whatIsPastForTheNewDayIsNotSent() {
		// given the deadline comes forward during an outage
		coveredUntil(Instant.parse("2023-08-16T00:00:00Z"));
		this.desk.move("deadline", "2023-08-31", Instant.parse("2023-08-24T10:00:00Z"));
		// when
		runAt(Instant.parse("2023-08-24T11:00:00Z"));
		runAt(Instant.parse("2023-08-30T07:00:00Z"));
		// then
		assertThat(this.desk.claims(this.initiative)).containsExactly("reminder -1 " + this.duo);
	}

	@Test
	void aMoveBeforeTheRequestMailsNobody() {
		// given
		this.desk.sql("delete from update_request where cycle = '%s'".formatted(this.desk.cycle));
		this.desk
			.sql("update cycle set state = 'opened', requested_at = null where name = '%s'".formatted(this.desk.cycle));
		this.desk.move("deadline", "2023-09-29", Instant.parse("2023-08-20T10:00:00Z"));
		// when
		runAt(Instant.parse("2023-09-28T08:00:00Z"));
		// then
		assertThat(this.desk.mails(this.duo)).isEmpty();
	}

	@Test
	void aMovedFreezeMovesTheDayOfAReturnedUpdateThatItBounds() {
		// given returned five days before a freeze that then moves on
		this.desk.sql("update deadline set on_date = '2023-11-20' where kind = 'freeze' and cycle = '%s'"
			.formatted(this.desk.cycle));
		returnedOn(this.initiative, "2023-11-15T10:00:00Z");
		coveredUntil(Instant.parse("2023-11-15T10:00:00Z"));
		this.desk.move("freeze", "2023-12-15", Instant.parse("2023-11-22T09:00:00Z"));
		// when
		runAt(Instant.parse("2023-11-22T10:00:00Z"));
		runAt(Instant.parse("2023-11-25T08:00:00Z"));
		// then what counts from 25 November and was past at the move is left out
		assertThat(this.desk.claims(this.initiative)).containsExactly("returned-reminder 0 " + this.duo);
	}

	@Test
	void theFirstRunBeginsWithTheFirstCycle() {
		// given
		this.desk.sql("update reminder_run set covered_until = null, ran_at = null");
		this.desk.sql("update cycle set opened_at = '2023-09-01T12:00Z' where opened_at < '2023-09-01T12:00Z'");
		// when
		runAt(SEVEN_DAYS_BEFORE);
		// then the rung of 09:00 on 1 September was before it
		assertThat(this.desk.claims(this.initiative)).containsExactly("reminder -7 " + this.duo);
		this.desk.sql("update cycle set opened_at = '2022-09-01Z' where name like 'NOTE%'");
	}

	@Test
	void aClockThatGoesBackUncoversNothing() {
		// given
		coveredUntil(SEVEN_DAYS_BEFORE);
		// when
		runAt(SEVEN_DAYS_BEFORE.minusSeconds(7200));
		runAt(SEVEN_DAYS_BEFORE.plusSeconds(60));
		// then
		assertThat(this.desk.claims(this.initiative)).isEmpty();
	}

	@Test
	void anAcceptanceIsALineInTheContactsNextMailAndSendsNothingByItself() {
		// given
		InitiativeId accepted = this.desk.asked("A04-I02", "ASEM-DUO again");
		this.desk.role("coordinator", this.duo, accepted);
		this.desk.accepted(accepted);
		coveredUntil(SEVEN_DAYS_BEFORE.minusSeconds(3600));
		runAt(SEVEN_DAYS_BEFORE.minusSeconds(1));
		int before = this.desk.mails(this.duo).size();
		// when
		runAt(SEVEN_DAYS_BEFORE);
		String first = sent().text();
		runAt(Instant.parse("2023-09-14T07:00:00Z"));
		String second = sent().text();
		// then
		assertThat(before).isZero();
		assertThat(first.replace('\n', ' ')).contains("Nothing more is asked of you about: " + "  " + accepted);
		assertThat(second).doesNotContain(accepted.value());
	}

	@Test
	void anAcceptanceIsToldByTheNextMailWhenTheFirstWasCancelled() {
		// given
		InitiativeId accepted = this.desk.asked("A04-I02", "ASEM-DUO again");
		InitiativeId other = this.desk.asked("A04-I03", "ASEM-DUO once more");
		this.desk.role("coordinator", this.duo, accepted, other);
		this.desk.accepted(accepted);
		this.desk.submitted(other);
		coveredUntil(SEVEN_DAYS_BEFORE.minusSeconds(3600));
		runAt(SEVEN_DAYS_BEFORE);
		startMails();
		MailRoom.run(lastMail());
		// when the only update the mail asks for comes in before it leaves
		this.desk.submitted(this.initiative);
		MailRoom.run(lastMail());
		String first = this.desk.state(lastMail());
		this.desk.sql("update update_request set state = 'requested' where initiative = '%s'".formatted(other));
		runAt(Instant.parse("2023-09-14T07:00:00Z"));
		// then
		assertThat(first).isEqualTo("cancelled");
		assertThat(sent().text()).contains(accepted.value());
	}

	@Test
	void aReminderWhoseNextRungWasToldMeanwhileIsNotSentAfterAll() {
		// given the mail server is down from the day before the deadline
		coveredUntil(Instant.parse("2023-09-14T06:00:00Z"));
		runAt(Instant.parse("2023-09-14T07:00:00Z"));
		startMails();
		long first = lastMail();
		// when
		runAt(Instant.parse("2023-09-18T07:00:00Z"));
		startMails();
		MailRoom.run(first);
		MailRoom.run(lastMail());
		// then
		assertThat(this.desk.state(first)).isEqualTo("cancelled");
		assertThat(this.desk.state(lastMail())).isEqualTo("queued");
	}

	@Test
	void theNextMomentIsTheEarliestThatIsNotCovered() {
		// given
		long seoul = this.desk.contact(this.desk.partyOf(this.duo),
				"seoul@" + this.desk.cycle.value().toLowerCase() + ".example");
		this.desk.zone(seoul, "Asia/Seoul");
		coveredUntil(SEVEN_DAYS_BEFORE);
		MailRoom.at(SEVEN_DAYS_BEFORE);
		// when, then
		assertThat(this.reminders.nextMoment()).contains(Instant.parse("2023-09-14T00:00:00Z"));
		coveredUntil(Instant.parse("2023-09-14T00:00:00Z"));
		assertThat(this.reminders.nextMoment()).contains(Instant.parse("2023-09-14T07:00:00Z"));
		this.desk.submitted(this.initiative);
		assertThat(this.reminders.nextMoment()).isEmpty();
		returnedOn(this.initiative, "2023-09-14T10:00:00Z");
		assertThat(this.reminders.nextMoment()).contains(Instant.parse("2023-09-21T00:00:00Z"));
	}

	@Test
	void theNextMomentSkipsWhatIsOnlyRecorded() {
		// given
		this.desk.sql("update update_request set asked_at = '2023-09-02T07:00Z' where initiative = '%s'"
			.formatted(this.initiative));
		coveredUntil(Instant.parse("2023-09-02T07:00:00Z"));
		// when, then
		assertThat(this.reminders.nextMoment()).contains(Instant.parse("2023-09-14T07:00:00Z"));
	}

	@Test
	void whatFollowsTheMomentIsClaimedByTheRunAtTheNextFullHour() {
		// given
		MailRoom.at(Instant.parse("2023-08-16T00:00:00Z"));
		coveredUntil(Instant.parse("2023-08-16T00:00:00Z"));
		// when a rehearsal runs at each moment only
		while (this.reminders.nextMoment().isPresent()) {
			runAt(this.reminders.nextMoment().get());
		}
		// then
		assertThat(this.desk.claims(this.initiative)).containsExactly("reminder -28 " + this.duo,
				"reminder -14 " + this.duo, "reminder -7 " + this.duo, "reminder -1 " + this.duo,
				"reminder 3 " + this.duo, "reminder 10 " + this.duo);
	}

	@Test
	void whatWasOverInIdleHoursIsNotMadeUpForWhenAnUpdateComesBack() {
		// given a simulated time that skips the hour of the freeze ladder's rung
		this.desk.sql("update cycle set freeze_reminders = '{-14, -3}' where name = '%s'".formatted(this.desk.cycle));
		this.desk.submitted(this.initiative);
		coveredUntil(Instant.parse("2023-11-16T00:00:00Z"));
		// when the update comes back at noon of that day
		this.reminders.passIdleHours(Instant.parse("2023-11-17T11:20:00Z"));
		this.desk.returned(this.initiative, Map.of("progress", "Too short."));
		this.desk
			.sql("update verdict set given_at = '2023-11-17T11:20Z' where revision = (select max(id) from revision)");
		this.desk.reopened(this.initiative);
		runAt(Instant.parse("2023-11-17T12:00:00Z"));
		// then
		assertThat(this.desk.claims(this.initiative)).isEmpty();
		assertThat(this.reminders.nextMoment()).contains(Instant.parse("2023-11-24T08:00:00Z"));
	}

	@Test
	void idleHoursUncoverNothing() {
		// given
		coveredUntil(SEVEN_DAYS_BEFORE);
		// when
		this.reminders.passIdleHours(SEVEN_DAYS_BEFORE.minusSeconds(7200));
		runAt(SEVEN_DAYS_BEFORE.plusSeconds(60));
		// then
		assertThat(this.desk.claims(this.initiative)).isEmpty();
	}

	private void runAt(Instant now) {
		MailRoom.at(now);
		this.reminders.claimDue();
	}

	private void coveredUntil(Instant moment) {
		this.desk.sql("update reminder_run set covered_until = '%s'".formatted(moment));
	}

	private void returnedOn(InitiativeId returned, String moment) {
		this.desk.submitted(returned);
		this.desk.returned(returned, Map.of("progress", "Too short."));
		this.desk.sql("""
				update verdict set given_at = '%s' where revision = (select max(id) from revision
				    where initiative = '%s')""".formatted(moment, returned));
		this.desk.reopened(returned);
	}

	private void startMails() {
		MailRoom.inTransaction(() -> MailRoom.get(PickUpMails.class).startNowAndAfterCommit());
	}

	private OutgoingMail sent() {
		startMails();
		MailRoom.run(lastMail());
		MailRoom.run(lastMail());
		List<OutgoingMail> sent = MailRoom.transport().sent;
		return sent.get(sent.size() - 1);
	}

	private long lastMail() {
		List<Long> mails = this.desk.mails(this.duo);
		return mails.get(mails.size() - 1);
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
