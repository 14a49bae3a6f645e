package org.asemeducation.stocktake.update;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

import org.asemeducation.stocktake.cycle.Cycle;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.DeadlineKind;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OwnDaysTest {

	private static final LocalDate DEADLINE = LocalDate.of(2027, 3, 1);

	private static final LocalDate FREEZE = LocalDate.of(2027, 4, 11);

	private static final Instant LAST = Instant.parse("2027-04-11T21:59:59.999Z");

	private static final OwnDays ALL = new OwnDays(DEADLINE, FREEZE, null, null);

	private static final OwnDays HELD = new OwnDays(FREEZE.plusDays(9), FREEZE.plusDays(9), FREEZE.plusDays(9),
			FREEZE.plusDays(9));

	@Test
	void freezeHoldsAlsoWhenTheStepThatEndsTheGatheringIsLate() {
		assertThat(ALL.takesIn(cycle(Cycle.State.GATHERING), LAST)).isTrue();
		assertThat(ALL.takesIn(cycle(Cycle.State.GATHERING), LAST.plusMillis(1))).isFalse();
	}

	@Test
	void nothingIsTakenInOutsideOfTheGathering() {
		assertThat(ALL.takesIn(cycle(Cycle.State.OPENED), LAST)).isFalse();
		assertThat(ALL.takesIn(cycle(Cycle.State.CLOSED), LAST)).isFalse();
	}

	@Test
	void whatIsHeldOpenIsTakenInUntilItsOwnLastInstant() {
		// given
		Instant last = Instant.parse("2027-04-20T21:59:59.999Z");

		// then
		assertThat(HELD.takesIn(cycle(Cycle.State.CLOSED), last)).isTrue();
		assertThat(HELD.takesIn(cycle(Cycle.State.CLOSED), last.plusMillis(1))).isFalse();
		assertThat(HELD.takesIn(cycle(Cycle.State.PUBLISHED), LAST)).isFalse();
	}

	@Test
	void aReturnedUpdateHasTenDaysOrAsLongAsItWasExtendedButNeverMoreThanItsLastDay() {
		// given
		OwnDays extended = new OwnDays(DEADLINE.plusDays(20), FREEZE, DEADLINE.plusDays(20), null);

		// then
		assertThat(ALL.revisionDay(DEADLINE)).isEqualTo(DEADLINE.plusDays(10));
		assertThat(ALL.revisionDay(FREEZE.minusDays(3))).isEqualTo(FREEZE);
		assertThat(extended.revisionDay(DEADLINE)).isEqualTo(DEADLINE.plusDays(20));
		assertThat(extended.revisionDay(DEADLINE.plusDays(15))).isEqualTo(DEADLINE.plusDays(25));
		assertThat(HELD.revisionDay(FREEZE.plusDays(5))).isEqualTo(FREEZE.plusDays(9));
	}

	private static Cycle cycle(Cycle.State state) {
		return new Cycle(new CycleName("ASEMME10"), "To Seoul", ZoneId.of("Europe/Rome"), state,
				Map.of(DeadlineKind.DEADLINE, DEADLINE, DeadlineKind.FREEZE, FREEZE), null, null);
	}

}
