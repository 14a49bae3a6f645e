package org.asemeducation.stocktake.plan.change;

import java.util.Arrays;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What can be done to the plan, one initiative at a time.
 */
enum Act {

	ADD("Add an initiative"), RENAME("Rename an initiative"), MOVE("Move an initiative to another action"),
	COORDINATORS("Change who coordinates"), MERGE("Merge an initiative into another"),
	SPLIT("Split an initiative off another"), SUSPEND("Suspend an initiative"), REVIVE("Revive an initiative"),
	END("End an initiative");

	private final String title;

	Act(String title) {
		this.title = title;
	}

	/**
	 * The word that tables and addresses use.
	 * @return such as {@code rename}
	 */
	public String word() {
		return name().toLowerCase(java.util.Locale.ROOT);
	}

	public String title() {
		return this.title;
	}

	/** Whether it brings a row that the plan does not have yet. */
	public boolean brings() {
		return this == ADD || this == SPLIT;
	}

	/** Whether a second initiative is part of it. */
	public boolean hasOther() {
		return this == MERGE || this == SPLIT;
	}

	static Optional<Act> of(@Nullable String word) {
		return Arrays.stream(values()).filter((act) -> act.word().equals(word)).findFirst();
	}

}
