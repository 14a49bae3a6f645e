package org.asemeducation.stocktake.cockpit.outlook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.asemeducation.stocktake.cockpit.Standings;
import org.asemeducation.stocktake.cycle.Cycle;

import org.springframework.stereotype.Component;

/**
 * Finds what the secretariat should look at first. One statement, whatever the size of
 * the cycle.
 */
@Component
public class Concerns {

	/** Days after which a review takes long. */
	static final int LONG = 14;

	/** Rows of each kind that are told at most. */
	private static final int MOST = 100;

	private static final String ALL = Standings.WITH
			+ """
					, here as materialized (
					    select initiative, position, state, due, asked_at, draft_version from standing where state <> 'settled'
					), silent as (
					    select p.id from party p where not exists (
					        select from contact_role r join contact c on c.id = r.contact and c.active and not c.no_mail
					        where r.party = p.id and r.role = 'coordinator')
					), unheard as (
					    select k.initiative from coordination k where k.role = 'coordinator' and k.party in (select id from silent)
					    and not exists (select from coordination o where o.initiative = k.initiative
					        and o.role = 'coordinator' and o.party not in (select id from silent))
					), rounds as (
					    select l.initiative, max(l.submitted_at) as submitted_at,
					        count(*) filter (where not v.accepted) as returns, max(v.given_at) as given_at
					    from revision l left join verdict v on v.revision = l.id where l.cycle = :cycle group by l.initiative
					), concern as (
					    select 0 as kind, s.initiative, s.position, (u.since at time zone :zone)::date as since,
					        c.name || ' <' || u.address || '>' as about,
					        u.process_instance as instance
					    from unreachable u join contact c on c.id = u.contact and c.active
					    join contact_role r on r.contact = c.id and r.role = 'coordinator'
					    join coordination k on k.party = r.party and k.role = 'coordinator'
					    join here s on s.initiative = k.initiative and s.state in ('requested', 'returned')
					    where u.settled_at is null
					    union all
					    select 1, s.initiative, s.position, (s.asked_at at time zone :zone)::date,
					        case when s.state = 'unstaffed' then 'Nobody coordinates it'
					            else 'Its coordinators have no contact who receives mail' end, null
					    from here s left join coordinated_by b on b.initiative = s.initiative
					    where s.state = 'unstaffed' or s.state in ('requested', 'returned')
					        and (b.initiative is null or s.initiative in (select initiative from unheard))
					    union all
					    select 2, s.initiative, s.position, (r.given_at at time zone :zone)::date, r.returns || ' times', null
					    from here s join rounds r on r.initiative = s.initiative
					    where r.returns > 1 and s.state in ('returned', 'requested', 'in-review')
					    union all
					    select 3, s.initiative, s.position, (r.submitted_at at time zone :zone)::date, w.name, null
					    from here s join rounds r on r.initiative = s.initiative
					    left join review_duty y on y.cycle = :cycle and y.initiative = s.initiative
					    left join contact w on w.id = y.reviewer
					    where s.state = 'in-review' and (r.submitted_at at time zone :zone)::date <= :today - :long
					    union all
					    select 4, s.initiative, s.position, s.due,
					        case when s.state = 'returned' then 'Returned, and not sent in again'
					            when s.draft_version is not null then 'A draft is begun' else 'Nothing is written' end, null
					    from here s where s.state in ('requested', 'returned') and s.due < :today
					    union all
					    select 5, 'chapter-' || h.number, h.number, h.due, coalesce(c.name, p.name), null
					    from chapter_commission h join party p on p.id = h.party left join contact c on c.id = h.contact
					    where h.cycle = :cycle and h.over_as is null and h.due < :today
					        and not exists (select from chapter_handed_in i where i.cycle = h.cycle
					            and i.number = h.number and i.verdict is null)
					)
					""";

	/** Each kind with how many there are, and the first of them. */
	private static final String FOUND = ALL
			+ """
					select k.kind, k.found, r.initiative, coalesce(i.title, h.title) as title, r.since, r.about,
					    case k.kind when 0 then (select t.id_ from act_ru_task t where t.proc_inst_id_ = r.instance limit 1)
					        when 1 then (select t.id_ from act_ru_execution e join act_ru_task t on t.proc_inst_id_ = e.proc_inst_id_
					            where e.business_key_ = :cycle || '/' || r.initiative
					            and t.task_def_key_ = 'userTask_findCoordinator' limit 1) end as task
					from (select kind, count(*) as found from concern group by kind) k
					cross join lateral (select * from concern c where c.kind = k.kind order by since, position limit :most) r
					left join cycle_initiative i on i.cycle = :cycle and i.initiative = r.initiative
					left join chapter_commission h on h.cycle = :cycle and r.kind = 5 and h.number = r.position
					order by k.kind, r.since, r.position
					""";

	private final Standings standings;

	Concerns(Standings standings) {
		this.standings = standings;
	}

	/**
	 * What matters in a cycle.
	 * @param cycle the cycle
	 * @return how much there is of each kind, and the first {@value #MOST} of each
	 */
	Found of(Cycle cycle) {
		Map<ConcernKind, Integer> counts = new EnumMap<>(ConcernKind.class);
		for (ConcernKind kind : ConcernKind.values()) {
			counts.put(kind, 0);
		}
		if (cycle.state() == Cycle.State.PUBLISHED || cycle.state() == Cycle.State.ENDED) {
			return new Found(counts, List.of());
		}
		List<Concern> rows = new ArrayList<>();
		this.standings.ask(FOUND, cycle).param("long", LONG).param("most", MOST).query((row) -> {
			ConcernKind kind = ConcernKind.values()[row.getInt("kind")];
			counts.put(kind, row.getInt("found"));
			rows.add(new Concern(kind, row.getString("initiative"), row.getString("title"),
					row.getObject("since", LocalDate.class), row.getString("about"), row.getString("task")));
		});
		return new Found(counts, rows);
	}

	/**
	 * What matters.
	 *
	 * @param counts how much of each kind, every kind once
	 * @param rows what matters most first, {@value Concerns#MOST} of each kind at most
	 */
	public record Found(Map<ConcernKind, Integer> counts, List<Concern> rows) {

		public Found {
			rows = List.copyOf(rows);
		}

	}

}
