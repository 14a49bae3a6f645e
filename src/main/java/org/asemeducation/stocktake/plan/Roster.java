package org.asemeducation.stocktake.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Finds out which mentions in a plan mean the same party. The first mention names the
 * party, later ones add what it left open.
 */
final class Roster {

	/** A community is printed with its country: "Belgium (Flemish Community)". */
	private static final Pattern WITH_COUNTRY = Pattern.compile("\\p{L}[\\p{L} ]* \\((.+ Community)\\)");

	private final List<ListedParty> parties = new ArrayList<>();

	private final Names<Integer> places = new Names<>();

	static Roster of(ActionPlan plan) {
		Roster roster = new Roster();
		plan.initiatives()
			.stream()
			.flatMap((initiative) -> initiative.parties().stream())
			.map((party) -> new ListedParty(party.name(), party.acronym(), party.kind(), null, null, false, false))
			.forEach(roster::mention);
		plan.listed().forEach(roster::mention);
		plan.structures()
			.stream()
			.map((structure) -> new ListedParty(structure.name(), structure.acronym(), "other", null, null, false,
					false))
			.forEach(roster::mention);
		return roster;
	}

	List<ListedParty> parties() {
		return List.copyOf(this.parties);
	}

	ListedParty party(String name, @Nullable String acronym) {
		return this.places.find(name, acronym)
			.map(this.parties::get)
			.orElseThrow(() -> new IllegalArgumentException("the plan does not name " + name));
	}

	private void mention(ListedParty party) {
		int place = this.places.find(party.name(), party.acronym()).orElse(this.parties.size());
		if (place == this.parties.size()) {
			this.parties.add(party);
		}
		else {
			this.parties.set(place, merge(this.parties.get(place), party));
		}
		this.places.put(party.name(), party.acronym(), place);
		Matcher community = WITH_COUNTRY.matcher(party.name());
		if (community.matches()) {
			this.places.put(community.group(1), null, place);
		}
	}

	private static ListedParty merge(ListedParty first, ListedParty later) {
		boolean laterKnowsBetter = first.kind().equals("other") || later.kind().equals("community");
		return new ListedParty(first.name(), (first.acronym() != null) ? first.acronym() : later.acronym(),
				laterKnowsBetter ? later.kind() : first.kind(),
				(first.region() != null) ? first.region() : later.region(),
				(first.country() != null) ? first.country() : later.country(), first.partner() || later.partner(),
				first.stakeholder() || later.stakeholder());
	}

}
