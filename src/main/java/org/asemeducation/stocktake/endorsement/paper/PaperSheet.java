package org.asemeducation.stocktake.endorsement.paper;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.cycle.WorkPlan;
import org.asemeducation.stocktake.cycle.paper.PaperAction;
import org.asemeducation.stocktake.cycle.paper.PaperInitiative;
import org.asemeducation.stocktake.endorsement.conclusions.Conclusions;
import org.asemeducation.stocktake.plan.InitiativeId;
import org.asemeducation.stocktake.plan.PlanRefused;
import org.asemeducation.stocktake.report.model.CleanText;
import org.asemeducation.stocktake.report.plan.PlanCells;
import org.asemeducation.stocktake.report.plan.SheetRow;
import org.jspecify.annotations.Nullable;

/**
 * Makes initiatives of an earlier cycle of the rows of a workbook. Every row that will
 * not do is named with its reasons.
 */
final class PaperSheet {

	private static final int LONGEST_TITLE = 500;

	private static final int LONGEST_CELL = 4_000;

	private static final int LONGEST_TEXT = 20_000;

	private final String file;

	private final List<SheetRow<PaperColumn>> rows;

	private final Map<String, String> titles;

	private final Register register;

	private final Map<String, Found> found = new LinkedHashMap<>();

	private final List<PlanRefused.Fault> faults = new ArrayList<>();

	/**
	 * The rows.
	 * @param titles of all initiatives that the plan has or had
	 */
	PaperSheet(String file, List<SheetRow<PaperColumn>> rows, Map<String, String> titles, Register register) {
		this.file = file;
		this.rows = rows;
		this.titles = titles;
		this.register = register;
	}

	List<PaperInitiative> initiatives() {
		Found current = null;
		for (SheetRow<PaperColumn> row : this.rows) {
			String id = row.text(PaperColumn.ID).strip();
			if (current == null || !id.isEmpty() && !id.equals(current.id)) {
				current = begin(row, id);
			}
			else if (id.isEmpty() && !row.isEmpty(PaperColumn.TITLE)) {
				fault(row, "the initiative has no number in the column \"No.\"");
			}
			read(row, current);
		}
		if (!this.faults.isEmpty()) {
			throw new PlanRefused(this.file, "row", this.faults);
		}
		return this.found.values().stream().map(Found::whole).toList();
	}

	private Found begin(SheetRow<PaperColumn> row, String id) {
		Found begun = new Found(id, row.number());
		if (id.isEmpty()) {
			fault(row, "the row names no initiative in the column \"No.\"");
		}
		else if (!this.titles.containsKey(id) && !isWhole(row, id)) {
			return begun;
		}
		else {
			Found earlier = this.found.putIfAbsent(id, begun);
			if (earlier != null) {
				fault(row, "initiative %s is there already, in row %d: put its further lines below that row"
					.formatted(id, earlier.row));
			}
		}
		String title = row.isEmpty(PaperColumn.TITLE) ? this.titles.getOrDefault(id, id)
				: CleanText.of(row.text(PaperColumn.TITLE)).replaceAll("\\s+", " ");
		if (title.length() > LONGEST_TITLE) {
			tooLong(row, PaperColumn.TITLE, LONGEST_TITLE);
		}
		begun.title = title;
		action(row, begun);
		return begun;
	}

	/** Of what the plan never had the workbook says all there is to know. */
	private boolean isWhole(SheetRow<PaperColumn> row, String id) {
		try {
			new InitiativeId(id);
		}
		catch (IllegalArgumentException ex) {
			fault(row, "\"%s\" is not an initiative's id: use letters, digits and hyphens, as in A01-I02"
				.formatted(shortened(id)));
			return false;
		}
		List<String> missing = PaperColumn.WHOLE.stream()
			.filter(row::isEmpty)
			.map((column) -> "\"%s\"".formatted(column.title()))
			.toList();
		if (!missing.isEmpty()) {
			fault(row, "the plan never had an initiative %s: fill in %s, too, or leave the row out".formatted(id,
					String.join(" and ", missing)));
		}
		return missing.isEmpty();
	}

	private void action(SheetRow<PaperColumn> row, Found one) {
		if (row.isEmpty(PaperColumn.ACTION)) {
			return;
		}
		try {
			one.action = PaperAction.read(CleanText.of(row.text(PaperColumn.ACTION)));
		}
		catch (IllegalArgumentException ex) {
			fault(row, "the column \"%s\" %s".formatted(PaperColumn.ACTION.title(), ex.getMessage()));
		}
	}

