package org.asemeducation.stocktake.cockpit.register;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads parties, their contacts and their parts in the plan.
 */
@Component
class RegisterTables {

	/** Updates that are shown at most. */
	static final int UPDATES = 100;

	private static final String PARTIES = """
			select p.id, p.name, p.acronym, p.kind, p.region, p.country, p.partner, p.stakeholder,
			    (select count(distinct c.id) from contact_role r join contact c on c.id = r.contact and c.active
			     where r.party = p.id) as contacts,
			    (select count(*) from coordination k join initiative i on i.id = k.initiative and i.in_force
			     where k.party = p.id and k.role = 'coordinator') as initiatives
			from party p where {wanted}
			order by lower(coalesce(p.acronym, p.name)), p.id limit :size offset :offset""";

	private static final String WANTED = """
			(:kind = '' or p.kind = :kind) and (:search = '' or position(lower(:search) in lower(p.name)) > 0
			    or position(lower(:search) in lower(p.acronym)) > 0)""";

	private static final String CONTACTS = """
			select c.id, c.name, c.email, r.role, c.language, c.zone, c.no_mail, c.until_day,
			    cast(coalesce(r.given_at, c.added_at) at time zone 'UTC' as date) as from_day,
			    not exists (select from contact_role o where o.contact = c.id and (o.party, o.role) <> (r.party, r.role))
			    and not exists (select from helper h where h.contact = c.id and h.ended_at is null and h.ends_at >= :now)
			        as nothing_else,
			    not exists (select from contact_role o join contact d on d.id = o.contact and d.active
			        where o.party = r.party and o.role = r.role and o.contact <> c.id) as alone
			from contact_role r join contact c on c.id = r.contact and c.active
			where r.party = :party order by lower(c.name), c.id, r.role""";

	/**
	 * Who has left, and who had a role taken; those who were erased have no name here.
	 */
	private static final String FORMER = """
			select f.id, f.name, f.role, cast(f.since at time zone 'UTC' as date) as from_day,
			    cast(f.until at time zone 'UTC' as date) as to_day
			from (select c.id, c.name, r.role, coalesce(r.given_at, c.added_at) as since, c.removed_at as until
			        from contact_role r join contact c on c.id = r.contact and not c.active where r.party = :party
			    union all
			    select c.id, c.name, o.role, coalesce(o.given_at, c.added_at), o.taken_at
			        from former_role o join contact c on c.id = o.contact where o.party = :party) f
			order by f.until desc, lower(f.name), f.id, f.role""";

	/**
	 * From the first row of the plan's history in an unbroken span to the first without,
	 * of initiatives that the party has ever had a part in. What a cycle has handed over
	 * before the history noted it is said without its day.
	 */
	private static final String PARTS = """
			with said as (
			    select r.initiative, r.from_day, r.change, r.title, r.standing,
			        (select e ->> 'role' from jsonb_array_elements(r.parties) e
			         where e ->> 'name' = :name order by e ->> 'role' limit 1) as role,
			        coalesce(r.parties -> 0 ->> 'name' = :name and r.parties -> 0 ->> 'role' = 'coordinator', false) as leads
			    from plan_row r join plan_change c on c.id = r.change and c.called_off_at is null
			    where r.initiative in (select o.initiative from plan_row o
			        where o.parties @> jsonb_build_array(jsonb_build_object('name', cast(:name as text))))
			), marked as (
			    select s.*, lag(role) over w as was, lag(leads) over w as led, row_number() over w as number from said s
			    window w as (partition by initiative order by from_day, change)
			), spans as (
			    select m.*, (select min(n.from_day) from marked n where n.initiative = m.initiative and n.number > m.number
			        and (n.role is distinct from m.role or n.leads <> m.leads or n.standing = 'ended')) as to_day
			    from marked m where m.role is not null and (m.role is distinct from m.was or m.leads is distinct from m.led)
			), today as (
			    select k.initiative, k.role, k.role = 'coordinator' and not exists (select from coordination o
			        where o.initiative = k.initiative and o.role = 'coordinator' and o.position < k.position) as leads
			    from coordination k join party p on p.id = k.party where p.name = :name
			)
			select a.initiative, coalesce(i.title, a.title) as title, a.role, a.leads, a.from_day, a.to_day, a.handed_over
			from (select s.initiative, s.title, s.role, s.leads, s.from_day, s.to_day, s.to_day is null and exists (
			        select from initiative p where p.id = s.initiative and p.in_force) and not exists (
			        select from today t where t.initiative = s.initiative and t.role = s.role) as handed_over from spans s
			    union all
			    select t.initiative, '', t.role, t.leads, null, null, false from today t where not exists (
			        select from spans s where s.initiative = t.initiative and s.role = t.role and s.to_day is null)) a
			left join initiative i on i.id = a.initiative
			order by a.to_day is not null, a.handed_over, a.initiative, a.from_day""";

