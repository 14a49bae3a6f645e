package org.asemeducation.stocktake.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.notification.DueRung.Fate;
import org.asemeducation.stocktake.update.UpdateState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * The rule for reminders, sentence by sentence.
 */
class ReminderRuleTest {

	private static final Rungs USUAL = Rungs.beforeTheDeadline(List.of(-28, -14, -7, -1, 3, 10));

	private static final LocalContact IN_ROME = new LocalContact(Asked.CONTACT, Asked.ROME);

	@Test
	void eachRungFallsDueAtNineOnItsDay() {
		assertThat(dueInAll(Asked.inJune(), USUAL)).extracting((rung) -> rung.claim().rung(), DueRung::at)
			.containsExactly(tuple(-28, at("2023-08-18T07:00")), tuple(-14, at("2023-09-01T07:00")),
					tuple(-7, at("2023-09-08T07:00")), tuple(-1, at("2023-09-14T07:00")),
					tuple(3, at("2023-09-18T07:00")), tuple(10, at("2023-09-25T07:00")));
	}

	@ParameterizedTest
	@CsvSource({ "Pacific/Honolulu, 2023-09-14T19:00", "Europe/Rome, 2023-09-14T07:00",
			"Asia/Kolkata, 2023-09-14T03:30", "Asia/Seoul, 2023-09-14T00:00", "Pacific/Auckland, 2023-09-13T21:00" })
	void nineIsNineWhereTheContactIs(String zone, String utc) {
		LocalContact there = new LocalContact(Asked.CONTACT, ZoneId.of(zone));

		assertThat(ReminderRule.due(List.of(Asked.inJune().of(Asked.CONTACT)), before(-1), List.of(there), Instant.MIN,
				Instant.MAX))
			.extracting(DueRung::at)
			.containsExactly(at(utc));
	}

	@ParameterizedTest
	@CsvSource({ "Europe/Rome, 2023-03-26, 2023-03-25T08:00, 2023-03-26T07:00",
			"Europe/Rome, 2023-10-29, 2023-10-28T07:00, 2023-10-29T08:00",
			"Pacific/Auckland, 2023-09-24, 2023-09-22T21:00, 2023-09-23T20:00",
			"Pacific/Auckland, 2023-04-02, 2023-03-31T20:00, 2023-04-01T21:00" })
	void nineStaysNineWhenTheClocksChange(String zone, LocalDate change, String dayBefore, String onTheDay) {
		LocalContact there = new LocalContact(Asked.CONTACT, ZoneId.of(zone));
		Asked asked = Asked.inJune().on(change.minusDays(60)).until(change);

		assertThat(ReminderRule.due(List.of(asked.of(Asked.CONTACT)), before(-1, 0), List.of(there), Instant.MIN,
				Instant.MAX))
			.extracting(DueRung::at)
			.containsExactly(at(dayBefore), at(onTheDay));
	}

