package org.asemeducation.stocktake.report.papers;

import java.util.List;

import org.asemeducation.stocktake.cycle.CycleName;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts who has answered a cycle: by the objective that an initiative serves first, and
 * by the region of those who coordinate it. An update is late that was first submitted
 * after its own day, extensions included; whoever has submitted nothing has not reported.
 */
@Component
class AnswerCounts {

	private static final String ANSWERS = """
			with answer as (
			    select i.initiative, i.position,
			        coalesce('Objective ' || i.objective || coalesce(': ' || j.title, ''), 'No objective confirmed') as objective,
			        i.objective as number,
			        (select case when bool_or(p.region = 'Asia') and bool_or(p.region = 'Europe') then 'Asia and Europe'
			                     when bool_or(p.region = 'Asia') then 'Asia' when bool_or(p.region = 'Europe') then 'Europe'
			                     when count(*) > 0 then 'No region' else 'No coordinator' end
			            from coordination k join party p on p.id = k.party
			            where k.initiative = i.initiative and k.role = 'coordinator') as region,
			        f.submitted_at is not null as reported,
			        coalesce(cast(f.submitted_at at time zone y.zone as date) > coalesce(o.deadline, d.on_date), false) as late
			    from cycle_initiative i join cycle y on y.name = i.cycle
			    join deadline d on d.cycle = i.cycle and d.kind = 'deadline'
			    left join objective j on j.number = i.objective
			    left join own_day o on o.cycle = i.cycle and o.initiative = i.initiative
			    left join lateral (select min(r.submitted_at) as submitted_at from revision r
			        where r.cycle = i.cycle and r.initiative = i.initiative
			        and not exists (select from taken_back b where b.revision = r.id)) f on true
			    where i.cycle = :cycle
			)
			""";

	private final JdbcClient jdbc;

	AnswerCounts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** In the plan's order; what serves no confirmed objective comes last. */
	List<Count> byObjective(CycleName cycle) {
		return of(
				ANSWERS + """
						select objective as called, count(*) as all_of_them, count(*) filter (where reported and not late) as in_time,
						    count(*) filter (where late) as late, count(*) filter (where not reported) as missing
						from answer group by objective, number order by number nulls last, objective""",
				cycle);
	}

	/** In the order of the alphabet. */
	List<Count> byRegion(CycleName cycle) {
		return of(
				ANSWERS + """
						select region as called, count(*) as all_of_them, count(*) filter (where reported and not late) as in_time,
						    count(*) filter (where late) as late, count(*) filter (where not reported) as missing
						from answer group by region order by region""",
				cycle);
	}

	private List<Count> of(String sql, CycleName cycle) {
		return this.jdbc.sql(sql)
			.param("cycle", cycle.value())
			.query((row, number) -> new Count(row.getString("called"), row.getInt("all_of_them"), row.getInt("in_time"),
					row.getInt("late"), row.getInt("missing")))
			.list();
	}

	/**
	 * How many of some initiatives have answered.
	 *
	 * @param called which initiatives
	 * @param all how many the cycle asks about
	 * @param inTime first submitted by their own day
	 * @param late first submitted after it
	 * @param missing nothing was submitted
	 */
	record Count(String called, int all, int inTime, int late, int missing) {

		Count plus(Count other) {
			return new Count("All", this.all + other.all(), this.inTime + other.inTime(), this.late + other.late(),
					this.missing + other.missing());
		}

	}

}
