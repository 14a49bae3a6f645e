package org.asemeducation.stocktake.update.handover;

import java.util.ArrayList;
import java.util.List;

import org.asemeducation.stocktake.access.Contact;
import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.access.Coordination;
import org.asemeducation.stocktake.access.NewContact;
import org.asemeducation.stocktake.access.NewParty;
import org.asemeducation.stocktake.access.Newcomers;
import org.asemeducation.stocktake.access.Party;
import org.asemeducation.stocktake.access.PartyId;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.cycle.CycleInitiatives;
import org.asemeducation.stocktake.engine.AsNobody;
import org.asemeducation.stocktake.plan.Basis;
import org.asemeducation.stocktake.plan.change.NotingCoordinators;
import org.asemeducation.stocktake.update.Leads;
import org.asemeducation.stocktake.update.Staffing;
import org.asemeducation.stocktake.update.UpdateKey;
import org.asemeducation.stocktake.update.UpdateRequest;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Puts the successor in the place of whoever leaves: as a person of the same party, or as
 * the person of another party, which takes the place of theirs.
 */
@Component
class Succession {

	private static final String COORDINATOR = "coordinator";

	private final Register register;

	private final Newcomers newcomers;

	private final CycleInitiatives initiatives;

	private final Leads leads;

	private final Staffing staffing;

	private final NotingCoordinators noting;

	private final AsNobody asNobody;

	private final JdbcClient jdbc;

	Succession(Register register, Newcomers newcomers, CycleInitiatives initiatives, Leads leads, Staffing staffing,
			NotingCoordinators noting, AsNobody asNobody, JdbcClient jdbc) {
		this.register = register;
		this.newcomers = newcomers;
		this.initiatives = initiatives;
		this.leads = leads;
		this.staffing = staffing;
		this.noting = noting;
		this.asNobody = asNobody;
		this.jdbc = jdbc;
	}

	/** A colleague speaks for the party from now on, and whoever leaves does not. */
	HandedOver withinParty(UpdateRequest request, HandOver asked, Contact leaving, List<PartyId> parties) {
		Contact successor = leaving;
		for (PartyId party : parties) {
			successor = this.newcomers.speaker(person(party, asked));
		}
		List<String> initiatives = coordinated(request.key(), parties);
		this.asNobody.call(() -> {
			parties.forEach((party) -> this.register.leave(leaving.id(), party));
			return true;
		});
		return new HandedOver(request.key(), leaving.id(), successor.id(), labels(parties), initiatives, List.of());
	}

	/** Another party coordinates the initiative from now on, in the place of theirs. */
	HandedOver toParty(UpdateRequest request, HandOver asked, Contact leaving, List<PartyId> parties, String by) {
		UpdateKey key = request.key();
		String initiative = key.initiative().value();
		Party party = party(asked);
		Contact successor = this.newcomers.speaker(person(party.id(), asked));
		List<ContactId> colleagues = speakers(parties);
		boolean led = this.leads.of(key).filter((lead) -> parties.contains(lead.party())).isPresent();
		this.register.coordinate(initiative, inTheirPlace(initiative, parties, party.id()));
		this.noting.note(key.initiative(), "Handed over in the cycle %s: %s".formatted(key.cycle(), asked.reason()),
				Basis.SECRETARIAT, by);
		if (led && this.leads.of(key).isPresent()) {
			this.leads.settle(key, party.id(), by);
		}
		this.initiatives.handedOver(key.cycle(), key.initiative());
		if (request.state().isAskedFor()) {
			this.staffing.changed(request);
		}
		return new HandedOver(key, leaving.id(), successor.id(), party.label(), List.of(initiative), colleagues);
	}

	private List<ContactId> speakers(List<PartyId> parties) {
		return this.jdbc.sql("""
				select distinct c.id from contact c join contact_role s on s.contact = c.id and s.role = 'coordinator'
				where c.active and s.party = any(:parties) order by c.id""")
			.param("parties", parties.stream().map(PartyId::value).toArray(Long[]::new))
			.query((row, number) -> new ContactId(row.getLong("id")))
			.list();
	}

	private List<Coordination> inTheirPlace(String initiative, List<PartyId> leaving, PartyId taking) {
		List<Coordination> all = new ArrayList<>();
		for (Coordination one : this.register.coordination(initiative)) {
			boolean theirs = COORDINATOR.equals(one.role()) && leaving.contains(one.party());
			Coordination now = theirs ? new Coordination(taking, COORDINATOR, one.position()) : one;
			boolean again = now.party().equals(taking) && all.stream()
				.anyMatch((other) -> other.party().equals(taking) && other.role().equals(now.role()));
			if (!again) {
				all.add(now);
			}
		}
		return all;
	}

	private Party party(HandOver asked) {
		return this.register.parties()
			.stream()
			.filter((party) -> party.id().equals(asked.party()))
			.findFirst()
			.orElseGet(() -> this.register.register(new NewParty(String.valueOf(asked.newParty()), null, "other")));
	}

	private static NewContact person(PartyId party, HandOver asked) {
		return new NewContact(party, asked.name(), asked.email(), "en", null, NewContact.COORDINATOR);
	}

	/** Everything that a cycle asks these parties for. */
	List<String> coordinated(UpdateKey key, List<PartyId> parties) {
		return this.jdbc.sql("""
				select i.initiative from cycle_initiative i where i.cycle = :cycle and exists (
				    select from coordination k where k.initiative = i.initiative and k.role = 'coordinator'
				    and k.party = any(:parties)) order by i.position""")
			.param("cycle", key.cycle().value())
			.param("parties", parties.stream().map(PartyId::value).toArray(Long[]::new))
			.query(String.class)
			.list();
	}

	String labels(List<PartyId> parties) {
		return String.join(", ",
				this.register.parties()
					.stream()
					.filter((party) -> parties.contains(party.id()))
					.map(Party::label)
					.toList());
	}

}
