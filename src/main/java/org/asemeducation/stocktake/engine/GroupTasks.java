package org.asemeducation.stocktake.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The open tasks that a group is offered, in one query whatever their number. A task that
 * several groups are offered belongs to the first of those asked for.
 */
@Component
public class GroupTasks {

	private final JdbcClient jdbc;

	GroupTasks(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The open tasks of some groups.
	 * @param groups the engine's ids, the closest to the work first
	 * @return by due date, then name; those without a date last
	 */
	public List<GroupTask> of(List<String> groups) {
		return this.jdbc.sql("""
				select t.id_, t.name_, t.create_time_, t.due_date_, t.assignee_, e.business_key_, g.group_id
				from act_ru_task t
				join act_ru_execution e on e.id_ = t.proc_inst_id_
				join lateral (
				    select a.group_id from unnest(cast(:groups as text[])) with ordinality as a (group_id, place)
				    where exists (select from act_ru_identitylink l where l.task_id_ = t.id_
				        and l.type_ = 'candidate' and l.group_id_ = a.group_id)
				    order by a.place limit 1) g on true
				where t.suspension_state_ = 1 and e.business_key_ is not null
				and t.id_ in (select l.task_id_ from act_ru_identitylink l
				    where l.type_ = 'candidate' and l.group_id_ = any(cast(:groups as text[])))
				order by t.due_date_ nulls last, t.name_, t.id_""")
			.param("groups", groups.toArray(String[]::new))
			.query((row, number) -> read(row))
			.list();
	}

	private static GroupTask read(ResultSet row) throws SQLException {
		return new GroupTask(row.getString("id_"), row.getString("group_id"),
				BusinessKey.parse(row.getString("business_key_")), row.getString("name_"),
				row.getObject("create_time_", LocalDateTime.class).toInstant(ZoneOffset.UTC),
				Optional.ofNullable(row.getObject("due_date_", LocalDateTime.class))
					.map((due) -> due.toInstant(ZoneOffset.UTC))
					.orElse(null),
				row.getString("assignee_"));
	}

	/**
	 * A task that waits for somebody of a group, or for the one of them who has claimed
	 * it.
	 *
	 * @param id the engine's id
	 * @param group whose it is
	 * @param about what it is about
	 * @param name as the task list shows it
	 * @param created since when it waits
	 * @param due when it is due; {@code null} when nothing says so
	 * @param claimedBy the user id of who has taken it over; {@code null} while it is
	 * anybody's
	 */
	public record GroupTask(String id, String group, BusinessKey about, String name, Instant created,
			@Nullable Instant due, @Nullable String claimedBy) {
	}

}
