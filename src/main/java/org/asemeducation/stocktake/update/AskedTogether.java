package org.asemeducation.stocktake.update;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.asemeducation.stocktake.cycle.Cycle;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.DeadlineKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the tasks of updates say that are asked for together, read once for all of them.
 * Known while they are started, to the thread that starts them.
 */
@Component
class AskedTogether {

	private final JdbcClient jdbc;

	private final Cycles cycles;

	private final ThreadLocal<Map<UpdateKey, Facts>> known = new ThreadLocal<>();

	AskedTogether(JdbcClient jdbc, Cycles cycles) {
		this.jdbc = jdbc;
		this.cycles = cycles;
	}

	/**
	 * Starts updates.
	 * @param name the cycle that asks for all of them
	 * @param requests what was asked for just now, in the caller's transaction
	 * @param start starts their processes
	 */
	void during(CycleName name, List<UpdateRequest> requests, Runnable start) {
		this.known.set(read(this.cycles.get(name), requests));
		try {
			start.run();
		}
		finally {
			this.known.remove();
		}
	}

	/**
	 * What is known of an update that is being started.
	 * @param key which
	 * @return nothing when it is not one of those
	 */
	Optional<Facts> of(UpdateKey key) {
		return Optional.ofNullable(this.known.get()).map((facts) -> facts.get(key));
	}

	private Map<UpdateKey, Facts> read(Cycle cycle, List<UpdateRequest> requests) {
		Map<UpdateKey, Facts> facts = new HashMap<>();
		Instant due = cycle.endOf(DeadlineKind.DEADLINE);
		this.jdbc.sql("""
				select c.initiative, c.title, array(select p.group_id from coordination k join party p on p.id = k.party
				    where k.initiative = c.initiative and k.role = 'coordinator' order by k.position) as groups
				from cycle_initiative c where c.cycle = :cycle and c.initiative = any(:initiatives)""")
			.param("cycle", cycle.name().value())
			.param("initiatives",
					requests.stream().map((request) -> request.key().initiative().value()).toArray(String[]::new))
			.query((row) -> {
				facts.put(UpdateKey.of(cycle.name().value(), row.getString("initiative")),
						new Facts(row.getString("title"), due, List.of((String[]) row.getArray("groups").getArray()),
								cycle.isCompletion()));
			});
		return facts;
	}

	/**
	 * What the task of an update says.
	 *
	 * @param title the initiative's title
	 * @param due when the update is due
	 * @param groups the engine's groups of those who coordinate the initiative
	 * @param wordsForPlan whether words for a plan are asked for in place of an update
	 */
	record Facts(String title, Instant due, List<String> groups, boolean wordsForPlan) {
	}

}
