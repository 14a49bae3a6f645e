package org.asemeducation.stocktake.notification;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.cycle.Cycle;
import org.asemeducation.stocktake.notification.DueRung.Fate;
import org.asemeducation.stocktake.plan.InitiativeId;
import org.asemeducation.stocktake.update.UpdateState;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What holds of the rule for reminders under any calendar, in five zones around the
 * world, across both changes of the clocks, and however the hours are cut into runs.
 */
class ReminderRulePropertyTest {

	private static final List<ZoneId> ZONES = List.of(ZoneId.of("Pacific/Honolulu"), ZoneId.of("Europe/Rome"),
			ZoneId.of("Asia/Kolkata"), ZoneId.of("Asia/Seoul"), ZoneId.of("Pacific/Auckland"));

	/** The clocks change in Rome, in Auckland, in Rome and in Auckland. */
	private static final List<LocalDate> CHANGES = List.of(LocalDate.of(2023, 3, 26), LocalDate.of(2023, 4, 2),
			LocalDate.of(2023, 9, 24), LocalDate.of(2023, 10, 29));

	private static final List<LocalContact> CONTACTS = IntStream.range(0, ZONES.size())
		.mapToObj((number) -> new LocalContact(new ContactId(number), ZONES.get(number)))
		.toList();

	@Property
	void aRungIsDueWhenTheWallClockOfTheContactShowsNineOnItsDay(@ForAll("calendars") Calendar calendar) {
		for (DueRung rung : calendar.due(Instant.MIN, Instant.MAX)) {
			ZonedDateTime wall = rung.at().atZone(zone(rung));

			assertThat(wall.toLocalTime()).isEqualTo(LocalTime.of(9, 0));
			assertThat(wall.toLocalDate()).isEqualTo(calendar.deadline().plusDays(rung.claim().rung()));
		}
	}

	@Property(tries = 200)
	void whoeverWatchesTheClocksFindsTheSame(@ForAll("calendars") Calendar calendar) {
		// an observer who looks at each contact's clock every quarter of an hour
		Set<String> seen = new TreeSet<>();
		Instant end = calendar.deadline().plusDays(40).atStartOfDay(ZONES.get(0)).toInstant();
		for (Instant now = calendar.deadline().minusDays(40).atStartOfDay(ZONES.get(4)).toInstant(); now
			.isBefore(end); now = now.plus(Duration.ofMinutes(15))) {
			for (LocalContact contact : CONTACTS) {
				ZonedDateTime wall = now.atZone(contact.zone());
				int rung = (int) (wall.toLocalDate().toEpochDay() - calendar.deadline().toEpochDay());
				boolean open = wall.withZoneSameInstant(calendar.zone())
					.toLocalDate()
					.compareTo(calendar.freeze()) <= 0;
				if (wall.getHour() == 9 && wall.getMinute() == 0 && calendar.rungs().contains(rung) && open) {
					seen.add("%s %d %s".formatted(contact.id(), rung, now));
				}
			}
		}

		List<String> due = calendar.due(Instant.MIN, Instant.MAX)
			.stream()
			.map((rung) -> "%s %d %s".formatted(rung.claim().contact(), rung.claim().rung(), rung.at()))
			.toList();
		assertThat(due).containsExactlyInAnyOrderElementsOf(seen);
	}

	@Property
	void noneIsLostAndNoneIsDoubledHoweverTheTimeIsCutIntoRuns(@ForAll("calendars") Calendar calendar,
			@ForAll("cuts") List<Integer> cuts) {
		List<List<DueRung>> runs = calendar.runs(cuts);
		List<Claim> claimed = runs.stream().flatMap(List::stream).map(DueRung::claim).toList();

		assertThat(claimed).doesNotHaveDuplicates()
			.hasSameElementsAs(calendar.due(Instant.MIN, Instant.MAX).stream().map(DueRung::claim).toList());
	}

	@Property
	void aRunTellsEachContactOnceAndThenTheLatest(@ForAll("calendars") Calendar calendar,
			@ForAll("cuts") List<Integer> cuts) {
		for (List<DueRung> run : calendar.runs(cuts)) {
			Map<ContactId, List<DueRung>> byContact = run.stream()
				.filter((rung) -> rung.fate() != Fate.TOO_SOON)
				.collect(Collectors.groupingBy((rung) -> rung.claim().contact()));
			byContact.values().forEach((rungs) -> {
				DueRung latest = rungs.stream().max(Comparator.comparing(DueRung::at)).orElseThrow();

				assertThat(rungs.stream().filter(DueRung::isTold)).containsExactly(latest);
			});
		}
	}

	@Property
	void hourlyRunsTellEverythingButTheWeekAfterTheRequest(@ForAll("calendars") Calendar calendar) {
		for (DueRung rung : calendar.due(Instant.MIN, Instant.MAX)) {
			Instant hour = rung.at().minusSeconds(1);
			DueRung told = calendar.due(hour, hour.plusSeconds(3600))
				.stream()
				.filter((one) -> one.claim().equals(rung.claim()))
				.findFirst()
				.orElseThrow();
			long days = told.at().atZone(zone(rung)).toLocalDate().toEpochDay()
					- calendar.askedAt().atZone(zone(rung)).toLocalDate().toEpochDay();

			assertThat(told.fate()).isEqualTo((days < 7) ? Fate.TOO_SOON : Fate.TOLD);
		}
	}

