package org.asemeducation.stocktake.review;

import java.util.List;
import java.util.Optional;

import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.asemeducation.stocktake.update.DaysOfUpdates;
import org.asemeducation.stocktake.update.Revision;
import org.asemeducation.stocktake.update.UpdateKey;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * A reviewer accepts a revision, or returns it with remarks.
 */
@Component
public class Reviewing {

	private final UnderReview underReview;

	private final ReviewingBody body;

	private final DaysOfUpdates days;

	private final NotedRemarks noted;

	private final Noting noting;

	private final Verdicts verdicts;

	private final ReviewProcess process;

	private final Audit audit;

	private final ApplicationEventPublisher events;

	private final TransactionOperations transaction;

	Reviewing(UnderReview underReview, ReviewingBody body, DaysOfUpdates days, NotedRemarks noted, Noting noting,
			Verdicts verdicts, ReviewProcess process, Audit audit, ApplicationEventPublisher events,
			TransactionOperations transaction) {
		this.underReview = underReview;
		this.body = body;
		this.days = days;
		this.noted = noted;
		this.noting = noting;
		this.verdicts = verdicts;
		this.process = process;
		this.audit = audit;
		this.events = events;
		this.transaction = transaction;
	}

	/**
	 * Saves the verdict and goes on: to the settled update, or back to its coordinators
	 * with one list of what all reviewers have noted. The remarks of whoever was not the
	 * fastest are kept.
	 * @param key which update
	 * @param verdict what is said to which revision
	 * @param by the user id of the reviewer
	 * @throws Refused when somebody was faster, when the initiative is one of the
	 * reviewer's own party, when a return says nothing, when remarks of others were not
	 * read before it is accepted, or when the gathering has ended and nobody could answer
	 * a return
	 */
	public void review(UpdateKey key, Verdict verdict, String by) {
		List<Problem> problems = verdict.problems();
		if (!problems.isEmpty()) {
			throw Refused.invalid("The review is not saved: " + problems.get(0).message(), problems);
		}
		this.body.requireMember(key, by);
		try {
			this.transaction.executeWithoutResult((status) -> decide(key, verdict, by));
		}
		catch (Refused refused) {
			throw (refused.why() == Refused.Why.CONFLICT) ? this.noting.keep(key, verdict, by, refused) : refused;
		}
	}

	private void decide(UpdateKey key, Verdict verdict, String by) {
		Revision revision = this.underReview.lock(key, verdict.revision());
		if (verdict.accepted()) {
			accept(revision, verdict, by);
		}
		else {
			giveBack(revision, verdict, by);
		}
		this.process.reviewed(key, by);
	}

	private void accept(Revision revision, Verdict verdict, String by) {
		requireRead(revision, verdict, by);
		verdict.said().forEach((field, text) -> this.noted.note(revision.id(), field, text, by));
		List<NotedRemark> own = this.noted.on(revision)
			.stream()
			.filter((noted) -> noted.isOf(by) && verdict.said().containsKey(noted.field()))
			.toList();
		this.verdicts.give(revision, true, true, own, by);
		own.forEach((noted) -> this.noted.strike(revision.id(), noted.field(), by));
		this.audit.record(by, "accept update", revision.key().toString(), "revision " + revision.number(),
				own.isEmpty() ? null : own.stream().map(NotedRemark::field).toList().toString());
	}

	private void giveBack(Revision revision, Verdict verdict, String by) {
		UpdateKey key = revision.key();
		if (!this.days.takesIn(key)) {
			throw Refused.conflict(
					"The gathering of %s has ended, so nobody could revise %s any more: accept it as it was received."
						.formatted(key.cycle(), key.initiative()));
		}
		verdict.said().forEach((field, text) -> this.noted.note(revision.id(), field, text, by));
		List<NotedRemark> all = this.noted.on(revision);
		if (all.isEmpty()) {
			throw Verdict.saysNothing();
		}
		this.verdicts.give(revision, false, Boolean.TRUE.equals(verdict.opensAll()), all, by);
		this.noted.sent(revision.id());
		this.audit.record(by, "return update", key.toString(), "revision " + revision.number(),
				all.stream().map(NotedRemark::field).distinct().toList().toString());
		this.events.publishEvent(new UpdateReturned(key.cycle(), key.initiative(), revision.number()));
	}

	private void requireRead(Revision revision, Verdict verdict, String by) {
		long others = this.noted.on(revision).stream().filter((noted) -> !noted.isOf(by)).count();
		if (others > Optional.ofNullable(verdict.seen()).orElse(0)) {
			throw Refused.conflict("Another reviewer has noted remarks on %s: open it, read them, then decide."
				.formatted(revision.key().initiative()));
		}
	}

}
