package org.asemeducation.stocktake.engine;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What a stage says about its user tasks: how they are called in the list, when they are
 * due, and whether the act they ask for stands in our tables.
 */
public interface TaskRule {

	/**
	 * The tasks this rule speaks for.
	 * @return task definition keys, such as {@code userTask_provideUpdate}
	 */
	Set<String> tasks();

	/**
	 * How an open task presents itself.
	 * @param task the task definition key
	 * @param label the label in the model
	 * @param about what the task is about
	 * @return name and due date
	 */
	Face face(String task, String label, BusinessKey about);

	/**
	 * Whom a new task is given to at once. Whoever else may do it can take it over.
	 * @param task the task definition key
	 * @param about what the task is about
	 * @return the user id; nothing when it is anybody's who may do it
	 */
	default Optional<String> dealTo(String task, BusinessKey about) {
		return Optional.empty();
	}

	/**
	 * The tasks whose face may change while they are open, because it speaks of a day
	 * that may move. They are few in a cycle.
	 * @return some of {@link #tasks()}; none unless the stage says so
	 */
	default Set<String> moving() {
		return Set.of();
	}

	/**
	 * Why the task may not be completed yet.
	 * @param task the task definition key
	 * @param about what the task is about
	 * @return one sentence, or nothing when the act is saved
	 */
	Optional<String> objection(String task, BusinessKey about);

	/**
	 * Name and due date of a task.
	 *
	 * @param name what the task list shows; shortened to what the engine can keep
	 * @param due when it is due; {@code null} when nothing says so
	 */
	record Face(String name, @Nullable Instant due) {

		public Face {
			name = EngineText.name(name);
		}

	}

}
