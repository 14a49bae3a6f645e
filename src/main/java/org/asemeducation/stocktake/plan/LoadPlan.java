package org.asemeducation.stocktake.plan;

import org.asemeducation.stocktake.engine.Audit;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Puts a plan in force at the wish of a person, and writes down who it was.
 */
@Component
class LoadPlan {

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
