package org.asemeducation.stocktake.notification;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

import org.asemeducation.stocktake.notification.reach.Unreachables;
import org.asemeducation.stocktake.notification.transport.AddressRefusedException;
import org.asemeducation.stocktake.notification.transport.MailTransport;
import org.asemeducation.stocktake.notification.transport.NotDeliveredException;
import org.asemeducation.stocktake.notification.transport.OutgoingMail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends a mail. What it knows, it writes down in transactions of its own, before and
 * right after the server was asked: whatever becomes of the job, a mail that the server
 * took is not sent again, but for a crash between its answer and our commit.
 */
@Component
class Delivery {

	private static final Logger log = LoggerFactory.getLogger(Delivery.class);

	private static final Duration PAUSE = Duration.ofSeconds(1);

	private final Departures departures;

	private final Unreachables unreachables;

	private final MailTransport transport;

	private final TransactionTemplate own;

	Delivery(Departures departures, Unreachables unreachables, MailTransport transport,
			PlatformTransactionManager transactions) {
		this.departures = departures;
		this.unreachables = unreachables;
		this.transport = transport;
		this.own = new TransactionTemplate(transactions);
		this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

	/**
	 * Sends a mail unless it has been sent, there is nothing left to say, or mail does
	 * not reach whom it is for: then it is kept without a process until it does.
	 * @param mail which
	 * @return whether its addressee receives mail
	 * @throws NotDeliveredException when the server did not take it; the attempt has been
	 * recorded
	 */
	boolean deliver(long mail) {
		if (isKept(mail)) {
			return false;
		}
		Optional<OutgoingMail> taken = this.own.execute((status) -> this.departures.take(mail));
		return taken == null || taken.isEmpty() || send(mail, taken.get());
	}

	private boolean isKept(long mail) {
		return Boolean.TRUE.equals(this.own.execute((status) -> this.departures.keep(mail)));
	}

	private boolean send(long mail, OutgoingMail outgoing) {
		String answer;
		try {
			answer = this.transport.send(outgoing);
		}
		catch (RuntimeException ex) {
			String refusal = String.valueOf(ex.getMessage());
			log.warn("Mail {} was not delivered; the ledger has what was answered.", mail);
			this.own.executeWithoutResult((status) -> failed(outgoing, refusal, ex));
			if (ex instanceof AddressRefusedException && isKept(mail)) {
				return false;
			}
			throw new NotDeliveredException("Mail %d to %s (\"%s\") was not delivered: %s".formatted(mail,
					outgoing.recipient(), outgoing.subject(), refusal), ex);
		}
		remember(mail, answer);
		return true;
	}

	private void failed(OutgoingMail mail, String refusal, RuntimeException failure) {
		this.departures.failed(mail.id(), refusal);
		if (failure instanceof AddressRefusedException) {
			this.unreachables.mark(mail.id(), mail.recipient(), refusal);
		}
	}

	/**
	 * The server has it: now the ledger must know, even if the database is away for a
	 * while.
	 */
	private void remember(long mail, String answer) {
		long end = System.nanoTime() + this.departures.attempt().toNanos();
		while (true) {
			try {
				this.own.executeWithoutResult((status) -> this.departures.sent(mail, answer));
				return;
			}
			catch (TransactionException | DataAccessException ex) {
				if (System.nanoTime() + PAUSE.toNanos() > end) {
					throw ex;
				}
				LockSupport.parkNanos(PAUSE.toNanos());
			}
		}
	}

}
