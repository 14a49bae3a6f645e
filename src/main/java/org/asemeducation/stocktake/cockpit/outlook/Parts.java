package org.asemeducation.stocktake.cockpit.outlook;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.asemeducation.stocktake.cockpit.Standings;
import org.asemeducation.stocktake.cycle.Cycle;

import org.springframework.stereotype.Component;

/**
 * Counts where initiatives stand by objective, region and kind of party. One of several
 * coordinators' counts with each of their regions and kinds.
 */
@Component
class Parts {

	private static final String COUNTS = Standings.WITH
			+ """
					, coordinated as (
					    select k.initiative, p.region, p.kind from coordination k join party p on p.id = k.party
					    where k.role = 'coordinator'
					)
					select 'objective' as by, coalesce(s.objective::text, '') as name, s.standing, count(*) as initiatives
					from standing s group by 2, 3
					union all
					select 'region', coalesce(c.region, ''), s.standing, count(*)
					from standing s left join (select distinct initiative, region from coordinated) c on c.initiative = s.initiative
					group by 2, 3
					union all
					select 'kind', coalesce(c.kind, ''), s.standing, count(*)
					from standing s left join (select distinct initiative, kind from coordinated) c on c.initiative = s.initiative
					group by 2, 3
					order by 1 desc, 2
					""";

	private final Standings standings;

	Parts(Standings standings) {
		this.standings = standings;
	}

	/**
	 * Counts them.
	 * @param cycle the cycle
	 * @return regions, then objectives, then kinds, each by name
	 */
	List<Part> of(Cycle cycle) {
		Map<List<String>, Map<String, Integer>> counts = new LinkedHashMap<>();
		this.standings.ask(COUNTS, cycle).query((row) -> {
			counts.computeIfAbsent(List.of(row.getString("by"), row.getString("name")), (part) -> new HashMap<>())
				.put(row.getString("standing"), row.getInt("initiatives"));
		});
		return counts.entrySet()
			.stream()
			.map((part) -> new Part(part.getKey().get(0), part.getKey().get(1), part.getValue()))
			.toList();
	}

}
