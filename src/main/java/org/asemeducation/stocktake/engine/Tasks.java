package org.asemeducation.stocktake.engine;

import java.util.Optional;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The engine's user tasks, found by what they are about rather than by their id. Who may
 * do what is the caller's question.
 */
@Component
public class Tasks {

	private final TaskService tasks;

	private final OneFlush oneFlush;

	Tasks(TaskService tasks, OneFlush oneFlush) {
		this.tasks = tasks;
		this.oneFlush = oneFlush;
	}

	/**
	 * Claims and completes a task in one go, in the caller's transaction. Who did it is
	 * in the history of tasks, but not in the history of activities: what the engine
	 * writes there at the end of a flush says how the step ended, not whose it was.
	 * @param about what the task is about
	 * @param key the task definition key
	 * @param by the user id
	 * @throws Refused when there is no such task (any more)
	 */
	public void complete(BusinessKey about, String key, String by) {
		Task task = find(about, key)
			.orElseThrow(() -> Refused.conflict("This step of %s is not open, or no longer.".formatted(about)));
		this.oneFlush.of(() -> {
			this.tasks.setAssignee(task.getId(), by);
			this.tasks.complete(task.getId());
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
		find(about, key).ifPresent((task) -> this.tasks.setAssignee(task.getId(), userId));
	}

	/**
	 * The open task.
	 * @param about what the task is about
	 * @param key the task definition key
	 * @return its id and assignee, or nothing
	 */
	public Optional<OpenTask> open(BusinessKey about, String key) {
		return find(about, key).map((task) -> new OpenTask(task.getId(), task.getAssignee()));
	}

	private Optional<Task> find(BusinessKey about, String key) {
		return Optional.ofNullable(this.tasks.createTaskQuery()
			.processInstanceBusinessKey(about.toString())
			.taskDefinitionKey(key)
			.singleResult());
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
