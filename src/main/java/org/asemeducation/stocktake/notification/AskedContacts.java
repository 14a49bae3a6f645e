package org.asemeducation.stocktake.notification;

import java.util.Set;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.plan.InitiativeId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads whom a cycle has asked. A request that has not left says the day that counts when
 * it leaves: whoever waits for it needs no other mail.
 */
@Component
class AskedContacts {

	private final JdbcClient jdbc;

	AskedContacts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Everybody who was asked.
	 * @param cycle the cycle
	 * @return with the version of its calendar
	 */
	Asked in(CycleName cycle) {
		Set<Pair> pairs = this.jdbc.sql("""
				select c.initiative, c.contact from claim c
				where c.cycle = :cycle and c.ladder = 'request' and not c.skipped
				and not exists (select from mail m join mail_line l on l.mail = m.id
				    where m.contact = c.contact and m.cycle = c.cycle and m.state = 'queued'
				      and l.kind = 'request' and l.initiative = c.initiative and not l.dropped)""")
			.param("cycle", cycle.value())
			.query((row, number) -> new Pair(new InitiativeId(row.getString("initiative")),
					new ContactId(row.getLong("contact"))))
			.stream()
			.collect(Collectors.toSet());
		int version = this.jdbc.sql("""
				select (select sum(version) from deadline where cycle = :cycle and kind in ('deadline', 'freeze'))
				    + (select count(*) from extension where cycle = :cycle and outcome = 'granted')""")
			.param("cycle", cycle.value())
			.query(Integer.class)
			.single();
		return new Asked(pairs, version);
	}

	/**
	 * Who was asked for what.
	 *
	 * @param pairs initiative and contact
	 * @param version of the calendar, which rises with each move and each extension: the
	 * same day may be told again
	 */
	record Asked(Set<Pair> pairs, int version) {

		boolean contains(InitiativeId initiative, ContactId contact) {
			return this.pairs.contains(new Pair(initiative, contact));
		}

	}

	/**
	 * Somebody asked for something.
	 */
	record Pair(InitiativeId initiative, ContactId contact) {
	}

}
