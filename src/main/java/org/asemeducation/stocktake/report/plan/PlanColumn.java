package org.asemeducation.stocktake.report.plan;

import java.util.Arrays;
import java.util.List;

/**
 * The columns of the plan as a workbook.
 */
enum PlanColumn implements SheetColumn {

	ACTION("Action", 8), ACTION_TITLE("Action in words", 30), SUBGOALS("Subgoals", 12), ID("No.", 10),
	TITLE("Initiative", 36), DETAILS("Further lines", 26), NEW("New", 8), BRACKET("Coordinators in brackets", 26),
	PARTIES("Who does what: name | acronym | kind | role", 44), MILESTONES("Activities and milestones", 56),
	OUTCOMES("Expected outcomes by 2030", 56), LINKS("Links", 30), KEY("Key", 16), PROGRAMME("Same programme as", 16),
	WHY("Why it was not taken", 40);

	private final String title;

	private final int width;

	PlanColumn(String title, int width) {
		this.title = title;
		this.width = width;
	}

	@Override
	public String title() {
		return this.title;
	}

	@Override
	public int width() {
		return this.width;
	}

	/** All but the reasons, which only a refused file has. */
	static List<PlanColumn> said() {
		return Arrays.stream(values()).filter((it) -> it != WHY).toList();
	}

}
