package org.asemeducation.stocktake.notification;

import java.util.List;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.OpenEnds;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The mails of a cycle that are queued and not sent.
 */
@Component
class UnsentMails implements OpenEnds {

	private final JdbcClient jdbc;

	UnsentMails(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public List<String> of(CycleName cycle) {
		return OpenEnds.counted(this.jdbc.sql("select count(*) from mail where cycle = :cycle and state = 'queued'")
			.param("cycle", cycle.value())
			.query(Long.class)
			.single(), "mail is not sent: it is cancelled.", "mails are not sent: they are cancelled.");
	}

	/**
	 * Cancels them in the caller's transaction.
	 * @param cycle the cycle
	 * @return the instances that were to deliver them
	 */
	List<String> cancel(CycleName cycle) {
		return this.jdbc.sql("""
				with cancelled as (
				    update mail set state = 'cancelled', secret = null where cycle = :cycle and state = 'queued'
				    returning process_instance)
				select c.process_instance from cancelled c join act_ru_execution e on e.id_ = c.process_instance""")
			.param("cycle", cycle.value())
			.query(String.class)
			.list();
	}

}
