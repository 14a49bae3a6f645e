package org.asemeducation.stocktake.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The open tasks that people have taken over or were given, and how they pass to somebody
 * else.
 */
@Component
public class HeldTasks {

	private static final String HELD = """
			select t.id_, t.name_, t.due_date_, t.assignee_,
			    coalesce(e.business_key_, '') as about from act_ru_task t
			join act_ru_execution e on e.id_ = t.proc_inst_id_
			where t.assignee_ = any(:users)
			order by t.due_date_ nulls last, t.name_, t.id_""";

	private static final String NOT_OFFERED = """
			select t.name_ from act_ru_task t where t.id_ = :task and not exists (
			    select from act_ru_identitylink l left join act_id_membership m on m.group_id_ = l.group_id_
			    where l.task_id_ = t.id_ and l.type_ = 'candidate' and :user in (m.user_id_, l.user_id_))""";

	private final TaskService tasks;

	private final JdbcClient jdbc;

	private final AsNobody asNobody;

	HeldTasks(TaskService tasks, JdbcClient jdbc, AsNobody asNobody) {
		this.tasks = tasks;
		this.jdbc = jdbc;
		this.asNobody = asNobody;
	}

	/**
	 * What some people hold.
	 * @param users their user ids
	 * @return by due date, then name; those without a date last
	 */
	public List<HeldTask> of(Collection<String> users) {
		return of(HELD, users);
	}

	/**
	 * The same; nobody completes or claims one until the caller's transaction ends.
	 * @param users their user ids
	 * @return those that are still open
	 */
	public List<HeldTask> lock(Collection<String> users) {
		return of(HELD + " for update of t", users);
	}

	private List<HeldTask> of(String query, Collection<String> users) {
		return this.jdbc.sql(query)
			.param("users", users.toArray(String[]::new))
			.query((row, number) -> read(row))
			.list();
	}

	/**
	 * Whether somebody is among those whom a task is offered.
	 * @param task its id
	 * @param user the user id
	 * @return false when they could not have claimed it
	 */
	public boolean isOffered(String task, String user) {
		return this.jdbc.sql(NOT_OFFERED)
			.param("task", task)
			.param("user", user)
			.query(String.class)
			.optional()
			.isEmpty();
	}

	/**
	 * Gives a task to somebody else.
	 * @param task its id
	 * @param user the user id of who works on it from now on
	 */
	public void passOn(String task, String user) {
		this.asNobody.call(() -> {
			this.tasks.setAssignee(task, user);
			return true;
		});
	}

	private static HeldTask read(ResultSet row) throws SQLException {
		return new HeldTask(row.getString("id_"), row.getString("name_"), row.getString("about"),
				Optional.ofNullable(row.getObject("due_date_", LocalDateTime.class))
					.map((due) -> due.toInstant(ZoneOffset.UTC))
					.orElse(null),
				row.getString("assignee_"));
	}

	/**
	 * A task that somebody works on.
	 *
	 * @param id the engine's id
	 * @param name as the task list shows it
	 * @param about the business key; empty: it has none
	 * @param due when it is due; {@code null} when nothing says so
	 * @param holder the user id of who works on it
	 */
	public record HeldTask(String id, String name, String about, @Nullable Instant due, String holder) {
	}

}
