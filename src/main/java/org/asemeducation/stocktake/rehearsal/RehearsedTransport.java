package org.asemeducation.stocktake.rehearsal;

import java.util.function.Supplier;

import org.asemeducation.stocktake.notification.transport.AddressRefusedException;
import org.asemeducation.stocktake.notification.transport.MailTransport;
import org.asemeducation.stocktake.notification.transport.OutgoingMail;

/**
 * Keeps mails as files, and answers as a server does for a mailbox that is gone.
 */
class RehearsedTransport implements MailTransport {

	private static final String GONE = "550 5.1.1 nobody of that name here";

	private final MailTransport files;

	private final Supplier<RefusedAddresses> refused;

	RehearsedTransport(MailTransport files, Supplier<RefusedAddresses> refused) {
		this.files = files;
		this.refused = refused;
	}

	@Override
	public String send(OutgoingMail mail) {
		if (this.refused.get().contains(mail.recipient())) {
			throw new AddressRefusedException(GONE, new IllegalStateException(GONE));
		}
		return this.files.send(mail);
	}

	@Override
	public void check() {
		this.files.check();
	}

}
