package org.asemeducation.stocktake.plan;

import java.util.List;

/**
 * What loading a plan did, or would do.
 *
 * @param changed whether anything at all was different from the plan that stood there
 * @param added initiatives that were not in force before
 * @param altered initiatives whose row or parties were different
 * @param kept initiatives left alone
 * @param ended initiatives that the new plan does not have; no longer in force
 */
public record LoadResult(boolean changed, List<InitiativeId> added, List<InitiativeId> altered, List<InitiativeId> kept,
		List<InitiativeId> ended) {

	public LoadResult {
		added = List.copyOf(added);
		altered = List.copyOf(altered);
		kept = List.copyOf(kept);
		ended = List.copyOf(ended);
	}

	/**
	 * How many of what, for a person.
	 * @return such as {@code 1 initiative added, 2 changed, 49 left alone, 0 ended}
	 */
	public String inWords() {
		return "%d %s added, %d changed, %d left alone, %d ended".formatted(this.added.size(),
				(this.added.size() == 1) ? "initiative" : "initiatives", this.altered.size(), this.kept.size(),
				this.ended.size());
	}

	static LoadResult nothing(List<Initiative> initiatives) {
		return new LoadResult(false, List.of(), List.of(), initiatives.stream().map(Initiative::id).toList(),
				List.of());
	}

}
