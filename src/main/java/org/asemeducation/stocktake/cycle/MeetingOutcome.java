package org.asemeducation.stocktake.cycle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What became of a meeting on its day, or before.
 *
 * @param outcome {@code held}, {@code postponed} or {@code dropped}
 * @param heldOn its first day; needed when held
 * @param planned its new first day when postponed; {@code null} when there is none yet
 * @param reason why it is postponed or dropped; needed then
 * @param leftOut contacts who are not written to about a day that moves with it;
 * {@code null} for none
 */
public record MeetingOutcome(@Nullable String outcome, @Nullable LocalDate heldOn, @Nullable LocalDate planned,
		@Nullable String reason, @Nullable List<@Nullable Long> leftOut) {

	public MeetingOutcome(@Nullable String outcome, @Nullable LocalDate heldOn, @Nullable LocalDate planned,
			@Nullable String reason) {
		this(outcome, heldOn, planned, reason, null);
	}

	static final String POSTPONED = "postponed";

	private static final Set<String> KNOWN = Set.of(Meeting.HELD, POSTPONED, Meeting.DROPPED);

	public static MeetingOutcome held(LocalDate on) {
		return new MeetingOutcome(Meeting.HELD, on, null, null);
	}

	public static MeetingOutcome postponed(@Nullable LocalDate to, String reason) {
		return new MeetingOutcome(POSTPONED, null, to, reason);
	}

	public static MeetingOutcome dropped(String reason) {
		return new MeetingOutcome(Meeting.DROPPED, null, null, reason);
	}

	boolean isHeld() {
		return Meeting.HELD.equals(this.outcome);
	}

	void check() {
		List<Problem> problems = new ArrayList<>();
		if (this.outcome == null || !KNOWN.contains(this.outcome)) {
			problems.add(new Problem("outcome", "Say whether the meeting was held, is postponed or is dropped."));
		}
		else if (isHeld() && this.heldOn == null) {
			problems.add(new Problem("heldOn", "Give the first day on which the meeting was held."));
		}
		else if (!isHeld() && (this.reason == null || this.reason.isBlank())) {
			problems.add(new Problem("reason", "Say in a few words why the meeting is %s.".formatted(this.outcome)));
		}
		if (!problems.isEmpty()) {
			throw Refused.invalid("Nothing is saved yet.", problems);
		}
	}

}
