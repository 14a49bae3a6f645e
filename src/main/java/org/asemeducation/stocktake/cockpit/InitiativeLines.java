package org.asemeducation.stocktake.cockpit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.cycle.Cycle;
import org.asemeducation.stocktake.cycle.DeadlineKind;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * The initiatives of a cycle with where each stands, finished ones too. One statement
 * each, whatever their number: filtered, sorted and cut into pages by the database.
 */
@Component
class InitiativeLines {

	/**
	 * Days that coordinators have for a returned update, which never go past the freeze.
	 */
	private static final int DAYS_TO_REVISE = 10;

	/** Where each stands and until when. */
	private static final String STANDINGS = """
			with standing as (
			    select i.initiative, i.position, i.title, i.action_title, i.coordinators, r.state, r.settled_as,
			        r.asked_at, r.settled_at, d.version as draft_version, d.saved_at,
			        case when r.state is null then 'not-asked' when r.state = 'settled' then r.settled_as
			            when r.state = 'requested' and d.version is not null then 'draft' else r.state end as standing,
			        case r.state when 'settled' then null when 'in-review' then :reviews
			            when 'returned' then least(:freeze, (v.given_at at time zone :zone)::date + :days_to_revise)
			            else :deadline end as due
			    from cycle_initiative i
			    left join update_request r on r.cycle = i.cycle and r.initiative = i.initiative
			    left join draft d on d.cycle = i.cycle and d.initiative = i.initiative
			    left join lateral (
			        select max(g.given_at) as given_at from revision l join verdict g on g.revision = l.id
			        where r.state = 'returned' and l.cycle = i.cycle and l.initiative = i.initiative
			    ) v on true
			    where i.cycle = :cycle
			)
			""";

	/**
	 * Who coordinates it: those of today, or in a published cycle those that it printed.
	 */
	private static final String PARTIES = """
			left join lateral (
			    select coalesce(case when :published then nullif(s.coordinators, '') end,
			        string_agg((select coalesce(p.acronym, p.name) from party p where p.id = c.party), ', ' order by c.position),
			        nullif(s.coordinators, '')) as party
			    from coordination c
			    where c.initiative = s.initiative and c.role = 'coordinator'
			) k on true
			""";

	/**
	 * What happened last. A returned update's first draft is the text that came back.
	 */
	private static final String STEPS = """
			left join lateral (
			    select max(number) as number, max(submitted_at) as submitted_at, max(given_at) as given_at,
			        bool_or(accepted) as accepted
			    from revision left join verdict on revision = id where cycle = :cycle and initiative = s.initiative
			) v on true
			left join lateral (
			    select coalesce(min(claimed_at) filter (where ladder = 'request'), s.asked_at) as asked_at,
			        max(claimed_at) filter (where ladder like '%reminder' and not skipped) as reminded_at
			    from claim where cycle = :cycle and initiative = s.initiative
			) m on true
			left join lateral (
			    select case when s.settled_as <> 'accepted' then s.settled_at end as closed_at,
			        case when s.state <> 'returned' or s.draft_version > 1 then s.saved_at end as written_at,
			        case when s.state <> 'unstaffed' then m.asked_at end as asked_at
			) h on true
			left join lateral (
			    select greatest(h.closed_at, v.given_at, v.submitted_at, h.written_at, m.reminded_at, h.asked_at) as at
			) t on true
			""";

	private static final String LINES = STANDINGS
			+ """
					, wanted as (
					    select s.*, s.state is not null and s.due < :today as overdue, count(*) over () as found
					    from standing s
					    {joined}
					    where (:standing::text is null or s.standing = :standing)
					    and (not :overdue or s.state is not null and s.due < :today)
					    and (:search = '' or s.initiative in (
					            select c.initiative from coordination c join party p on p.id = c.party
					            where c.role = 'coordinator' and strpos(lower(concat_ws(' ', p.acronym, p.name)), lower(:search)) > 0)
					        or strpos(lower(concat_ws(' ', s.initiative, s.title, s.coordinators, s.action_title)), lower(:search)) > 0)
					    order by {order} limit :size offset :offset
					)
					select s.initiative, s.title, k.party, s.standing, s.due, s.overdue, t.at, s.found,
					    case t.at when h.closed_at then s.settled_as
					        when v.given_at then case when v.accepted then 'accepted' else 'returned' end
					        when v.submitted_at then 'submitted' when h.written_at then 'draft-saved'
					        when m.reminded_at then 'reminded' when h.asked_at then 'asked' end as step,
					    case when t.at in (v.given_at, v.submitted_at) then v.number end as version,
					    (select x.id_ from act_ru_execution x join act_re_procdef q on q.id_ = x.proc_def_id_
					    where x.business_key_ = :cycle || '/' || s.initiative and x.parent_id_ is null and q.key_ = 'update'
					    limit 1) as process
					from wanted s
					"""
			+ PARTIES + STEPS + "order by {order}";

