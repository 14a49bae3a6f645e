package org.asemeducation.stocktake.access;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Takes requests for a new password and looks after them later, so that the answer takes
 * the same time whether anybody has the address or not. What is still waiting when the
 * application stops is given up, as is what comes while very many wait: the person asks
 * again.
 */
@Component
class ResetRequests implements DisposableBean {

	private static final Logger log = LoggerFactory.getLogger(ResetRequests.class);

	private static final int WAITING = 200;

	private final ThreadPoolExecutor later = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS,
			new LinkedBlockingQueue<>(WAITING), (work) -> new Thread(work, "password-resets"),
			new ThreadPoolExecutor.DiscardPolicy());

	private final PasswordResets resets;

	ResetRequests(PasswordResets resets) {
		this.resets = resets;
	}

	void take(String email) {
		this.later.execute(() -> {
			try {
				this.resets.ask(email);
			}
			catch (RuntimeException ex) {
				log.error("A mail for a new password could not be queued", ex);
			}
		});
	}

	@Override
	public void destroy() throws InterruptedException {
		this.later.shutdown();
		this.later.awaitTermination(5, TimeUnit.SECONDS);
	}

}
