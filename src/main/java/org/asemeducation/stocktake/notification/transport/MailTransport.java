package org.asemeducation.stocktake.notification.transport;

/**
 * Hands one mail on. The rehearsal has its own.
 */
public interface MailTransport {

	/**
	 * Hands a mail on and returns once it has been accepted.
	 * @param mail what to send
	 * @return what was answered, in words
	 * @throws AddressRefusedException when it was not and never will be
	 * @throws NotDeliveredException when it was not accepted, with the reason in words
	 */
	String send(OutgoingMail mail);

	/**
	 * Looks whether a mail would be accepted now, as far as that can be known without
	 * one. May take as long as the server's time-outs.
	 * @throws NotDeliveredException when none would be, with the reason in words
	 */
	default void check() {
	}

}
