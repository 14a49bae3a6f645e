package org.asemeducation.stocktake.update;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.Refused;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Turns a text into a revision and hands it to review. Who may, and whether the text will
 * do, is settled before. A draft that was begun stays beside an answer that is given in
 * place of an update, until that is accepted.
 */
@Component
public class Submission {

	private final UpdateRequests requests;

	private final Revisions revisions;

	private final Drafts drafts;

	private final DaysOfUpdates days;

	private final Entries entries;

	private final UpdateProcess process;

	private final Audit audit;

	private final ApplicationEventPublisher events;

	Submission(UpdateRequests requests, Revisions revisions, Drafts drafts, DaysOfUpdates days, Entries entries,
			UpdateProcess process, Audit audit, ApplicationEventPublisher events) {
		this.requests = requests;
		this.revisions = revisions;
		this.drafts = drafts;
		this.days = days;
		this.entries = entries;
		this.process = process;
		this.audit = audit;
		this.events = events;
	}

	/**
	 * Submits.
	 * @param request the request, locked by the caller
	 * @param content the form's fields
	 * @param by the user id
	 * @return the number of the new revision
	 */
	@Transactional
	public int submit(UpdateRequest request, ObjectNode content, String by) {
		UpdateKey key = request.key();
		Entry entry = this.entries.open(key).orElse(null);
		boolean entered = entry != null && this.entries.isWriting(key, by);
		if (entered && !entry.hasItsSource()) {
			throw Refused.conflict(
					"The update is not submitted yet: keep the mail or the file that it came as, or say that it is a desk update.");
		}
		int number = this.revisions.add(key, content, this.days.isLate(request), by);
		if (!UpdateForm.isAnswer(content)) {
			this.drafts.discard(key);
		}
		this.requests.moveTo(key, UpdateState.IN_REVIEW);
		this.audit.record(by, "submit update", key.toString(), null, "revision " + number + kind(content));
		this.process.submitted(key, request.state(), by);
		this.events.publishEvent(new UpdateSubmitted(key, content));
		if (entry != null && this.entries.submitted(key, number, entered, by)) {
			this.audit.record(by, "submit for coordinators", key.toString(), null,
					"revision %d for %s".formatted(number, entry.onBehalf()));
			this.events.publishEvent(new UpdateEntered(key, number, entry.onBehalf(), entry.desk()));
		}
		return number;
	}

	private static String kind(ObjectNode content) {
		return UpdateForm.isAnswer(content) ? ": " + content.path("answer").asText() : "";
	}

}
