package org.asemeducation.stocktake.cycle;

import java.util.ArrayList;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The tasks, meetings and minutes of a cycle that are open.
 */
@Component
class OpenSteps implements OpenEnds {

	private final Meetings meetings;

	private final JdbcClient jdbc;

	OpenSteps(Meetings meetings, JdbcClient jdbc) {
		this.meetings = meetings;
		this.jdbc = jdbc;
	}

	@Override
	public List<String> of(CycleName cycle) {
		List<String> open = new ArrayList<>(OpenEnds.counted(count("""
				select count(*) from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
				where e.business_key_ = :cycle or starts_with(e.business_key_, :cycle || '/')""", cycle),
				"task is open: it goes away.", "tasks are open: they go away."));
		List<Meeting> all = this.meetings.of(cycle);
		String unheld = all.stream()
			.filter((meeting) -> List.of(Meeting.PLANNED, Meeting.CONFIRMED).contains(meeting.state()))
			.map((meeting) -> meeting.kind().name())
			.reduce((one, other) -> one + ", " + other)
			.orElse("");
		if (!unheld.isEmpty()) {
			open.add("Not held or not recorded: %s.".formatted(unheld));
		}
		open.addAll(OpenEnds
			.counted(count("select count(*) from meeting where cycle = :cycle and state = 'held' and not exists ("
					+ "select from minutes n where n.cycle = meeting.cycle and n.kind = meeting.kind and n.adopted)",
					cycle), "meeting has minutes that are not adopted.",
					"meetings have minutes that are not adopted."));
		return open;
	}

	private long count(String sql, CycleName cycle) {
		return this.jdbc.sql(sql).param("cycle", cycle.value()).query(Long.class).single();
	}

}
