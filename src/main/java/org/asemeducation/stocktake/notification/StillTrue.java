package org.asemeducation.stocktake.notification;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Drops the lines of a mail that have stopped being true since they were queued: the
 * contact has gone or no longer speaks for the party, the update has come, the cycle is
 * over.
 */
@Component
class StillTrue {

	private static final String DROP = """
			update mail_line l set dropped = true
			from mail m
			where m.id = l.mail and l.mail = :mail and not l.dropped and not (
			    exists (select from contact c where c.id = m.contact and c.active)
			    and case
			        when l.kind = 'invitation' then true
			        when l.kind = 'adopted' then
			            exists (select from coordination k join contact_role s on s.party = k.party
			                where k.initiative = l.initiative and k.role = 'coordinator'
			                  and s.contact = m.contact and s.role = 'coordinator')
			            and exists (select from adopted_line a
			                where a.cycle = m.cycle and a.initiative = l.initiative)
			        when l.initiative is null then
			            exists (select from update_request r where r.cycle = m.cycle and r.initiative = l.about
			                and r.state in ('unstaffed', 'requested'))
			            and exists (select from coordination k join contact_role s on s.party = k.party
			                where k.initiative = l.about and s.contact = m.contact and s.role = 'coordinator')
			        else
			            exists (select from coordination k join contact_role s on s.party = k.party
			                where k.initiative = l.initiative and k.role = 'coordinator'
			                  and s.contact = m.contact and s.role = 'coordinator')
			            and exists (select from update_request r join cycle y on y.name = r.cycle
			                where r.cycle = m.cycle and r.initiative = l.initiative and r.state <> 'settled'
			                  and y.closed_at is null)
			            and l.round = (select coalesce(max(v.number), 0) from revision v
			                where v.cycle = m.cycle and v.initiative = l.initiative)
			    end)
			""";

	private final JdbcClient jdbc;

	StillTrue(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Looks again, in the caller's transaction.
	 * @param mail which
	 * @return whether anything is left to say
	 */
	boolean of(long mail) {
		this.jdbc.sql(DROP).param("mail", mail).update();
		return this.jdbc.sql("select exists (select from mail_line where mail = :mail and not dropped)")
			.param("mail", mail)
			.query(Boolean.class)
			.single();
	}

}
