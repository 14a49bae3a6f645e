package org.asemeducation.stocktake.notification;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.asemeducation.stocktake.notification.DueRung.Fate;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * What a hold does to the rungs of a ladder.
 */
class ReminderRuleHeldTest {

	private static final LocalContact IN_ROME = new LocalContact(Asked.CONTACT, Asked.ROME);

	private static final Rungs LADDER = Rungs.beforeTheDeadline(List.of(-14, -7, -1));

	@Test
	void aHeldRungIsNeitherToldNorSkipped() {
		// when
		List<DueRung> due = due(-7, Instant.parse("2023-09-08T06:00:00Z"), Instant.parse("2023-09-08T07:00:00Z"));
		// then
		assertThat(due).singleElement().satisfies((rung) -> {
			assertThat(rung.fate()).isEqualTo(Fate.HELD);
			assertThat(rung.isTold()).isFalse();
			assertThat(rung.isSkipped()).isFalse();
		});
	}

	@Test
	void aHeldRungDoesNotSpeakForThoseBeforeIt() {
		// when, after an outage
		List<DueRung> due = due(-1, Instant.parse("2023-08-31T07:00:00Z"), Instant.parse("2023-09-14T07:00:00Z"));
		// then
		assertThat(due).extracting((rung) -> rung.claim().rung(), DueRung::fate)
			.containsExactly(tuple(-14, Fate.MISSED), tuple(-7, Fate.TOLD), tuple(-1, Fate.HELD));
	}

	@Test
	void aLaterRungSpeaksForAHeldOne() {
		// when
		List<DueRung> due = due(-7, Instant.parse("2023-09-07T07:00:00Z"), Instant.parse("2023-09-14T07:00:00Z"));
		// then
		assertThat(due).extracting((rung) -> rung.claim().rung(), DueRung::fate)
			.containsExactly(tuple(-7, Fate.MISSED), tuple(-1, Fate.TOLD));
	}

	@Test
	void aHoldGoesAlongWhenTheDayMoves() {
		// given
		OpenRequest moved = Asked.inJune()
			.until(Asked.inJune().of(Asked.CONTACT).deadline().on().plusDays(30))
			.of(Asked.CONTACT);
		// when
		List<DueRung> due = ReminderRule.due(List.of(moved), LADDER, List.of(IN_ROME), held(-7), Instant.MIN,
				Instant.MAX);
		// then
		assertThat(due).filteredOn((rung) -> rung.claim().rung() == -7)
			.singleElement()
			.satisfies((rung) -> assertThat(rung.isTold()).isFalse());
	}

	private static List<DueRung> due(int held, Instant from, Instant to) {
		return ReminderRule.due(List.of(Asked.inJune().of(Asked.CONTACT)), LADDER, List.of(IN_ROME), held(held), from,
				to);
	}

	private static HeldMail held(int rung) {
		OpenRequest request = Asked.inJune().of(Asked.CONTACT);
		Hold.Key key = new Hold.Key(Asked.CONTACT, Ladder.REMINDER, request.initiative().value(), 0, rung);
		return new HeldMail(Map.of(key, new Hold(key, "hold", "Wait", Instant.EPOCH, "aes")));
	}

}
