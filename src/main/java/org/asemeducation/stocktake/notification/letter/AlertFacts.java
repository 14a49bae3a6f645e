package org.asemeducation.stocktake.notification.letter;

import java.time.ZoneId;

import org.asemeducation.stocktake.notification.trouble.TroubleReader;
import org.asemeducation.stocktake.notification.trouble.Troubles;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads what an alert speaks of, as it is now.
 */
@Component
public class AlertFacts {

	private final JdbcClient jdbc;

	private final TroubleReader troubles;

	AlertFacts(JdbcClient jdbc, TroubleReader troubles) {
		this.jdbc = jdbc;
		this.troubles = troubles;
	}

	/**
	 * Whether a mail is an alert.
	 * @param mail which
	 * @return true when one of its lines says so and is not dropped
	 */
	public boolean isAlert(long mail) {
		return this.jdbc
			.sql("select exists (select from mail_line where mail = :mail and kind = 'alert' and not dropped)")
			.param("mail", mail)
			.query(Boolean.class)
			.single();
	}

	/**
	 * What does not work.
	 * @return all of it; none when there is nothing left to say
	 */
	public Troubles troubles() {
		return this.troubles.now();
	}

	/** Where the reader is; in the zone of the cycle opened last if they name none. */
	ZoneId zone(long mail) {
		return ZoneId.of(this.jdbc.sql("""
				select coalesce(c.zone, (select zone from cycle order by opened_at desc, name desc limit 1), 'UTC')
				from mail m join contact c on c.id = m.contact where m.id = :mail
				""").param("mail", mail).query(String.class).single());
	}

}
