package org.asemeducation.stocktake.cycle;

import org.asemeducation.stocktake.plan.ContributionsConfirmed;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which strategic objective each initiative of a cycle counts with: the first that its
 * action serves, as the secretariat has confirmed it. A cycle that is over keeps what
 * stood then.
 */
@Component
class ServedObjectives {

	/** For a row {@code i} with its action. */
	static final String FIRST = """
			(select min(s.objective) from contribution b join subgoal s on s.number = b.subgoal and s.in_force
			    where b.action = i.action and b.confirmed_at is not null)""";

	private final JdbcClient jdbc;

	ServedObjectives(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** In the transaction that confirms. */
	@EventListener
	void follow(ContributionsConfirmed confirmed) {
		this.jdbc.sql("""
				update cycle_initiative i set objective = %1$s
				from cycle y where y.name = i.cycle and y.kind = 'report' and y.state not in ('published', 'ended')
				and i.objective is distinct from %1$s""".formatted(FIRST)).update();
	}

}
