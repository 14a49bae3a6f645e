package org.asemeducation.stocktake.notification;

import java.util.Optional;

import org.asemeducation.stocktake.notification.transport.MailTransport;
import org.asemeducation.stocktake.notification.transport.NotDeliveredException;
import org.asemeducation.stocktake.notification.transport.OutgoingMail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends a mail. What it knows, it writes down in transactions of its own, before and
 * right after the server was asked: whatever becomes of the job, a mail that the server
 * took is not sent again, but for a crash between its answer and our commit.
 */
@Component
class Delivery {

	private static final Logger log = LoggerFactory.getLogger(Delivery.class);

	private final Departures departures;

	private final MailTransport transport;

	private final TransactionTemplate own;

	Delivery(Departures departures, MailTransport transport, PlatformTransactionManager transactions) {
		this.departures = departures;
		this.transport = transport;
		this.own = new TransactionTemplate(transactions);
		this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

	/**
	 * Sends a mail unless it has been sent, or there is nothing left to say.
	 * @param mail which
	 * @throws NotDeliveredException when the server did not take it; the attempt has been
	 * recorded
	 */
	void deliver(long mail) {
		Optional<OutgoingMail> taken = this.own.execute((status) -> this.departures.take(mail));
		if (taken != null && taken.isPresent()) {
			send(mail, taken.get());
		}
	}

	private void send(long mail, OutgoingMail outgoing) {
		try {
			this.transport.send(outgoing);
		}
		catch (RuntimeException ex) {
			String answer = String.valueOf(ex.getMessage());
			log.warn("Mail {} was not delivered; the ledger has what was answered.", mail);
			this.own.executeWithoutResult((status) -> this.departures.failed(mail, answer));
			throw new NotDeliveredException("Mail %d to %s (\"%s\") was not delivered: %s".formatted(mail,
					outgoing.recipient(), outgoing.subject(), answer), ex);
		}
		this.own.executeWithoutResult((status) -> this.departures.sent(mail));
	}

}
