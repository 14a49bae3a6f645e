package org.asemeducation.stocktake.update;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.asemeducation.stocktake.engine.Audit;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Turns a text into a revision and hands it to review. Who may, and whether the text will
 * do, is settled before.
 */
@Component
public class Submission {

	private final UpdateRequests requests;

	private final Revisions revisions;

	private final Drafts drafts;

	private final UpdateProcess process;

	private final Audit audit;

	Submission(UpdateRequests requests, Revisions revisions, Drafts drafts, UpdateProcess process, Audit audit) {
		this.requests = requests;
		this.revisions = revisions;
		this.drafts = drafts;
		this.process = process;
		this.audit = audit;
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
		int number = this.revisions.add(key, content, by);
		this.drafts.discard(key);
		this.requests.moveTo(key, UpdateState.IN_REVIEW);
		this.audit.record(by, "submit update", key.toString(), null, "revision " + number);
		this.process.submitted(key, request.state(), by);
		return number;
	}

}
