package org.asemeducation.stocktake.rehearsal;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.asemeducation.stocktake.access.Contact;
import org.asemeducation.stocktake.access.Officials;
import org.asemeducation.stocktake.access.Party;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.asemeducation.stocktake.cycle.Meetings;
import org.asemeducation.stocktake.endorsement.Decision;
import org.asemeducation.stocktake.endorsement.EndorsementActs;
import org.asemeducation.stocktake.endorsement.correction.Correcting;
import org.asemeducation.stocktake.endorsement.noobjection.Answering;
import org.asemeducation.stocktake.endorsement.noobjection.Round;
import org.asemeducation.stocktake.endorsement.noobjection.RoundActs;
import org.asemeducation.stocktake.endorsement.noobjection.RoundPlan;
import org.asemeducation.stocktake.endorsement.noobjection.Rounds;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.rehearsal.Scenario.Adopt;
import org.asemeducation.stocktake.rehearsal.Scenario.CallsNoObjectionOff;
import org.asemeducation.stocktake.rehearsal.Scenario.Correct;
import org.asemeducation.stocktake.rehearsal.Scenario.NoObjection;
import org.asemeducation.stocktake.rehearsal.Scenario.OfVersion;
import org.asemeducation.stocktake.rehearsal.Scenario.ProlongsNoObjection;
import org.asemeducation.stocktake.rehearsal.Scenario.TakesPosition;

import org.springframework.stereotype.Component;

/**
 * What officials, ministers and the secretariat do to a sealed version in a rehearsal. A
 * member without anybody who speaks for it gets a contact.
 */
@Component
class Delegations {

	private final Rounds rounds;

	private final RoundActs acts;

	private final Answering answering;

	private final EndorsementActs endorsement;

	private final Correcting correcting;

	private final Meetings meetings;

	private final Officials officials;

	private final Cast cast;

	Delegations(Rounds rounds, RoundActs acts, Answering answering, EndorsementActs endorsement, Correcting correcting,
			Meetings meetings, Officials officials, Cast cast) {
		this.rounds = rounds;
		this.acts = acts;
		this.answering = answering;
		this.endorsement = endorsement;
		this.correcting = correcting;
		this.meetings = meetings;
		this.officials = officials;
		this.cast = cast;
	}

	void play(OfVersion event, Scenario scenario) {
		CycleName cycle = scenario.name();
		String secretariat = this.cast.secretariat();
		if (event instanceof NoObjection round) {
			open(cycle, round, Optional.ofNullable(round.zone()).orElse(scenario.zone()));
		}
		else if (event instanceof ProlongsNoObjection prolongs) {
			ZoneId zone = this.rounds.latest(cycle).map(Round::zone).orElse(scenario.zone());
			this.acts.prolong(cycle, prolongs.until().atZone(zone).toInstant(), prolongs.because(), secretariat);
		}
		else if (event instanceof CallsNoObjectionOff callsOff) {
			this.acts.callOff(cycle, callsOff.because(), secretariat);
		}
		else if (event instanceof TakesPosition position) {
			answer(cycle, position);
		}
		else if (event instanceof Adopt adopt) {
			Decision decision = (adopt.reason() != null) ? Decision.notAdopted(adopt.reason()) : Decision
				.adopted(Optional.ofNullable(this.meetings.of(cycle, MeetingKind.ASEMME).held()).orElse(adopt.date()));
			this.endorsement.recordAdoption(cycle, decision, secretariat);
		}
		else if (event instanceof Correct correct) {
			this.correcting.correct(cycle, correct.place(), correct.wrong(), correct.right(), correct.note(),
					secretariat);
		}
	}

	private void open(CycleName cycle, NoObjection round, ZoneId zone) {
		Optional<Round> stopped = this.rounds.latest(cycle).filter(Round::isStopped);
		List<Party> members = round.members().isEmpty()
				? stopped.map(this.rounds::members).orElseGet(this.officials::partners)
				: round.members().stream().map(this::partner).toList();
		members.forEach(this.cast::contact);
		RoundPlan plan = new RoundPlan(round.opens().atZone(zone).toInstant(), round.closes().atZone(zone).toInstant(),
				zone, round.reminder(), members.stream().map((party) -> party.id().value()).toList());
		if (stopped.isPresent()) {
			this.acts.amend(cycle, round.asked(), plan, this.cast.secretariat());
		}
		else {
			this.acts.plan(cycle, plan, this.cast.secretariat());
		}
	}

	private void answer(CycleName cycle, TakesPosition position) {
		Party member = partner(position.member());
		Contact official = this.cast.contact(member);
		Round round = this.rounds.latest(cycle)
			.orElseThrow(() -> Refused.conflict("There is no no-objection round in %s.".formatted(cycle)));
		int answers = this.rounds.position(round, member.id()).map((one) -> one.number()).orElse(0);
		this.answering.answer(cycle,
				new Answering.Seen(round.number(), Optional.ofNullable(round.version()).orElse(0), answers),
				member.id(), position.answer(), position.text(), official.userId());
	}

	private Party partner(String name) {
		return Stream.of(this.officials.partners())
			.flatMap(List::stream)
			.filter((party) -> name.equals(party.name()) || name.equals(party.acronym()))
			.findFirst()
			.orElseThrow(() -> Refused.conflict(
					"The plan has no partner \"%s\": use its name, or its acronym where it has one.".formatted(name)));
	}

}
