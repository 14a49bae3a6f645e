package org.asemeducation.stocktake;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.asemeducation.stocktake.notification.transport.MailTransport;
import org.asemeducation.stocktake.notification.transport.OutgoingMail;

/**
 * A transport that keeps what it is given.
 */
public class RememberedMails implements MailTransport {

	private final List<OutgoingMail> sent = new CopyOnWriteArrayList<>();

	@Override
	public void send(OutgoingMail mail) {
		this.sent.add(mail);
	}

	/**
	 * The mails of this test.
	 * @return in the order they left
	 */
	public List<OutgoingMail> sent() {
		return List.copyOf(this.sent);
	}

	void forget() {
		this.sent.clear();
	}

}
