package org.asemeducation.stocktake.access.doors;

import org.asemeducation.stocktake.access.People;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.rehearsal.RehearsedCycles;

import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The cycles behind the doors and the people before them, made once for an application.
 */
final class Premises {

	private Premises() {
	}

	static Company open(ApplicationContext context) {
		JdbcClient jdbc = context.getBean(JdbcClient.class);
		if (jdbc.sql("select count(*) from cycle where name = 'DOORS-A'").query(Long.class).single() == 0) {
			RehearsedCycles.play(context, "doors/cycles.yaml");
		}
		return new Company(context.getBean(People.class), context.getBean(Register.class));
	}

}
