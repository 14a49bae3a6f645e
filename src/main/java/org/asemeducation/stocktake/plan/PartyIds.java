package org.asemeducation.stocktake.plan;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.asemeducation.stocktake.access.NewParty;
import org.asemeducation.stocktake.access.Party;
import org.asemeducation.stocktake.access.PartyId;
import org.asemeducation.stocktake.access.Register;
import org.jspecify.annotations.Nullable;

/**
 * Which parties of the register the parties of a plan are.
 */
final class PartyIds {

	private final Roster roster;

	private final Map<ListedParty, PartyId> ids = new HashMap<>();

	private PartyIds(ActionPlan plan, Function<ListedParty, PartyId> id) {
		this.roster = Roster.of(plan);
		this.roster.parties().forEach((party) -> this.ids.put(party, id.apply(party)));
	}

	/** As if they were registered: whoever is new bears a number below nought. */
	static PartyIds supposed(ActionPlan plan, Register register) {
		Names<Party> known = known(register);
		return new PartyIds(plan,
				(party) -> known.find(party.name(), party.acronym())
					.map(Party::id)
					.orElseGet(() -> new PartyId(-1L - plan.parties().indexOf(party))));
	}

	/** Registers whoever is new. */
	static PartyIds registered(ActionPlan plan, Register register) {
		Names<Party> known = known(register);
		return new PartyIds(plan, (party) -> {
			Optional<Party> found = known.find(party.name(), party.acronym());
			String name = found.map(Party::name).orElse(party.name());
			String acronym = found.map(Party::acronym).orElse(party.acronym());
			return register
				.register(new NewParty(name, acronym, party.kind(), party.region(), party.country(), party.partner(),
						party.stakeholder()))
				.id();
		});
	}

	PartyId of(String name, @Nullable String acronym) {
		return this.ids.get(this.roster.party(name, acronym));
	}

	private static Names<Party> known(Register register) {
		Names<Party> known = new Names<>();
		register.parties().forEach((party) -> known.put(party.name(), party.acronym(), party));
		return known;
	}

}
