package org.asemeducation.stocktake.report.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.plan.Action;
import org.asemeducation.stocktake.plan.ActionPlan;
import org.asemeducation.stocktake.plan.Contribution;
import org.asemeducation.stocktake.plan.Initiative;
import org.asemeducation.stocktake.plan.PlanDocument;
import org.asemeducation.stocktake.report.document.Block;
import org.asemeducation.stocktake.report.document.Block.Phrase;
import org.asemeducation.stocktake.report.document.Block.Prose;
import org.asemeducation.stocktake.report.document.Block.Section;
import org.asemeducation.stocktake.report.document.Block.Table;
import org.asemeducation.stocktake.report.document.Block.Table.Column;
import org.asemeducation.stocktake.report.document.Document;

/**
 * The plan as its table of five columns, one row for each initiative.
 */
final class PlanTable {

	private static final List<Column> COLUMNS = List.of(Column.ofGroups("Description of the action", 15),
			Column.ofGroups("Contribution to Strategic objective(s) and subgoal(s)", 15),
			Column.of("(New) AEP projects and initiatives", 20), Column.of("Activities and/or Milestones", 25),
			Column.of("Expected/Envisaged outcomes by 2030", 25));

	private final ActionPlan plan;

	private final List<Contribution> contributions;

	/**
	 * A table of a plan.
	 * @param plan all of it
	 * @param contributions what the secretariat has confirmed; proposals are left out
	 */
	PlanTable(ActionPlan plan, List<Contribution> contributions) {
		this.plan = plan;
		this.contributions = contributions.stream().filter(Contribution::confirmed).toList();
	}

	Document document(Instant created) {
		PlanDocument document = this.plan.document();
		List<String> imprint = new ArrayList<>();
		if (document.wording() == PlanDocument.Wording.SUMMARY) {
			imprint.add("Activities and outcomes are a summary of the adopted text.");
		}
		return new Document(document.title(), "%s, %s".formatted(document.version(), document.dated()),
				"As in force on " + created.toString().substring(0, 10), false, imprint,
				"The Action Plan of the ASEM Education Process", created.toString(),
				List.of(new Section(Section.Kind.CHAPTER, "plan", null, document.title(), null, null, blocks())));
	}

	private List<Block> blocks() {
		List<List<Phrase>> rows = new ArrayList<>();
		for (Action action : this.plan.actions()) {
			if (action.initiatives().isEmpty()) {
				rows.add(row(action, "", "", ""));
			}
			action.initiatives()
				.forEach((it) -> rows.add(row(action, inWords(it), String.join("\n\n", it.milestones()),
						String.join("\n\n", it.outcomes()))));
		}
		List<Block> blocks = new ArrayList<>();
		blocks.add(new Table(1, "Actions, initiatives and what is expected of them", COLUMNS, rows));
		blocks.add(new Prose(Prose.Tone.NOTE, "The strategic objectives and their subgoals:"));
		this.plan.objectives().forEach((objective) -> {
			blocks.add(new Prose(Prose.Tone.PLAIN, "%d. %s".formatted(objective.number(), objective.title())));
			blocks.add(new Block.Bullets(objective.subgoals()
				.stream()
				.map((subgoal) -> Phrase.of("%s %s".formatted(subgoal.number(), subgoal.text())))
				.toList()));
		});
		return blocks;
	}

	private List<Phrase> row(Action action, String initiative, String milestones, String outcomes) {
		String contributes = this.contributions.stream()
			.filter((it) -> it.action() == action.number())
			.map(Contribution::subgoal)
			.collect(Collectors.joining(", "));
		return List.of(Phrase.of("%d. %s".formatted(action.number(), action.title())), Phrase.of(contributes),
				Phrase.of(initiative), Phrase.of(milestones), Phrase.of(outcomes));
	}

	private static String inWords(Initiative it) {
		StringBuilder words = new StringBuilder(it.isNew() ? "NEW: " : "").append(it.title());
		it.details().forEach((detail) -> words.append("\n\n").append(detail));
		if (!it.printedCoordinators().isEmpty()) {
			words.append("\n\n[").append(it.printedCoordinators()).append(']');
		}
		return words.toString();
	}

}
