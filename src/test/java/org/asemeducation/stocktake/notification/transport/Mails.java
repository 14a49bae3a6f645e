package org.asemeducation.stocktake.notification.transport;

import java.time.Instant;

/**
 * A mail with good defaults.
 */
final class Mails {

	private Mails() {
	}

	static OutgoingMail to(String recipient) {
		return new OutgoingMail(12, "<mail-12-0123456789abcdef@stocktake.example.org>",
				Instant.parse("2023-06-05T07:01:00Z"), "ASEM Education Secretariat <stocktake@example.org>",
				"aes@example.org", recipient, "Déſk, of ASEF", "en", "Please submit – by Friday", "Text – part\n",
				"<p>HTML – part</p>", null);
	}

}
