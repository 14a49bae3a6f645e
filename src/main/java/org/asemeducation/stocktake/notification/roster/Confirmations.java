package org.asemeducation.stocktake.notification.roster;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

import org.asemeducation.stocktake.cycle.CycleName;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads who of a cycle's contacts has said that they are.
 */
@Component
class Confirmations {

	private static final String LINES = """
			select c.id, c.name, c.email, string_agg(distinct coalesce(p.acronym, p.name), ', ') as parties,
			       string_agg(distinct i.initiative, ', ') as initiatives, a.asked_at,
			       coalesce(a.reminded, false) as reminded,
			       not exists (select from unreachable u where u.contact = c.id and u.settled_at is null) as reached,
			       f.answer, coalesce(f.name, '') as new_name, coalesce(f.email, '') as new_email, f.answered_at,
			       f.settled_as
			from cycle_initiative i
			join coordination k on k.initiative = i.initiative and k.role = 'coordinator'
			join party p on p.id = k.party
			join contact_role s on s.party = k.party and s.role = 'coordinator'
			join contact c on c.id = s.contact and c.active
			left join lateral (
			    select min(claimed_at) as asked_at, bool_or(round = 1) as reminded from claim
			    where claim.cycle = i.cycle and claim.ladder = 'confirm' and claim.contact = c.id) a on true
			left join contact_confirmation f on f.cycle = i.cycle and f.contact = c.id
			where i.cycle = :cycle and (cast(:contact as bigint) is null or c.id = :contact)
			group by c.id, a.asked_at, a.reminded, f.cycle, f.contact
			order by 4, c.name, c.id
			""";

	private final JdbcClient jdbc;

	Confirmations(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * All contacts of those who coordinate the cycle's initiatives.
	 * @param cycle the cycle
	 * @return by party, then name
	 */
	List<Line> of(CycleName cycle) {
		return lines(cycle, null);
	}

	/**
	 * One of them.
	 * @param cycle the cycle
	 * @param contact the register's number
	 * @return nothing when they speak for nobody who coordinates anything in it
	 */
	Optional<Line> of(CycleName cycle, long contact) {
		return lines(cycle, contact).stream().findFirst();
	}

	/**
	 * The initiatives of a cycle that nobody could be asked about.
	 * @param cycle the cycle
	 * @return such as {@code A13-I01 Teacher exchange: China, Malaysia}, in the plan's
	 * order
	 */
	List<String> withoutContact(CycleName cycle) {
		return this.jdbc.sql("""
				select i.initiative || ' ' || i.title || coalesce(': ' || nullif(i.coordinators, ''), '')
				from cycle_initiative i where i.cycle = :cycle and not exists (
				    select from coordination k join contact_role s on s.party = k.party and s.role = 'coordinator'
				    join contact c on c.id = s.contact and c.active
				    where k.initiative = i.initiative and k.role = 'coordinator')
				order by i.position""").param("cycle", cycle.value()).query(String.class).list();
	}

	/**
	 * The cycles that are open and have not asked for updates.
	 * @return the last opened first
	 */
	List<CycleName> open() {
		return this.jdbc.sql("""
				select y.name from cycle y join deadline d on d.cycle = y.name and d.kind = 'request'
				where y.state = 'opened' and y.kind = 'report' order by y.opened_at desc, y.name""")
			.query((row, number) -> new CycleName(row.getString("name")))
			.list();
	}

	private List<Line> lines(CycleName cycle, @Nullable Long contact) {
		return this.jdbc.sql(LINES)
			.param("cycle", cycle.value())
			.param("contact", contact)
			.query((row, number) -> line(row))
			.list();
	}

	private static Line line(ResultSet row) throws SQLException {
		return new Line(row.getLong("id"), row.getString("name"), row.getString("email"), row.getString("parties"),
				row.getString("initiatives"), instant(row, "asked_at"), row.getBoolean("reminded"),
				row.getBoolean("reached"), row.getString("answer"), row.getString("new_name"),
				row.getString("new_email"), instant(row, "answered_at"), row.getString("settled_as"));
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
		return (moment != null) ? moment.toInstant() : null;
	}

}
