package org.asemeducation.stocktake.engine;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.asemeducation.stocktake.engine.OpenTasks.OpenTask;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Gives tasks that wait already the name and due date that they would have if they came
 * today: a day that they speak of has moved.
 */
@Component
public class TaskFaces {

	private final TaskRules rules;

	private final OpenTasks open;

	private final TaskService tasks;

	private final RepositoryService repository;

	private final AsNobody asNobody;

	private final OneFlush oneFlush;

	TaskFaces(TaskRules rules, OpenTasks open, TaskService tasks, RepositoryService repository, AsNobody asNobody,
			OneFlush oneFlush) {
		this.rules = rules;
		this.open = open;
		this.tasks = tasks;
		this.repository = repository;
		this.asNobody = asNobody;
		this.oneFlush = oneFlush;
	}

	/**
	 * Names the open tasks of a cycle anew that say of themselves that they may move, in
	 * the caller's transaction. A task whose face is the same is not touched.
	 * @param cycle the cycle's name
	 */
	public void renew(String cycle) {
		renew(this.open.of(cycle, this.rules.moving(), "", Integer.MAX_VALUE));
	}

	/**
	 * Does the same for every open task about one thing.
	 * @param about what they are about
	 */
	public void renewAbout(BusinessKey about) {
		renew(this.open.about(about, this.rules.all()));
	}

	/**
	 * Does the same for the next of all its tasks, in the order of their ids.
	 * @param cycle the cycle's name
	 * @param after the id of the last that was dealt with; {@code null} to begin
	 * @param limit how many at most
	 * @return the id of the last of them; nothing when none is left
	 */
	public Optional<String> renewNext(String cycle, @Nullable String after, int limit) {
		List<OpenTask> chunk = this.open.of(cycle, this.rules.all(), (after != null) ? after : "", limit);
		renew(chunk);
		return (chunk.size() == limit) ? Optional.of(chunk.get(limit - 1).id()) : Optional.empty();
	}

	/**
	 * The open tasks of a cycle that would be due at another time if they came today.
	 * Changes nothing.
	 * @param cycle the cycle's name
	 * @return in the order of their due dates; those without one last
	 */
	public List<Redated> foreseen(String cycle) {
		return this.open.of(cycle, this.rules.all(), "", Integer.MAX_VALUE)
			.stream()
			.map((open) -> new Redated(label(open), open.due(), face(open).due()))
			.filter((task) -> !Objects.equals(task.from(), task.to()))
			.sorted(Comparator.comparing(Redated::from, Comparator.nullsLast(Comparator.naturalOrder()))
				.thenComparing(Redated::label))
			.toList();
	}

	private void renew(List<OpenTask> tasks) {
		Map<String, TaskRule.Face> faces = new LinkedHashMap<>();
		for (OpenTask open : tasks) {
			TaskRule.Face face = face(open);
			if (!face.name().equals(open.name()) || !Objects.equals(face.due(), open.due())) {
				faces.put(open.id(), face);
			}
		}
		if (!faces.isEmpty()) {
			this.asNobody.call(() -> this.oneFlush.of(() -> save(faces)));
		}
	}

	private int save(Map<String, TaskRule.Face> faces) {
		String[] open = this.open.lock(faces.keySet()).toArray(String[]::new);
		List<Task> tasks = (open.length > 0) ? this.tasks.createTaskQuery().taskIdIn(open).list() : List.of();
		for (Task task : tasks) {
			TaskRule.Face face = faces.get(task.getId());
			task.setName(face.name());
			task.setDueDate(Optional.ofNullable(face.due()).map(Date::from).orElse(null));
			this.tasks.saveTask(task);
		}
		return tasks.size();
	}

	private TaskRule.Face face(OpenTask open) {
		TaskRule.Face face = this.rules.of(open.key()).face(open.key(), label(open), open.about());
		Instant due = (face.due() != null) ? face.due().truncatedTo(ChronoUnit.MILLIS) : null;
		return new TaskRule.Face(EngineText.name(face.name()), due);
	}

	/** What the model calls it; its name has been made of that. */
	private String label(OpenTask open) {
		UserTask element = this.repository.getBpmnModelInstance(open.definition()).getModelElementById(open.key());
		return element.getName();
	}

	/**
	 * A task that would be due at another time.
	 *
	 * @param label what the model calls it
	 * @param from when it is due; {@code null} when nothing says so
	 * @param to when it would be due; {@code null} when nothing would say so
	 */
	public record Redated(String label, @Nullable Instant from, @Nullable Instant to) {
	}

}
