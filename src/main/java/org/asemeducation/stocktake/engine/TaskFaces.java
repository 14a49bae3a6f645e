package org.asemeducation.stocktake.engine;

import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Gives tasks that wait already the name and due date that they would have if they came
 * today: a day that they speak of has moved.
 */
@Component
public class TaskFaces {

	private final TaskRules rules;

	private final TaskService tasks;

	private final RepositoryService repository;

	private final AsNobody asNobody;

	private final JdbcClient jdbc;

	TaskFaces(TaskRules rules, TaskService tasks, RepositoryService repository, AsNobody asNobody, JdbcClient jdbc) {
		this.rules = rules;
		this.tasks = tasks;
		this.repository = repository;
		this.asNobody = asNobody;
		this.jdbc = jdbc;
	}

	/**
	 * Names the open tasks of a cycle anew that say of themselves that they may move, in
	 * the caller's transaction. A task whose face is the same is not touched.
	 * @param cycle the cycle's name
	 */
	public void renew(String cycle) {
		open(cycle).forEach(this::renew);
	}

	private List<OpenTask> open(String cycle) {
		Set<String> moving = this.rules.moving();
		return this.jdbc.sql("""
				select t.id_, e.business_key_ from act_ru_task t
				join act_ru_execution e on e.id_ = t.proc_inst_id_
				where t.task_def_key_ = any(:moving)
				and (e.business_key_ = :cycle or starts_with(e.business_key_, :cycle || '/'))
				order by t.id_""")
			.param("moving", moving.toArray(String[]::new))
			.param("cycle", cycle)
			.query((row, number) -> new OpenTask(row.getString("id_"),
					BusinessKey.parse(row.getString("business_key_"))))
			.list();
	}

	private void renew(OpenTask open) {
		Task task = this.asNobody.call(() -> this.tasks.createTaskQuery().taskId(open.id()).singleResult());
		String key = task.getTaskDefinitionKey();
		TaskRule.Face face = this.rules.of(key).face(key, label(task), open.about());
		Date due = Optional.ofNullable(face.due()).map(Date::from).orElse(null);
		if (!face.name().equals(task.getName()) || !Objects.equals(due, task.getDueDate())) {
			task.setName(face.name());
			task.setDueDate(due);
			this.asNobody.call(() -> {
				this.tasks.saveTask(task);
				return task;
			});
		}
	}

	/** What the model calls it; its name has been made of that. */
	private String label(Task task) {
		UserTask element = this.repository.getBpmnModelInstance(task.getProcessDefinitionId())
			.getModelElementById(task.getTaskDefinitionKey());
		return element.getName();
	}

	/**
	 * A task that waits.
	 */
	private record OpenTask(String id, BusinessKey about) {
	}

}
