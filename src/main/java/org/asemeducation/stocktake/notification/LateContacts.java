package org.asemeducation.stocktake.notification;

import org.asemeducation.stocktake.cycle.CycleName;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Asks those who have become contacts after the requests went out. Nobody is asked twice:
 * the claims see to that.
 */
@Component
class LateContacts {

	private final JdbcClient jdbc;

	private final Requests requests;

	LateContacts(JdbcClient jdbc, Requests requests) {
		this.jdbc = jdbc;
		this.requests = requests;
	}

	/**
	 * Queues what is missing in every cycle whose requests have all gone out.
	 */
	void ask() {
		this.jdbc.sql("""
				select c.name from cycle c
				where c.state = 'gathering' and exists (select 1 from claim k
				    where k.cycle = c.name and k.ladder in ('request', 'inform'))
				order by c.name""")
			.query(String.class)
			.list()
			.forEach((name) -> this.requests.queue(new CycleName(name)));
	}

}
