package org.asemeducation.stocktake.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Colleagues who help for a while. What they may do ends by itself, and with the part of
 * the party that they help.
 */
@Component
public class Helpers {

	/** Those who may write at this moment; wants {@code :now} and {@code :initiative}. */
	private static final String NOW = """
			from helper h join contact c on c.id = h.contact and c.active
			join party p on p.id = h.party
			join coordination k on k.party = h.party and k.initiative = h.initiative and k.role = 'coordinator'
			where h.initiative = :initiative and h.ended_at is null and h.ends_at >= :now\s""";

	private final JdbcClient jdbc;

	private final Clock clock;

	Helpers(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Lets somebody help. What they were allowed before, for the same initiative, ends.
	 * @param initiative the initiative's id
	 * @param party for whom
	 * @param contact who
	 * @param maySubmit whether they may submit, too
	 * @param endsAt the last instant at which they may
	 * @param by the user id of who asks them
	 */
	public void allow(String initiative, PartyId party, ContactId contact, boolean maySubmit, Instant endsAt,
			String by) {
		this.jdbc.sql("""
				with before as (
				    update helper set ended_at = :now, ended_by = :by
				    where initiative = :initiative and contact = :contact and ended_at is null)
				insert into helper (initiative, contact, party, may_submit, ends_at, asked_at, asked_by)
				values (:initiative, :contact, :party, :maySubmit, :endsAt, :now, :by)""")
			.param("initiative", initiative)
			.param("contact", contact.value())
			.param("party", party.value())
			.param("maySubmit", maySubmit)
			.param("endsAt", endsAt.atOffset(ZoneOffset.UTC))
			.param("now", now())
			.param("by", by)
			.update();
	}

	/**
	 * Ends it before its day.
	 * @param initiative the initiative's id
	 * @param helper which
	 * @param by the user id
	 * @return whether it had not ended yet
	 */
	public boolean end(String initiative, long helper, String by) {
		return this.jdbc.sql("""
				update helper set ended_at = :now, ended_by = :by
				where id = :id and initiative = :initiative and ended_at is null and ends_at >= :now""")
			.param("id", helper)
			.param("initiative", initiative)
			.param("now", now())
			.param("by", by)
			.update() == 1;
	}

	/**
	 * Those who help at this moment.
	 * @param initiative the initiative's id
	 * @return the first asked first
	 */
	public List<Helper> of(String initiative) {
		return this.jdbc
			.sql("select h.*, c.name, c.email, coalesce(p.acronym, p.name) as label " + NOW + "order by h.id")
			.param("initiative", initiative)
			.param("now", now())
			.query((row, number) -> helper(row))
			.list();
	}

	/**
	 * What somebody may do at this moment as a helper.
	 * @param userId the engine's user
	 * @param initiative the initiative's id
	 * @return nothing for anybody else, coordinators too
	 */
	public Optional<Helper> helping(String userId, String initiative) {
		return this.jdbc
			.sql("select h.*, c.name, c.email, coalesce(p.acronym, p.name) as label " + NOW + "and c.user_id = :user")
			.param("initiative", initiative)
			.param("user", userId)
			.param("now", now())
			.query((row, number) -> helper(row))
			.optional();
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	private static Helper helper(ResultSet row) throws SQLException {
		return new Helper(row.getLong("id"), row.getString("initiative"), new PartyId(row.getLong("party")),
				row.getString("label"), new ContactId(row.getLong("contact")), row.getString("name"),
				row.getString("email"), row.getBoolean("may_submit"),
				row.getObject("ends_at", OffsetDateTime.class).toInstant(), row.getString("asked_by"));
	}

}
