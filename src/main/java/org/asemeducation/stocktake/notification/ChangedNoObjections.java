package org.asemeducation.stocktake.notification;

import java.time.Clock;
import java.util.List;

import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.endorsement.noobjection.Position.Answer;
import org.asemeducation.stocktake.endorsement.noobjection.PositionGiven;
import org.asemeducation.stocktake.endorsement.noobjection.Round;
import org.asemeducation.stocktake.endorsement.noobjection.RoundCalledOff;
import org.asemeducation.stocktake.endorsement.noobjection.RoundProlonged;
import org.asemeducation.stocktake.endorsement.noobjection.Rounds;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells everybody who was told of a no-objection round that an objection has stopped its
 * clock, that it closes later, or that it is called off.
 */
@Component
class ChangedNoObjections {

	private final Rounds rounds;

	private final Ledger ledger;

	private final ToldOfficials told;

	private final PickUpMails pickUp;

	private final JdbcClient jdbc;

	private final Clock clock;

	ChangedNoObjections(Rounds rounds, Ledger ledger, ToldOfficials told, PickUpMails pickUp, JdbcClient jdbc,
			Clock clock) {
		this.rounds = rounds;
		this.ledger = ledger;
		this.told = told;
		this.pickUp = pickUp;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@EventListener
	@Transactional
	void on(PositionGiven given) {
		if (given.position().answer() == Answer.OBJECT) {
			tell(given.cycle(), Ladder.NO_OBJECTION_STOPPED, 0);
		}
	}

	@EventListener
	@Transactional
	void on(RoundProlonged prolonged) {
		tell(prolonged.cycle(), Ladder.NO_OBJECTION_PROLONGED, prolonged.times());
	}

	@EventListener
	@Transactional
	void on(RoundCalledOff calledOff) {
		tell(calledOff.cycle(), Ladder.NO_OBJECTION_CALLED_OFF, 0);
	}

	private void tell(CycleName cycle, Ladder ladder, int times) {
		Round round = this.rounds.latest(cycle).orElseThrow();
		List<Claim> claims = this.jdbc.sql("""
				select distinct t.contact from no_objection_told t join contact c on c.id = t.contact and c.active
				where t.cycle = :cycle and t.round = :round order by t.contact""")
			.param("cycle", cycle.value())
			.param("round", round.number())
			.query((row, number) -> new Claim(DueRounds.REPORT, ladder, round.number(), times,
					DueNoObjections.closingDay(round), new ContactId(row.getLong("contact"))))
			.list();
		this.told.record(this.ledger.queue(cycle, claims, this.clock.instant()));
		this.pickUp.startNowAndAfterCommit();
	}

}
