package org.asemeducation.stocktake.review;

import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.update.Revision;
import org.asemeducation.stocktake.update.Revisions;
import org.asemeducation.stocktake.update.UpdateKey;
import org.asemeducation.stocktake.update.UpdateRequests;
import org.asemeducation.stocktake.update.UpdateState;

import org.springframework.stereotype.Component;

/**
 * What waits for an answer, held until the caller's transaction ends: of two who answer
 * at once, one is told.
 */
@Component
class UnderReview {

	private final UpdateRequests requests;

	private final Revisions revisions;

	UnderReview(UpdateRequests requests, Revisions revisions) {
		this.requests = requests;
		this.revisions = revisions;
	}

	/**
	 * Locks the update and finds what was read of it.
	 * @param key which update
	 * @param number the revision that was read
	 * @return it
	 * @throws Refused when it is not under review, or there is a newer one
	 */
	Revision lock(UpdateKey key, int number) {
		if (this.requests.lock(key).state() != UpdateState.IN_REVIEW) {
			throw Refused
				.conflict("%s is not under review, or no longer: somebody was faster.".formatted(key.initiative()));
		}
		Revision revision = this.revisions.latest(key).orElseThrow();
		if (revision.number() != number) {
			throw Refused.conflict("There is a newer revision of %s: read revision %d.".formatted(key.initiative(),
					revision.number()));
		}
		return revision;
	}

}