	private static final String COUNTS = STANDINGS + """
			select standing, count(*) as initiatives,
			    count(*) filter (where state is not null and due < :today) as overdue
			from standing group by standing
			""";

	private final JdbcClient jdbc;

	private final Clock clock;

	InitiativeLines(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * A page of them.
	 * @param cycle the cycle
	 * @param wanted which, in which order
	 * @return the page; the last one when there are fewer pages by now
	 */
	InitiativePage of(Cycle cycle, Wanted wanted) {
		InitiativePage page = select(cycle, wanted);
		if (page.lines().isEmpty() && wanted.page() > 1) {
			long found = select(cycle, wanted.on(1)).found();
			return select(cycle, wanted.on((int) Math.max(1, (found + wanted.size() - 1) / wanted.size())));
		}
		return page;
	}

	/**
	 * How many stand where.
	 * @param cycle the cycle
	 * @return every standing once, in their order
	 */
	List<Count> count(Cycle cycle) {
		Map<String, Count> counts = asked(COUNTS, cycle)
			.query((row, number) -> new Count(row.getString("standing"), row.getLong("initiatives"),
					row.getLong("overdue")))
			.list()
			.stream()
			.collect(Collectors.toMap(Count::state, Function.identity()));
		return Standing.words().stream().map((word) -> counts.getOrDefault(word, new Count(word, 0, 0))).toList();
	}

	private InitiativePage select(Cycle cycle, Wanted wanted) {
		long[] found = { 0 };
		List<InitiativeLine> lines = asked(lines(wanted), cycle)
			.param("published", cycle.state() == Cycle.State.PUBLISHED)
			.param("search", wanted.search())
			.param("standing", (wanted.standing() != null) ? wanted.standing().word() : null)
			.param("overdue", wanted.overdue())
			.param("standings", Standing.words())
			.param("size", wanted.size())
			.param("offset", wanted.offset())
			.query((row, number) -> {
				found[0] = row.getLong("found");
				return read(row);
			})
			.list();
		return new InitiativePage(found[0], wanted.page(), wanted.size(), lines);
	}

	/**
	 * Looks up for all only what the filter and the order need, and the rest for the
	 * page.
	 */
	private static String lines(Wanted wanted) {
		String joined = switch (wanted.sort()) {
			case PARTY -> PARTIES;
			case STEP -> STEPS;
			default -> "";
		};
		return LINES.replace("{joined}", joined).replace("{order}", wanted.sort().sql(wanted.descending()));
	}

	private StatementSpec asked(String sql, Cycle cycle) {
		return this.jdbc.sql(sql)
			.param("cycle", cycle.name().value())
			.param("zone", cycle.zone().getId())
			.param("today", LocalDate.ofInstant(this.clock.instant(), cycle.zone()))
			.param("deadline", cycle.date(DeadlineKind.DEADLINE))
			.param("freeze", cycle.date(DeadlineKind.FREEZE))
			.param("reviews", cycle.date(DeadlineKind.REVIEWS))
			.param("days_to_revise", DAYS_TO_REVISE);
	}

	private static InitiativeLine read(ResultSet row) throws SQLException {
		return new InitiativeLine(row.getString("initiative"), row.getString("title"), row.getString("party"),
				row.getString("standing"), row.getObject("due", LocalDate.class), row.getBoolean("overdue"),
				row.getString("step"), row.getObject("version", Integer.class), instant(row), row.getString("process"));
	}

	private static @Nullable Instant instant(ResultSet row) throws SQLException {
		OffsetDateTime moment = row.getObject("at", OffsetDateTime.class);
		return (moment != null) ? moment.toInstant() : null;
	}

}
