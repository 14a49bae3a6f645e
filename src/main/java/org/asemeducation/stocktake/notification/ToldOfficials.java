package org.asemeducation.stocktake.notification;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps for the decision record who was told what of a no-objection round, and for which
 * members they spoke then.
 */
@Component
class ToldOfficials {

	private final JdbcClient jdbc;

	private final Clock clock;

	ToldOfficials(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Keeps it in the caller's transaction.
	 * @param mails the ledger's numbers; those about anything else are passed over
	 */
	void record(List<Long> mails) {
		this.jdbc
			.sql("""
					insert into no_objection_told (cycle, round, contact, party, what, told_at, mail)
					select distinct m.cycle, l.round, m.contact, b.party, case l.ladder
					    when 'no-objection' then 'invited' when 'no-objection-reminder' then 'reminded'
					    else replace(l.ladder, 'no-objection-', '') end, cast(:now as timestamptz), m.id
					from mail m join mail_line l on l.mail = m.id and l.ladder like 'no-objection%'
					join contact_role s on s.contact = m.contact and s.role = 'coordinator'
					join no_objection_member b on b.cycle = m.cycle and b.round = l.round and b.party = s.party
					where m.id = any(:mails) and (l.ladder <> 'no-objection-reminder' or not exists (
					    select from no_objection_position p where p.cycle = b.cycle and p.round = b.round and p.party = b.party))
					on conflict do nothing""")
			.param("now", Timestamp.from(this.clock.instant()))
			.param("mails", mails.toArray(Long[]::new))
			.update();
	}

}
