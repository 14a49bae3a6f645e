package org.asemeducation.stocktake.notification;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.asemeducation.stocktake.access.ContactId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table of what is held though it is queued, and of whose digests are. What was
 * released stays as a row.
 */
@Component
class HeldBacks {

	private final JdbcClient jdbc;

	private final Clock clock;

	HeldBacks(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Holds a queued mail in the caller's transaction.
	 * @param mail which; its row is locked by the caller
	 * @param reason why
	 * @param by the user id
	 * @return whether it was not held before
	 */
	boolean holdMail(long mail, String reason, String by) {
		return hold("mail", mail, reason, by);
	}

	boolean releaseMail(long mail, String by) {
		return release("mail", mail, by);
	}

	/**
	 * Holds the digests of a reader in the caller's transaction, in whichever cycle.
	 * @param reader whose
	 * @param reason why
	 * @param by the user id
	 * @return whether they were not held before
	 */
	boolean holdDigests(ContactId reader, String reason, String by) {
		return hold("contact", reader.value(), reason, by);
	}

	boolean releaseDigests(ContactId reader, String by) {
		return release("contact", reader.value(), by);
	}

	/**
	 * Whose digests are held now.
	 * @return by whose they are
	 */
	Map<ContactId, HeldBack> digests() {
		Map<ContactId, HeldBack> held = new HashMap<>();
		this.jdbc.sql("select * from held_back where contact is not null and released_at is null").query((row) -> {
			held.put(new ContactId(row.getLong("contact")), new HeldBack(row.getString("reason"),
					row.getObject("held_at", OffsetDateTime.class).toInstant(), row.getString("held_by")));
		});
		return held;
	}

	private boolean hold(String what, long id, String reason, String by) {
		return this.jdbc
			.sql("insert into held_back (" + what + ", reason, held_at, held_by) values (:id, :reason, :now, :by)"
					+ " on conflict do nothing")
			.param("id", id)
			.param("reason", reason)
			.param("now", Timestamp.from(this.clock.instant()))
			.param("by", by)
			.update() == 1;
	}

	private boolean release(String what, long id, String by) {
		return this.jdbc
			.sql("update held_back set released_at = :now, released_by = :by where " + what
					+ " = :id and released_at is null")
			.param("id", id)
			.param("now", Timestamp.from(this.clock.instant()))
			.param("by", by)
			.update() == 1;
	}

}
