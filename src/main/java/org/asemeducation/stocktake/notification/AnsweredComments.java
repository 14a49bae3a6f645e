package org.asemeducation.stocktake.notification;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.report.round.CommentsAnswered;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells everybody who said something in a comment round, in one mail, what became of it.
 */
@Component
class AnsweredComments {

	private final JdbcClient jdbc;

	private final Ledger ledger;

	private final PickUpMails pickUp;

	private final Clock clock;

	AnsweredComments(JdbcClient jdbc, Ledger ledger, PickUpMails pickUp, Clock clock) {
		this.jdbc = jdbc;
		this.ledger = ledger;
		this.pickUp = pickUp;
		this.clock = clock;
	}

	@EventListener
	@Transactional
	void on(CommentsAnswered answered) {
		this.ledger.queue(answered.cycle(), claims(answered), this.clock.instant());
		this.pickUp.startNowAndAfterCommit();
	}

	private List<Claim> claims(CommentsAnswered answered) {
		return this.jdbc.sql("""
				select distinct c.id, r.closes from round_comment o
				join report_round r on r.cycle = o.cycle and r.number = o.round
				join contact c on c.user_id = o.made_by and c.active
				where o.cycle = :cycle and o.round = :round order by c.id""")
			.param("cycle", answered.cycle().value())
			.param("round", answered.round())
			.query((row, number) -> new Claim(DueRounds.REPORT, Ladder.ROUND_ANSWERS, answered.round(), 0,
					row.getObject("closes", LocalDate.class), new ContactId(row.getLong("id"))))
			.list();
	}

}
