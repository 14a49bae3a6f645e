package org.asemeducation.stocktake.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.notification.ConfirmationRule.Step;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * When a contact is asked whether they still are the contact.
 */
class ConfirmationRuleTest {

	private static final LocalDate REQUESTS = LocalDate.of(2023, 6, 5);

	private static final LocalContact SEOUL = new LocalContact(new ContactId(1), ZoneId.of("Asia/Seoul"));

	private static final Instant LONG_AGO = Instant.parse("2023-01-01T00:00:00Z");

	@Test
	void fourWeeksBeforeAndOnceAgainTwoWeeksBeforeAtNineWhereTheyAre() {
		assertThat(ConfirmationRule.steps(REQUESTS, SEOUL, LONG_AGO, null, false)).containsExactly(
				new Step(0, Instant.parse("2023-05-08T00:00:00Z")), new Step(1, Instant.parse("2023-05-22T00:00:00Z")));
	}

	@Test
	void whoWasAskedIsRemindedOnce() {
		// given
		Instant asked = Instant.parse("2023-05-08T00:00:00Z");
		// when, then
		assertThat(ConfirmationRule.steps(REQUESTS, SEOUL, LONG_AGO, asked, false))
			.containsExactly(new Step(1, Instant.parse("2023-05-22T00:00:00Z")));
		assertThat(ConfirmationRule.steps(REQUESTS, SEOUL, LONG_AGO, asked, true)).isEmpty();
	}

	@Test
	void whoIsFoundLaterIsAskedThenAndHasAWeekToAnswer() {
		// given
		Instant opened = Instant.parse("2023-05-18T10:00:00Z");
		// when
		List<Step> steps = ConfirmationRule.steps(REQUESTS, SEOUL, opened, null, false);
		// then
		assertThat(steps).containsExactly(new Step(0, opened), new Step(1, Instant.parse("2023-05-25T00:00:00Z")));
	}

	@Test
	void nobodyIsAskedOrRemindedInTheLastWeek() {
		assertThat(ConfirmationRule.steps(REQUESTS, SEOUL, Instant.parse("2023-05-29T00:00:00Z"), null, false))
			.isEmpty();
		assertThat(ConfirmationRule.steps(REQUESTS, SEOUL, Instant.parse("2023-05-24T10:00:00Z"), null, false))
			.as("there is time for one mail, not for two")
			.containsExactly(new Step(0, Instant.parse("2023-05-24T10:00:00Z")));
	}

}
