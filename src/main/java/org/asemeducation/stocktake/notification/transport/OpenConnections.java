package org.asemeducation.stocktake.notification.transport;

import java.time.Duration;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;

import jakarta.mail.MessagingException;
import jakarta.mail.NoSuchProviderException;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.util.StringUtils;

/**
 * Connections to the server that are kept from one mail to the next, since shaking hands
 * and signing in take longer than a mail. One is asked whether it still stands before it
 * is used again, so that no mail fails for a server that hangs up on the idle; one that
 * failed is never used again.
 */
final class OpenConnections {

	/**
	 * Servers of providers take so many on one connection, and wait so long for the next.
	 */
	private static final int MOST_MAILS = 100;

	private static final long LONGEST_IDLE = Duration.ofSeconds(20).toNanos();

	private final JavaMailSenderImpl sender;

	private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();

	OpenConnections(JavaMailSenderImpl sender) {
		this.sender = sender;
	}

	/**
	 * Sends and returns once the server has accepted.
	 * @param letter what to send, saved
	 * @return the server's last words
	 * @throws MessagingException when it did not
	 */
	String send(MimeMessage letter) throws MessagingException {
		Connection connection = take();
		boolean accepted = false;
		try {
			connection.transport.sendMessage(letter, letter.getAllRecipients());
			accepted = true;
			return connection.lastWords();
		}
		finally {
			if (accepted) {
				this.idle.addFirst(connection.used());
			}
			else {
				connection.close();
			}
		}
	}

	private Connection take() throws MessagingException {
		for (Connection last = this.idle.pollFirst(); last != null; last = this.idle.pollFirst()) {
			if (last.mails < MOST_MAILS && System.nanoTime() - last.since < LONGEST_IDLE
					&& last.transport.isConnected()) {
				return last;
			}
			last.close();
		}
		return new Connection(connect(), 0, 0);
	}

	private Transport connect() throws MessagingException {
		Transport transport = transport();
		transport.connect(this.sender.getHost(), this.sender.getPort(), text(this.sender.getUsername()),
				text(this.sender.getPassword()));
		return transport;
	}

	private Transport transport() throws NoSuchProviderException {
		String protocol = this.sender.getProtocol();
		return this.sender.getSession()
			.getTransport((protocol != null) ? protocol : JavaMailSenderImpl.DEFAULT_PROTOCOL);
	}

	private static @Nullable String text(@Nullable String setting) {
		return StringUtils.hasLength(setting) ? setting : null;
	}

	/**
	 * A connection.
	 *
	 * @param mails how many it has carried
	 * @param since when it was used last, by the machine's stopwatch
	 */
	private record Connection(Transport transport, int mails, long since) {

		Connection used() {
			return new Connection(this.transport, this.mails + 1, System.nanoTime());
		}

		String lastWords() {
			return (this.transport instanceof SMTPTransport smtp && smtp.getLastServerResponse() != null)
					? smtp.getLastServerResponse().strip() : "taken";
		}

		void close() {
			try {
				this.transport.close();
			}
			catch (MessagingException ex) {
				// it is of no use any more, whether it could say goodbye or not
			}
		}

	}

}
