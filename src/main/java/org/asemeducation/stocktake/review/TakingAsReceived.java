package org.asemeducation.stocktake.review;

import java.time.Clock;
import java.util.List;

import org.asemeducation.stocktake.cycle.Cycle;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.DeadlineKind;
import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.asemeducation.stocktake.update.Revision;
import org.asemeducation.stocktake.update.UpdateKey;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The AES closes a review that nobody has made: the update goes into the report as it was
 * received, and the report says so. Possible when reviews are due, or when nobody of the
 * reviewing body may review it.
 */
@Component
class TakingAsReceived {

	private static final int LONGEST = 1000;

	private final UnderReview underReview;

	private final ReviewingBody body;

	private final Verdicts verdicts;

	private final ReviewProcess process;

	private final Cycles cycles;

	private final Clock clock;

	private final Audit audit;

	TakingAsReceived(UnderReview underReview, ReviewingBody body, Verdicts verdicts, ReviewProcess process,
			Cycles cycles, Clock clock, Audit audit) {
		this.underReview = underReview;
		this.body = body;
		this.verdicts = verdicts;
		this.process = process;
		this.cycles = cycles;
		this.clock = clock;
		this.audit = audit;
	}

	/**
	 * Takes an update as it was received.
	 * @param key which update
	 * @param number the revision that was read
	 * @param reason why nobody reviews it
	 * @param by the user id
	 * @throws Refused when somebody was faster, no reason is given, or somebody may still
	 * review it
	 */
	@Transactional
	void take(UpdateKey key, int number, @Nullable String reason, String by) {
		if (reason == null || reason.isBlank() || reason.length() > LONGEST) {
			throw Refused.invalid("The update is not taken as received yet.", List.of(new Problem("reason",
					"Say in a few words why nobody reviews it, in at most %,d characters.".formatted(LONGEST))));
		}
		Revision revision = this.underReview.lock(key, number);
		if (!isDue(key) && this.body.canReview(key)) {
			throw Refused.conflict(
					"%s can still be reviewed, until the day that the reviews of %s are due: take it as received after it."
						.formatted(key.initiative(), key.cycle()));
		}
		this.verdicts.receive(revision, reason.strip(), by);
		this.audit.record(by, "take update as received", key.toString(), "revision " + revision.number(),
				reason.strip());
		this.process.reviewed(key, by);
	}

	/**
	 * Whether the day of the reviews is over.
	 * @param key which update
	 * @return true from the end of the day in the cycle's zone
	 */
	boolean isDue(UpdateKey key) {
		Cycle cycle = this.cycles.get(key.cycle());
		return this.clock.instant().isAfter(cycle.endOf(DeadlineKind.REVIEWS));
	}

}
