package org.asemeducation.stocktake.notification.help;

import java.util.List;

import org.asemeducation.stocktake.cycle.CycleName;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The mails that the running transaction has queued.
 */
@Component
class NewMails {

	private final JdbcClient jdbc;

	NewMails(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Who is mailed: nobody else sees it before the transaction ends.
	 * @param cycle the cycle
	 * @return by name, each once
	 */
	List<Mailed> of(CycleName cycle) {
		return this.jdbc.sql("""
				select c.id as contact, c.name, c.email,
				    coalesce(string_agg(distinct coalesce(l.initiative, l.about), ', '), '') as initiatives,
				    exists (select from unreachable u where u.contact = c.id and u.settled_at is null) as kept
				from mail_line l join mail m on m.id = l.mail join contact c on c.id = m.contact
				where l.xmin = pg_current_xact_id()::xid and (m.cycle = :cycle or m.cycle is null)
				group by c.id, c.name, c.email order by c.name, c.email""")
			.param("cycle", cycle.value())
			.query(Mailed.class)
			.list();
	}

	/**
	 * Somebody who is mailed.
	 *
	 * @param contact the register's number
	 * @param name who
	 * @param email their address
	 * @param initiatives about which, with commas; empty for none
	 * @param kept whether the mail waits until their address is mended
	 */
	record Mailed(long contact, String name, String email, String initiatives, boolean kept) {
	}

}
