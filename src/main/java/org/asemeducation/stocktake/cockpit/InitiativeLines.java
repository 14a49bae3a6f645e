package org.asemeducation.stocktake.cockpit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.asemeducation.stocktake.cycle.Cycle;
import org.asemeducation.stocktake.engine.LongAnswer;
import org.asemeducation.stocktake.engine.OwnPlan;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The table of a cycle's initiatives, finished ones too. At most three statements a page,
 * whatever their number: the database filters, sorts and cuts.
 */
@Component
class InitiativeLines {

	/**
	 * Who coordinates it: those of today, or in a published cycle those that it printed.
	 */
	private static final String PARTIES = """
			left join {names} c on c.initiative = s.initiative
			left join lateral (
			    select coalesce(case when :published then nullif(s.coordinators, '') end, c.names,
			        nullif(s.coordinators, '')) as party
			) k on true
			""";

	/**
	 * What happened last. A returned update's first draft is the text that came back.
	 */
	private static final String STEPS = """
			left join {lateral} (
			    select {key} max(number) as number, max(submitted_at) as submitted_at, max(given_at) as given_at,
			        bool_or(accepted) as accepted, coalesce(bool_or(late), false) as late
			    from revision left join verdict on revision = id where cycle = :cycle {and} {one}
			) v on {match v}
			left join told_last m on m.cycle = :cycle and m.initiative = s.initiative
			left join lateral (
			    select case when s.settled_as <> 'accepted' then s.settled_at end as closed_at,
			        case when s.state <> 'returned' or s.draft_version > 1 then s.saved_at end as written_at,
			        case when s.state <> 'unstaffed' then coalesce(m.asked_at, s.asked_at) end as asked_at
			) h on true
			left join lateral (
			    select greatest(h.closed_at, v.given_at, v.submitted_at, h.written_at, m.reminded_at, h.asked_at) as at
			) t on true
			""";

	private static final String EVERYTHING = "true";

	private static final String STANDS = "s.standing = :standing";

	private static final String OVERDUE = "s.state is not null and s.due < :today";

	private static final String NAMED = """
			(strpos(lower(concat_ws(' ', s.initiative, s.title, s.coordinators, s.action_title)), lower(:search)) > 0
			    or s.initiative in (
			        select c.initiative from coordination c where c.role = 'coordinator' and c.party in (
			            select id from party where strpos(lower(concat_ws(' ', acronym, name)), lower(:search)) > 0)))
			""";

	/**
	 * Which stand on the page, read with as little of each as the filter and the order
	 * need.
	 */
	private static final String WANTED = """
			, wanted as (
			    select s.initiative, {found} as found from standing s
			    {joined}
			    where {filter}
			    order by {order} limit :size offset :offset
			)
			""";

	/**
	 * An array, since the database would take a page's rows for as many as the cycle has.
	 */
	private static final String ON_THE_PAGE = "s.initiative = any(array(select initiative from wanted))";

	private static final String LINES = """
			select {found}, s.initiative, s.title, k.party, s.standing, s.due, s.overdue, s.extended,
			    coalesce(v.late, false) as late, t.at,
			    case t.at when h.closed_at then s.settled_as
			        when v.given_at then case when v.accepted then 'accepted' else 'returned' end
			        when v.submitted_at then 'submitted' when h.written_at then 'draft-saved'
			        when m.reminded_at then 'reminded' when h.asked_at then 'asked' end as step,
			    case when t.at in (v.given_at, v.submitted_at) then v.number end as version,
			    (select x.id_ from act_ru_execution x join act_re_procdef q on q.id_ = x.proc_def_id_
			    where x.business_key_ = :cycle || '/' || s.initiative and x.parent_id_ is null and q.key_ = 'update'
			    limit 1) as process
			from (
			    select s.*, s.state is not null and s.due < :today as overdue,
			        s.due is not null and s.extended_to is not null as extended
			    from standing s where {which}
			) s
			""" + forEach(PARTIES) + forEach(STEPS) + "order by {order}";

	private static final String ALL = "select count(*) from cycle_initiative where cycle = :cycle";

	private static final String FOUND = Standings.WITH + "select count(*) from standing s where {filter}";

	private static final String ANSWER = "initiative_lines";

	private final Standings standings;

	private final OwnPlan ownPlan;

	private final LongAnswer longAnswer;

	InitiativeLines(Standings standings, OwnPlan ownPlan, LongAnswer longAnswer) {
		this.standings = standings;
		this.ownPlan = ownPlan;
		this.longAnswer = longAnswer;
	}

	/**
	 * A page of them. The database plans for this cycle: a plan for any cycle, which it
	 * keeps after some calls, takes five times as long in a large one.
	 * @param cycle the cycle
	 * @param wanted which, in which order
	 * @return the page; the last one when there are fewer pages by now
	 */
	@Transactional(readOnly = true)
	InitiativePage of(Cycle cycle, Wanted wanted) {
		return this.ownPlan.of(() -> page(cycle, wanted));
	}

