package org.asemeducation.stocktake.engine;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.UnlockJobCmd;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.context.WebServerGracefulShutdownLifecycle;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;

/**
 * Lets a node that stops finish the jobs it is at and give back those it has taken and
 * not begun. Without this they would stay locked for five minutes, and no other node
 * could go on with them. Works while the web server finishes its requests.
 */
@Component
class GiveJobsBack implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(GiveJobsBack.class);

	/** Longer than a mail server may keep a job waiting. */
	private static final Duration PATIENCE = Duration.ofSeconds(25);

	private final ObjectProvider<JobExecutor> jobs;

	private final ProcessEngineConfigurationImpl engine;

	private final JdbcClient jdbc;

	private volatile boolean running;

	GiveJobsBack(ObjectProvider<JobExecutor> jobs, ProcessEngineConfigurationImpl engine, JdbcClient jdbc) {
		this.jobs = jobs;
		this.engine = engine;
		this.jdbc = jdbc;
	}

	@Override
	public void start() {
		this.running = true;
	}

	@Override
	public void stop() {
		this.jobs.ifAvailable(this::finish);
		this.running = false;
	}

	@Override
	public void stop(Runnable stopped) {
		new Thread(() -> {
			try {
				stop();
			}
			finally {
				stopped.run();
			}
		}, "give-jobs-back").start();
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public int getPhase() {
		return WebServerGracefulShutdownLifecycle.SMART_LIFECYCLE_PHASE;
	}

	private void finish(JobExecutor executor) {
		if (!executor.isActive()) {
			return;
		}
		executor.shutdown();
		if (executor instanceof SpringJobExecutor spring
				&& spring.getTaskExecutor() instanceof ThreadPoolTaskExecutor threads && areDone(threads)) {
			giveBack(executor);
		}
		else {
			log.warn("Jobs still run after {} s: they are cut off, and another node takes them when their locks end.",
					PATIENCE.toSeconds());
		}
	}

	private static boolean areDone(ThreadPoolTaskExecutor threads) {
		ThreadPoolExecutor pool = threads.getThreadPoolExecutor();
		pool.getQueue().clear();
		pool.shutdown();
		try {
			return pool.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private void giveBack(JobExecutor executor) {
		List<String> taken = this.jdbc.sql("select id_ from act_ru_job where lock_owner_ = :node")
			.param("node", executor.getLockOwner())
			.query(String.class)
			.list();
		taken.forEach((job) -> this.engine.getCommandExecutorTxRequired().execute(new UnlockJobCmd(job)));
		log.info("This node has finished its jobs and given back {} that it had not begun.", taken.size());
	}

}
