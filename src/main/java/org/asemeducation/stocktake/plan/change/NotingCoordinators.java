package org.asemeducation.stocktake.plan.change;

import java.time.LocalDate;
import java.util.List;

import org.asemeducation.stocktake.plan.Basis;
import org.asemeducation.stocktake.plan.InitiativeId;
import org.asemeducation.stocktake.plan.PlanChanges;
import org.asemeducation.stocktake.plan.PlanHistory;
import org.asemeducation.stocktake.plan.PlanInForce;
import org.asemeducation.stocktake.plan.PlanParty;
import org.asemeducation.stocktake.plan.PlanRow;

import org.springframework.stereotype.Component;

/**
 * Notes in the plan's history who coordinates from today on where a cycle has said so: it
 * was handed over, somebody was found, or a party gave it back. Whoever says so audits it
 * and tells whom it concerns.
 */
@Component
public class NotingCoordinators {

	private final ChangePlan plan;

	private final PlanHistory history;

	private final PlanChanges changes;

	private final PlanInForce inForce;

	private final CarriedParties carried;

	NotingCoordinators(ChangePlan plan, PlanHistory history, PlanChanges changes, PlanInForce inForce,
			CarriedParties carried) {
		this.plan = plan;
		this.history = history;
		this.changes = changes;
		this.inForce = inForce;
		this.carried = carried;
	}

	/**
	 * Waits until nobody else changes the plan; lasts until the transaction ends. To be
	 * called before an update is locked: a change of the plan locks its updates last.
	 */
	public void begin() {
		this.inForce.lock();
		this.plan.putInForce();
	}

	/**
	 * Notes what the register says from now on, in the caller's transaction. Does nothing
	 * for what the plan does not have, such as the requests of a completion round.
	 * @param initiative of which the register says something else than before
	 * @param reason why; what is too long for the plan's history is cut
	 * @param decidedBy {@link Basis#SECRETARIAT}, or the party that decided it
	 * @param by the user id
	 */
	public void note(InitiativeId initiative, String reason, String decidedBy, String by) {
		List<PlanParty> parties = this.inForce.parties(initiative);
		this.history.on(initiative, this.changes.today())
			.filter((row) -> !row.initiative().parties().equals(parties))
			.ifPresent((row) -> note(row, row.with(parties), reason, decidedBy, by));
	}

	private void note(PlanRow before, PlanRow now, String reason, String decidedBy, String by) {
		LocalDate today = this.changes.today();
		long change = this.changes.add(Act.COORDINATORS.word(), now.id(), null, Basis.cut(today, reason, decidedBy),
				PlanRules.inPlace(before, now), by);
		this.history.write(change, today, List.of(now));
		this.inForce.printCoordinators(now);
		this.changes.inForce(change);
		this.carried.throughAllToCome();
	}

}
