package org.asemeducation.stocktake.notification.letter;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.engine.GroupTasks;
import org.asemeducation.stocktake.engine.GroupTasks.GroupTask;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads what digests tell of: the tasks that wait for reviewers and secretariat. A review
 * is offered to both and is the reviewers'.
 */
@Component
public class WaitingTasks {

	private static final List<String> GROUPS = List.of("swg", "aes");

	private final JdbcClient jdbc;

	private final GroupTasks tasks;

	WaitingTasks(JdbcClient jdbc, GroupTasks tasks) {
		this.jdbc = jdbc;
		this.tasks = tasks;
	}

	/**
	 * The tasks of all cycles.
	 * @return by due date, then name; those without a date last
	 */
	public List<WaitingTask> all() {
		List<GroupTask> open = this.tasks.of(GROUPS);
		if (open.isEmpty()) {
			return List.of();
		}
		Map<String, ZoneId> zones = zones();
		return open.stream()
			.filter((task) -> zones.containsKey(task.about().cycle()))
			.map((task) -> waiting(task, zones.get(task.about().cycle())))
			.toList();
	}

	private Map<String, ZoneId> zones() {
		Map<String, ZoneId> zones = new HashMap<>();
		this.jdbc.sql("select name, zone from cycle").query((row) -> {
			zones.put(row.getString("name"), ZoneId.of(row.getString("zone")));
		});
		return zones;
	}

	private static WaitingTask waiting(GroupTask task, ZoneId zone) {
		LocalDate due = Optional.ofNullable(task.due()).map((moment) -> LocalDate.ofInstant(moment, zone)).orElse(null);
		return new WaitingTask(task.id(), task.group(), new CycleName(task.about().cycle()), zone, task.name(),
				task.created(), due, task.claimedBy());
	}

}
