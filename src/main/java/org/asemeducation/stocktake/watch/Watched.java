package org.asemeducation.stocktake.watch;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;

/**
 * A look at something that may be slow or hang, made cheap for whoever asks: anybody may.
 * One look at a time, and its result holds for a while. Whoever asks waits for a moment,
 * then gets the result before; a look that does not end is bad news itself.
 */
final class Watched implements HealthIndicator {

	static final Duration MOMENT = Duration.ofSeconds(3);

	private static final Duration TOO_LONG = Duration.ofSeconds(30);

	private final HealthIndicator look;

	private final long holds;

	private final Duration moment;

	private final Executor executor;

	private final LongSupplier nanos;

	private @Nullable Health last;

	private @Nullable CompletableFuture<Health> looking;

	private long lookedAt;

	private long startedAt;

	/**
	 * Watches something.
	 * @param look what to do; a failure means that it is down
	 * @param holds how long a result is given out
	 * @param moment how long whoever asks waits
	 * @param executor what a look runs on
	 * @param nanos a watch that only runs forward, as {@link System#nanoTime()}
	 */
	Watched(HealthIndicator look, Duration holds, Duration moment, Executor executor, LongSupplier nanos) {
		this.look = look;
		this.holds = holds.toNanos();
		this.moment = moment;
		this.executor = executor;
		this.nanos = nanos;
	}

	@Override
	public Health health() {
		CompletableFuture<Health> result = looking();
		try {
			return result.get(this.moment.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException ex) {
			return meanwhile();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return meanwhile();
		}
		catch (ExecutionException ex) {
			return Health.down(ex.getCause()).build();
		}
	}

	private synchronized CompletableFuture<Health> looking() {
		long now = this.nanos.getAsLong();
		if (this.looking != null) {
			return this.looking;
		}
		if (this.last != null && now - this.lookedAt < this.holds) {
			return CompletableFuture.completedFuture(this.last);
		}
		this.startedAt = now;
		CompletableFuture<Health> started = CompletableFuture.supplyAsync(this::look, this.executor);
		this.looking = started;
		return started.whenComplete((health, failure) -> looked(started, health));
	}

	private Health look() {
		try {
			return this.look.health();
		}
		catch (RuntimeException ex) {
			return Health.down(ex).build();
		}
	}

	private synchronized void looked(CompletableFuture<Health> started, @Nullable Health health) {
		this.last = health;
		this.lookedAt = this.nanos.getAsLong();
		if (this.looking == started) {
			this.looking = null;
		}
	}

	private synchronized Health meanwhile() {
		if (this.last == null || this.nanos.getAsLong() - this.startedAt > TOO_LONG.toNanos()) {
			return Health.down().withDetail("reason", "It does not answer.").build();
		}
		return this.last;
	}

}
