package org.asemeducation.stocktake.engine;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The engine's user tasks, found by what they are about rather than by their id. Who may
 * do what is the caller's question.
 */
@Component
public class Tasks {

	private static final String FIND = """
			select t.id_, t.assignee_ from act_ru_execution e join act_ru_task t on t.proc_inst_id_ = e.id_
			where e.business_key_ = :about and t.task_def_key_ = any(:keys)""";

	private final TaskService tasks;

	private final JdbcClient jdbc;

	private final OneFlush oneFlush;

	Tasks(TaskService tasks, JdbcClient jdbc, OneFlush oneFlush) {
		this.tasks = tasks;
		this.jdbc = jdbc;
		this.oneFlush = oneFlush;
	}

	/**
	 * Claims and completes a task in one go, in the caller's transaction. Waits where the
	 * task is being dated anew or carried over. Who did it is in the history of tasks,
	 * but not in the history of activities: what the engine writes there at the end of a
	 * flush says how the step ended, not whose it was.
	 * @param about what the task is about
	 * @param key the task definition key
	 * @param by the user id
	 * @throws Refused when there is no such task (any more)
	 */
	public void complete(BusinessKey about, String key, String by) {
		complete(about, List.of(key), by);
	}

	/**
	 * Claims and completes whichever of some tasks is open, as above.
	 * @param about what the task is about
	 * @param keys the task definition keys, of which one is open at a time
	 * @param by the user id
	 * @throws Refused when there is no such task (any more)
	 */
	public void complete(BusinessKey about, List<String> keys, String by) {
		lockInstances(about);
		OpenTask task = find(FIND + " for update of t", about, keys)
			.orElseThrow(() -> Refused.conflict("This step of %s is not open, or no longer.".formatted(about)));
		this.oneFlush.of(() -> {
			this.tasks.setAssignee(task.id(), by);
			this.tasks.complete(task.id());
			return true;
		});
	}

	/**
	 * Assigns a task.
	 * @param about what the task is about
	 * @param key the task definition key
	 * @param userId who works on it from now on; {@code null}: anybody who may
	 */
	public void assign(BusinessKey about, String key, @Nullable String userId) {
		find(FIND + " for update of t", about, key).ifPresent((task) -> this.tasks.setAssignee(task.id(), userId));
	}

	/**
	 * The open task, held until the caller's transaction ends: whoever claims or
	 * completes it waits.
	 * @param about what the task is about
	 * @param key the task definition key
	 * @return its id and assignee, or nothing
	 */
	public Optional<OpenTask> hold(BusinessKey about, String key) {
		lockInstances(about);
		return find(FIND + " for update of t", about, key);
	}

	/**
	 * Offers an open task to some groups and to nobody else; who works on it goes on only
	 * as a member of one of them.
	 * @param about what the task is about
	 * @param key the task definition key
	 * @param groups the engine's ids
	 * @return whether there is such a task
	 */
	public boolean offer(BusinessKey about, String key, List<String> groups) {
		Optional<OpenTask> task = find(FIND + " for update of t", about, key);
		task.ifPresent((open) -> {
			Set<String> before = this.tasks.getIdentityLinksForTask(open.id())
				.stream()
				.filter((link) -> IdentityLinkType.CANDIDATE.equals(link.getType()) && link.getGroupId() != null)
				.map(IdentityLink::getGroupId)
				.collect(Collectors.toSet());
			before.stream()
				.filter((group) -> !groups.contains(group))
				.forEach((group) -> this.tasks.deleteCandidateGroup(open.id(), group));
			groups.stream()
				.filter((group) -> !before.contains(group))
				.forEach((group) -> this.tasks.addCandidateGroup(open.id(), group));
			if (open.assignee() != null && !isMember(open.assignee(), groups)) {
				this.tasks.setAssignee(open.id(), null);
			}
		});
		return task.isPresent();
	}

	private boolean isMember(String user, List<String> groups) {
		return this.jdbc
			.sql("select exists (select from act_id_membership where user_id_ = :user and group_id_ = any(:groups))")
			.param("user", user)
			.param("groups", groups.toArray(String[]::new))
			.query(Boolean.class)
			.single();
	}

	/**
	 * The open task.
	 * @param about what the task is about
	 * @param key the task definition key
	 * @return its id and assignee, or nothing
	 */
	public Optional<OpenTask> open(BusinessKey about, String key) {
		return find(FIND, about, key);
	}

	/**
	 * An update and its review are not carried over to another model while somebody
	 * completes one of their tasks. A cycle's own instances are under the lock of its
	 * row.
	 */
	private void lockInstances(BusinessKey about) {
		if (about.part() != null) {
			this.jdbc.sql("""
					select id_ from act_ru_execution where business_key_ = :about and parent_id_ is null
					order by id_ for update""").param("about", about.toString()).query(String.class).list();
		}
	}

	private Optional<OpenTask> find(String sql, BusinessKey about, String key) {
		return find(sql, about, List.of(key));
	}

	private Optional<OpenTask> find(String sql, BusinessKey about, List<String> keys) {
		return this.jdbc.sql(sql)
			.param("about", about.toString())
			.param("keys", keys.toArray(String[]::new))
			.query((row, number) -> new OpenTask(row.getString("id_"), row.getString("assignee_")))
			.optional();
	}

	/**
	 * A task that waits for somebody.
	 *
	 * @param id the engine's id
	 * @param assignee the user id of who works on it; {@code null} when nobody in
	 * particular
	 */
	public record OpenTask(String id, @Nullable String assignee) {
	}

}
