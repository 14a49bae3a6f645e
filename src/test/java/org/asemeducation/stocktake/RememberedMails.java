package org.asemeducation.stocktake;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.asemeducation.stocktake.notification.transport.MailTransport;
import org.asemeducation.stocktake.notification.transport.NotDeliveredException;
import org.asemeducation.stocktake.notification.transport.OutgoingMail;

/**
 * A transport that keeps what it is given, or takes nothing.
 */
public class RememberedMails implements MailTransport {

	private final List<OutgoingMail> sent = new CopyOnWriteArrayList<>();

	private volatile String refusal = "";

	@Override
	public String send(OutgoingMail mail) {
		if (!this.refusal.isEmpty()) {
			throw new NotDeliveredException(this.refusal, new IllegalStateException(this.refusal));
		}
		this.sent.add(mail);
		return "250 2.0.0 taken";
	}

	/**
	 * The mails of this test.
	 * @return in the order they left
	 */
	public List<OutgoingMail> sent() {
		return List.copyOf(this.sent);
	}

	/**
	 * Takes no mail until the test is over, or this is said again.
	 * @param words what is answered; empty to take mails again
	 */
	public void refuse(String words) {
		this.refusal = words;
	}

	void forget() {
		this.refusal = "";
		this.sent.clear();
	}

}
