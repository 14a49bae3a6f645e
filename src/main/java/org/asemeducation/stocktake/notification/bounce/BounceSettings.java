package org.asemeducation.stocktake.notification.bounce;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;

/**
 * The mailbox that bounces come to: the one of the address that mails are from. Without a
 * host none is read.
 *
 * @param host the IMAP server; empty for none
 * @param port its port
 * @param protocol {@code imaps}, or {@code imap} with STARTTLS where the server offers it
 * @param user who signs in
 * @param password with what
 * @param folder where bounces lie
 */
@ConfigurationProperties("stocktake.mail.bounces")
record BounceSettings(@DefaultValue("") String host, @DefaultValue("993") int port,
		@DefaultValue("imaps") String protocol, @DefaultValue("") String user, @DefaultValue("") String password,
		@DefaultValue("INBOX") String folder) {

	BounceSettings {
		if (!protocol.equals("imaps") && !protocol.equals("imap")) {
			throw new IllegalArgumentException(
					"stocktake.mail.bounces.protocol is \"%s\": give imaps or imap.".formatted(protocol));
		}
		if (StringUtils.hasText(host) && !StringUtils.hasText(user)) {
			throw new IllegalArgumentException(
					"stocktake.mail.bounces.host is set, but stocktake.mail.bounces.user is not: say who signs in there.");
		}
	}

	String mailbox() {
		return "%s@%s/%s".formatted(this.user, this.host, this.folder);
	}

	@Override
	public String toString() {
		return "the mailbox " + mailbox();
	}

}
