package org.asemeducation.stocktake.notification;

import java.time.Instant;
import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.Refused;
import org.springframework.stereotype.Component;

/**
 * Keeps somebody's digests back, lets them come again, and sends the next one at once.
 * The caller holds the run locked, so neither happens while it claims.
 */
@Component
class ComingDigests {

	private final Digests digests;

	private final HeldBacks held;

	private final MailProcess mails;

	private final Audit audit;

	ComingDigests(Digests digests, HeldBacks held, MailProcess mails, Audit audit) {
		this.digests = digests;
		this.held = held;
		this.mails = mails;
		this.audit = audit;
	}

	void hold(CycleName cycle, ContactId reader, String reason, String by) {
		if (!this.held.holdDigests(reader, reason, by)) {
			throw Refused.conflict("The digests of this person are held already: look at the plan again.");
		}
		this.audit.record(by, "hold mail", subject(cycle, reader), null, reason);
	}

	/** What fell due meanwhile is told by the next run, in one digest. */
	void release(CycleName cycle, ContactId reader, String by) {
		if (!this.held.releaseDigests(reader, by)) {
			throw Refused.conflict("The digests of this person are not held any more: look at the plan again.");
		}
		this.audit.record(by, "release mail", subject(cycle, reader), "held", null);
	}

	/**
	 * Sends the next digest now.
	 * @param cycle what it is about
	 * @param reader whose
	 * @param at the morning on which it would come; nothing is said again on it
	 * @param by the user id
	 * @return the mail's number in the ledger
	 * @throws Refused when the reader has had one today
	 */
	long send(CycleName cycle, ContactId reader, Instant at, String by) {
		this.held.releaseDigests(reader, by);
		long mail = this.digests.claimAhead(cycle, reader, at)
			.orElseThrow(() -> Refused
				.conflict("This person has had a digest today, perhaps just now: at most one leaves in a day."));
		this.mails.start(mail);
		this.audit.record(by, "send mail now", subject(cycle, reader), null, "mail " + mail);
		return mail;
	}

	private static String subject(CycleName cycle, ContactId reader) {
		return "%s/contact/%d/digest".formatted(cycle, reader.value());
	}

}
