package org.asemeducation.stocktake.notification;

import java.time.Duration;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Starts the processes of mails that have none: what was queued beyond the first hundred,
 * and what a stopped node left behind.
 */
@Component
public class PickUpMails {

	private static final int CHUNK = 100;

	private static final Duration GRACE = Duration.ofMinutes(1);

	private final MailProcess mails;

	private final TransactionTemplate transaction;

	PickUpMails(MailProcess mails, PlatformTransactionManager transactions) {
		this.mails = mails;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * Picks up every mail that has waited for a minute, a hundred in a transaction.
	 * @return how many
	 */
	public int pickUp() {
		int all = 0;
		int started;
		do {
			started = chunk();
			all += started;
		}
		while (started == CHUNK);
		return all;
	}

	private int chunk() {
		Integer started = this.transaction.execute((status) -> this.mails.startWaiting(CHUNK, GRACE));
		return (started != null) ? started : 0;
	}

}
