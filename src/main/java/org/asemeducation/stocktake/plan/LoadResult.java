package org.asemeducation.stocktake.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.access.Coordination;

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

	static LoadResult between(List<Action> actions, Map<String, List<Coordination>> coordination, ActionPlan plan,
			Duties duties, boolean frameChanged) {
		Map<InitiativeId, Initiative> inForce = initiatives(actions);
		Map<InitiativeId, Integer> places = places(actions);
		Map<InitiativeId, Integer> newPlaces = places(plan.actions());
		List<InitiativeId> added = new ArrayList<>();
		List<InitiativeId> altered = new ArrayList<>();
		List<InitiativeId> kept = new ArrayList<>();
		for (Initiative initiative : plan.initiatives()) {
			InitiativeId id = initiative.id();
			Initiative before = inForce.remove(id);
			boolean same = before != null && newPlaces.get(id).equals(places.get(id))
					&& before.withoutParties().equals(initiative.withoutParties())
					&& coordination.getOrDefault(id.value(), List.of()).equals(duties.of(id));
			((before == null) ? added : (same ? kept : altered)).add(id);
		}
		boolean changed = frameChanged || !added.isEmpty() || !altered.isEmpty() || !inForce.isEmpty();
		return new LoadResult(changed, added, altered, kept, inForce.keySet().stream().sorted().toList());
	}

	private static Map<InitiativeId, Initiative> initiatives(List<Action> actions) {
		return actions.stream()
			.flatMap((action) -> action.initiatives().stream())
			.collect(Collectors.toMap(Initiative::id, Function.identity()));
	}

	/** Under which action each stands. */
	private static Map<InitiativeId, Integer> places(List<Action> actions) {
		Map<InitiativeId, Integer> places = new HashMap<>();
		actions.forEach((action) -> action.initiatives().forEach((it) -> places.put(it.id(), action.number())));
		return places;
	}

}
