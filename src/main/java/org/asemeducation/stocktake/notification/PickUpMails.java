package org.asemeducation.stocktake.notification;

import java.time.Duration;

import org.asemeducation.stocktake.notification.escalation.Escalating;
import org.asemeducation.stocktake.notification.reach.Mendings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Starts the processes of mails that have none, a hundred in a transaction: what was
 * queued beyond the first hundred, and what a stopped node left behind.
 */
@Component
public class PickUpMails {

	static final int CHUNK = 100;

	private static final Logger log = LoggerFactory.getLogger(PickUpMails.class);

	private static final Duration GRACE = Duration.ofMinutes(1);

	private final MailProcess mails;

	private final Mendings mendings;

	private final Escalating escalating;

	private final TransactionTemplate own;

	PickUpMails(MailProcess mails, Mendings mendings, Escalating escalating, PlatformTransactionManager transactions) {
		this.mails = mails;
		this.mendings = mendings;
		this.escalating = escalating;
		this.own = new TransactionTemplate(transactions);
		this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

	/**
	 * Picks up every mail that has waited for a minute, and asks for addresses that are
	 * to be mended and whether to escalate.
	 * @return how many
	 */
	public int pickUp() {
		this.mendings.lookAfter();
		this.escalating.lookAfter();
		return pickUp(GRACE);
	}

	/**
	 * Starts the first hundred within the caller's transaction, and the rest right after
	 * it. Should that be cut short, a later {@link #pickUp()} finds them.
	 */
	void startNowAndAfterCommit() {
		if (this.mails.startWaiting(CHUNK) == CHUNK) {
			TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
				@Override
				public void afterCommit() {
					startRest();
				}
			});
		}
	}

	private void startRest() {
		try {
			pickUp(Duration.ZERO);
		}
		catch (RuntimeException ex) {
			log.warn("Mails are left without a process and will be picked up within a minute", ex);
		}
	}

	private int pickUp(Duration grace) {
		int all = 0;
		int started;
		do {
			started = chunk(grace);
			all += started;
		}
		while (started == CHUNK);
		return all;
	}

	private int chunk(Duration grace) {
		Integer started = this.own.execute((status) -> this.mails.startWaiting(CHUNK, grace));
		return (started != null) ? started : 0;
	}

}