	@Property
	void noneIsToldAfterSettling(@ForAll("calendars") Calendar calendar, @ForAll("cuts") List<Integer> cuts,
			@ForAll("hours") int settled) {
		Instant settledAt = calendar.moment(settled);
		Instant from = Instant.MIN;
		List<DueRung> late = new ArrayList<>();
		List<DueRung> all = new ArrayList<>();
		for (Instant to : calendar.moments(cuts)) {
			boolean over = to.isAfter(settledAt);
			List<DueRung> run = calendar.as(over ? UpdateState.SETTLED : UpdateState.REQUESTED).due(from, to);
			(over ? late : all).addAll(run);
			from = to;
		}

		assertThat(late).isEmpty();
		assertThat(all).allSatisfy((rung) -> assertThat(rung.at()).isBeforeOrEqualTo(settledAt));
	}

	@Property
	void whenTheDayMovesThePastOfTheNewOneIsNotToldAndTheOldSuppressesNothing(@ForAll("calendars") Calendar calendar,
			@ForAll("cuts") List<Integer> cuts, @ForAll("hours") int moved, @ForAll("shifts") int shift) {
		Instant movedAt = calendar.moment(moved);
		Calendar after = calendar.movedBy(shift, movedAt);
		Set<Claim> claimed = new HashSet<>();
		Set<Claim> told = new HashSet<>();
		Instant from = Instant.MIN;
		for (Instant to : calendar.moments(cuts)) {
			for (DueRung rung : (to.isBefore(movedAt) ? calendar : after).due(from, to)) {
				assertThat(claimed.add(rung.claim())).as("claimed once: %s", rung).isTrue();
				told.add(rung.claim());
			}
			from = to;
		}
		Instant last = from;
		Set<Claim> expected = after.due(Instant.MIN, Instant.MAX)
			.stream()
			.filter((rung) -> rung.at().isAfter(movedAt) && !rung.at().isAfter(last))
			.map(DueRung::claim)
			.collect(Collectors.toSet());

		assertThat(told.stream().filter((claim) -> claim.deadline().equals(after.deadline())).toList())
			.hasSameElementsAs(expected);
	}

	@Provide
	Arbitrary<Calendar> calendars() {
		Arbitrary<LocalDate> nearAChange = Combinators
			.combine(Arbitraries.of(CHANGES), Arbitraries.integers().between(-30, 30))
			.as(LocalDate::plusDays);
		Arbitrary<LocalDate> anyDay = Arbitraries.integers()
			.between(0, 1000)
			.map((days) -> LocalDate.of(2023, 1, 1).plusDays(days));
		Arbitrary<List<Integer>> rungs = Arbitraries.integers().between(-35, 35).list().ofMinSize(1).ofMaxSize(8);
		return Combinators
			.combine(Arbitraries.oneOf(nearAChange, anyDay), rungs, Arbitraries.of(ZONES),
					Arbitraries.integers().between(0, 60), Arbitraries.integers().between(0, 60))
			.as((deadline, days, zone, asked, freeze) -> new Calendar(zone, deadline.minusDays(asked), deadline,
					Instant.MIN, deadline.plusDays(freeze), days, UpdateState.REQUESTED));
	}

	/**
	 * Ends of runs, in minutes around the deadline; half of them when a rung may be due.
	 */
	@Provide
	Arbitrary<List<Integer>> cuts() {
		Arbitrary<Integer> anyMinute = Arbitraries.integers().between(-50 * 24 * 60, 50 * 24 * 60);
		Arbitrary<Integer> halfHour = Arbitraries.integers().between(-50 * 48, 50 * 48).map((half) -> half * 30);
		return Arbitraries.oneOf(anyMinute, halfHour).list().ofMinSize(1).ofMaxSize(120);
	}

	@Provide
	Arbitrary<Integer> hours() {
		return Arbitraries.integers().between(-45 * 24 * 60, 45 * 24 * 60);
	}

	@Provide
	Arbitrary<Integer> shifts() {
		return Arbitraries.integers().between(-20, 20).filter((days) -> days != 0);
	}

	private static ZoneId zone(DueRung rung) {
		return ZONES.get((int) rung.claim().contact().value());
	}

	/**
	 * A cycle in which one initiative has a coordinator in each zone.
	 */
	private record Calendar(ZoneId zone, LocalDate asked, LocalDate deadline, Instant since, LocalDate freeze,
			List<Integer> rungs, UpdateState state) {

		Instant askedAt() {
			return this.asked.atTime(9, 0).atZone(this.zone).toInstant();
		}

		Calendar as(UpdateState now) {
			return new Calendar(this.zone, this.asked, this.deadline, this.since, this.freeze, this.rungs, now);
		}

		Calendar movedBy(int days, Instant at) {
			return new Calendar(this.zone, this.asked, this.deadline.plusDays(days), at, this.freeze, this.rungs,
					this.state);
		}

		List<DueRung> due(Instant from, Instant to) {
			OpenRequest request = new OpenRequest(new InitiativeId("A01-I01"), this.state, askedAt(),
					new CountingDay(this.deadline, this.since), CountingDay.always(this.freeze),
					Cycle.endOf(this.freeze, this.zone), false, null,
					CONTACTS.stream().map(LocalContact::id).collect(Collectors.toSet()));
			return ReminderRule.due(List.of(request), Rungs.beforeTheDeadline(this.rungs), CONTACTS, from, to);
		}

		/** Runs that end at the cuts, and two that cover all before and after. */
		List<List<DueRung>> runs(List<Integer> cuts) {
			List<List<DueRung>> runs = new ArrayList<>();
			Instant from = Instant.MIN;
			for (Instant to : moments(cuts)) {
				runs.add(due(from, to));
				from = to;
			}
			runs.add(due(from, Instant.MAX));
			return runs;
		}

		List<Instant> moments(List<Integer> minutes) {
			return minutes.stream().map(this::moment).sorted().toList();
		}

		Instant moment(int minutes) {
			return this.deadline.atStartOfDay(this.zone).toInstant().plus(Duration.ofMinutes(minutes));
		}

	}

}
