package org.asemeducation.stocktake.report.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.plan.Action;
import org.asemeducation.stocktake.plan.ActionPlan;
import org.asemeducation.stocktake.plan.Initiative;
import org.asemeducation.stocktake.plan.InitiativeId;
import org.asemeducation.stocktake.plan.PlanParty;
import org.asemeducation.stocktake.plan.PlanRefused;
import org.asemeducation.stocktake.plan.Subgoal;
import org.jspecify.annotations.Nullable;

/**
 * Makes actions and initiatives of the rows of a workbook. Every row that will not do is
 * named with its reason.
 */
final class PlanRows {

	private static final int LONGEST_SHORT = 500;

	private final String file;

	private final List<SheetRow<PlanColumn>> rows;

	private final Set<String> subgoals;

	private final Set<String> programmes;

	private final Set<String> keys = new HashSet<>();

	private final Set<String> named = new HashSet<>();

	private final Map<InitiativeId, Integer> ids = new HashMap<>();

	private final Map<Integer, Group> groups = new LinkedHashMap<>();

	private final List<PlanRefused.Fault> faults = new ArrayList<>();

	PlanRows(String file, List<SheetRow<PlanColumn>> rows, ActionPlan current, Set<String> programmes) {
		this.file = file;
		this.rows = rows;
		this.programmes = programmes;
		this.subgoals = current.objectives()
			.stream()
			.flatMap((objective) -> objective.subgoals().stream())
			.map(Subgoal::number)
			.collect(Collectors.toSet());
	}

	List<Action> actions() {
		this.rows.forEach((row) -> {
			this.keys.add(PlanCells.unguarded(row.raw(PlanColumn.KEY)).strip());
			this.named.add(PlanCells.unguarded(row.raw(PlanColumn.PROGRAMME)).strip());
		});
		Set<String> seenKeys = new HashSet<>();
		for (int at = 0; at < this.rows.size(); at++) {
			SheetRow<PlanColumn> row = this.rows.get(at);
			List<SheetRow<PlanColumn>> all = new ArrayList<>(List.of(row));
			while (at + 1 < this.rows.size() && goesOn(this.rows.get(at + 1))) {
				all.add(this.rows.get(++at));
			}
			try {
				read(row, all, seenKeys);
			}
			catch (IllegalArgumentException ex) {
				this.faults.add(new PlanRefused.Fault(row.number(), String.valueOf(ex.getMessage())));
			}
		}
		if (!this.faults.isEmpty()) {
			throw new PlanRefused(this.file, "row", this.faults);
		}
		return this.groups.entrySet()
			.stream()
			.map((it) -> new Action(it.getKey(), it.getValue().title(), it.getValue().subgoals(),
					it.getValue().initiatives()))
			.toList();
	}

	/** Without action and number, a row goes on with the paragraphs of the one above. */
	private static boolean goesOn(SheetRow<PlanColumn> row) {
		return row.isEmpty(PlanColumn.ACTION) && row.isEmpty(PlanColumn.ID) && row.isEmpty(PlanColumn.TITLE);
	}

	private void read(SheetRow<PlanColumn> row, List<SheetRow<PlanColumn>> all, Set<String> seenKeys) {
		Group group = group(row);
		if (row.isEmpty(PlanColumn.ID) && row.isEmpty(PlanColumn.TITLE)) {
			return;
		}
		String id = PlanCells.line(row.text(PlanColumn.ID));
		if (id.isEmpty()) {
			throw new IllegalArgumentException("the initiative has no number in the column \"No.\"");
		}
		InitiativeId initiative = new InitiativeId(id);
		Integer earlier = this.ids.putIfAbsent(initiative, row.number());
		if (earlier != null) {
			throw new IllegalArgumentException("initiative %s is there already, in row %d".formatted(id, earlier));
		}
		String key = orNull(row, PlanColumn.KEY);
		if (key != null && !seenKeys.add(key)) {
			throw new IllegalArgumentException("the key \"%s\" belongs to another initiative already".formatted(key));
		}
		group.initiatives()
			.add(new Initiative(initiative, key, programme(row, key), PlanCells.line(row.text(PlanColumn.TITLE)),
					paragraphs(all, PlanColumn.DETAILS), isNew(row), orNull(row, PlanColumn.BRACKET), parties(all),
					paragraphs(all, PlanColumn.MILESTONES), paragraphs(all, PlanColumn.OUTCOMES),
					paragraphs(all, PlanColumn.LINKS)));
	}

