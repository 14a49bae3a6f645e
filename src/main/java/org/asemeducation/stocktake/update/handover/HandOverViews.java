package org.asemeducation.stocktake.update.handover;

import java.util.List;
import java.util.Optional;

import org.asemeducation.stocktake.access.Helper;
import org.asemeducation.stocktake.access.Helpers;
import org.asemeducation.stocktake.access.Party;
import org.asemeducation.stocktake.access.PartyId;
import org.asemeducation.stocktake.access.Person;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.access.Rights;
import org.asemeducation.stocktake.cycle.Cycle;
import org.asemeducation.stocktake.cycle.CycleInitiatives;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.update.DaysOfUpdates;
import org.asemeducation.stocktake.update.UpdateKey;
import org.asemeducation.stocktake.update.UpdateRequests;
import org.asemeducation.stocktake.update.handover.HandOverController.Asked;
import org.asemeducation.stocktake.update.handover.HandOverController.Choice;
import org.asemeducation.stocktake.update.handover.HandOverController.Helping;
import org.asemeducation.stocktake.update.handover.HandOverController.SomebodyElse;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * What the forms show of helpers and hand-overs.
 */
@Component
class HandOverViews {

	private final Rights rights;

	private final Helpers helpers;

	private final Register register;

	private final Cycles cycles;

	private final CycleInitiatives initiatives;

	private final UpdateRequests requests;

	private final DaysOfUpdates days;

	private final HandOvers handOvers;

	private final Succession succession;

	HandOverViews(Rights rights, Helpers helpers, Register register, Cycles cycles, CycleInitiatives initiatives,
			UpdateRequests requests, DaysOfUpdates days, HandOvers handOvers, Succession succession) {
		this.rights = rights;
		this.helpers = helpers;
		this.register = register;
		this.cycles = cycles;
		this.initiatives = initiatives;
		this.requests = requests;
		this.days = days;
		this.handOvers = handOvers;
		this.succession = succession;
	}

	SomebodyElse of(UpdateKey key, Person reader) {
		String initiative = key.initiative().value();
		if (!reader.isSecretariat() && !this.rights.mayWrite(reader.userId(), initiative)) {
			throw Refused.notAllowed(
					"Only those who coordinate %s and the secretariat may read this.".formatted(key.initiative()));
		}
		this.requests.find(key)
			.orElseThrow(() -> Refused
				.notFound("No update of %s is asked for in %s.".formatted(key.initiative(), key.cycle())));
		Cycle cycle = this.cycles.get(key.cycle());
		List<PartyId> own = this.rights.coordinatingAs(reader.userId(), initiative);
		HandOver latest = this.handOvers.latest(key).orElse(null);
		return new SomebodyElse(initiative, this.initiatives.find(key.cycle(), key.initiative()).orElseThrow().title(),
				cycle.zone().getId(), this.days.of(key).last(), own.isEmpty() ? null : this.succession.labels(own),
				own.isEmpty() ? List.of() : this.succession.coordinated(key, own), parties(own),
				this.helpers.of(initiative).stream().map(this::helping).toList(),
				helping(reader, initiative).orElse(null), asked(key, latest));
	}

	/** A coordinator who was asked to help as well sees what their party says. */
	private Optional<Helping> helping(Person reader, String initiative) {
		return this.helpers.helping(reader.userId(), initiative)
			.filter((help) -> this.rights.coordinatingAs(reader.userId(), initiative).isEmpty())
			.map(this::helping);
	}

	private Helping helping(Helper help) {
		return new Helping(help.id(), help.name(), help.email(), help.partyLabel(), help.maySubmit(), help.endsAt(),
				this.register.nameOf(help.askedBy()));
	}

	private List<Choice> parties(List<PartyId> own) {
		return own.isEmpty() ? List.of()
				: this.register.parties()
					.stream()
					.filter((party) -> !own.contains(party.id()))
					.map((party) -> new Choice(party.id().value(), label(party)))
					.toList();
	}

	private static String label(Party party) {
		return party.label().equals(party.name()) ? party.name() : "%s – %s".formatted(party.label(), party.name());
	}

	private @Nullable Asked asked(UpdateKey key, @Nullable HandOver latest) {
		if (latest == null) {
			return null;
		}
		List<PartyId> from = this.rights.coordinatingAs(latest.askedBy(), key.initiative().value());
		PartyId to = latest.party();
		String party = (to != null) ? this.succession.labels(List.of(to)) : latest.newParty();
		String arrangedBy = latest.arrangedBy();
		return new Asked(latest.name(), latest.email(), party, latest.newParty() != null, latest.reason(),
				latest.askedAt(), this.register.nameOf((arrangedBy != null) ? arrangedBy : latest.askedBy()),
				this.succession.labels(from),
				latest.isToColleague() ? this.succession.coordinated(key, from) : List.of(key.initiative().value()),
				latest.outcome(), latest.answer());
	}

}
