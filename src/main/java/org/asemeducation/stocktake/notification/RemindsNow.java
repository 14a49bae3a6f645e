package org.asemeducation.stocktake.notification;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.access.Contact;
import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.notification.help.Given;
import org.asemeducation.stocktake.notification.help.Given.LeftOut;
import org.asemeducation.stocktake.notification.help.Given.Refusal;
import org.asemeducation.stocktake.notification.help.Help;
import org.asemeducation.stocktake.notification.help.HelpAct;
import org.asemeducation.stocktake.notification.help.HelpKind;
import org.asemeducation.stocktake.plan.InitiativeId;
import org.asemeducation.stocktake.notification.PlanFacts.Unreached;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Reminds coordinators at once, whatever the ladder says. A reminder of today is claimed
 * like a rung of today: nobody gets two on one day, and the ladder goes on afterwards.
 */
@Component
class RemindsNow implements HelpAct {

	private final Gatherings gatherings;

	private final OpenRequests requests;

	private final CoordinatorContacts contacts;

	private final PlanFacts facts;

	private final Holds holds;

	private final SentAhead sent;

	private final ReminderRun run;

	private final Ledger ledger;

	private final MailProcess mails;

	private final Register register;

	private final Audit audit;

	private final Clock clock;

	RemindsNow(Gatherings gatherings, OpenRequests requests, CoordinatorContacts contacts, PlanFacts facts, Holds holds,
			SentAhead sent, ReminderRun run, Ledger ledger, MailProcess mails, Register register, Audit audit,
			Clock clock) {
		this.gatherings = gatherings;
		this.requests = requests;
		this.contacts = contacts;
		this.facts = facts;
		this.holds = holds;
		this.sent = sent;
		this.run = run;
		this.ledger = ledger;
		this.mails = mails;
		this.register = register;
		this.audit = audit;
		this.clock = clock;
	}

	@Override
	public HelpKind kind() {
		return HelpKind.REMIND;
	}

	@Override
	public Given give(CycleName cycle, List<InitiativeId> initiatives, Help help, String by) {
		this.run.lock();
		Instant now = this.clock.instant();
		Gathering gathering = this.gatherings.at(now)
			.stream()
			.filter((one) -> one.cycle().equals(cycle))
			.findFirst()
			.orElseThrow(() -> Refused
				.conflict("The gathering of %s is not under way: there is nothing to remind of.".formatted(cycle)));
		Map<InitiativeId, OpenRequest> open = this.requests.of(gathering, initiatives)
			.stream()
			.collect(Collectors.toMap(OpenRequest::initiative, Function.identity()));
		List<Claim> claims = new ArrayList<>();
		List<LeftOut> leftOut = new ArrayList<>();
		Today today = new Today(gathering, now);
		open.values().forEach((request) -> today.look(request, claims, leftOut));
		this.ledger.queue(cycle, claims, now).forEach(this.mails::start);
		Set<String> reminded = new LinkedHashSet<>();
		claims.forEach((claim) -> reminded.add(claim.initiative().value()));
		reminded.forEach((initiative) -> this.audit.record(by, "remind now", cycle + "/" + initiative, null,
				names(initiative, claims)));
		return new Given(List.copyOf(reminded), refusals(initiatives, open, reminded, leftOut), leftOut);
	}

	private String names(String initiative, List<Claim> claims) {
		return claims.stream()
			.filter((claim) -> claim.initiative().value().equals(initiative))
			.map((claim) -> "contact " + claim.contact().value())
			.collect(Collectors.joining(", "));
	}

	private static List<Refusal> refusals(List<InitiativeId> initiatives, Map<InitiativeId, OpenRequest> open,
			Set<String> reminded, List<LeftOut> leftOut) {
		return initiatives.stream()
			.filter((initiative) -> !reminded.contains(initiative.value()))
			.map((initiative) -> new Refusal(initiative.value(),
					!open.containsKey(initiative)
							? "It does not wait for its coordinators: there is nothing to remind of."
							: leftOut.stream().anyMatch((one) -> one.initiative().equals(initiative.value()))
									? "Nobody who coordinates it would be written to."
									: "Nobody coordinates it who could be written to."))
			.toList();
	}

	/**
	 * Whom to remind on a day.
	 */
	private final class Today {

		private final Instant now;

		private final Map<ContactId, LocalContact> people;

		private final Map<ContactId, Contact> named;

		private final Map<ContactId, Unreached> notReceiving;

		private final Set<Hold.Key> held;

		private final SentAhead.Found told;

		Today(Gathering gathering, Instant now) {
			this.now = now;
			this.people = RemindsNow.this.contacts.in(gathering.zone())
				.stream()
				.collect(Collectors.toMap(LocalContact::id, Function.identity()));
			this.named = RemindsNow.this.register.contacts()
				.stream()
				.collect(Collectors.toMap(Contact::id, Function.identity()));
			this.notReceiving = RemindsNow.this.facts.notReceiving();
			this.held = RemindsNow.this.holds.in(gathering.cycle()).holds().keySet();
			this.told = RemindsNow.this.sent.in(gathering.cycle(),
					java.time.LocalDate.ofInstant(now, gathering.zone()).minusDays(1), null);
		}

		void look(OpenRequest request, List<Claim> claims, List<LeftOut> leftOut) {
			Ladder ladder = (request.returned() != null) ? Ladder.RETURNED_REMINDER : Ladder.REMINDER;
			request.coordinators()
				.stream()
				.filter((contact) -> this.people.containsKey(contact) && this.named.containsKey(contact))
				.sorted(java.util.Comparator.comparing(ContactId::value))
				.forEach((contact) -> {
					Claim claim = request.claim(ladder, rung(request, ladder, contact), contact);
					String why = objection(claim);
					if (why == null) {
						claims.add(claim);
					}
					else {
						Contact person = this.named.get(contact);
						leftOut.add(new LeftOut(contact.value(), person.name(), person.email(),
								claim.initiative().value(), why));
					}
				});
		}

		private int rung(OpenRequest request, Ladder ladder, ContactId contact) {
			return (int) ChronoUnit.DAYS.between(request.day(ladder).on(), this.people.get(contact).dayOf(this.now));
		}

		private @Nullable String objection(Claim claim) {
			Unreached unreached = this.notReceiving.get(claim.contact());
			if (unreached != null) {
				return (unreached.stop() == Stop.UNWANTED)
						? "They receive no mail: write to them yourself, or change that on their party’s page in the register."
						: "Mail does not reach this address: mend it first, by the task in Tasklist.";
			}
			if (this.held.stream().anyMatch((key) -> isAbout(key, claim))) {
				return "Their reminders are held in the mail plan: release them there first.";
			}
			Stop stop = this.told.stop(claim);
			return (stop == null) ? null : (stop == Stop.SENT) ? "They are reminded of it today already."
					: "A later reminder was sent to them ahead of its day already.";
		}

		private static boolean isAbout(Hold.Key key, Claim claim) {
			return key.contact().equals(claim.contact()) && key.initiative().equals(claim.initiative().value())
					&& key.ladder() == claim.ladder();
		}

	}

}
