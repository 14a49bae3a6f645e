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

	private static final String COUNTS = Standings.WITH + """
			, together as materialized (
			    select s.objective, s.standing, b.regions, b.kinds, count(*) as initiatives
			    from standing s left join {coordinated} b on b.initiative = s.initiative group by 1, 2, 3, 4
			)
			select 'objective' as by, coalesce(objective::text, '') as name, standing, sum(initiatives) as initiatives
			from together group by 2, 3
			union all
			select 'region', region, standing, sum(initiatives)
			from together, unnest(coalesce(regions, array[''])) as region group by 2, 3
			union all
			select 'kind', kind, standing, sum(initiatives)
			from together, unnest(coalesce(kinds, array[''])) as kind group by 2, 3
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
