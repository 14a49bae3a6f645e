package org.asemeducation.stocktake.cockpit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.cycle.Cycle;
import org.asemeducation.stocktake.cycle.DeadlineKind;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * Where each initiative of a cycle stands, and until when its next step is due.
 */
@Component
public class Standings {

	/** Begins a statement over {@code standing}: where each stands and until when. */
	public static final String WITH = """
			with extended as (
			    select o.initiative, o.deadline, o.last_day, o.extended_to from own_day o
			    where o.cycle = :cycle and o.initiative in (
			        select initiative from extension where cycle = :cycle and outcome = 'granted')
			), back as (
			    select l.initiative, max(g.given_at) as given_at
			    from update_request r join revision l on l.cycle = r.cycle and l.initiative = r.initiative
			    join verdict g on g.revision = l.id
			    where r.cycle = :cycle and r.state = 'returned' group by l.initiative
			), standing as not materialized (
			    select i.initiative, i.position, i.title, i.action_title, i.objective, i.coordinators, r.state, r.settled_as,
			        r.asked_at, r.settled_at, d.version as draft_version, d.saved_at,
			        case when r.state is null then 'not-asked' when r.state = 'settled' then r.settled_as
			            when r.state = 'requested' and d.version is not null then 'draft' else r.state end as standing,
			        case r.state when 'settled' then null when 'in-review' then :reviews
			            when 'returned' then greatest(least(coalesce(o.last_day, :freeze),
			                (v.given_at at time zone :zone)::date + :days_to_revise), o.extended_to)
			            else coalesce(o.deadline, :deadline) end as due, o.extended_to
			    from cycle_initiative i
			    left join update_request r on r.cycle = i.cycle and r.initiative = i.initiative
			    left join extended o on o.initiative = r.initiative
			    left join draft d on d.cycle = i.cycle and d.initiative = i.initiative
			    left join back v on v.initiative = i.initiative
			    where i.cycle = :cycle
			)
			""";

	/**
	 * Stands for whom initiatives have as coordinators, each with its regions and kinds.
	 */
	public static final String COORDINATED = "{coordinated}";

	private static final String TODAY = "coordinated_by";

	/** A published cycle was sealed, unless it was brought in from paper. */
	private static final String SEALED = """
			(select initiative, regions, kinds from coordinated_when_sealed where cycle = :cycle
			 union all select initiative, regions, kinds from coordinated_by
			 where not exists (select from sealed_part where cycle = :cycle))""";

	private static final String COUNTS = WITH + """
			select standing, count(*) as initiatives,
			    count(*) filter (where state is not null and due < :today) as overdue
			from standing group by standing
			""";

	private final JdbcClient jdbc;

	private final Clock clock;

	Standings(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * How many stand where.
	 * @param cycle the cycle
	 * @return every standing once, in their order
	 */
	List<Count> count(Cycle cycle) {
		Map<String, Count> counts = ask(COUNTS, cycle)
			.query((row, number) -> new Count(row.getString("standing"), row.getLong("initiatives"),
					row.getLong("overdue")))
			.list()
			.stream()
			.collect(Collectors.toMap(Count::state, Function.identity()));
		return Standing.words().stream().map((word) -> counts.getOrDefault(word, new Count(word, 0, 0))).toList();
	}

	/**
	 * Asks the database.
	 * @param sql begins with {@link #WITH}; may have {@link #COORDINATED} in it
	 * @param cycle the cycle
	 * @return what is asked, with the parameters of the beginning and {@code :today}
	 */
	public StatementSpec ask(String sql, Cycle cycle) {
		return this.jdbc.sql(sql.replace(COORDINATED, (cycle.state() == Cycle.State.PUBLISHED) ? SEALED : TODAY))
			.param("cycle", cycle.name().value())
			.param("zone", cycle.zone().getId())
			.param("today", LocalDate.ofInstant(this.clock.instant(), cycle.zone()))
			.param("deadline", cycle.date(DeadlineKind.DEADLINE))
			.param("freeze", cycle.date(DeadlineKind.FREEZE))
			.param("reviews", cycle.date(DeadlineKind.REVIEWS))
			.param("days_to_revise", Cycle.DAYS_TO_REVISE);
	}

}
