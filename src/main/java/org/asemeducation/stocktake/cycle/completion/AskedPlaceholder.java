package org.asemeducation.stocktake.cycle.completion;

import org.asemeducation.stocktake.plan.InitiativeId;
import org.asemeducation.stocktake.plan.PlanPlaceholder;

/**
 * A placeholder that a round asks about.
 *
 * @param position in the draft's order, from 1
 * @param initiative the row of the round that asks for it
 * @param line its place in that row, from 1
 * @param placeholder where it stands in the draft
 */
public record AskedPlaceholder(int position, InitiativeId initiative, int line, PlanPlaceholder placeholder) {

	/** The whole line that waits, as the draft has it. */
	public String words() {
		return this.placeholder.words();
	}

	/** Such as {@code Activities and milestones, line 2}. */
	public String where() {
		return this.placeholder.field().isSingle() ? this.placeholder.field().label()
				: "%s, line %d".formatted(this.placeholder.field().label(), this.placeholder.line());
	}

}