	private void read(SheetRow<PaperColumn> row, Found one) {
		coordinators(row, one);
		paragraphs(row, one);
		line(row, one);
		String text = CleanText.of(row.text(PaperColumn.TEXT));
		if (!text.isEmpty()) {
			String before = (one.text != null) ? one.text + "\n\n" : "";
			if (before.length() + text.length() > LONGEST_TEXT) {
				tooLong(row, PaperColumn.TEXT, LONGEST_TEXT);
			}
			else {
				one.text = before + text;
			}
		}
	}

	private void coordinators(SheetRow<PaperColumn> row, Found one) {
		for (String named : row.text(PaperColumn.COORDINATORS).split("[;\\n]")) {
			String name = CleanText.of(named).replaceAll("\\s+", " ");
			if (name.isEmpty()) {
				continue;
			}
			try {
				String label = this.register.partyCalled(name).label();
				if (!one.coordinators.contains(label)) {
					one.coordinators.add(label);
				}
			}
			catch (IllegalArgumentException ex) {
				fault(row,
						"\"%s\" is no party of the register: write it as the register does, several with semicolons between them, or enter it there first"
							.formatted(shortened(name)));
			}
		}
	}

	private void paragraphs(SheetRow<PaperColumn> row, Found one) {
		if (row.isEmpty(PaperColumn.PARAGRAPHS)) {
			return;
		}
		if (one.paragraphs != null) {
			fault(row, "the paragraphs are named above already: put all numbers into the first row of the initiative");
			return;
		}
		try {
			one.paragraphs = Conclusions.numbers(PlanCells.line(row.text(PaperColumn.PARAGRAPHS)));
		}
		catch (IllegalArgumentException ex) {
			fault(row, String.valueOf(ex.getMessage()));
		}
	}

	private void line(SheetRow<PaperColumn> row, Found one) {
		if (PaperColumn.LINE.stream().allMatch(row::isEmpty)) {
			return;
		}
		for (PaperColumn column : PaperColumn.LINE) {
			if (row.text(column).length() > LONGEST_CELL) {
				tooLong(row, column, LONGEST_CELL);
			}
		}
		String activity = CleanText.of(row.text(PaperColumn.ACTIVITY));
		String when = said(row, PaperColumn.WHEN);
		if (activity.isEmpty()) {
			fault(row, "a line of the work plan names no activity");
		}
		else if (when != null && when.matches("\\d{5}(\\.\\d+)?")) {
			fault(row,
					"the column \"When\" holds a date of the spreadsheet program: write it as text, such as Spring 2022");
		}
		else if (this.found.get(one.id) == one) {
			one.lines.add(new WorkPlan.Line(new InitiativeId(one.id), activity, when, said(row, PaperColumn.OUTPUT),
					said(row, PaperColumn.RESULT), said(row, PaperColumn.CONTRIBUTION)));
		}
	}

	private static @Nullable String said(SheetRow<PaperColumn> row, PaperColumn column) {
		String text = CleanText.of(row.text(column));
		return text.isEmpty() ? null : text;
	}

	private void tooLong(SheetRow<PaperColumn> row, PaperColumn column, int most) {
		fault(row, "the column \"%s\" has more than %,d characters".formatted(column.title(), most));
	}

	private void fault(SheetRow<PaperColumn> row, String reason) {
		this.faults.add(new PlanRefused.Fault(row.number(), reason));
	}

	private static String shortened(String text) {
		return (text.length() <= 60) ? text : text.substring(0, 60) + "…";
	}

	/**
	 * An initiative while its rows are read.
	 */
	private static final class Found {

		private final String id;

		private final int row;

		private final List<String> coordinators = new ArrayList<>();

		private final List<WorkPlan.Line> lines = new ArrayList<>();

		private @Nullable PaperAction action;

		private String title = "";

		private @Nullable String paragraphs;

		private @Nullable String text;

		private Found(String id, int row) {
			this.id = id;
			this.row = row;
		}

		private PaperInitiative whole() {
			return new PaperInitiative(new InitiativeId(this.id), this.action, this.title, this.coordinators,
					this.paragraphs, this.lines, this.text);
		}

	}

}
