package org.asemeducation.stocktake.update;

import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Submits what a scenario says: no field is required, those it does not name keep their
 * last value, and the secretariat answers where nobody coordinates.
 */
@Component
public class RehearsedSubmission {

	private final Cycles cycles;

	private final UpdateRequests requests;

	private final Revisions revisions;

	private final Submission submission;

	private final UpdateProcess process;

	RehearsedSubmission(Cycles cycles, UpdateRequests requests, Revisions revisions, Submission submission,
			UpdateProcess process) {
		this.cycles = cycles;
		this.requests = requests;
		this.revisions = revisions;
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
		if (!request.state().isAskedFor() || !this.cycles.get(key.cycle()).isGathering()) {
			throw Refused.conflict("An update of %s cannot be submitted at this moment: it is %s."
				.formatted(key.initiative(), request.state().word()));
		}
		ObjectNode content = this.revisions.latest(key)
			.map((revision) -> revision.content().deepCopy())
			.orElseGet(named::objectNode);
		content.setAll(named);
		List<Problem> problems = UpdateForm.misshapen(content);
		if (!problems.isEmpty()) {
			throw Refused.invalid("%s: %s".formatted(problems.get(0).field(), problems.get(0).message()), problems);
		}
		this.submission.submit(request, content, (coordinator != null) ? coordinator : secretariat);
	}

}
