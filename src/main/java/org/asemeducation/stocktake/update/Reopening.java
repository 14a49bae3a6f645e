package org.asemeducation.stocktake.update;

import org.springframework.stereotype.Component;

/**
 * Opens a returned update for writing again: its last revision becomes the draft. What
 * was being written when an answer was given in place of it is still there.
 */
@Component
class Reopening {

	private final UpdateRequests requests;

	private final Revisions revisions;

	private final Drafts drafts;

	Reopening(UpdateRequests requests, Revisions revisions, Drafts drafts) {
		this.requests = requests;
		this.revisions = revisions;
		this.drafts = drafts;
	}

	void reopen(UpdateKey key) {
		if (this.requests.find(key).filter((request) -> request.state().isAskedFor()).isPresent()) {
			return; // it was taken back
		}
		this.requests.moveTo(key, UpdateState.RETURNED);
		this.revisions.latest(key).ifPresent((revision) -> this.drafts.putBack(key, revision, revision.submittedBy()));
	}

}
