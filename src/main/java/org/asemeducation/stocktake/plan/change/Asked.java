package org.asemeducation.stocktake.plan.change;

import java.util.List;

import org.asemeducation.stocktake.plan.Basis;
import org.asemeducation.stocktake.plan.InitiativeId;
import org.asemeducation.stocktake.plan.PlanParty;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to do to the plan.
 *
 * @param act which act
 * @param initiative about which; for a new one the id that it gets
 * @param other into which it is merged or off which it is split
 * @param title of a new or renamed initiative; empty otherwise
 * @param action under which a new or moved one stands; 0 otherwise
 * @param description what a new one is about, one paragraph each
 * @param parties who does what for it, who leads first
 * @param milestones of a new one, one paragraph each
 * @param outcomes of a new one, one paragraph each
 * @param takeOver whether the other keeps the coordinators of a merged one too
 * @param basis from when on, why, who decided
 */
record Asked(Act act, InitiativeId initiative, @Nullable InitiativeId other, String title, int action,
		List<String> description, List<PlanParty> parties, List<String> milestones, List<String> outcomes,
		boolean takeOver, Basis basis) {
}
