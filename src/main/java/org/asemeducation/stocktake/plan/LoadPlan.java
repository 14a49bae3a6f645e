package org.asemeducation.stocktake.plan;

import org.asemeducation.stocktake.engine.Audit;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Puts a plan in force at the wish of a person, and writes down who it was.
 */
@Component
public class LoadPlan {

	private final Plans plans;

	private final StandingPlan standing;

	private final Audit audit;

	private final TransactionOperations transaction;

	LoadPlan(Plans plans, StandingPlan standing, Audit audit, TransactionOperations transaction) {
		this.plans = plans;
		this.standing = standing;
		this.audit = audit;
		this.transaction = transaction;
	}

	/**
	 * Puts a plan in force, in the caller's transaction.
	 * @param plan all of it
	 * @param reason why
	 * @param decidedBy the meeting that decided so; empty for the secretariat
	 * @param who the user id
	 * @return what changed
	 * @throws IllegalArgumentException when the reason or the meeting is too long
	 */
	public LoadResult load(ActionPlan plan, String reason, String decidedBy, String who) {
		return load(plan, new Plans.Why(reason, decidedBy), who);
	}

	LoadResult load(ActionPlan plan, Plans.Why why, String who) {
		return this.transaction.execute((status) -> {
			String before = this.standing.document().map(LoadPlan::inWords).orElse(null);
			LoadResult result = this.plans.load(plan, why, who);
			if (result.changed()) {
				this.audit.record(who, "load plan", "plan", before,
						"%s: %s".formatted(inWords(plan.document()), result.inWords()));
			}
			return result;
		});
	}

	private static String inWords(PlanDocument document) {
		return "%s, %s, %s, %s".formatted(document.title(), document.version(), document.dated(),
				document.wording().word());
	}

}
