package org.asemeducation.stocktake.notification.information;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;

import org.asemeducation.stocktake.access.NewContact;
import org.asemeducation.stocktake.access.PartyId;
import org.asemeducation.stocktake.engine.Audit;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The addresses that the secretariat has entered.
 */
@Component
class InformationList {

	private final JdbcClient jdbc;

	private final Audit audit;

	private final Clock clock;

	InformationList(JdbcClient jdbc, Audit audit, Clock clock) {
		this.jdbc = jdbc;
		this.audit = audit;
		this.clock = clock;
	}

	/** All, by their parties. */
	List<Line> all() {
		return this.jdbc.sql("""
				select f.id, coalesce(p.acronym, p.name) as party, f.name, f.email from for_information f
				join party p on p.id = f.party order by lower(coalesce(p.acronym, p.name)), lower(f.name), f.id""")
			.query(Line.class)
			.list();
	}

	/** What has not left yet, by when it leaves. */
	List<Waiting> waiting() {
		return this.jdbc.sql("""
				select m.id, m.subject, m.addressee, m.recipient,
				    to_char(m.bundled_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC' as leaves
				from mail m join mail_line l on l.mail = m.id and l.kind = 'published' and not l.dropped
				where m.state = 'queued' order by m.bundled_at, m.id limit 500""").query(Waiting.class).list();
	}

	/**
	 * Enters an address: it is mailed what is published from now on.
	 * @param party whose it is
	 * @param name whom a mail addresses
	 * @param email any case
	 * @param by the user id
	 * @throws IllegalArgumentException when something is wrong or it stands there already
	 */
	@Transactional
	public void enter(PartyId party, String name, String email, String by) {
		NewContact checked = new NewContact(party, name, email, "en", null, NewContact.COORDINATOR);
		boolean entered = this.jdbc.sql("""
				insert into for_information (party, name, email, entered_at, entered_by)
				values (:party, :name, :email, :now, :by) on conflict (email) do nothing""")
			.param("party", party.value())
			.param("name", checked.name())
			.param("email", checked.email())
			.param("now", Timestamp.from(this.clock.instant()))
			.param("by", by)
			.update() == 1;
		if (!entered) {
			throw new IllegalArgumentException("%s stands in the list already.".formatted(checked.email()));
		}
		this.audit.record(by, "enter for information", "party/" + party.value(), null, checked.email());
	}

	/**
	 * Takes an address out; a mail to it that has not left is cancelled as it leaves.
	 * Does nothing when it is not there.
	 * @param id which
	 * @param by the user id
	 */
	@Transactional
	public void remove(long id, String by) {
		this.jdbc.sql("delete from for_information where id = :id returning party || '/' || email")
			.param("id", id)
			.query(String.class)
			.optional()
			.ifPresent((was) -> this.audit.record(by, "remove from information",
					"party/" + was.substring(0, was.indexOf('/')), was.substring(was.indexOf('/') + 1), null));
	}

	/**
	 * A mail that waits.
	 */
	public record Waiting(long id, String subject, String addressee, String recipient, String leaves) {
	}

	/**
	 * A row of the page.
	 */
	public record Line(long id, String party, String name, String email) {
	}

}
