package org.asemeducation.stocktake.cycle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Where deadlines go that hang on SOM2.
 */
class HangingDatesTest {

	private static final LocalDate SOM2 = LocalDate.of(2030, 3, 11);

	private static final Instant JANUARY = Instant.parse("2029-06-01T10:00:00Z");

	private static final Instant BETWEEN_DEADLINE_AND_FREEZE = Instant.parse("2029-12-20T10:00:00Z");

	@Test
	void allKeepTheirDistance() {
		assertThat(after(SOM2.plusDays(30), JANUARY, null, all())).hasSize(6).allSatisfy((shift) -> {
			assertThat(shift.moves()).isTrue();
			assertThat(shift.to()).isEqualTo(Objects.requireNonNull(shift.from()).plusDays(30));
			assertThat(shift.because()).isEqualTo(MeetingKind.SOM2);
		});
	}

	@Test
	void nothingMovesWhereTheDayStays() {
		assertThat(after(SOM2, JANUARY, null, all())).isEmpty();
	}

	@Test
	void whatHasPassedStays() {
		assertThat(stays(after(SOM2.plusDays(200), BETWEEN_DEADLINE_AND_FREEZE, JANUARY, all()))).containsExactly(
				"request: The requests of ASEMME12 have gone out: their date stands.",
				"deadline: The deadline has passed.");
	}

	@Test
	void whatWouldFallIntoThePastStays() {
		assertThat(stays(after(SOM2.minusDays(200), JANUARY, null, all())))
			.contains("request: It would fall on Thursday 5 April 2029, which is past.");
	}

	@Test
	void aFreezeDoesNotComeBeforeADeadlineOfItsOwn() {
		assertThat(stays(after(SOM2.minusDays(60), JANUARY, null, List.of(DeadlineKind.FREEZE))))
			.containsExactly("freeze: It would fall before the deadline (Monday 3 December 2029).");
	}

	@Test
	void aDeadlineDoesNotComeAfterAFreezeOfItsOwn() {
		assertThat(stays(after(SOM2.plusDays(60), JANUARY, null, List.of(DeadlineKind.DEADLINE))))
			.containsExactly("deadline: It would fall after the freeze (Monday 31 December 2029).");
	}

	@Test
	void whoStaysHoldsBackWhomItWouldCross() {
		// the deadline would cross a request date of its own, so it stays, and so does
		// the freeze
		assertThat(stays(after(SOM2.minusDays(80), JANUARY, null, List.of(DeadlineKind.DEADLINE, DeadlineKind.FREEZE))))
			.containsExactly("deadline: It would fall before the request date (Monday 22 October 2029).",
					"freeze: It would fall before the deadline (Monday 3 December 2029).");
	}

	@Test
	void onceTheRequestsAreOutTheirDateHoldsNobodyBack() {
		assertThat(
				stays(after(SOM2.minusDays(80), JANUARY, JANUARY, List.of(DeadlineKind.DEADLINE, DeadlineKind.FREEZE))))
			.isEmpty();
	}

	private static List<DateShift> after(LocalDate som2, Instant now, @Nullable Instant requestedAt,
			List<DeadlineKind> hanging) {
		Map<DeadlineKind, LocalDate> days = new EnumMap<>(DeadlineKind.class);
		Stream.of(DeadlineKind.values()).forEach((kind) -> days.put(kind, SOM2.minusDays(kind.daysBeforeSom2())));
		Cycle.State state = (requestedAt != null) ? Cycle.State.GATHERING : Cycle.State.OPENED;
		Cycle cycle = new Cycle(new CycleName("ASEMME12"), "Here to there", ZoneId.of("Europe/Rome"), state, days,
				requestedAt, null);
		return HangingDates.after(cycle,
				hanging.stream()
					.map((kind) -> new StandingDate(DateName.of(kind), days.get(kind), 1, MeetingKind.SOM2,
							kind.daysBeforeSom2()))
					.toList(),
				som2, now);
	}

	private static List<DeadlineKind> all() {
		return List.of(DeadlineKind.values());
	}

	private static List<String> stays(List<DateShift> shifts) {
		return shifts.stream()
			.filter((shift) -> !shift.moves())
			.map((shift) -> shift.name() + ": " + shift.stays())
			.toList();
	}

}
