package org.asemeducation.stocktake.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;

import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.cycle.Cycle;
import org.asemeducation.stocktake.plan.InitiativeId;
import org.asemeducation.stocktake.update.UpdateState;
import org.jspecify.annotations.Nullable;

/**
 * An update that was asked for, as the rule for reminders sees it.
 *
 * @param initiative whose
 * @param state where it stands
 * @param askedAt when its coordinators were asked
 * @param deadline the deadline that counts for it
 * @param freeze the last day of the gathering
 * @param frozenAt the last instant at which it can be written
 * @param pastFreeze whether that is after the freeze, which is then no day of theirs
 * @param returned what came back; {@code null} unless it was returned
 * @param coordinators the contacts of its coordinators
 */
record OpenRequest(InitiativeId initiative, UpdateState state, Instant askedAt, CountingDay deadline,
		CountingDay freeze, Instant frozenAt, boolean pastFreeze, @Nullable Returned returned,
		Set<ContactId> coordinators) {

	OpenRequest {
		coordinators = Set.copyOf(coordinators);
		if ((state == UpdateState.RETURNED) != (returned != null)) {
			throw new IllegalArgumentException(
					"%s is %s: only a returned update has a revision that came back.".formatted(initiative, state));
		}
	}

	/** Whether a ladder reminds of it. */
	boolean isRemindedBy(Ladder ladder) {
		return ladder.remindsOf(this.state) && !(ladder == Ladder.FREEZE_REMINDER && this.pastFreeze);
	}

	/** The same, were it still to come from its coordinators, and for ever. */
	OpenRequest asIfNothingStoppedIt() {
		UpdateState waiting = (this.state == UpdateState.RETURNED) ? this.state : UpdateState.REQUESTED;
		return new OpenRequest(this.initiative, waiting, this.askedAt, this.deadline, this.freeze, Instant.MAX,
				this.pastFreeze, this.returned, this.coordinators);
	}

	/** The day that a ladder's rungs count from. */
	CountingDay day(Ladder ladder) {
		return switch (ladder) {
			case RETURNED_REMINDER -> Objects.requireNonNull(this.returned).day();
			case FREEZE_REMINDER -> this.freeze;
			default -> this.deadline;
		};
	}

	/** The day that its coordinators have: the deadline, or that of what came back. */
	LocalDate ownDay() {
		return ((this.returned != null) ? this.returned.day() : this.deadline).on();
	}

	/** The same request, as it was asked for until another day. */
	OpenRequest asked(LocalDate until, Gathering gathering) {
		CountingDay day = CountingDay.always(until);
		return new OpenRequest(this.initiative, this.state, this.askedAt, (this.returned != null) ? this.deadline : day,
				this.freeze, Cycle.endOf(until.isAfter(this.freeze.on()) ? until : this.freeze.on(), gathering.zone()),
				until.isAfter(this.freeze.on()),
				(this.returned != null) ? new Returned(this.returned.revision(), day) : null, this.coordinators);
	}

	/** The claim that stands for a rung. */
	Claim claim(Ladder ladder, int rung, ContactId contact) {
		int round = (ladder == Ladder.RETURNED_REMINDER) ? Objects.requireNonNull(this.returned).revision() : 0;
		LocalDate counted = day(ladder).on();
		return new Claim(this.initiative, ladder, round, rung, counted, contact);
	}

	/**
	 * A revision that came back.
	 *
	 * @param revision its number
	 * @param day until when the next one is asked for
	 */
	record Returned(int revision, CountingDay day) {
	}

}