	@Test
	void onlyMomentsOfTheSpanAreDueTheLastIncludedTheFirstNot() {
		Instant moment = at("2023-09-08T07:00");

		assertThat(due(Asked.inJune(), USUAL, moment.minusSeconds(1), moment)).hasSize(1);
		assertThat(due(Asked.inJune(), USUAL, moment, moment.plusSeconds(3600))).isEmpty();
		assertThat(due(Asked.inJune(), USUAL, moment.minusSeconds(3600), moment.minusSeconds(1))).isEmpty();
		assertThat(due(Asked.inJune(), USUAL, moment, moment)).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(value = UpdateState.class, names = { "UNSTAFFED", "IN_REVIEW", "SETTLED" })
	void whatDoesNotWaitForItsCoordinatorIsNotRemindedOf(UpdateState state) {
		for (Rungs ladder : List.of(USUAL, Rungs.afterAReturn(), Rungs.beforeTheFreeze(List.of(-14, -3)))) {
			assertThat(dueInAll(Asked.inJune().standing(state), ladder)).as(ladder.toString()).isEmpty();
		}
	}

	@Test
	void onlyCoordinatorsWhoAreKnownAreReminded() {
		ContactId gone = new ContactId(2);
		ContactId stranger = new ContactId(3);
		OpenRequest request = Asked.inJune().of(Asked.CONTACT, gone);

		assertThat(ReminderRule.due(List.of(request), before(-7),
				List.of(IN_ROME, new LocalContact(stranger, Asked.ROME)), Instant.MIN, Instant.MAX))
			.extracting((rung) -> rung.claim().contact())
			.containsExactly(Asked.CONTACT);
	}

	@Test
	void nothingFallsDueAfterTheLastInstantOfTheFreeze() {
		Asked shortly = Asked.inJune().frozenOn(LocalDate.of(2023, 9, 18));

		assertThat(dueInAll(shortly, USUAL)).extracting((rung) -> rung.claim().rung())
			.containsExactly(-28, -14, -7, -1, 3);
		assertThat(dueInAll(shortly.frozenOn(LocalDate.of(2023, 9, 17)), USUAL))
			.extracting((rung) -> rung.claim().rung())
			.containsExactly(-28, -14, -7, -1);
	}

	@Test
	void theFreezeIsTheEndOfItsDayInTheCyclesZoneNotTheContacts() {
		// on the freeze day it is nine in Honolulu when it is eight in the evening in
		// Rome
		Asked asked = Asked.inJune();
		LocalContact inHonolulu = new LocalContact(Asked.CONTACT, ZoneId.of("Pacific/Honolulu"));
		LocalContact farWest = new LocalContact(Asked.CONTACT, ZoneId.of("-16:00"));

		assertThat(dueInAll(asked, Rungs.beforeTheFreeze(List.of(0)), inHonolulu)).hasSize(1);
		assertThat(dueInAll(asked, Rungs.beforeTheFreeze(List.of(0)), farWest)).isEmpty();
	}

	@Test
	void afterAnOutageTheLatestRungIsToldAndTheEarlierAreRecordedAsSkipped() {
		assertThat(due(Asked.inJune(), USUAL, at("2023-08-31T00:00"), at("2023-09-16T12:00")))
			.extracting((rung) -> rung.claim().rung(), DueRung::fate)
			.containsExactly(tuple(-14, Fate.MISSED), tuple(-7, Fate.MISSED), tuple(-1, Fate.TOLD));
	}

	@Test
	void aRungLessThanSevenDaysAfterTheRequestIsSkipped() {
		assertThat(dueInAll(Asked.inJune().on(LocalDate.of(2023, 9, 2)), before(-8, -7, -6)))
			.extracting((rung) -> rung.claim().rung(), DueRung::fate)
			.containsExactly(tuple(-8, Fate.TOO_SOON), tuple(-7, Fate.TOO_SOON), tuple(-6, Fate.TOLD));
	}

	@Test
	void theDateOfTheRequestIsThatOfTheContact() {
		// nine in Rome on 1 September is nine in the evening before in Honolulu
		Asked asked = Asked.inJune().on(LocalDate.of(2023, 9, 1));
		LocalContact inHonolulu = new LocalContact(Asked.CONTACT, ZoneId.of("Pacific/Honolulu"));

		assertThat(dueInAll(asked, before(-8), IN_ROME)).extracting(DueRung::fate).containsExactly(Fate.TOO_SOON);
		assertThat(dueInAll(asked, before(-8), inHonolulu)).extracting(DueRung::fate).containsExactly(Fate.TOLD);
	}

	@Test
	void whatWasOverForTheNewDayWhenTheOldOneMovedIsNotMadeUpFor() {
		// the deadline comes forward by a week on 8 September at noon: the seven days are
		// over
		Instant moved = at("2023-09-08T10:00");
		Asked asked = Asked.inJune().until(new CountingDay(LocalDate.of(2023, 9, 8), moved));

		assertThat(due(asked, USUAL, at("2023-08-25T00:00"), at("2023-09-30T00:00")))
			.extracting((rung) -> rung.claim().rung())
			.containsExactly(3, 10);
	}

	@Test
	void theNewDayHasItsOwnClaims() {
		Claim before = dueInAll(Asked.inJune(), before(-7)).get(0).claim();
		Claim after = dueInAll(Asked.inJune().until(LocalDate.of(2023, 9, 20)), before(-7)).get(0).claim();

		assertThat(after).isNotEqualTo(before);
		assertThat(after.rung()).isEqualTo(before.rung());
	}

	@Test
	void aReturnedUpdateHasItsOwnDayAndLadder() {
		Asked returned = Asked.inJune().returnedAt(at("2023-07-10T10:00"));

		assertThat(dueInAll(returned, USUAL)).isEmpty();
		assertThat(dueInAll(returned, Rungs.afterAReturn()))
			.extracting((rung) -> rung.claim().rung(), DueRung::at, (rung) -> rung.claim().round(),
					(rung) -> rung.claim().deadline())
			.containsExactly(tuple(-3, at("2023-07-17T07:00"), 1, LocalDate.of(2023, 7, 20)),
					tuple(0, at("2023-07-20T07:00"), 1, LocalDate.of(2023, 7, 20)),
					tuple(3, at("2023-07-23T07:00"), 1, LocalDate.of(2023, 7, 20)));
	}

	@Test
	void aReturnedUpdatesDayIsNeverPastTheFreezeAndNothingBeforeTheReturnIsMadeUpFor() {
		Asked returned = Asked.inJune().returnedAt(at("2023-11-29T10:00"));

		assertThat(dueInAll(returned, Rungs.afterAReturn())).extracting((rung) -> rung.claim().rung(), DueRung::at)
			.containsExactly(tuple(0, at("2023-12-01T08:00")));
	}

	@Test
	void theFreezeLadderRemindsOfAllThatWaits() {
		Rungs freeze = Rungs.beforeTheFreeze(List.of(-14, -3));

		for (Asked asked : List.of(Asked.inJune(), Asked.inJune().returnedAt(at("2023-07-10T10:00")))) {
			assertThat(dueInAll(asked, freeze)).extracting(DueRung::at)
				.containsExactly(at("2023-11-17T08:00"), at("2023-11-28T08:00"));
		}
	}

	@Test
	void aReturnedUpdateNeedsARevisionThatCameBack() {
		List<Throwable> refused = new ArrayList<>();
		try {
			Asked.inJune().standing(UpdateState.RETURNED).of(Asked.CONTACT);
		}
		catch (IllegalArgumentException ex) {
			refused.add(ex);
		}

		assertThat(refused).singleElement()
			.extracting(Throwable::getMessage)
			.isEqualTo("A01-I01 is RETURNED: only a returned update has a revision that came back.");
	}

	private static Rungs before(Integer... days) {
		return Rungs.beforeTheDeadline(List.of(days));
	}

	private static List<DueRung> dueInAll(Asked asked, Rungs ladder) {
		return dueInAll(asked, ladder, IN_ROME);
	}

	private static List<DueRung> dueInAll(Asked asked, Rungs ladder, LocalContact contact) {
		return ReminderRule.due(List.of(asked.of(Asked.CONTACT)), ladder, List.of(contact), Instant.MIN, Instant.MAX);
	}

	private static List<DueRung> due(Asked asked, Rungs ladder, Instant from, Instant to) {
		return ReminderRule.due(List.of(asked.of(Asked.CONTACT)), ladder, List.of(IN_ROME), from, to);
	}

	private static Instant at(String utc) {
		return Instant.parse(utc + ":00Z");
	}

}
