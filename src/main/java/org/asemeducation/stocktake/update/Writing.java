package org.asemeducation.stocktake.update;

import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writing an update: saving the draft, submitting it, taking it over, releasing it. Each
 * checks that the writer speaks for a coordinator of the initiative and that the update
 * is asked for.
 */
@Component
class Writing {

	private final Writers writers;

	private final Leads leads;

	private final Drafts drafts;

	private final Submission submission;

	private final UpdateProcess process;

	private final Audit audit;

	Writing(Writers writers, Leads leads, Drafts drafts, Submission submission, UpdateProcess process, Audit audit) {
		this.writers = writers;
		this.leads = leads;
		this.drafts = drafts;
		this.submission = submission;
		this.process = process;
		this.audit = audit;
	}

	/**
	 * Saves the draft over the version its writer has seen.
	 * @param key which update
	 * @param seen the version that was written on; 0 when there was none
	 * @param content the form's fields
	 * @param by the user id
	 * @return the draft as saved
	 * @throws Refused when somebody else has saved meanwhile, or the writer may not
	 */
	@Transactional
	Draft save(UpdateKey key, long seen, ObjectNode content, String by) {
		askedFor(key, by);
		refuseMisshapen(content);
		if (!this.drafts.save(key, seen, UpdateForm.withoutAnswer(content), by)) {
			throw Refused.conflict("Somebody else has saved this update since you opened it. "
					+ "Your text is not lost: copy what you want to keep, then load the newer version.");
		}
		return this.drafts.find(key).orElseThrow();
	}

	/**
	 * Submits the update: the text is saved, becomes a revision and goes to review, all
	 * or nothing.
	 * @param key which update
	 * @param seen the draft's version that was written on; 0 when there was none
	 * @param form the form's fields
	 * @param by the user id
	 * @return the number of the revision
	 * @throws Refused with the problems of the form, or when the writer may not
	 */
	@Transactional
	int submit(UpdateKey key, long seen, ObjectNode form, String by) {
		UpdateRequest request = askedFor(key, by);
		refuseMisshapen(form);
		this.leads.requireSubmitter(key, by);
		ObjectNode content = UpdateForm.withoutAnswer(form);
		List<Problem> problems = SubmissionCheck.problems(content);
		if (!problems.isEmpty()) {
			throw Refused.invalid("The update is not submitted yet: %d %s to complete.".formatted(problems.size(),
					(problems.size() == 1) ? "field is" : "fields are"), problems);
		}
		if (this.drafts.version(key) != seen) {
			throw Refused.conflict("The update is not submitted: somebody else has saved it since you opened it. "
					+ "Load the newer version and submit that.");
		}
		return this.submission.submit(request, content, by);
	}

	/**
	 * Says who works on the update; all its coordinators may still write.
	 * @param key which update
	 * @param userId who; {@code null} releases it
	 * @param by the user id of who says so
	 */
	@Transactional
	void assign(UpdateKey key, @Nullable String userId, String by) {
		UpdateRequest request = askedFor(key, by);
		this.process.assign(key, request.state(), userId);
		this.audit.record(by, (userId != null) ? "take over update" : "release update", key.toString(), null, null);
	}

	private UpdateRequest askedFor(UpdateKey key, String by) {
		return this.writers.admit(key, by);
	}

	private static void refuseMisshapen(ObjectNode content) {
		List<Problem> problems = UpdateForm.misshapen(content);
		if (!problems.isEmpty()) {
			throw Refused.invalid(
					"The update is not saved: %s: %s".formatted(problems.get(0).field(), problems.get(0).message()),
					problems);
		}
	}

}
