package org.asemeducation.stocktake.update;

import java.time.Clock;
import java.time.ZoneOffset;

import org.asemeducation.stocktake.access.Rights;
import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Tasks;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A coordinator takes back what was submitted, as long as no reviewer has taken it up and
 * the gathering goes on. The text becomes the draft again; the revision stays, marked.
 */
@Component
public class TakingBack {

	private final Rights rights;

	private final UpdateRequests requests;

	private final DaysOfUpdates days;

	private final Revisions revisions;

	private final Remarks remarks;

	private final BegunReviews begun;

	private final Drafts drafts;

	private final UpdateProcess process;

	private final Audit audit;

	private final JdbcClient jdbc;

	private final Clock clock;

	TakingBack(Rights rights, UpdateRequests requests, DaysOfUpdates days, Revisions revisions, Remarks remarks,
			BegunReviews begun, Drafts drafts, UpdateProcess process, Audit audit, JdbcClient jdbc, Clock clock) {
		this.rights = rights;
		this.requests = requests;
		this.days = days;
		this.revisions = revisions;
		this.remarks = remarks;
		this.begun = begun;
		this.drafts = drafts;
		this.process = process;
		this.audit = audit;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Whether it can be taken back at this moment.
	 * @param key which update
	 * @param by the user id
	 * @return the answer; somebody may be faster
	 */
	public boolean isPossible(UpdateKey key, String by) {
		return !this.rights.submittingAs(by, key.initiative().value()).isEmpty()
				&& this.requests.find(key).filter((request) -> request.state() == UpdateState.IN_REVIEW).isPresent()
				&& this.days.takesIn(key)
				&& this.process.openTask(key, UpdateState.IN_REVIEW)
					.filter((task) -> !this.begun.begun(key, task.assignee()))
					.isPresent();
	}

	/**
	 * Takes it back.
	 * @param key which update
	 * @param seen the number of the revision that the coordinator means
	 * @param by the user id
	 * @throws Refused when a reviewer was faster, when nobody could submit it again, or
	 * when the person may not
	 */
	@Transactional
	public void takeBack(UpdateKey key, int seen, String by) {
		if (this.rights.submittingAs(by, key.initiative().value()).isEmpty()) {
			throw Refused
				.notAllowed("You do not coordinate %s: ask the secretariat if you should.".formatted(key.initiative()));
		}
		refuseAfterTheEnd(key);
		UpdateRequest request = this.requests.lock(key);
		refuseAfterTheEnd(key);
		if (request.state() != UpdateState.IN_REVIEW) {
			throw Refused
				.conflict("The update of %s does not lie with the reviewers, or no longer: somebody was faster."
					.formatted(key.initiative()));
		}
		Revision revision = this.revisions.latest(key).orElseThrow();
		if (revision.number() != seen) {
			throw Refused
				.conflict("Version %d of %s has been submitted meanwhile: look at that before you take it back."
					.formatted(revision.number(), key.initiative()));
		}
		refuseWhatIsTakenUp(key);
		mark(revision, by);
		this.requests.moveTo(key,
				this.remarks.returnedAt(key).isPresent() ? UpdateState.RETURNED : UpdateState.REQUESTED);
		this.drafts.putBack(key, revision, by);
		this.audit.record(by, "take back update", key.toString(), "revision " + revision.number(), null);
		this.process.takenBack(key);
	}

	/** Whoever claims the task at the same moment waits, and is told that it is gone. */
	private void refuseWhatIsTakenUp(UpdateKey key) {
		Tasks.OpenTask task = this.process.holdReview(key)
			.orElseThrow(
					() -> Refused.conflict("The update of %s is being decided on in this moment: load the page again."
						.formatted(key.initiative())));
		if (this.begun.begun(key, task.assignee())) {
			throw Refused.conflict(
					"A reviewer has taken up the update of %s, so it stays as it is. Write to the secretariat if something in it is wrong."
						.formatted(key.initiative()));
		}
	}

	private void refuseAfterTheEnd(UpdateKey key) {
		if (!this.days.takesIn(key)) {
			throw Refused.conflict(
					"The gathering of %s has ended: what was submitted of %s stays, since it could not be submitted again. Write to the secretariat if something in it is wrong."
						.formatted(key.cycle(), key.initiative()));
		}
	}

	private void mark(Revision revision, String by) {
		this.jdbc.sql("insert into taken_back (revision, taken_at, taken_by) values (:revision, :at, :by)")
			.param("revision", revision.id())
			.param("at", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("by", by)
			.update();
	}

}
