package org.asemeducation.stocktake.update.handover;

import java.util.List;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.plan.change.CoordinatorsChanged;
import org.asemeducation.stocktake.update.Staffing;
import org.asemeducation.stocktake.update.UpdateKey;
import org.asemeducation.stocktake.update.UpdateRequest;
import org.asemeducation.stocktake.update.UpdateRequests;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Gives running updates to whoever coordinates the initiative from now on: who writes is
 * the register's word, not the copy's.
 */
@Component
class FollowThePlan {

	private final UpdateRequests requests;

	private final Staffing staffing;

	private final JdbcClient jdbc;

	FollowThePlan(UpdateRequests requests, Staffing staffing, JdbcClient jdbc) {
		this.requests = requests;
		this.staffing = staffing;
		this.jdbc = jdbc;
	}

	@EventListener
	void on(CoordinatorsChanged changed) {
		List<String> cycles = this.jdbc.sql("""
				select r.cycle from update_request r join cycle y on y.name = r.cycle and y.state <> 'ended'
				where r.initiative = :initiative and r.state in ('requested', 'returned') order by r.cycle""")
			.param("initiative", changed.initiative().value())
			.query(String.class)
			.list();
		for (String cycle : cycles) {
			UpdateRequest request = this.requests.lock(new UpdateKey(new CycleName(cycle), changed.initiative()));
			if (request.state().isAskedFor()) {
				this.staffing.changed(request);
			}
		}
	}

}