	private Group group(SheetRow<PlanColumn> row) {
		String number = PlanCells.line(row.text(PlanColumn.ACTION)).replaceFirst("\\.0+$", "");
		if (!number.matches("[1-9]\\d{0,2}")) {
			throw new IllegalArgumentException(number.isEmpty() ? "the row names no action"
					: "\"%s\" is not the number of an action".formatted(shortened(number)));
		}
		String title = PlanCells.line(row.text(PlanColumn.ACTION_TITLE));
		Set<String> contributes = new TreeSet<>();
		for (String subgoal : PlanCells.line(row.text(PlanColumn.SUBGOALS)).split("[,;\\s]+")) {
			if (!subgoal.isEmpty() && !this.subgoals.contains(subgoal)) {
				throw new IllegalArgumentException(
						"action %s names subgoal \"%s\", which no objective has".formatted(number, shortened(subgoal)));
			}
			if (!subgoal.isEmpty()) {
				contributes.add(subgoal);
			}
		}
		new Action(Integer.parseInt(number), title, contributes, List.of());
		Group group = new Group(title, contributes, new ArrayList<>());
		Group known = this.groups.putIfAbsent(Integer.parseInt(number), group);
		if (known != null && (!known.title().equals(title) || !known.subgoals().equals(contributes))) {
			throw new IllegalArgumentException(
					"action %s has other words or subgoals than in the rows above".formatted(number));
		}
		return (known != null) ? known : group;
	}

	private @Nullable String programme(SheetRow<PlanColumn> row, @Nullable String key) {
		String programme = orNull(row, PlanColumn.PROGRAMME);
		if (programme != null && !this.keys.contains(programme) && !this.programmes.contains(programme)) {
			throw new IllegalArgumentException("it is said to be the same programme as \"%s\", but no row has that key"
				.formatted(shortened(programme)));
		}
		return (programme != null) ? programme : (key != null && this.named.contains(key)) ? key : null;
	}

	private static List<PlanParty> parties(List<SheetRow<PlanColumn>> all) {
		List<PlanParty> parties = new ArrayList<>();
		Set<String> seen = new HashSet<>();
		for (SheetRow<PlanColumn> row : all) {
			for (PlanParty party : PlanCells.parties(row.text(PlanColumn.PARTIES))) {
				if (!seen.add(party.label() + " " + party.role())) {
					throw new IllegalArgumentException(
							"it names %s twice as %s".formatted(shortened(party.label()), party.role()));
				}
				parties.add(party);
			}
		}
		return parties;
	}

	private static boolean isNew(SheetRow<PlanColumn> row) {
		return switch (PlanCells.line(row.text(PlanColumn.NEW)).toLowerCase(java.util.Locale.ROOT)) {
			case "new", "yes", "true", "x", "1" -> true;
			case "", "no", "false", "0" -> false;
			default -> throw new IllegalArgumentException("the column \"New\" says neither New nor nothing");
		};
	}

	private static List<String> paragraphs(List<SheetRow<PlanColumn>> rows, PlanColumn column) {
		return rows.stream().flatMap((row) -> PlanCells.paragraphs(row.text(column)).stream()).toList();
	}

	private static @Nullable String orNull(SheetRow<PlanColumn> row, PlanColumn column) {
		String text = PlanCells.line(row.text(column));
		if (text.length() > 2 * LONGEST_SHORT) {
			throw new IllegalArgumentException(
					"the column \"%s\" has more than %d characters".formatted(column.title(), 2 * LONGEST_SHORT));
		}
		return text.isEmpty() ? null : text;
	}

	private static String shortened(String text) {
		return (text.length() <= 40) ? text : text.substring(0, 40) + "…";
	}

	/**
	 * An action while its rows are read.
	 */
	private record Group(String title, Set<String> subgoals, List<Initiative> initiatives) {
	}

}
