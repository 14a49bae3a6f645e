package org.asemeducation.stocktake.engine;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Consumer;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;

import org.springframework.beans.factory.ObjectProvider;

/**
 * The machine's clock, which can be exchanged for a simulated one for as long as nothing
 * else runs. The engine's clock is exchanged with it.
 */
public final class SwitchableClock extends Clock {

	private final Clock real = Clock.systemUTC();

	private final ObjectProvider<ProcessEngine> engine;

	private volatile Clock current = this.real;

	SwitchableClock(ObjectProvider<ProcessEngine> engine) {
		this.engine = engine;
	}

	/**
	 * Does something by a simulated clock. The real one is back afterwards, whatever
	 * happens.
	 * @param start when it is at first
	 * @param act what to do with the clock that moves when told
	 * @throws IllegalStateException while the job executor runs
	 */
	public void simulate(Instant start, Consumer<SimulatedClock> act) {
		if (isExecutingJobs()) {
			throw new IllegalStateException(
					"The clock cannot be moved: the job executor runs and would do by it what is not due.");
		}
		try {
			SimulatedClock simulated = new SimulatedClock(start);
			this.current = simulated;
			act.accept(simulated);
		}
		finally {
			this.current = this.real;
			ClockUtil.reset();
		}
	}

	/**
	 * Whether it is not the real time that it tells.
	 * @return true within {@link #simulate}
	 */
	public boolean isSimulating() {
		return this.current != this.real;
	}

	private boolean isExecutingJobs() {
		return this.engine.stream()
			.map((each) -> (ProcessEngineConfigurationImpl) each.getProcessEngineConfiguration())
			.anyMatch((configuration) -> configuration.getJobExecutor() != null
					&& configuration.getJobExecutor().isActive());
	}

	@Override
	public Instant instant() {
		return this.current.instant();
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return new ClockElsewhere(this, zone);
	}

}
