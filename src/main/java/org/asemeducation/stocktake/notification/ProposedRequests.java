package org.asemeducation.stocktake.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Set;

import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.cycle.Cycle;
import org.asemeducation.stocktake.cycle.DeadlineKind;
import org.asemeducation.stocktake.cycle.NewCycle;
import org.asemeducation.stocktake.plan.InitiativeId;
import org.asemeducation.stocktake.update.UpdateState;

/**
 * What a cycle that is not opened yet would ask for, as the rule for reminders sees it.
 *
 * @param zone where its days end
 * @param request the day the coordinators are asked
 * @param deadline the day updates are asked for
 * @param freeze the last day of the gathering
 */
record ProposedRequests(ZoneId zone, LocalDate request, LocalDate deadline, LocalDate freeze) {

	private static final LocalTime MORNING = LocalTime.of(9, 0);

	/**
	 * Reads the calendar.
	 * @param proposal a cycle without problems
	 */
	static ProposedRequests of(NewCycle proposal) {
		return new ProposedRequests(ZoneId.of(Objects.requireNonNull(proposal.zone())),
				date(proposal, DeadlineKind.REQUEST), date(proposal, DeadlineKind.DEADLINE),
				date(proposal, DeadlineKind.FREEZE));
	}

	/** The calendar of a cycle that has not asked yet. */
	static ProposedRequests of(Cycle cycle) {
		return new ProposedRequests(cycle.zone(), cycle.date(DeadlineKind.REQUEST), cycle.date(DeadlineKind.DEADLINE),
				cycle.date(DeadlineKind.FREEZE));
	}

	/** When the coordinators are asked. */
	Instant requestAt() {
		return this.request.atTime(MORNING).atZone(this.zone).toInstant();
	}

	/** The request for one initiative, which nobody answers. */
	OpenRequest request(InitiativeId initiative, Set<ContactId> coordinators) {
		return new OpenRequest(initiative, UpdateState.REQUESTED, requestAt(), CountingDay.always(this.deadline),
				CountingDay.always(this.freeze), Cycle.endOf(this.freeze, this.zone), false, null, coordinators);
	}

	private static LocalDate date(NewCycle proposal, DeadlineKind kind) {
		return Objects.requireNonNull(proposal.date(kind));
	}

}
