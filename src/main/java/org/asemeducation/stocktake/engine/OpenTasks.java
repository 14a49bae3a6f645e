package org.asemeducation.stocktake.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the open tasks of a cycle, a part at a time.
 */
@Component
class OpenTasks {

	private final JdbcClient jdbc;

	OpenTasks(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Open tasks in the order of their ids.
	 * @param cycle the cycle's name
	 * @param keys the task definition keys to look for
	 * @param after only ids behind this one
	 * @param limit how many at most
	 */
	List<OpenTask> of(String cycle, Set<String> keys, String after, int limit) {
		return this.jdbc.sql("""
				select t.id_, t.task_def_key_, t.proc_def_id_, t.name_, t.due_date_, e.business_key_ from act_ru_task t
				join act_ru_execution e on e.id_ = t.proc_inst_id_
				where t.task_def_key_ = any(:keys) and t.id_ > :after
				and (e.business_key_ = :cycle or starts_with(e.business_key_, :cycle || '/'))
				order by t.id_ limit :limit""")
			.param("keys", keys.toArray(String[]::new))
			.param("after", after)
			.param("cycle", cycle)
			.param("limit", limit)
			.query((row, number) -> task(row))
			.list();
	}

	/**
	 * Locks open tasks until the caller's transaction ends: whoever completes one waits
	 * so long, instead of being told that somebody else was faster.
	 * @param tasks their ids
	 * @return those that are still open
	 */
	List<String> lock(Set<String> tasks) {
		return this.jdbc.sql("select id_ from act_ru_task where id_ = any(:tasks) order by id_ for update")
			.param("tasks", tasks.toArray(String[]::new))
			.query(String.class)
			.list();
	}

	/**
	 * Open tasks about one thing.
	 * @param about what they are about
	 * @param keys the task definition keys to look for
	 */
	List<OpenTask> about(BusinessKey about, Set<String> keys) {
		return this.jdbc.sql("""
				select t.id_, t.task_def_key_, t.proc_def_id_, t.name_, t.due_date_, e.business_key_ from act_ru_task t
				join act_ru_execution e on e.id_ = t.proc_inst_id_
				where e.business_key_ = :about and t.task_def_key_ = any(:keys) order by t.id_""")
			.param("about", about.toString())
			.param("keys", keys.toArray(String[]::new))
			.query((row, number) -> task(row))
			.list();
	}

	private static OpenTask task(ResultSet row) throws SQLException {
		return new OpenTask(row.getString("id_"), row.getString("task_def_key_"), row.getString("proc_def_id_"),
				row.getString("name_"),
				Optional.ofNullable(row.getObject("due_date_", LocalDateTime.class))
					.map((due) -> due.toInstant(ZoneOffset.UTC))
					.orElse(null),
				BusinessKey.parse(row.getString("business_key_")));
	}

	/**
	 * A task that waits.
	 */
	record OpenTask(String id, String key, String definition, String name, @Nullable Instant due, BusinessKey about) {
	}

}
