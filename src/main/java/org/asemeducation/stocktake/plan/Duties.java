package org.asemeducation.stocktake.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.asemeducation.stocktake.access.Coordination;
import org.asemeducation.stocktake.access.PartyId;

/**
 * Who does what for the initiatives of a plan. Where the plan names no coordinator, one
 * that was found later keeps the initiative.
 */
final class Duties {

	private final Map<InitiativeId, List<Coordination>> duties = new LinkedHashMap<>();

	Duties(ActionPlan plan, PartyIds parties, Map<String, List<Coordination>> standing,
			List<String> withoutCoordinator) {
		for (Initiative initiative : plan.initiatives()) {
			String id = initiative.id().value();
			boolean found = initiative.coordinators().isEmpty() && withoutCoordinator.contains(id);
			this.duties.put(initiative.id(),
					duties(initiative, parties, found ? standing.getOrDefault(id, List.of()) : List.of()));
		}
	}

	List<Coordination> of(InitiativeId initiative) {
		return this.duties.getOrDefault(initiative, List.of());
	}

	private static List<Coordination> duties(Initiative initiative, PartyIds parties, List<Coordination> found) {
		Set<Duty> duties = new LinkedHashSet<>();
		found.stream()
			.filter((coordination) -> coordination.role().equals("coordinator"))
			.forEach((coordination) -> duties.add(new Duty(coordination.party(), coordination.role())));
		initiative.parties()
			.forEach((party) -> duties.add(new Duty(parties.of(party.name(), party.acronym()), party.role())));
		List<Coordination> coordinations = new ArrayList<>();
		duties.forEach(
				(duty) -> coordinations.add(new Coordination(duty.party(), duty.role(), coordinations.size() + 1)));
		return coordinations;
	}

	private record Duty(PartyId party, String role) {
	}

}
