package org.asemeducation.stocktake.rehearsal;

import org.asemeducation.stocktake.access.Contact;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.rehearsal.Scenario.OfRound;
import org.asemeducation.stocktake.report.round.RehearsedRound;
import org.asemeducation.stocktake.report.round.RoundChanging;
import org.asemeducation.stocktake.report.round.RoundOpening;

import org.springframework.stereotype.Component;

/**
 * What people do with a draft that goes round.
 */
@Component
class RoundPeople {

	private final RoundOpening opening;

	private final RoundChanging changing;

	private final RehearsedRound round;

	private final Register register;

	RoundPeople(RoundOpening opening, RoundChanging changing, RehearsedRound round, Register register) {
		this.opening = opening;
		this.changing = changing;
		this.round = round;
		this.register = register;
	}

	void play(CycleName cycle, OfRound event, String secretariat) {
		if (event instanceof Scenario.OpensRound opens) {
			this.opening.open(cycle, opens.round(), secretariat);
		}
		else if (event instanceof Scenario.ProlongsRound prolongs) {
			this.changing.prolong(cycle, this.round.number(cycle), prolongs.until(), prolongs.because(), secretariat);
		}
		else if (event instanceof Scenario.CallsRoundOff callsOff) {
			this.changing.callOff(cycle, this.round.number(cycle), callsOff.because(), secretariat);
		}
		else if (event instanceof Scenario.Commented said) {
			this.round.say(cycle, said.remark(),
					this.register.contactByEmail(said.by())
						.map(Contact::userId)
						.orElseThrow(() -> Refused.conflict("Nobody has the address %s.".formatted(said.by()))));
		}
		else if (event instanceof Scenario.DecidedOn decided) {
			this.round.decide(cycle, decided.comment(), decided.decision(), decided.because(), decided.takesOver(),
					secretariat);
		}
	}

}
