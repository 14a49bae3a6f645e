package org.asemeducation.stocktake.cycle.proposal;

import java.util.List;

import org.asemeducation.stocktake.access.Party;
import org.asemeducation.stocktake.access.Person;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.engine.Refused;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people with an account may see and do of proposals: those who speak for a party
 * with its own, the reviewing body and the secretariat with all that were sent.
 */
@Component
@Transactional
class OurProposals {

	private final Proposals proposals;

	private final Proposing proposing;

	private final Register register;

	OurProposals(Proposals proposals, Proposing proposing, Register register) {
		this.proposals = proposals;
		this.proposing = proposing;
		this.register = register;
	}

	@Transactional(readOnly = true)
	List<Proposal> of(Person person) {
		return this.proposals.of(person.userId());
	}

	/** For whom somebody can propose. */
	@Transactional(readOnly = true)
	List<Party> parties(Person person) {
		return this.register.parties().stream().filter((party) -> person.groups().contains(party.groupId())).toList();
	}

	/**
	 * Begins a draft.
	 * @param party the register's number of the party that it is for
	 * @throws Refused when the person does not speak for it
	 */
	long begin(Person person, long party) {
		if (parties(person).stream().noneMatch((one) -> one.id().value() == party)) {
			throw Refused.notAllowed("You speak for no such party: choose one of yours.");
		}
		return this.proposals.begin(person.userId(), party);
	}

	/**
	 * A proposal of one's own party.
	 * @throws Refused when there is none of that number among them
	 */
	@Transactional(readOnly = true)
	Proposal ours(long id, Person person) {
		return this.proposals.find(id)
			.filter((one) -> isOf(one, person))
			.orElseThrow(() -> Refused.notFound("Your party has no proposal %d.".formatted(id)));
	}

	/**
	 * A proposal that somebody may read.
	 * @throws Refused when there is none for them
	 */
	@Transactional(readOnly = true)
	Proposal readable(long id, Person person) {
		return this.proposals.find(id)
			.filter((one) -> isOf(one, person) || (one.number() > 0 && (person.isReviewer() || person.isSecretariat())))
			.orElseThrow(() -> Refused.notFound("There is no proposal %d for you.".formatted(id)));
	}

	@Transactional(readOnly = true)
	boolean isOf(Proposal proposal, Person person) {
		return proposal.party() != null && of(person).stream().anyMatch((own) -> own.id() == proposal.id());
	}

	Proposal save(long id, long version, ProposedContent content, Person person) {
		return this.proposing.save(ours(id, person).id(), version, content);
	}

	void send(long id, long version, Person person) {
		this.proposing.send(ours(id, person).id(), version, null, person.userId());
	}

	void withdraw(long id, Person person) {
		this.proposing.withdraw(ours(id, person).id(), person.userId());
	}

}
