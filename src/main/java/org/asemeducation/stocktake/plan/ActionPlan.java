package org.asemeducation.stocktake.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An Action Plan, whole: what {@link PlanReader} reads and {@link Plans} keeps.
 *
 * @param document which plan it is
 * @param objectives in their order
 * @param actions in their order, with their initiatives
 * @param listed partners, communities and stakeholders that the plan lists apart from its
 * initiatives
 * @param structures supporting structures
 * @param secretariatTerms how long and where the secretariat is run, in words
 */
public record ActionPlan(PlanDocument document, List<Objective> objectives, List<Action> actions,
		List<ListedParty> listed, List<SupportingStructure> structures, List<String> secretariatTerms) {

	public ActionPlan {
		objectives = distinct("objective", objectives, Objective::number);
		actions = distinct("action", actions, Action::number);
		distinct("initiative", initiatives(actions), Initiative::id);
		Set<String> subgoals = objectives.stream()
			.flatMap((objective) -> objective.subgoals().stream())
			.map(Subgoal::number)
			.collect(Collectors.toSet());
		for (Action action : actions) {
			for (String subgoal : action.subgoals()) {
				if (!subgoals.contains(subgoal)) {
					throw new IllegalArgumentException(
							"action %d names subgoal %s, which no objective has".formatted(action.number(), subgoal));
				}
			}
		}
		listed = List.copyOf(listed);
		structures = List.copyOf(structures);
		secretariatTerms = List.copyOf(secretariatTerms);
	}

	/**
	 * All initiatives.
	 * @return in the plan's order
	 */
	public List<Initiative> initiatives() {
		return initiatives(this.actions);
	}

	public Optional<Initiative> initiative(InitiativeId id) {
		return initiatives().stream().filter((initiative) -> initiative.id().equals(id)).findFirst();
	}

	/**
	 * Everybody the plan names, each once: two mentions are one party when they share an
	 * acronym or a name.
	 * @return in order of first mention, initiatives before lists
	 */
	public List<ListedParty> parties() {
		return Roster.of(this).parties();
	}

	/**
	 * Everybody who coordinates, supports or hosts an initiative, each once.
	 * @return in order of first mention
	 */
	public List<ListedParty> partiesOfInitiatives() {
		Roster roster = Roster.of(this);
		return initiatives().stream()
			.flatMap((initiative) -> initiative.parties().stream())
			.map((party) -> roster.party(party.name(), party.acronym()))
			.distinct()
			.toList();
	}

	private static List<Initiative> initiatives(List<Action> actions) {
		return actions.stream().flatMap((action) -> action.initiatives().stream()).toList();
	}

	private static <T> List<T> distinct(String what, List<T> items, Function<T, Object> id) {
		Set<Object> seen = new HashSet<>();
		for (T item : items) {
			if (!seen.add(id.apply(item))) {
				throw new IllegalArgumentException("%s %s is there twice".formatted(what, id.apply(item)));
			}
		}
		return List.copyOf(items);
	}

}
