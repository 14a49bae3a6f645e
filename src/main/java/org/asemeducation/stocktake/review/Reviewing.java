package org.asemeducation.stocktake.review;

import java.util.List;

import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.asemeducation.stocktake.update.DaysOfUpdates;
import org.asemeducation.stocktake.update.Revision;
import org.asemeducation.stocktake.update.UpdateKey;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A reviewer accepts a revision, or returns it with remarks.
 */
@Component
public class Reviewing {

	private final UnderReview underReview;

	private final ReviewingBody body;

	private final DaysOfUpdates days;

	private final Verdicts verdicts;

	private final ReviewProcess process;

	private final Audit audit;

	private final ApplicationEventPublisher events;

	Reviewing(UnderReview underReview, ReviewingBody body, DaysOfUpdates days, Verdicts verdicts, ReviewProcess process,
			Audit audit, ApplicationEventPublisher events) {
		this.underReview = underReview;
		this.body = body;
		this.days = days;
		this.verdicts = verdicts;
		this.process = process;
		this.audit = audit;
		this.events = events;
	}

	/**
	 * Saves the verdict and goes on: to the settled update, or back to its coordinators.
	 * @param key which update
	 * @param verdict what is said to which revision
	 * @param by the user id of the reviewer
	 * @throws Refused when somebody was faster, when the initiative is one of the
	 * reviewer's own party, when a return says nothing, or when the gathering has ended
	 * and nobody could answer a return
	 */
	@Transactional
	public void review(UpdateKey key, Verdict verdict, String by) {
		List<Problem> problems = verdict.problems();
		if (!problems.isEmpty()) {
			throw Refused.invalid("The review is not saved: " + problems.get(0).message(), problems);
		}
		this.body.requireMember(key, by);
		Revision revision = this.underReview.lock(key, verdict.revision());
		if (!verdict.accepted() && !this.days.takesIn(key)) {
			throw Refused.conflict(
					"The gathering of %s has ended, so nobody could revise %s any more: accept it as it was received."
						.formatted(key.cycle(), key.initiative()));
		}
		this.verdicts.give(revision, verdict, by);
		this.audit.record(by, verdict.accepted() ? "accept update" : "return update", key.toString(),
				"revision " + revision.number(), verdict.said().isEmpty() ? null : verdict.said().keySet().toString());
		if (!verdict.accepted()) {
			this.events.publishEvent(new UpdateReturned(key.cycle(), key.initiative(), revision.number()));
		}
		this.process.reviewed(key, by);
	}

}
