package org.asemeducation.stocktake.notification.letter;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.TreeMap;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.asemeducation.stocktake.notification.letter.ReaderDays.Standing;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The day that a mail's first line names, for readers anywhere and days at any time of
 * the year: seen by somebody who only watches clocks.
 */
class ReaderDaysPropertyTest {

	private static final Duration LOOK = Duration.ofMinutes(15);

	@Property(tries = 2000)
	void whoeverIsDoneOnTheNamedDayIsNeverLateAndNoLaterDayIsSafe(@ForAll("zones") ZoneId zone,
			@ForAll("zones") ZoneId reader, @ForAll("days") LocalDate day) {
		// given what the reader's calendar shows in the days around, and when it is too
		// late
		TreeMap<LocalDate, Instant> lastLook = new TreeMap<>();
		Instant late = day.plusDays(1).atStartOfDay(zone).toInstant();
		for (Instant now = late.minus(Duration.ofDays(4)); now
			.isBefore(late.plus(Duration.ofDays(3))); now = now.plus(LOOK)) {
			lastLook.merge(LocalDate.ofInstant(now, reader), now, (one, other) -> one.isAfter(other) ? one : other);
		}
		// when
		LocalDate named = new ReaderDays(late.minus(Duration.ofDays(4)), zone, reader).lastWhole(day);
		// then
		assertThat(lastLook).containsKey(named);
		assertThat(lastLook.get(named)).isBefore(late);
		assertThat(lastLook.get(lastLook.higherKey(named))).isAfterOrEqualTo(late);
	}

	@Property(tries = 2000)
	void whatTheFirstLineSaysHoldsAtEveryMoment(@ForAll("zones") ZoneId zone, @ForAll("zones") ZoneId reader,
			@ForAll("days") LocalDate day, @ForAll("minutes") int minutes) {
		// given
		Instant late = day.plusDays(1).atStartOfDay(zone).toInstant();
		Instant now = late.plus(Duration.ofMinutes(minutes));
		ReaderDays days = new ReaderDays(now, zone, reader);
		LocalDate today = LocalDate.ofInstant(now, reader);
		// then
		switch (days.standing(day)) {
			case AHEAD -> {
				assertThat(today).isBefore(days.lastWhole(day));
				assertThat(days.shortBy(day)).isEqualTo(DateWords.day(days.lastWhole(day)));
			}
			case LAST -> {
				assertThat(today).isAfterOrEqualTo(days.lastWhole(day));
				assertThat(days.shortBy(day)).startsWith(DateWords.day(today));
			}
			case OVER -> assertThat(now).isAfterOrEqualTo(late);
		}
		assertThat(days.standing(day) == Standing.OVER).isEqualTo(!now.isBefore(late));
		assertThat(days.by(day)).contains(DateWords.place(zone), ":59 in");
	}

	@Example
	void aDayThatSamoaLeftOutIsNoWholeDay() {
		// given the end of 29 December 2011 in Honolulu, when it is the 31st in Apia
		ReaderDays days = new ReaderDays(Instant.parse("2011-12-01T00:00:00Z"), ZoneId.of("Pacific/Honolulu"),
				ZoneId.of("Pacific/Apia"));
		// then
		assertThat(days.lastWhole(LocalDate.of(2011, 12, 30))).isEqualTo("2011-12-31");
		assertThat(days.lastWhole(LocalDate.of(2011, 12, 29))).isEqualTo("2011-12-29");
	}

	@Provide
	Arbitrary<ZoneId> zones() {
		return Arbitraries.of(ZoneId.getAvailableZoneIds().stream().sorted().map(ZoneId::of).toList());
	}

	/** Among them the days on which clocks change, and the one that Samoa left out. */
	@Provide
	Arbitrary<LocalDate> days() {
		return Arbitraries.oneOf(
				Arbitraries.integers().between(0, 4000).map((number) -> LocalDate.of(2020, 1, 1).plusDays(number)),
				Arbitraries.of(LocalDate.of(2023, 3, 26), LocalDate.of(2023, 10, 29), LocalDate.of(2023, 9, 24),
						LocalDate.of(2023, 4, 2), LocalDate.of(2011, 12, 29), LocalDate.of(2011, 12, 30)));
	}

	@Provide
	Arbitrary<Integer> minutes() {
		return Arbitraries.integers().between(-5 * 24 * 60, 3 * 24 * 60);
	}

}
