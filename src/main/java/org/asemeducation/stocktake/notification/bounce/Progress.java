package org.asemeducation.stocktake.notification.bounce;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How far a mailbox has been read, in numbers of that mailbox: nothing has to be marked
 * there, and whatever else lies there stays as it is.
 */
@Component
class Progress {

	private final JdbcClient jdbc;

	Progress(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	long last(String mailbox, long validity) {
		return this.jdbc.sql("select last_uid from bounce_mailbox where mailbox = :mailbox and validity = :validity")
			.param("mailbox", mailbox)
			.param("validity", validity)
			.query(Long.class)
			.optional()
			.orElse(0L);
	}

	/** Moves on, never back: two nodes may read at the same time. */
	void read(String mailbox, long validity, long uid) {
		this.jdbc.sql("""
				insert into bounce_mailbox as b (mailbox, validity, last_uid) values (:mailbox, :validity, :uid)
				on conflict (mailbox) do update set validity = excluded.validity,
				    last_uid = case when b.validity = excluded.validity then greatest(b.last_uid, excluded.last_uid)
				        else excluded.last_uid end""")
			.param("mailbox", mailbox)
			.param("validity", validity)
			.param("uid", uid)
			.update();
	}

}
