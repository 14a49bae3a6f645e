package org.asemeducation.stocktake.notification.transport;

import java.time.Instant;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A mail to one person as it leaves.
 *
 * @param id the ledger's number
 * @param messageId with its angle brackets; the same however often it is tried
 * @param date the moment it leaves
 * @param from name and address
 * @param replyTo name and address of the secretariat
 * @param recipient the bare address
 * @param recipientName whose it is
 * @param language tag of both parts, such as {@code en}
 * @param subject one line
 * @param text the plain part
 * @param html the same in HTML
 * @param calendar an iCalendar file that goes with it; {@code null} for none
 */
public record OutgoingMail(long id, String messageId, Instant date, String from, String replyTo, String recipient,
		String recipientName, String language, String subject, String text, String html, @Nullable String calendar) {

	/**
	 * Refuses what would begin a header of its own.
	 */
	public OutgoingMail {
		if (Stream.of(messageId, from, replyTo, recipient, recipientName, language, subject)
			.anyMatch((header) -> header.chars().anyMatch((character) -> character == '\r' || character == '\n'))) {
			throw new IllegalArgumentException("Mail %d would break its header: a line ends within it.".formatted(id));
		}
	}

}
