package org.asemeducation.stocktake.notification.transport;

/**
 * A server does not know the address, and will not: to try again is of no use.
 */
public class AddressRefusedException extends NotDeliveredException {

	public AddressRefusedException(String message, Throwable cause) {
		super(message, cause);
	}

}
