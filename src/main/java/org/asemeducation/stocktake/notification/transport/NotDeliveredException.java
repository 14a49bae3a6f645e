package org.asemeducation.stocktake.notification.transport;

/**
 * A mail was not accepted; the message says why, in the server's words where it spoke.
 */
public class NotDeliveredException extends RuntimeException {

	public NotDeliveredException(String message, Throwable cause) {
		super(message, cause);
	}

}
