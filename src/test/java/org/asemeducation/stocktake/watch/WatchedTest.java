package org.asemeducation.stocktake.watch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;

import static org.assertj.core.api.Assertions.assertThat;

class WatchedTest {

	private final AtomicLong nanos = new AtomicLong();

	private final AtomicInteger looks = new AtomicInteger();

	private final List<Runnable> begun = new ArrayList<>();

	private Health result = Health.up().build();

	private Executor executor = Runnable::run;

	private final Watched watched = new Watched(this::look, Duration.ofMinutes(1), Duration.ofMillis(50),
			(look) -> this.executor.execute(look), this.nanos::get);

	@Test
	void aResultHoldsForAWhile() {
		// given
		assertThat(status()).isEqualTo(Status.UP);
		this.result = Health.down().build();

		// when
		this.nanos.addAndGet(Duration.ofSeconds(59).toNanos());
		Status before = status();
		this.nanos.addAndGet(Duration.ofSeconds(1).toNanos());

		// then
		assertThat(before).isEqualTo(Status.UP);
		assertThat(status()).isEqualTo(Status.DOWN);
		assertThat(this.looks).hasValue(2);
	}

	@Test
	void aFailureIsDown() {
		// given
		HealthIndicator failing = () -> {
			throw new IllegalStateException("no connection");
		};

		// when
		Health health = new Watched(failing, Duration.ZERO, Duration.ofSeconds(1), this.executor, this.nanos::get)
			.health();

		// then
		assertThat(health.getStatus()).isEqualTo(Status.DOWN);
		assertThat(health.getDetails().get("error")).asString().contains("no connection");
	}

	@Test
	void aLookThatHangsIsToldAsItWasAndSoonAsDown() {
		// given
		assertThat(status()).isEqualTo(Status.UP);
		this.executor = this.begun::add;
		this.nanos.addAndGet(Duration.ofMinutes(1).toNanos());

		// when
		Status meanwhile = status();
		this.nanos.addAndGet(Duration.ofSeconds(31).toNanos());
		Status tooLong = status();

		// then
		assertThat(meanwhile).isEqualTo(Status.UP);
		assertThat(tooLong).isEqualTo(Status.DOWN);
		assertThat(this.begun).as("one look at a time").hasSize(1);

		// when
		this.begun.get(0).run();

		// then
		assertThat(status()).isEqualTo(Status.UP);
	}

	@Test
	void aFirstLookThatHangsIsDown() {
		this.executor = this.begun::add;

		assertThat(status()).isEqualTo(Status.DOWN);
	}

	private Status status() {
		return this.watched.health().getStatus();
	}

	private Health look() {
		this.looks.incrementAndGet();
		return this.result;
	}

}
