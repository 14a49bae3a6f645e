package org.asemeducation.stocktake.access.throttle;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.asemeducation.stocktake.engine.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

class GuessesTest {

	private static final Instant MORNING = Instant.parse("2026-12-01T09:00:00Z");

	private final JdbcClient jdbc = JdbcClient.create(TestDatabase.dataSource());

	private final String mark = UUID.randomUUID().toString();

	private final String person = "u1" + this.mark;

	private Instant now = MORNING;

	@Test
	void tenPasswordsMayBeTriedFromOnePlaceAndOneMoreEachMinuteAndAHalf() {
		assertThat(allowed(20, "place")).isEqualTo(10);
		this.now = this.now.plus(Duration.ofSeconds(89));
		assertThat(allowed(2, "place")).isZero();
		this.now = this.now.plus(Duration.ofSeconds(2));
		assertThat(allowed(2, "place")).isOne();
		this.now = this.now.plus(Duration.ofMinutes(16));
		assertThat(allowed(20, "place")).isEqualTo(10);
	}

	@Test
	void guessesFromElsewhereAreAnothersMatter() {
		// given
		assertThat(allowed(20, "attacker")).isEqualTo(10);

		// then
		assertThat(guesses().mayTry(guess("home", null))).isTrue();
	}

	@Test
	void aHundredPlacesTogetherTryAHundredPasswordsInAnHour() {
		// when
		long allowed = IntStream.range(0, 200).filter((place) -> allowed(1, "place" + place) == 1).count();

		// then
		assertThat(allowed).isEqualTo(100);
		this.now = this.now.plus(Duration.ofSeconds(37));
		assertThat(allowed(1, "another")).isOne();
	}

	@Test
	void knownDeviceHasABudgetThatNobodyElseSpends() {
		// given
		String device = devices().remember(null, this.person);
		IntStream.range(0, 200).forEach((place) -> allowed(1, "place" + place));
		assertThat(allowed(1, "home")).as("unknown browser").isZero();

		// then
		assertThat(IntStream.range(0, 20).filter((again) -> guesses().mayTry(guess("home", device))).count())
			.isEqualTo(10);
	}

	@Test
	void deviceOfAnotherPersonAndAMadeUpOneAreUnknown() {
		// given
		String others = devices().remember(null, "other" + this.mark);

		// then
		assertThat(devices().knows(others, this.person)).isFalse();
		assertThat(devices().knows("made-up", this.person)).isFalse();
		assertThat(devices().remember("made-up", this.person)).isNotEqualTo("made-up");
	}

	@Test
	void twoPeopleMayShareADevice() {
		// given
		String device = devices().remember(null, this.person);

		// when
		String again = devices().remember(device, "other" + this.mark);

		// then
		assertThat(again).isEqualTo(device);
		assertThat(devices().knows(device, this.person)).isTrue();
		assertThat(devices().knows(device, "other" + this.mark)).isTrue();
	}

	@Test
	void deviceIsForgottenAfterAYearAndWhenThePersonSaysSo() {
		// given
		String device = devices().remember(null, this.person);
		String second = devices().remember(null, this.person);

		// when
		this.now = this.now.plus(Duration.ofDays(366));

		// then
		assertThat(devices().knows(device, this.person)).isFalse();
		this.now = MORNING;
		devices().forget(this.person);
		assertThat(devices().knows(second, this.person)).isFalse();
	}

	@Test
	void rightPasswordIsNoGuess() {
		// when
		for (int again = 0; again < 200; again++) {
			Guess guess = guess("home", null);
			assertThat(guesses().mayTry(guess)).isTrue();
			guesses().succeeded(guess);
		}

		// then
		assertThat(allowed(20, "home")).isEqualTo(10);
	}

	@Test
	void manyAtTheSameMomentDoNotOverdraw() throws Exception {
		// given
		ExecutorService nodes = Executors.newFixedThreadPool(4);
		Callable<Boolean> attempt = () -> guesses().mayTry(guess("home", null));

		// when
		List<Future<Boolean>> answers = nodes.invokeAll(IntStream.range(0, 60).mapToObj((each) -> attempt).toList());
		nodes.shutdown();

		// then
		long allowed = 0;
		for (Future<Boolean> answer : answers) {
			allowed += answer.get() ? 1 : 0;
		}
		assertThat(allowed).isEqualTo(10);
	}

	@Test
	void neitherAccountsNorAddressesStandInTheTable() {
		// when
		allowed(1, "192.0.2.1" + this.mark);

		// then
		assertThat(this.jdbc.sql("select key from sign_in_budget").query(String.class).list()).isNotEmpty()
			.allMatch((key) -> key.matches("[0-9a-f]{64}"));
	}

	@Test
	void whatIsADayOldIsForgotten() {
		// given
		this.now = MORNING.minus(Duration.ofDays(400));
		allowed(1, "long ago");
		this.now = MORNING.minus(Duration.ofDays(398));

		// when
		allowed(1, "later");

		// then
		assertThat(this.jdbc.sql("select count(*) from sign_in_budget where at < :before")
			.param("before", java.sql.Timestamp.from(MORNING.minus(Duration.ofDays(399))))
			.query(Long.class)
			.single()).isZero();
	}

	private long allowed(int attempts, String place) {
		return IntStream.range(0, attempts).filter((again) -> guesses().mayTry(guess(place, null))).count();
	}

	private Guess guess(String place, @Nullable String device) {
		return new Guess(this.person, place + this.mark, device);
	}

	private Guesses guesses() {
		return new Guesses(new Budgets(this.jdbc, clock()), devices());
	}

	private KnownDevices devices() {
		return new KnownDevices(this.jdbc, clock());
	}

	private Clock clock() {
		return Clock.fixed(this.now, ZoneOffset.UTC);
	}

}
