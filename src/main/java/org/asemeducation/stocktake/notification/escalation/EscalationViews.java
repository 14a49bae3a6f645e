package org.asemeducation.stocktake.notification.escalation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.asemeducation.stocktake.cycle.Cycle;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.DeadlineKind;
import org.asemeducation.stocktake.engine.BusinessKey;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.notification.letter.EscalationLetter;
import org.asemeducation.stocktake.notification.letter.EscalationLetter.Facts;
import org.asemeducation.stocktake.notification.letter.EscalationLetter.Unanswered;
import org.asemeducation.stocktake.notification.template.Letter;
import org.asemeducation.stocktake.update.DaysOfUpdates;
import org.asemeducation.stocktake.update.UpdateKey;
import org.asemeducation.stocktake.update.UpdateRequests;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the form shows: what a party owes, to whom one would write, and which words are
 * proposed.
 */
@Component
class EscalationViews {

	private final Escalations escalations;

	private final Superiors superiors;

	private final Cycles cycles;

	private final UpdateRequests requests;

	private final DaysOfUpdates days;

	private final EscalationLetter letter;

	private final JdbcClient jdbc;

	EscalationViews(Escalations escalations, Superiors superiors, Cycles cycles, UpdateRequests requests,
			DaysOfUpdates days, EscalationLetter letter, JdbcClient jdbc) {
		this.escalations = escalations;
		this.superiors = superiors;
		this.cycles = cycles;
		this.requests = requests;
		this.days = days;
		this.letter = letter;
		this.jdbc = jdbc;
	}

	View of(BusinessKey about) {
		Escalation escalation = this.escalations.find(about)
			.filter(Escalation::isOpen)
			.orElseThrow(() -> Refused.notFound("No escalation waits there, or no longer: reload the list of tasks."));
		Superior superior = this.superiors.of(escalation.party()).orElse(null);
		Letter proposal = (superior != null) ? proposal(escalation, superior) : null;
		return new View(party(escalation.party()), this.cycles.get(escalation.cycle()).zone().getId(),
				contacts(escalation), owed(escalation), superior, (proposal != null) ? proposal.subject() : null,
				(proposal != null) ? proposal.text() : null);
	}

	/** The words that are proposed, as things stand. */
	Letter proposal(Escalation escalation, Superior superior) {
		Cycle cycle = this.cycles.get(escalation.cycle());
		return this.letter.propose(new Facts(superior.name(), party(escalation.party()), contacts(escalation),
				cycle.name().value(), cycle.title(), cycle.isCompletion(), cycle.zone(),
				cycle.date(DeadlineKind.DEADLINE), cycle.date(DeadlineKind.FREEZE), owed(escalation)));
	}

	/** How a party is called. */
	String party(long party) {
		return this.jdbc.sql("select coalesce(acronym, name) from party where id = :party")
			.param("party", party)
			.query(String.class)
			.single();
	}

	/** What a party still owes, in the plan's order, with the day that each has. */
	private List<Unanswered> owed(Escalation escalation) {
		CycleName cycle = escalation.cycle();
		return this.jdbc.sql("""
				select r.initiative, i.title from update_request r
				join cycle_initiative i on i.cycle = r.cycle and i.initiative = r.initiative
				join coordination k on k.initiative = r.initiative and k.role = 'coordinator'
				where r.cycle = :cycle and k.party = :party and r.state in ('requested', 'returned')
				order by i.position""")
			.param("cycle", cycle.value())
			.param("party", escalation.party())
			.query((row, number) -> Map.entry(row.getString("initiative"), row.getString("title")))
			.list()
			.stream()
			.map((it) -> new Unanswered(it.getKey(), it.getValue(), due(cycle, it.getKey())))
			.toList();
	}

	private LocalDate due(CycleName cycle, String initiative) {
		return this.days.due(this.requests.find(UpdateKey.of(cycle.value(), initiative)).orElseThrow());
	}

	/** Who of the party was reminded, by name. */
	private List<String> contacts(Escalation escalation) {
		return this.jdbc.sql("""
				select c.name from contact c join contact_role s on s.contact = c.id and s.role = 'coordinator'
				where s.party = :party and c.active order by c.name, c.id""")
			.param("party", escalation.party())
			.query(String.class)
			.list();
	}

	/**
	 * An escalation that waits for the AES.
	 *
	 * @param party how it is called
	 * @param zone where the cycle's days end
	 * @param contacts who of the party was reminded
	 * @param owed what has not come
	 * @param superior to whom; {@code null} when nobody is entered any more
	 * @param subject as proposed; {@code null} without a superior
	 * @param text as proposed; {@code null} without a superior
	 */
	record View(String party, String zone, List<String> contacts, List<Unanswered> owed, @Nullable Superior superior,
			@Nullable String subject, @Nullable String text) {
	}

}
