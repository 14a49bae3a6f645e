package org.asemeducation.stocktake;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import org.asemeducation.stocktake.notification.transport.AddressRefusedException;
import org.asemeducation.stocktake.notification.transport.MailTransport;
import org.asemeducation.stocktake.notification.transport.NotDeliveredException;
import org.asemeducation.stocktake.notification.transport.OutgoingMail;

/**
 * A transport that keeps what it is given, or takes nothing.
 */
public class RememberedMails implements MailTransport {

	private final List<OutgoingMail> sent = new CopyOnWriteArrayList<>();

	private volatile String refusal = "";

	private final Set<String> unknown = ConcurrentHashMap.newKeySet();

	@Override
	public String send(OutgoingMail mail) {
		if (!this.refusal.isEmpty()) {
			throw new NotDeliveredException(this.refusal, new IllegalStateException(this.refusal));
		}
		if (this.unknown.contains(mail.recipient())) {
			String words = "550 5.1.1 nobody of that name";
			throw new AddressRefusedException(words, new IllegalStateException(words));
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

	/**
	 * Takes no mail to an address, for good, until the test is over.
	 */
	public void know(String address, boolean known) {
		if (known) {
			this.unknown.remove(address);
		}
		else {
			this.unknown.add(address);
		}
	}

	void forget() {
		this.unknown.clear();
		this.refusal = "";
		this.sent.clear();
	}

}
