package org.asemeducation.stocktake.update;

import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes and submits what a scenario says: no field is required, those it does not name
 * keep their last value, and the secretariat answers where nobody coordinates.
 */
@Component
public class RehearsedSubmission {

	private final DaysOfUpdates days;

	private final UpdateRequests requests;

	private final Drafts drafts;

	private final Revisions revisions;

	private final OpenFields openFields;

	private final Submission submission;

	private final UpdateProcess process;

	RehearsedSubmission(DaysOfUpdates days, UpdateRequests requests, Drafts drafts, Revisions revisions,
			OpenFields openFields, Submission submission, UpdateProcess process) {
		this.days = days;
		this.requests = requests;
		this.drafts = drafts;
		this.revisions = revisions;
		this.openFields = openFields;
		this.submission = submission;
		this.process = process;
	}

	/**
	 * Submits.
	 * @param key which update
	 * @param named the fields that the scenario names
	 * @param coordinator the user id of who submits; {@code null} when nobody coordinates
	 * @param secretariat the user id of who enters it then
	 * @throws Refused when the update is not asked for at this moment
	 */
	@Transactional
	public void submit(UpdateKey key, ObjectNode named, @Nullable String coordinator, String secretariat) {
		UpdateRequest request = this.requests.lock(key);
		if (request.state() == UpdateState.UNSTAFFED && coordinator == null) {
			this.requests.moveTo(key, UpdateState.REQUESTED);
			this.process.coordinatorFound(key, secretariat);
			request = this.requests.lock(key);
		}
		requireAskedFor(request);
		this.submission.submit(request, content(key, named), (coordinator != null) ? coordinator : secretariat);
	}

	/**
	 * Saves a draft.
	 * @param key which update
	 * @param named the fields that the scenario names
	 * @param coordinator the user id of who writes
	 * @throws Refused when the update is not asked for at this moment
	 */
	@Transactional
	public void save(UpdateKey key, ObjectNode named, String coordinator) {
		requireAskedFor(this.requests.lock(key));
		ObjectNode content = content(key, named);
		this.drafts.save(key, this.drafts.find(key).map(Draft::version).orElse(0L), content, coordinator);
	}

	private void requireAskedFor(UpdateRequest request) {
		UpdateKey key = request.key();
		if (!request.state().isAskedFor() || !this.days.takesIn(key)) {
			throw Refused.conflict("An update of %s cannot be written at this moment: it is %s."
				.formatted(key.initiative(), request.state().word()));
		}
	}

	private ObjectNode content(UpdateKey key, ObjectNode named) {
		ObjectNode content = this.drafts.find(key)
			.map(Draft::content)
			.or(() -> this.revisions.latest(key).map(Revision::content))
			.map(ObjectNode::deepCopy)
			.orElseGet(named::objectNode);
		content.setAll(named);
		List<Problem> problems = UpdateForm.misshapen(content);
		if (!problems.isEmpty()) {
			throw Refused.invalid("%s: %s".formatted(problems.get(0).field(), problems.get(0).message()), problems);
		}
		this.openFields.requireUntouched(key, content);
		return content;
	}

}
