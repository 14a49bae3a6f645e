package org.asemeducation.stocktake.notification.roster;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.notification.roster.Roster.Group;
import org.asemeducation.stocktake.notification.roster.Roster.Standing;
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
			left join (
			    select contact, min(claimed_at) as asked_at, bool_or(round = 1) as reminded from claim
			    where cycle = :cycle and ladder = 'confirm' and contact = any(:contacts) group by contact
			) a on a.contact = c.id
			left join contact_confirmation f on f.cycle = i.cycle and f.contact = c.id
			where i.cycle = :cycle and c.id = any(:contacts)
			group by c.id, a.asked_at, a.reminded, f.cycle, f.contact
			order by c.name, c.id
			""";

	/** The first of each group by name, and how many it has. */
	private static final String FIRST = """
			with standing as materialized (
			    select c.id, c.name, case
			        when f.answer in ('now', 'two') and f.settled_as is null then 'TO_SETTLE'
			        when f.answer is not null then 'CONFIRMED'
			        when exists (select from unreachable u where u.contact = c.id and u.settled_at is null) then 'LOST'
			        else 'SILENT' end as standing
			    from contact c left join contact_confirmation f on f.cycle = :cycle and f.contact = c.id
			    where c.active and c.id in (select s.contact from contact_role s where s.role = 'coordinator' and s.party in (
			        select k.party from coordination k join cycle_initiative i on i.initiative = k.initiative
			        where k.role = 'coordinator' and i.cycle = :cycle))
			    and (:search = '' or position(lower(:search) in lower(c.name || ' ' || c.email)) > 0
			        or c.id in (select s.contact from contact_role s join party p on p.id = s.party
			            where s.role = 'coordinator'
			            and position(lower(:search) in lower(concat_ws(' ', p.acronym, p.name))) > 0))
			)
			select g.standing, g.found, m.id
			from (select standing, count(*) as found from standing group by standing) g
			cross join lateral (select s.id from standing s where s.standing = g.standing
			    order by s.name, s.id limit :most) m""";

	private static final String WITHOUT = """
			from cycle_initiative i where i.cycle = :cycle and not exists (
			    select from coordination k join contact_role s on s.party = k.party and s.role = 'coordinator'
			    join contact c on c.id = s.contact and c.active
			    where k.initiative = i.initiative and k.role = 'coordinator')
			and (:search = '' or position(lower(:search) in lower(i.initiative || ' ' || i.title || ' ' || i.coordinators)) > 0)""";

	private final JdbcClient jdbc;

	Confirmations(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The contacts of those who coordinate the cycle's initiatives, by where they stand.
	 * @param cycle the cycle
	 * @param search words in a name, an address or a party; empty for all
	 * @return of each group the first, by name
	 */
	Map<Standing, Group<Line>> of(CycleName cycle, String search) {
		List<Placed> placed = this.jdbc.sql(FIRST)
			.param("cycle", cycle.value())
			.param("search", search)
			.param("most", Roster.MOST)
			.query((row, number) -> new Placed(row.getLong("id"), Standing.valueOf(row.getString("standing")),
					row.getInt("found")))
			.list();
		Map<Long, Placed> places = placed.stream().collect(Collectors.toMap(Placed::contact, Function.identity()));
		Map<Standing, Group<Line>> groups = new EnumMap<>(Standing.class);
		lines(cycle, List.copyOf(places.keySet())).stream()
			.collect(Collectors.groupingBy((line) -> places.get(line.contact()).standing()))
			.forEach((standing, lines) -> groups.put(standing,
					new Group<>(places.get(lines.get(0).contact()).found(), lines)));
		return groups;
	}

	/**
	 * One of them.
	 * @param cycle the cycle
	 * @param contact the register's number
	 * @return nothing when they speak for nobody who coordinates anything in it
	 */
	Optional<Line> of(CycleName cycle, long contact) {
		return lines(cycle, List.of(contact)).stream().findFirst();
	}

	/**
	 * The initiatives of a cycle that nobody could be asked about.
	 * @param cycle the cycle
	 * @param search words in an id, a title or a coordinator; empty for all
	 * @return the first, such as {@code A13-I01 Teacher exchange: China, Malaysia}, in
	 * the plan's order
	 */
	Group<String> withoutContact(CycleName cycle, String search) {
		int found = this.jdbc.sql("select count(*) " + WITHOUT)
			.param("cycle", cycle.value())
			.param("search", search)
			.query(Integer.class)
			.single();
		return (found == 0) ? new Group<>(0, List.of())
				: new Group<>(found, this.jdbc
					.sql("select i.initiative || ' ' || i.title || coalesce(': ' || nullif(i.coordinators, ''), '') "
							+ WITHOUT + " order by i.position limit :most")
					.param("cycle", cycle.value())
					.param("search", search)
					.param("most", Roster.MOST)
					.query(String.class)
					.list());
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

	private List<Line> lines(CycleName cycle, List<Long> contacts) {
		return this.jdbc.sql(LINES)
			.param("cycle", cycle.value())
			.param("contacts", contacts.toArray(Long[]::new))
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

	private record Placed(long contact, Standing standing, int found) {
	}

}
