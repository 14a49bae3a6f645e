package org.asemeducation.stocktake.notification.escalation;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

import org.asemeducation.stocktake.engine.Audit;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The superiors that the AES has entered.
 */
@Component
class Superiors {

	private final JdbcClient jdbc;

	private final Audit audit;

	private final Clock clock;

	Superiors(JdbcClient jdbc, Audit audit, Clock clock) {
		this.jdbc = jdbc;
		this.audit = audit;
		this.clock = clock;
	}

	Optional<Superior> of(long party) {
		return this.jdbc.sql("select party, name, email from superior where party = :party")
			.param("party", party)
			.query(Superior.class)
			.optional();
	}

	/** All with their parties, by the parties' names. */
	List<Line> all() {
		return this.jdbc.sql("""
				select s.party, coalesce(p.acronym, p.name) as label, s.name, s.email
				from superior s join party p on p.id = s.party order by lower(coalesce(p.acronym, p.name))""")
			.query(Line.class)
			.list();
	}

	/**
	 * Enters somebody, instead of whoever was entered before. What waits for the old
	 * address leaves to the new one.
	 * @param superior who, and for which party
	 * @param by the user id
	 * @throws IllegalArgumentException when the register has no such party
	 */
	@Transactional
	public void enter(Superior superior, String by) {
		String before = of(superior.party()).map(Superior::inWords).orElse(null);
		boolean entered = this.jdbc.sql("""
				insert into superior (party, name, email, entered_at, entered_by)
				select id, :name, :email, :now, :by from party where id = :party
				on conflict (party) do update set name = excluded.name, email = excluded.email,
				    entered_at = excluded.entered_at, entered_by = excluded.entered_by""")
			.param("name", superior.name())
			.param("email", superior.email())
			.param("now", Timestamp.from(this.clock.instant()))
			.param("by", by)
			.param("party", superior.party())
			.update() == 1;
		if (!entered) {
			throw new IllegalArgumentException("Choose the party: the register has none of that number.");
		}
		this.jdbc.sql("""
				update mail m set recipient = :email, addressee = :name from escalation e
				where e.mail = m.id and e.party = :party and m.state in ('queued', 'sending')""")
			.param("email", superior.email())
			.param("name", superior.name())
			.param("party", superior.party())
			.update();
		this.audit.record(by, "enter superior", subject(superior.party()), before, superior.inWords());
	}

	/**
	 * Takes somebody out again; does nothing when nobody is entered.
	 * @param party whose superior
	 * @param by the user id
	 */
	@Transactional
	public void remove(long party, String by) {
		of(party).ifPresent((superior) -> {
			this.jdbc.sql("delete from superior where party = :party").param("party", party).update();
			this.audit.record(by, "remove superior", subject(party), superior.inWords(), null);
		});
	}

	private static String subject(long party) {
		return "party/" + party;
	}

	/**
	 * A row of the page.
	 */
	record Line(long party, String label, String name, String email) {
	}

}
