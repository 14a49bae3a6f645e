package org.asemeducation.stocktake.notification;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sends alerts without a process: where no job runs, it is that which they tell of. Tried
 * again after a minute, ten minutes, then every hour until they leave or nothing is left
 * to tell.
 */
@Component
class AlertDelivery {

	private static final Logger log = LoggerFactory.getLogger(AlertDelivery.class);

	private final Delivery delivery;

	private final JdbcClient jdbc;

	private final Clock clock;

	AlertDelivery(Delivery delivery, JdbcClient jdbc, Clock clock) {
		this.delivery = delivery;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Sends what is due to be sent; may be called at any time, by any node.
	 */
	void deliver() {
		for (long alert : due()) {
			try {
				this.delivery.deliver(alert);
			}
			catch (RuntimeException ex) {
				log.warn("Alert {} has not left: it is tried again.", alert);
			}
		}
	}

	private List<Long> due() {
		return this.jdbc
			.sql("""
					select m.id from mail m
					join lateral (select count(*) as number, max(at) as last from delivery_attempt where mail = m.id) a on true
					where m.state in ('queued', 'sending') and coalesce(m.sending_until < now(), true)
					  and not exists (select from unreachable u where u.contact = m.contact and u.settled_at is null)
					  and exists (select from mail_line l where l.mail = m.id and l.kind = 'alert')
					  and (a.number = 0 or :now >= a.last + case a.number when 1 then interval '1 minute'
					      when 2 then interval '10 minutes' else interval '1 hour' end)
					order by m.id""")
			.param("now", Timestamp.from(this.clock.instant()))
			.query(Long.class)
			.list();
	}

}
