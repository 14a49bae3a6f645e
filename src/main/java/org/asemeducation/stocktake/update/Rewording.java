package org.asemeducation.stocktake.update;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.asemeducation.stocktake.engine.Refused;
import org.springframework.stereotype.Component;

/**
 * Adds a revision to an accepted update, with other words. Who has agreed to them, and
 * that it is accepted, is the caller's to say.
 */
@Component
public class Rewording {

	private final UpdateRequests requests;

	private final Revisions revisions;

	Rewording(UpdateRequests requests, Revisions revisions) {
		this.requests = requests;
		this.revisions = revisions;
	}

	/**
	 * The accepted revision, whose update is locked until the caller's transaction ends.
	 * @param key which update
	 * @return the last one
	 * @throws Refused when the update is not accepted
	 */
	public Revision lock(UpdateKey key) {
		UpdateRequest request = this.requests.lock(key);
		if (request.state() != UpdateState.SETTLED || !"accepted".equals(request.settledAs())) {
			throw Refused.conflict(
					"The update of %s is not accepted, so there is nothing to reword yet.".formatted(key.initiative()));
		}
		return this.revisions.latest(key).orElseThrow();
	}

	/**
	 * Adds the revision; the caller has locked the one that it takes the place of.
	 * @param accepted that one
	 * @param content the form's fields
	 * @param by the user id of who agreed
	 * @return the new one
	 */
	public Revision add(Revision accepted, ObjectNode content, String by) {
		this.revisions.add(accepted.key(), content, accepted.late(), by);
		return this.revisions.latest(accepted.key()).orElseThrow();
	}

}