	/**
	 * All that are wanted, on whatever page, one after the other.
	 * @param cycle the cycle
	 * @param wanted which, in which order; its page is not looked at
	 * @param each takes a row
	 */
	@Transactional(readOnly = true)
	void all(Cycle cycle, Wanted wanted, Consumer<InitiativeLine> each) {
		this.longAnswer.read(ANSWER,
				ask(LongAnswer.begin(ANSWER) + Standings.WITH + lines(wanted, filter(wanted), "null::bigint"), cycle,
						wanted),
				(row, number) -> read(row), each);
	}

	/**
	 * Where a filter and the order have all rows read anyway, they are counted along.
	 * Else only the page's own rows are read where the order allows, and the count,
	 * apart, reads no more than the filter needs.
	 */
	private InitiativePage page(Cycle cycle, Wanted wanted) {
		if (!filter(wanted).equals(EVERYTHING) && wanted.sort() != SortBy.INITIATIVE) {
			List<Counted> rows = rows(cycle, wanted, "count(*) over ()");
			if (!rows.isEmpty() || wanted.page() == 1) {
				return page(wanted, rows.isEmpty() ? 0 : rows.get(0).found(), rows);
			}
		}
		long found = ask(filter(wanted).equals(EVERYTHING) ? ALL : FOUND.replace("{filter}", filter(wanted)), cycle,
				wanted)
			.query(Long.class)
			.single();
		long last = Math.max(1, (found + wanted.size() - 1) / wanted.size());
		Wanted there = wanted.on((int) Math.min(wanted.page(), last));
		return page(there, found, (found == 0) ? List.of() : rows(cycle, there, "null::bigint"));
	}

	private static InitiativePage page(Wanted wanted, long found, List<Counted> rows) {
		return new InitiativePage(found, wanted.page(), wanted.size(), rows.stream().map(Counted::line).toList());
	}

	private List<Counted> rows(Cycle cycle, Wanted wanted, String found) {
		String page = WANTED.replace("{found}", found)
			.replace("{joined}", joined(wanted.sort()))
			.replace("{filter}", filter(wanted))
			.replace("{order}", order(wanted));
		return ask(Standings.WITH + page + lines(wanted, ON_THE_PAGE, "(select max(found) from wanted)"), cycle, wanted)
			.param("size", wanted.size())
			.param("offset", wanted.offset())
			.query((row, number) -> new Counted(read(row), row.getLong("found")))
			.list();
	}

	private StatementSpec ask(String sql, Cycle cycle, Wanted wanted) {
		return this.standings.ask(sql, cycle)
			.param("published", cycle.state() == Cycle.State.PUBLISHED)
			.param("search", wanted.search())
			.param("objective", wanted.among().objective())
			.param("region", wanted.among().region())
			.param("kind", wanted.among().kind())
			.param("standing", (wanted.standing() != null) ? wanted.standing().word() : null)
			.param("standings", Standing.words());
	}

	private static String lines(Wanted wanted, String which, String found) {
		return LINES.replace("{which}", which)
			.replace("{found}", found + " as found")
			.replace("{order}", order(wanted));
	}

	private static String order(Wanted wanted) {
		return wanted.sort().sql(wanted.descending());
	}

	/** Looks up for all only what the order needs, and the rest for the page. */
	private static String joined(SortBy sort) {
		return switch (sort) {
			case PARTY -> forAll(PARTIES);
			case STEP -> forAll(STEPS);
			default -> "";
		};
	}

	private static String filter(Wanted wanted) {
		List<String> filter = new ArrayList<>();
		if (wanted.standing() != null) {
			filter.add(STANDS);
		}
		if (wanted.overdue()) {
			filter.add(OVERDUE);
		}
		if (!wanted.search().isEmpty()) {
			filter.add(NAMED);
		}
		filter.addAll(wanted.among().filter());
		return filter.isEmpty() ? EVERYTHING : String.join(" and ", filter);
	}

	/** Looks it up for each row of a page. */
	private static String forEach(String joins) {
		return joins.replace("{lateral}", "lateral")
			.replace("{names}", "coordinated_by")
			.replace("{key}", "")
			.replace("{and} {one}", "and initiative = s.initiative")
			.replaceAll("\\{match .}", "true");
	}

	/**
	 * Reads it for all rows at once. The offset keeps the database from looking up names
	 * one by one: it takes the rows of a state for few.
	 */
	private static String forAll(String joins) {
		return joins.replace("{lateral}", "")
			.replace("{names}", "(select * from coordinated_by offset 0)")
			.replace("{key}", "initiative,")
			.replace("{and} {one}", "group by initiative")
			.replaceAll("\\{match (.)}", "$1.initiative = s.initiative");
	}

	private static InitiativeLine read(ResultSet row) throws SQLException {
		return new InitiativeLine(row.getString("initiative"), row.getString("title"), row.getString("party"),
				row.getString("standing"), row.getObject("due", LocalDate.class), row.getBoolean("overdue"),
				row.getBoolean("extended"), row.getString("step"), row.getObject("version", Integer.class),
				row.getBoolean("late"), instant(row), row.getString("process"));
	}

	private static @Nullable Instant instant(ResultSet row) throws SQLException {
		OffsetDateTime moment = row.getObject("at", OffsetDateTime.class);
		return (moment != null) ? moment.toInstant() : null;
	}

	/**
	 * A row, and how many there are with it.
	 */
	private record Counted(InitiativeLine line, long found) {
	}

}
