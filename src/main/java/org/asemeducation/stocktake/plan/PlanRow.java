package org.asemeducation.stocktake.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * An initiative as it stands in the plan from some day on.
 *
 * @param initiative what it says; who leads stands first among its coordinators
 * @param standing whether it is in force
 * @param action the number of its action
 * @param position orders the rows of an action
 */
public record PlanRow(Initiative initiative, Standing standing, int action, int position) {

	public InitiativeId id() {
		return this.initiative.id();
	}

	/**
	 * Whether it is over.
	 * @return {@code false} while it is in force or suspended
	 */
	public boolean isEnded() {
		return this.standing == Standing.ENDED;
	}

	public PlanRow as(Standing other) {
		return new PlanRow(this.initiative, other, this.action, this.position);
	}

	public PlanRow titled(String title) {
		return saying(new Initiative(id(), this.initiative.key(), this.initiative.programme(), title,
				this.initiative.details(), this.initiative.isNew(), this.initiative.bracket(),
				this.initiative.parties(), this.initiative.milestones(), this.initiative.outcomes(),
				this.initiative.links()));
	}

	/**
	 * The same with other parties. What the plan printed in brackets went with the old
	 * ones.
	 * @param parties in their order
	 * @return the row with them
	 */
	public PlanRow with(List<PlanParty> parties) {
		return saying(new Initiative(id(), this.initiative.key(), this.initiative.programme(), this.initiative.title(),
				this.initiative.details(), this.initiative.isNew(),
				parties.equals(this.initiative.parties()) ? this.initiative.bracket() : null, parties,
				this.initiative.milestones(), this.initiative.outcomes(), this.initiative.links()));
	}

	public PlanRow under(int other, int place) {
		return new PlanRow(this.initiative, this.standing, other, place);
	}

	private PlanRow saying(Initiative other) {
		return new PlanRow(other, this.standing, this.action, this.position);
	}

	/** The rows of a plan that is in force as a whole. */
	static List<PlanRow> all(ActionPlan plan) {
		List<PlanRow> rows = new ArrayList<>();
		plan.actions()
			.forEach((action) -> action.initiatives()
				.forEach((it) -> rows.add(new PlanRow(it, Standing.IN_FORCE, action.number(), rows.size() + 1))));
		return rows;
	}

}
