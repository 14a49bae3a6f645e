package org.asemeducation.stocktake.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.notification.RoundRule.Span;
import org.asemeducation.stocktake.notification.RoundRule.Step;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RoundRuleTest {

	private static final Instant LONG_AGO = Instant.parse("2023-01-01T00:00:00Z");

	private static final LocalContact SEOUL = new LocalContact(new ContactId(1), ZoneId.of("Asia/Seoul"));

	private static final LocalContact HONOLULU = new LocalContact(new ContactId(2), ZoneId.of("Pacific/Honolulu"));

	private static final LocalContact AUCKLAND = new LocalContact(new ContactId(3), ZoneId.of("Pacific/Auckland"));

	/** From 10 to 30 November in Rome. */
	private final Span round = new Span(LocalDate.of(2023, 11, 10), LocalDate.of(2023, 11, 30),
			Instant.parse("2023-11-09T23:00:00Z"), Instant.parse("2023-11-30T22:59:59.999Z"));

	@Test
	void everybodyIsAskedInTheirMorningAndNobodyBeforeTheRoundIsOpen() {
		assertThat(steps(SEOUL)).containsExactly(ask("2023-11-10T00:00:00Z"), remind("2023-11-27T00:00:00Z"));
		assertThat(steps(HONOLULU)).containsExactly(ask("2023-11-10T19:00:00Z"), remind("2023-11-27T19:00:00Z"));
		assertThat(steps(AUCKLAND)).as("in Rome it is still the 9th at nine in Auckland")
			.containsExactly(ask("2023-11-09T23:00:00Z"), remind("2023-11-26T20:00:00Z"));
	}

	@Test
	void whoIsNewMeanwhileIsAskedThenAndRemindedOnlyAWeekLater() {
		// when
		List<Step> early = RoundRule.steps(this.round, SEOUL, Instant.parse("2023-11-18T12:00:00Z"), null, false,
				false);
		List<Step> late = RoundRule.steps(this.round, SEOUL, Instant.parse("2023-11-21T12:00:00Z"), null, false, false);
		List<Step> tooLate = RoundRule.steps(this.round, SEOUL, Instant.parse("2023-12-01T12:00:00Z"), null, false,
				true);
		// then
		assertThat(early).containsExactly(ask("2023-11-18T12:00:00Z"), remind("2023-11-27T00:00:00Z"));
		assertThat(late).containsExactly(ask("2023-11-21T12:00:00Z"));
		assertThat(tooLate).isEmpty();
	}

	@Test
	void whoHasSpokenOrWasRemindedIsLeftAlone() {
		// given
		Instant asked = Instant.parse("2023-11-10T00:00:00Z");
		// when, then
		assertThat(RoundRule.steps(this.round, SEOUL, LONG_AGO, asked, false, true)).isEmpty();
		assertThat(RoundRule.steps(this.round, SEOUL, LONG_AGO, asked, true, false)).isEmpty();
		assertThat(RoundRule.steps(this.round, SEOUL, LONG_AGO, asked, false, false))
			.containsExactly(remind("2023-11-27T00:00:00Z"));
	}

	private List<Step> steps(LocalContact reader) {
		return RoundRule.steps(this.round, reader, LONG_AGO, null, false, false);
	}

	private static Step ask(String at) {
		return new Step(Ladder.ROUND, Instant.parse(at));
	}

	private static Step remind(String at) {
		return new Step(Ladder.ROUND_REMINDER, Instant.parse(at));
	}

}
