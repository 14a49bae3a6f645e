package org.asemeducation.stocktake.notification;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * That an update was accepted sends nothing by itself: it joins whatever its coordinators
 * are mailed next in that cycle.
 */
@Component
class Acceptances {

	private final JdbcClient jdbc;

	Acceptances(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Adds a line for each accepted update that the contact has not been told of. Two
	 * mails to one contact come one after the other.
	 * @param mail a mail that is about to leave
	 */
	void join(long mail) {
		this.jdbc.sql("select id from contact where id = (select contact from mail where id = :mail) for no key update")
			.param("mail", mail)
			.query()
			.listOfRows();
		this.jdbc.sql("""
				insert into mail_line (mail, kind, about)
				select m.id, 'accepted', r.initiative
				from mail m
				join update_request r on r.cycle = m.cycle and r.settled_as = 'accepted'
				join cycle_initiative i on i.cycle = r.cycle and i.initiative = r.initiative
				where m.id = :mail
				and exists (select from mail_line l where l.mail = m.id and coalesce(l.initiative, l.about) is not null)
				and exists (select from coordination k join contact_role s on s.party = k.party
				    where k.initiative = r.initiative and k.role = 'coordinator'
				      and s.contact = m.contact and s.role = 'coordinator')
				and not exists (select from mail_line t join mail o on o.id = t.mail
				    where o.contact = m.contact and o.cycle = m.cycle and o.state <> 'cancelled'
				      and t.kind = 'accepted' and t.about = r.initiative and not t.dropped)
				order by i.position
				""").param("mail", mail).update();
	}

}
