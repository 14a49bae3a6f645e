package org.asemeducation.stocktake.notification.transport;

import java.time.Duration;
import java.util.Locale;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

import org.asemeducation.stocktake.engine.SettingException;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who mails come from and whom an answer reaches: the secretariat. With an SMTP server
 * both must be set.
 *
 * @param from name and address
 * @param replyTo name and address, or the address alone
 * @param attempt for how long a mail belongs to one attempt to send it: longer than the
 * mail server may take, shorter than the lock of a job (five minutes unless it is set)
 * @param perMinute how many mails may leave in a minute, over all nodes; 0 for as many as
 * there are
 */
@ConfigurationProperties("stocktake.mail")
public record MailSettings(@DefaultValue(MailSettings.NOBODY) String from,
		@DefaultValue(MailSettings.NOBODY) String replyTo, @DefaultValue("2m") Duration attempt,
		@DefaultValue("0") int perMinute) {

	static final String NOBODY = "ASEM Education Secretariat <aes@example.org>";

	public MailSettings {
		check("from", from);
		check("reply-to", replyTo);
		if (attempt.isNegative() || attempt.isZero()) {
			throw new IllegalArgumentException(
					"stocktake.mail.attempt is %s: give a time such as 2m.".formatted(attempt));
		}
		if (perMinute < 0) {
			throw new IllegalArgumentException(
					"stocktake.mail.per-minute is %d: give how many mails may leave in a minute, or 0 for no limit."
						.formatted(perMinute));
		}
	}

	/**
	 * The address of the secretariat without its name.
	 * @return as people write it into a text
	 */
	public String replyAddress() {
		return check("reply-to", this.replyTo).getAddress();
	}

	void requireReal() {
		requireReal("from", this.from);
		requireReal("reply-to", this.replyTo);
	}

	private static void requireReal(String name, String value) {
		if (value.equals(NOBODY)) {
			throw new SettingException(
					"SPRING_MAIL_HOST is set, but STOCKTAKE_MAIL_%s is not: set it to the secretariat's address, as in %s."
						.formatted(name.toUpperCase(Locale.ROOT).replace('-', '_'), NOBODY));
		}
	}

	private static InternetAddress check(String name, String value) {
		try {
			InternetAddress address = new InternetAddress(value, true);
			address.validate();
			return address;
		}
		catch (AddressException ex) {
			throw new IllegalArgumentException(
					"stocktake.mail.%s is \"%s\": give one address, as in %s.".formatted(name, value, NOBODY), ex);
		}
	}

}
