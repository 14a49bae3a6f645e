package org.asemeducation.stocktake.access;

import java.util.List;
import java.util.Optional;

import org.asemeducation.stocktake.engine.BusinessKey;
import org.asemeducation.stocktake.engine.Refused;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells a form in Tasklist what its task is about: the engine's own interface does not
 * say it to those who may see the task, but not its process.
 */
@RestController
class TaskSubjects {

	private final CurrentPerson person;

	private final IdentityService identity;

	private final TaskService tasks;

	private final JdbcClient jdbc;

	TaskSubjects(CurrentPerson person, IdentityService identity, TaskService tasks, JdbcClient jdbc) {
		this.person = person;
		this.identity = identity;
		this.tasks = tasks;
		this.jdbc = jdbc;
	}

	/**
	 * What an open task is about.
	 * @param task the engine's id of the task
	 * @return its step and subject
	 * @throws Refused with 404 when there is no such task, or not for this person
	 */
	@GetMapping("/api/tasks/{task}")
	Subject of(@PathVariable String task) {
		if (!isSeenBy(this.person.get(), task)) {
			throw gone();
		}
		return this.jdbc.sql("""
				select t.task_def_key_, e.business_key_ from act_ru_task t
				join act_ru_execution e on e.id_ = t.proc_inst_id_ where t.id_ = :task""")
			.param("task", task)
			.query((row, number) -> Subject.of(row.getString("task_def_key_"),
					BusinessKey.parse(row.getString("business_key_"))))
			.optional()
			.orElseThrow(TaskSubjects::gone);
	}

	/** The engine's rights decide, as they do for the list in Tasklist. */
	private boolean isSeenBy(Person person, String task) {
		this.identity.setAuthentication(person.userId(), List.copyOf(person.groups()));
		try {
			return this.tasks.createTaskQuery().taskId(task).count() == 1;
		}
		finally {
			this.identity.clearAuthentication();
		}
	}

	private static Refused gone() {
		return Refused.notFound("This task is not open, or no longer: reload the list of tasks.");
	}

	/**
	 * What a task is about.
	 *
	 * @param step the element of the model, such as {@code userTask_recordSom1}
	 * @param cycle the cycle's name
	 * @param part the initiative's id, the meeting's kind or the contact's number;
	 * {@code null} when it is about the cycle as a whole
	 */
	record Subject(String step, String cycle, @Nullable String part) {

		static Subject of(String step, BusinessKey key) {
			return new Subject(step, key.cycle(),
					Optional.ofNullable(key.part())
						.map((part) -> part.substring(part.lastIndexOf('/') + 1))
						.orElse(null));
		}

	}

}
