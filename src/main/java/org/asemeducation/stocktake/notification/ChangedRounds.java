package org.asemeducation.stocktake.notification;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.report.round.RoundCalledOff;
import org.asemeducation.stocktake.report.round.RoundProlonged;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells everybody who was asked in a comment round that it closes later, or is called
 * off.
 */
@Component
class ChangedRounds {

	private final JdbcClient jdbc;

	private final Ledger ledger;

	private final PickUpMails pickUp;

	private final Clock clock;

	ChangedRounds(JdbcClient jdbc, Ledger ledger, PickUpMails pickUp, Clock clock) {
		this.jdbc = jdbc;
		this.ledger = ledger;
		this.pickUp = pickUp;
		this.clock = clock;
	}

	@EventListener
	@Transactional
	void on(RoundProlonged prolonged) {
		tell(prolonged.cycle(), prolonged.round(), Ladder.ROUND_PROLONGED, prolonged.times());
	}

	@EventListener
	@Transactional
	void on(RoundCalledOff calledOff) {
		tell(calledOff.cycle(), calledOff.round(), Ladder.ROUND_CALLED_OFF, 0);
	}

	private void tell(CycleName cycle, int round, Ladder ladder, int times) {
		List<Claim> claims = this.jdbc.sql("""
				select distinct a.contact, r.closes from claim a
				join report_round r on r.cycle = a.cycle and r.number = a.round
				join contact c on c.id = a.contact and c.active
				where a.cycle = :cycle and a.round = :round and a.ladder = 'round' and not a.skipped
				order by a.contact""")
			.param("cycle", cycle.value())
			.param("round", round)
			.query((row, number) -> new Claim(DueRounds.REPORT, ladder, round, times,
					row.getObject("closes", LocalDate.class), new ContactId(row.getLong("contact"))))
			.list();
		this.ledger.queue(cycle, claims, this.clock.instant());
		this.pickUp.startNowAndAfterCommit();
	}

}
