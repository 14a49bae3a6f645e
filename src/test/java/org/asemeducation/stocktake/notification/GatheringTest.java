package org.asemeducation.stocktake.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.notification.Gathering.MoreTime;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * D is the later of an extension and the deadline, and counts since it is so.
 */
class GatheringTest {

	private static final ZoneId ROME = ZoneId.of("Europe/Rome");

	private static final LocalDate DEADLINE = LocalDate.of(2023, 9, 15);

	private static final LocalDate FREEZE = LocalDate.of(2023, 12, 1);

	private static final Instant GRANTED = Instant.parse("2023-08-01T10:00:00Z");

	private static final Instant MOVED = Instant.parse("2023-08-10T10:00:00Z");

	@Test
	void withoutMoreTimeTheDeadlineCounts() {
		assertThat(calendar(DEADLINE, null, FREEZE, null).deadline(null)).isEqualTo(CountingDay.always(DEADLINE));
	}

	@Test
	void moreTimeCountsSinceItWasGranted() {
		assertThat(calendar(DEADLINE, null, FREEZE, null).deadline(until(10)))
			.isEqualTo(new CountingDay(DEADLINE.plusDays(10), GRANTED));
	}

	@Test
	void aDeadlineThatMovesLaterThanTheExtensionWins() {
		assertThat(calendar(DEADLINE.plusDays(20), DEADLINE, FREEZE, null).deadline(until(10)))
			.isEqualTo(new CountingDay(DEADLINE.plusDays(20), MOVED));
	}

	@Test
	void aDeadlineThatMovesButStaysBeforeTheExtensionChangesNothing() {
		assertThat(calendar(DEADLINE.plusDays(5), DEADLINE, FREEZE, null).deadline(until(10)))
			.isEqualTo(new CountingDay(DEADLINE.plusDays(10), GRANTED));
	}

	@Test
	void aDeadlineThatMovesBackLeavesTheExtensionCountingSinceThen() {
		assertThat(calendar(DEADLINE, DEADLINE.plusDays(20), FREEZE, null).deadline(until(10)))
			.isEqualTo(new CountingDay(DEADLINE.plusDays(10), MOVED));
	}

	@Test
	void aFreezeThatMovesBeforeTheExtensionEndsIt() {
		// given
		LocalDate sooner = DEADLINE.plusDays(7);
		Gathering moved = calendar(DEADLINE, null, sooner, FREEZE);

		// then
		assertThat(moved.deadline(until(10))).isEqualTo(new CountingDay(sooner, MOVED));
		assertThat(moved.frozenAt(until(10))).isEqualTo("2023-09-22T21:59:59.999Z");
	}

	@Test
	void pastTheFreezeItCountsWhenTheSecretariatSaidSo() {
		// given
		MoreTime past = new MoreTime(FREEZE.plusDays(10), true, GRANTED);
		Gathering calendar = calendar(DEADLINE, null, FREEZE, null);

		// then
		assertThat(calendar.deadline(past).on()).isEqualTo(FREEZE.plusDays(10));
		assertThat(calendar.frozenAt(past)).isEqualTo("2023-12-11T22:59:59.999Z");
		assertThat(calendar.frozenAt(null)).isEqualTo("2023-12-01T22:59:59.999Z");
	}

	@Test
	void whatCameBackHasAsLongAsItWasExtended() {
		// given
		Instant returned = Instant.parse("2023-09-10T10:00:00Z");
		Gathering calendar = calendar(DEADLINE, null, FREEZE, null);

		// then
		assertThat(calendar.revisionDay(returned, null))
			.isEqualTo(new CountingDay(LocalDate.of(2023, 9, 20), returned));
		assertThat(calendar.revisionDay(returned, until(10)))
			.isEqualTo(new CountingDay(DEADLINE.plusDays(10), returned));
		assertThat(calendar.revisionDay(returned, until(3)))
			.isEqualTo(new CountingDay(LocalDate.of(2023, 9, 20), returned));
	}

	private static MoreTime until(int days) {
		return new MoreTime(DEADLINE.plusDays(days), false, GRANTED);
	}

	private static Gathering calendar(LocalDate deadline, LocalDate deadlineBefore, LocalDate freeze,
			LocalDate freezeBefore) {
		return new Gathering(new CycleName("ASEMME9"), ROME, day(deadline, deadlineBefore), deadlineBefore,
				day(freeze, freezeBefore), freezeBefore, List.of(), false);
	}

	private static CountingDay day(LocalDate on, LocalDate before) {
		return (before != null) ? new CountingDay(on, MOVED) : CountingDay.always(on);
	}

}
