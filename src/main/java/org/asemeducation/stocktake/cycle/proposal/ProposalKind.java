package org.asemeducation.stocktake.cycle.proposal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What can be proposed: each act on the plan that the plan knows, and a new stakeholder.
 */
public enum ProposalKind {

	ADD("A new initiative"), RENAME("Another title for an initiative"), MOVE("An initiative under another action"),
	COORDINATORS("Other coordinators for an initiative"), MERGE("An initiative merged into another"),
	SPLIT("An initiative split off another"), SUSPEND("An initiative suspended"), REVIVE("An initiative revived"),
	END("The end of an initiative"), STAKEHOLDER("A new stakeholder");

	private final String title;

	ProposalKind(String title) {
		this.title = title;
	}

	/** The word of the form and, but for stakeholders, of the plan's own act. */
	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}

	public String title() {
		return this.title;
	}

	/** Whether it is about the plan; else about the register. */
	public boolean isOfPlan() {
		return this != STAKEHOLDER;
	}

	/** Whether it brings an initiative that the plan does not have. */
	boolean brings() {
		return this == ADD || this == SPLIT;
	}

	boolean hasOther() {
		return this == MERGE || this == SPLIT;
	}

	static Optional<ProposalKind> of(@Nullable String word) {
		return Arrays.stream(values()).filter((kind) -> kind.word().equals(word)).findFirst();
	}

}
