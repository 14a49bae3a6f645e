package org.asemeducation.stocktake.notification.reach;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table of those whom mail does not reach.
 */
@Component
public class Unreachables {

	private final JdbcClient jdbc;

	private final Clock clock;

	Unreachables(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Marks whom a mail was for, in the caller's transaction. Who bears another address
	 * by now, has been removed or is marked already stays as they are.
	 * @param mail the one that was refused
	 * @param address where it was refused
	 * @param because in the server's words
	 */
	public void mark(long mail, String address, String because) {
		this.jdbc.sql("""
				insert into unreachable (contact, address, since, because, mail)
				select c.id, c.email, :now, :because, m.id from mail m join contact c on c.id = m.contact
				where m.id = :mail and c.active and c.email = :address
				on conflict (contact) where settled_at is null do nothing""")
			.param("now", Timestamp.from(this.clock.instant()))
			.param("because", because)
			.param("mail", mail)
			.param("address", address)
			.update();
	}

	Optional<Unreachable> find(long contact) {
		return this.jdbc.sql("""
				select c.name, c.active, u.*, coalesce((
				    select string_agg(distinct coalesce(p.acronym, p.name), ', ') from contact_role s
				    join party p on p.id = s.party where s.contact = c.id), '') as parties,
				    (select count(*) from mail m where m.contact = c.id and m.state in ('queued', 'sending')) as waiting
				from unreachable u join contact c on c.id = u.contact
				where u.contact = :contact and u.settled_at is null""")
			.param("contact", contact)
			.query((row, number) -> new Unreachable(contact, row.getString("name"), row.getString("parties"),
					row.getString("address"),
					Objects.requireNonNull(row.getObject("since", OffsetDateTime.class)).toInstant(),
					row.getString("because"), row.getLong("waiting"), row.getBoolean("active")))
			.optional();
	}

	/**
	 * Lets the mails of a contact leave again, to the address that the register has now.
	 * Whoever sends them looks at the same row.
	 * @return whether they were marked until now
	 */
	boolean settle(long contact, String as, String by) {
		boolean marked = this.jdbc.sql("""
				update unreachable set settled_at = :now, settled_as = :as, settled_by = :by
				where contact = :contact and settled_at is null""")
			.param("now", Timestamp.from(this.clock.instant()))
			.param("as", as)
			.param("by", by)
			.param("contact", contact)
			.update() == 1;
		if (marked) {
			this.jdbc.sql("""
					update mail m set recipient = c.email from contact c
					where c.id = m.contact and c.id = :contact and m.state in ('queued', 'sending')""")
				.param("contact", contact)
				.update();
		}
		return marked;
	}

	/**
	 * Those whom the secretariat does not know of yet. Another node that looks meanwhile
	 * finds others.
	 */
	List<Long> withoutProcess(int limit) {
		return this.jdbc
			.sql("select contact from unreachable where settled_at is null and process_instance is null"
					+ " order by id limit :limit for update skip locked")
			.param("limit", limit)
			.query(Long.class)
			.list();
	}

	void started(long contact, String instance) {
		this.jdbc
			.sql("update unreachable set process_instance = :instance where contact = :contact and settled_at is null")
			.param("instance", instance)
			.param("contact", contact)
			.update();
	}

	/** Those who were removed from the register since. */
	List<Long> removed(int limit) {
		return this.jdbc.sql("""
				select u.contact from unreachable u join contact c on c.id = u.contact
				where u.settled_at is null and not c.active order by u.id limit :limit for update of u skip locked""")
			.param("limit", limit)
			.query(Long.class)
			.list();
	}

}
