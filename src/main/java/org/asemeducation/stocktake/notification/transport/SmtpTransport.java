package org.asemeducation.stocktake.notification.transport;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.util.StreamProvider;
import org.eclipse.angus.mail.util.MailStreamProvider;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * Sends by the configured server. A server that does not answer is given up after ten
 * seconds, well before the job's lock of five minutes ends.
 */
final class SmtpTransport implements MailTransport {

	private static final String TEN_SECONDS = "10000";

	static {
		// or else Jakarta Mail looks through all jars for it, for each part of each mail
		System.setProperty(StreamProvider.class.getName(), MailStreamProvider.class.getName());
	}

	private final JavaMailSenderImpl sender;

	private final OpenConnections connections;

	SmtpTransport(JavaMailSenderImpl sender) {
		this.sender = sender;
		this.connections = new OpenConnections(sender);
		for (String step : new String[] { "connectiontimeout", "timeout", "writetimeout" }) {
			sender.getJavaMailProperties().putIfAbsent("mail.smtp." + step, TEN_SECONDS);
			sender.getJavaMailProperties().putIfAbsent("mail.smtps." + step, TEN_SECONDS);
		}
	}

	@Override
	public String send(OutgoingMail mail) {
		try {
			return this.connections.send(new MimeLetter(mail, this.sender.getSession()));
		}
		catch (MessagingException ex) {
			if (Refusal.isFinal(ex)) {
				throw new AddressRefusedException(answer(ex), ex);
			}
			throw new NotDeliveredException(answer(ex), ex);
		}
	}

	/** Connects and signs in, and leaves again. */
	@Override
	public void check() {
		try {
			this.sender.testConnection();
		}
		catch (MessagingException ex) {
			throw new NotDeliveredException(answer(ex), ex);
		}
	}

	private static String answer(Exception ex) {
		Exception failure = ex;
		while (failure instanceof SendFailedException rejected && rejected.getNextException() != null) {
			failure = rejected.getNextException();
		}
		String words = NestedExceptionUtils.getMostSpecificCause(failure).getMessage();
		return (words != null) ? words.strip() : failure.getClass().getSimpleName();
	}

}
