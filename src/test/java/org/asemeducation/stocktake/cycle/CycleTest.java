package org.asemeducation.stocktake.cycle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CycleTest {

	private static final Instant LAST = Instant.parse("2027-04-11T21:59:59.999Z");

	@Test
	void requestsGoOutAtNineInTheCyclesZone() {
		assertThat(cycle(Cycle.State.OPENED).requestAt()).isEqualTo("2027-01-31T08:00:00Z");
	}

	@Test
	void dayEndsWithItsLastInstantInTheCyclesZone() {
		assertThat(cycle(Cycle.State.OPENED).endOf(DeadlineKind.FREEZE)).isEqualTo(LAST);
	}

	private static Cycle cycle(Cycle.State state) {
		Map<DeadlineKind, LocalDate> dates = new EnumMap<>(DeadlineKind.class);
		dates.put(DeadlineKind.REQUEST, LocalDate.of(2027, 1, 31));
		dates.put(DeadlineKind.FREEZE, LocalDate.of(2027, 4, 11));
		return new Cycle(new CycleName("ASEMME10"), "To Seoul", ZoneId.of("Europe/Rome"), state, dates, null, null);
	}

}
