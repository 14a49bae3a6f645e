package org.asemeducation.stocktake.notification;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.cycle.Addressees;
import org.asemeducation.stocktake.cycle.Cycle;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.MailToCome;
import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.Refused;

import org.springframework.stereotype.Component;

/**
 * Says whom an act would write to, and holds what it would write to those who are left
 * out of it. A request stays held until it is released.
 */
@Component
class LeavingOut implements Addressees {

	private final Cycles cycles;

	private final DueRequests requests;

	private final CoordinatorContacts contacts;

	private final AskedContacts asked;

	private final Holds holds;

	private final PlanFacts facts;

	private final Audit audit;

	private final AdoptedWorkPlans adoptions;

	private final Clock clock;

	LeavingOut(Cycles cycles, DueRequests requests, CoordinatorContacts contacts, AskedContacts asked, Holds holds,
			PlanFacts facts, Audit audit, AdoptedWorkPlans adoptions, Clock clock) {
		this.cycles = cycles;
		this.requests = requests;
		this.contacts = contacts;
		this.asked = asked;
		this.holds = holds;
		this.facts = facts;
		this.audit = audit;
		this.adoptions = adoptions;
		this.clock = clock;
	}

	@Override
	public List<MailToCome> ofRequests(CycleName name) {
		Cycle cycle = this.cycles.get(name);
		List<PlannedMail> mails = PlannedMail
			.of(PlannedRequests.moments(this.requests.ahead(name, cycle.state() != Cycle.State.OPENED, null),
					cycle.requestAt(), this.contacts.in(cycle.zone())));
		return sorted(cycle, mails);
	}

	@Override
	public List<MailToCome> ofAdoption(CycleName name, Collection<String> initiatives) {
		Instant now = this.clock.instant();
		return sorted(this.cycles.get(name),
				PlannedMail.of(this.adoptions.claims(name, initiatives)
					.stream()
					.map((claim) -> new PlannedMail.Moment(claim.contact(), now, PlannedLine.of(claim, null)))
					.toList()));
	}

	private List<MailToCome> sorted(Cycle cycle, List<PlannedMail> mails) {
		return this.facts.shown(cycle.zone(), mails, this.holds.in(cycle.name()), this.facts.notReceiving())
			.stream()
			.sorted(Comparator.comparing(MailToCome::parties).thenComparing(MailToCome::email))
			.toList();
	}

	@Override
	public void leaveOut(CycleName cycle, Act act, List<Long> contacts, String by) {
		Set<Long> out = new HashSet<>(contacts);
		if (out.isEmpty()) {
			return;
		}
		if (!known(cycle, act).containsAll(out)) {
			throw Refused.conflict(
					"Nothing is done: the people who would be written to have changed meanwhile. Look at them again.");
		}
		this.holds.hold(cycle, out.stream().map((contact) -> key(cycle, act, new ContactId(contact))).toList(),
				act.word(), act.reason(), by);
		this.audit.record(by, "leave out of mails", cycle.value(), null, "%s: contacts %s".formatted(act.word(),
				out.stream().sorted().map(String::valueOf).collect(Collectors.joining(", "))));
	}

	private Set<Long> known(CycleName cycle, Act act) {
		if (act == Act.OPEN_CYCLE || act == Act.SEND_REQUESTS) {
			return ofRequests(cycle).stream().map(MailToCome::contact).collect(Collectors.toSet());
		}
		return this.contacts.in(this.cycles.get(cycle).zone())
			.stream()
			.map((contact) -> contact.id().value())
			.collect(Collectors.toSet());
	}

	private Hold.Key key(CycleName cycle, Act act, ContactId contact) {
		return switch (act) {
			case MOVE_DATE -> new Hold.Key(contact, Ladder.DATE_MOVED, "", this.asked.in(cycle).version(), 0);
			case ADOPT -> new Hold.Key(contact, Ladder.ADOPTED, "", 0, 0);
			default -> new Hold.Key(contact, Ladder.REQUEST, "", 0, 0);
		};
	}

}
