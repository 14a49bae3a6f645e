package org.asemeducation.stocktake.notification;

import java.sql.Timestamp;
import java.util.List;
import java.util.Locale;

import org.asemeducation.stocktake.endorsement.noobjection.Invitations;
import org.asemeducation.stocktake.endorsement.noobjection.Round;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells the decision record who was invited to a round, as the ledger has it.
 */
@Component
class InvitedOfficials implements Invitations {

	private final JdbcClient jdbc;

	InvitedOfficials(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public List<Told> of(Round round) {
		return this.jdbc.sql("""
				select t.party, c.name, t.what, t.told_at,
				    case when m.state = 'sent' and not exists (select from bounce b where b.mail = m.id and b.permanent)
				        then m.sent_at end as reached_at
				from no_objection_told t join contact c on c.id = t.contact join mail m on m.id = t.mail
				where t.cycle = :cycle and t.round = :round order by t.told_at, c.name, c.id, t.mail""")
			.param("cycle", round.cycle().value())
			.param("round", round.number())
			.query((row, number) -> {
				Timestamp reached = row.getTimestamp("reached_at");
				return new Told(row.getLong("party"), row.getString("name"),
						What.valueOf(row.getString("what").toUpperCase(Locale.ROOT).replace('-', '_')),
						row.getTimestamp("told_at").toInstant(), (reached != null) ? reached.toInstant() : null);
			})
			.list();
	}

}
