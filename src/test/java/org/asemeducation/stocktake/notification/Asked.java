package org.asemeducation.stocktake.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;

import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.cycle.Cycle;
import org.asemeducation.stocktake.notification.OpenRequest.Returned;
import org.asemeducation.stocktake.plan.InitiativeId;
import org.asemeducation.stocktake.update.UpdateState;

/**
 * Requests for tests of the rule, in a cycle in Rome: asked on 5 June 2023 at nine,
 * deadline 15 September, freeze 1 December. What matters is said by the test.
 *
 * @param zone where the cycle's days end
 * @param askedAt when the coordinators were asked
 * @param state where the update stands
 * @param deadline the day that counts
 * @param freeze the last day of the gathering
 * @param returned what came back
 */
record Asked(ZoneId zone, Instant askedAt, UpdateState state, CountingDay deadline, LocalDate freeze,
		Returned returned) {

	static final ZoneId ROME = ZoneId.of("Europe/Rome");

	static final InitiativeId INITIATIVE = new InitiativeId("A01-I01");

	static final ContactId CONTACT = new ContactId(1);

	static Asked inJune() {
		return new Asked(ROME, Instant.parse("2023-06-05T07:00:00Z"), UpdateState.REQUESTED,
				CountingDay.always(LocalDate.of(2023, 9, 15)), LocalDate.of(2023, 12, 1), null);
	}

	Asked on(LocalDate day) {
		return new Asked(this.zone, day.atTime(9, 0).atZone(this.zone).toInstant(), this.state, this.deadline,
				this.freeze, this.returned);
	}

	Asked until(LocalDate deadline) {
		return until(CountingDay.always(deadline));
	}

	Asked until(CountingDay deadline) {
		return new Asked(this.zone, this.askedAt, this.state, deadline, this.freeze, this.returned);
	}

	Asked frozenOn(LocalDate freeze) {
		return new Asked(this.zone, this.askedAt, this.state, this.deadline, freeze, this.returned);
	}

	Asked standing(UpdateState state) {
		return new Asked(this.zone, this.askedAt, state, this.deadline, this.freeze,
				(state == UpdateState.RETURNED) ? this.returned : null);
	}

	/** Returned in its first revision at a moment. */
	Asked returnedAt(Instant moment) {
		LocalDate day = Cycle.revisionDay(LocalDate.ofInstant(moment, this.zone), this.freeze);
		return new Asked(this.zone, this.askedAt, UpdateState.RETURNED, this.deadline, this.freeze,
				new Returned(1, new CountingDay(day, moment)));
	}

	OpenRequest of(ContactId... coordinators) {
		return new OpenRequest(INITIATIVE, this.state, this.askedAt, this.deadline, CountingDay.always(this.freeze),
				Cycle.endOf(this.freeze, this.zone), false, this.returned, Set.of(coordinators));
	}

}
