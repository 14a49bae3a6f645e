package org.asemeducation.stocktake.notification;

import java.time.Instant;
import java.util.List;

import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.Refused;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps a mail of the plan from being sent, and lets it go again. Neither happens while
 * the run claims.
 */
@Component
class HoldingMails {

	private static final int LONGEST = 1000;

	private final Cycles cycles;

	private final MailPlan plan;

	private final Holds holds;

	private final QueuedMails queued;

	private final ComingDigests digests;

	private final ReminderRun run;

	private final Audit audit;

	HoldingMails(Cycles cycles, MailPlan plan, Holds holds, QueuedMails queued, ComingDigests digests, ReminderRun run,
			Audit audit) {
		this.cycles = cycles;
		this.plan = plan;
		this.holds = holds;
		this.queued = queued;
		this.digests = digests;
		this.run = run;
		this.audit = audit;
	}

	/**
	 * Holds a mail: the run leaves it out until it is released. One that is queued does
	 * not leave until then.
	 * @param cycle the cycle
	 * @param contact to whom it would go
	 * @param at when it would fall due
	 * @param mail its number, where it is queued; else {@code null}
	 * @param reason why
	 * @param by the user id
	 * @throws Refused when it is not to come any more
	 */
	@Transactional
	void hold(CycleName cycle, ContactId contact, Instant at, @Nullable Long mail, @Nullable String reason, String by) {
		if (reason == null || reason.isBlank() || reason.length() > LONGEST) {
			throw Refused.invalid("Nothing is held yet.", List.of(new Refused.Problem("reason",
					"Say in a few words why it is held, in at most %d characters.".formatted(LONGEST))));
		}
		if (mail != null) {
			this.queued.hold(new QueuedMails.Mail(cycle, contact, mail), reason.strip(), by);
			return;
		}
		PlannedMail planned = find(cycle, contact, at);
		if (planned.isDigest()) {
			this.digests.hold(cycle, contact, reason.strip(), by);
			return;
		}
		List<Hold.Key> keys = keys(planned);
		if (this.holds.hold(cycle, keys, "hold", reason.strip(), by) == 0) {
			throw Refused.conflict("This mail is held already: look at the plan again.");
		}
		this.audit.record(by, "hold mail", subject(cycle, contact, at), null, reason.strip());
	}

	/**
	 * Lets it go. Where its moment is over it is not made up for: it may be sent now.
	 * @param cycle the cycle
	 * @param contact to whom it goes
	 * @param at when it falls due
	 * @param mail its number, where it is queued; else {@code null}
	 * @param by the user id
	 * @throws Refused when nothing of it is held
	 */
	@Transactional
	void release(CycleName cycle, ContactId contact, Instant at, @Nullable Long mail, String by) {
		if (mail != null) {
			this.queued.release(new QueuedMails.Mail(cycle, contact, mail), by);
			return;
		}
		PlannedMail planned = find(cycle, contact, at);
		if (planned.isDigest()) {
			this.digests.release(cycle, contact, by);
			return;
		}
		if (this.holds.release(cycle, planned.keys(), by) == 0) {
			throw Refused.conflict("Nothing of this mail is held any more: look at the plan again.");
		}
		this.audit.record(by, "release mail", subject(cycle, contact, at), "held", null);
	}

	private PlannedMail find(CycleName cycle, ContactId contact, Instant at) {
		this.run.lock();
		return this.plan.find(this.cycles.get(cycle), contact, at, null).orElseThrow(MailTexts::notToCome);
	}

	private static List<Hold.Key> keys(PlannedMail mail) {
		List<Hold.Key> keys = mail.keys();
		if (keys.isEmpty()) {
			throw Refused
				.conflict("This mail cannot be held: only requests, reminders and digests can that are to come.");
		}
		return keys;
	}

	static String subject(CycleName cycle, ContactId contact, Instant at) {
		return "%s/contact/%d/%s".formatted(cycle, contact.value(), at);
	}

}
