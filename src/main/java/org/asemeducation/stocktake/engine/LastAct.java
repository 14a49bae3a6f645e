package org.asemeducation.stocktake.engine;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.springframework.boot.SpringApplication;

/**
 * What happens at the end of the process, after Spring has closed its contexts: a context
 * that is closed without its database waits for it in vain. Where Spring was never
 * started, it happens at once.
 */
final class LastAct {

	/** The hooks of a process start in any order, all within a moment. */
	private static final int TRIES = 20;

	private final CountDownLatch contextsClosed = new CountDownLatch(1);

	private final Runnable act;

	private LastAct(Runnable act) {
		this.act = act;
	}

	static void of(Runnable act) {
		LastAct last = new LastAct(act);
		SpringApplication.getShutdownHandlers().add(last.contextsClosed::countDown);
		Runtime.getRuntime().addShutdownHook(new Thread(last::happen, "stocktake-last-act"));
	}

	private void happen() {
		try {
			boolean closed = false;
			for (int tries = TRIES; !closed && (tries > 0 || isSpringClosing()); tries--) {
				closed = this.contextsClosed.await(10, TimeUnit.MILLISECONDS);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		this.act.run();
	}

	private static boolean isSpringClosing() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.anyMatch((thread) -> thread.getName().equals("SpringApplicationShutdownHook"));
	}

}
