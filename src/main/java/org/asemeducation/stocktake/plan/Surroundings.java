package org.asemeducation.stocktake.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.asemeducation.stocktake.access.PartyId;

import org.springframework.stereotype.Component;

/**
 * Whether a plan says something else than the one in force beside its initiatives: about
 * itself, its objectives and actions, the parties, structures and terms.
 */
@Component
class Surroundings {

	private final StandingPlan standing;

	Surroundings(StandingPlan standing) {
		this.standing = standing;
	}

	boolean differ(ActionPlan plan, PartyIds parties, List<Action> actions) {
		return !this.standing.document().filter(plan.document()::equals).isPresent()
				|| !this.standing.objectives().equals(plan.objectives())
				|| !order(actions).equals(order(plan.actions())) || proposalsDiffer(plan, actions)
				|| plan.parties().stream().anyMatch(completing())
				|| !this.standing.structureParties().equals(structures(plan, parties))
				|| !this.standing.secretariatTerms().equals(plan.secretariatTerms());
	}

	/** Actions by number and title, each with the order of its initiatives. */
	private static Map<Integer, List<Object>> order(List<Action> actions) {
		Map<Integer, List<Object>> order = new LinkedHashMap<>();
		actions.stream()
			.sorted((one, other) -> Integer.compare(one.number(), other.number()))
			.forEach((action) -> order.put(action.number(),
					List.of(action.title(), action.initiatives().stream().map(Initiative::id).toList())));
		return order;
	}

	/** What the secretariat has decided is not proposed again. */
	private boolean proposalsDiffer(ActionPlan plan, List<Action> actions) {
		List<Integer> decided = this.standing.decidedActions();
		return plan.actions()
			.stream()
			.filter((action) -> !decided.contains(action.number()))
			.anyMatch((action) -> actions.stream()
				.noneMatch((now) -> now.number() == action.number() && now.subgoals().equals(action.subgoals())));
	}

	private java.util.function.Predicate<ListedParty> completing() {
		Names<ListedParty> known = new Names<>();
		this.standing.listed().forEach((party) -> known.put(party.name(), party.acronym(), party));
		return (party) -> known.find(party.name(), party.acronym()).filter((now) -> !completes(party, now)).isEmpty();
	}

	private static boolean completes(ListedParty party, ListedParty now) {
		return (now.kind().equals("other") && !party.kind().equals("other"))
				|| (now.region() == null && party.region() != null)
				|| (now.country() == null && party.country() != null) || (party.partner() && !now.partner())
				|| (party.stakeholder() && !now.stakeholder());
	}

	private static Map<PartyId, List<String>> structures(ActionPlan plan, PartyIds parties) {
		Map<PartyId, List<String>> structures = new LinkedHashMap<>();
		plan.structures()
			.forEach((it) -> structures.putIfAbsent(parties.of(it.name(), it.acronym()), it.fundingPartners()));
		return structures;
	}

}