	/** Of an update that was accepted twice the last counts. */
	private static final String NAMING = """
			select r.cycle, r.initiative, i.title, cast(v.given_at at time zone 'UTC' as date) as accepted_on
			from other_body b join revision r
			    on cast(lower(cast(r.content -> 'partners' as text)) as jsonb) @> to_jsonb(lower(b.name))
			    or cast(lower(cast(r.content -> 'partners' as text)) as jsonb) @> to_jsonb(lower(b.acronym))
			join verdict v on v.revision = r.id and v.accepted
			join cycle_initiative i on i.cycle = r.cycle and i.initiative = r.initiative
			where b.id = :party and not exists (select from revision l join verdict w on w.revision = l.id and w.accepted
			    where l.cycle = r.cycle and l.initiative = r.initiative and l.number > r.number)
			order by v.given_at desc, r.id desc limit :most""";

	private final JdbcClient jdbc;

	private final Clock clock;

	RegisterTables(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	PartyPage parties(String words, String kind, int page) {
		String search = words.strip();
		int found = this.jdbc.sql("select count(*) from party p where " + WANTED)
			.param("search", search)
			.param("kind", kind)
			.query(Integer.class)
			.single();
		int shown = Math.max(1, Math.min(page, (found + PartyPage.SIZE - 1) / PartyPage.SIZE));
		return new PartyPage(search, kind, found, shown,
				this.jdbc.sql(PARTIES.replace("{wanted}", WANTED))
					.param("search", search)
					.param("kind", kind)
					.param("size", PartyPage.SIZE)
					.param("offset", (shown - 1L) * PartyPage.SIZE)
					.query(PartyLine.class)
					.list());
	}

	List<ContactOf> contacts(long party) {
		return this.jdbc.sql(CONTACTS)
			.param("party", party)
			.param("now", Timestamp.from(this.clock.instant()))
			.query(ContactOf.class)
			.list();
	}

	List<FormerContact> former(long party) {
		return this.jdbc.sql(FORMER).param("party", party).query(FormerContact.class).list();
	}

	List<PartOf> parts(String name) {
		return this.jdbc.sql(PARTS).param("name", name).query(PartOf.class).list();
	}

	/** Whether a party is another process or body, which updates may name. */
	boolean isOtherBody(long party) {
		return this.jdbc.sql("select exists (select from other_body where id = :party)")
			.param("party", party)
			.query(Boolean.class)
			.single();
	}

	/**
	 * The accepted updates that name another process or body, by name or acronym.
	 * @param party which
	 * @return the newest first, so many at most; none of a party that is no such body
	 */
	List<NamedIn> naming(long party) {
		return this.jdbc.sql(NAMING).param("party", party).param("most", UPDATES).query(NamedIn.class).list();
	}

	/** Whom the secretariat may write to above a party; none when nobody is entered. */
	String superior(long party) {
		return this.jdbc.sql("select name || ', ' || email from superior where party = :party")
			.param("party", party)
			.query(String.class)
			.optional()
			.orElse("");
	}

}
