package org.asemeducation.stocktake.report.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.report.document.Block.Facts;
import org.asemeducation.stocktake.report.document.Block.Facts.Fact;
import org.asemeducation.stocktake.report.document.Block.Phrase;
import org.asemeducation.stocktake.report.document.Block.Prose;
import org.asemeducation.stocktake.report.document.Block.Section;
import org.asemeducation.stocktake.report.document.Block.Table.Column;
import org.asemeducation.stocktake.report.model.Assessment;
import org.asemeducation.stocktake.report.model.Initiative;
import org.asemeducation.stocktake.report.model.Objective;
import org.asemeducation.stocktake.report.model.Part.Subgoal;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.asemeducation.stocktake.report.model.Update;
import org.jspecify.annotations.Nullable;

/**
 * The chapter that puts what coordinators say they contribute to a subgoal beside what
 * the secretariat makes of it.
 */
class Analysis {

	static final String CLAIMS = "-claims";

	static final String ASSESSMENT = "-assessment";

	private final TableNumbers tables;

	Analysis(TableNumbers tables) {
		this.tables = tables;
	}

	List<Block> blocks(ReportModel report) {
		List<Block> blocks = new ArrayList<>();
		blocks.add(new Prose(Prose.Tone.NOTE,
				"What coordinators say they contribute is their own statement. What the secretariat makes of it stands beside it, with its reasons."));
		List<Initiative> told = report.initiatives().filter((it) -> it.update() != null).toList();
		Map<String, Assessment> assessed = Objects.requireNonNullElse(report.assessments(), List.<Assessment>of())
			.stream()
			.collect(Collectors.toMap(Assessment::subgoal, Function.identity()));
		List<Objective> objectives = report.frame();
		if (objectives.isEmpty()) {
			blocks.add(unknown(told));
		}
		objectives.forEach((it) -> blocks.add(objective(it, told, assessed, report.state())));
		return blocks;
	}

	/** A report from before the objectives were kept, with none confirmed. */
	private static Block unknown(List<Initiative> told) {
		long claims = told.stream().mapToLong((it) -> Objects.requireNonNull(it.update()).contributions().size()).sum();
		return new Prose(Prose.Tone.NOTE,
				"Which objectives the actions serve has not been confirmed yet; %s to subgoals by %s, in their fact sheets."
					.formatted((claims == 1) ? "1 contribution is stated" : claims + " contributions are stated",
							Words.count((int) told.stream()
								.filter((it) -> !Objects.requireNonNull(it.update()).contributions().isEmpty())
								.count(), "initiative", "initiatives")));
	}

	private Section objective(Objective objective, List<Initiative> told, Map<String, Assessment> assessed,
			ReportModel.State state) {
		String id = "analysis-objective-" + objective.number();
		List<Block> blocks = new ArrayList<>();
		List<List<Phrase>> whole = told.stream()
			.flatMap((initiative) -> Objects.requireNonNull(initiative.update())
				.objectives()
				.stream()
				.filter((it) -> it.objective() == objective.number())
				.map((it) -> claim(initiative, it.sentence())))
			.toList();
		if (!whole.isEmpty()) {
			blocks.add(field(id + CLAIMS, "What coordinators say of the objective as a whole",
					claims("objective %d as a whole".formatted(objective.number()), whole)));
		}
		objective.subgoals().forEach((it) -> blocks.add(subgoal(it, told, assessed.get(it.number()), state)));
		return new Section(Section.Kind.ACTION, id, "Objective " + objective.number(), objective.title(), null,
				objective.number(), blocks);
	}

	private Section subgoal(Subgoal subgoal, List<Initiative> told, @Nullable Assessment assessment,
			ReportModel.State state) {
		String id = id(subgoal.number());
		List<List<Phrase>> rows = told.stream()
			.flatMap((initiative) -> Objects.requireNonNull(initiative.update())
				.contributions()
				.stream()
				.filter((it) -> it.subgoal().equals(subgoal.number()))
				.map((it) -> claim(initiative, it.sentence())))
			.toList();
		List<Block> blocks = new ArrayList<>();
		blocks.add(field(id + CLAIMS, "What coordinators say",
				rows.isEmpty() ? new Prose(Prose.Tone.NOTE, "No accepted update states a contribution to this subgoal.")
						: claims("subgoal " + subgoal.number(), rows)));
		if (assessment != null) {
			List<Block> words = new ArrayList<>();
			words.add(new Facts(List.of(new Fact("Contribution", rating(assessment.rating())))));
			if (!assessment.reasons().isEmpty()) {
				words.add(FactSheet.plain(assessment.reasons()));
			}
			blocks.add(field(id + ASSESSMENT, "What the secretariat makes of it", words.toArray(Block[]::new)));
		}
		else if (state == ReportModel.State.DRAFT) {
			blocks.add(field(id + ASSESSMENT, "What the secretariat makes of it",
					new Prose(Prose.Tone.NOTE, "The secretariat has not assessed this subgoal yet.")));
		}
		return new Section(Section.Kind.SHEET, id, "Subgoal " + subgoal.number(), subgoal.text(), null, null, blocks);
	}

	/** Of commitments the same code means that they are partly done. */
	private static String rating(String code) {
		return code.equals("partly") ? "Partly" : Words.of(code);
	}

	private Block claims(String what, List<List<Phrase>> rows) {
		return this.tables.table("Contributions to %s, as stated by the coordinators".formatted(what),
				List.of(Column.of("Initiative", 25), Column.of("Contribution", 75)), rows);
	}

	private static List<Phrase> claim(Initiative initiative, @Nullable String sentence) {
		Update update = Objects.requireNonNull(initiative.update());
		return List.of(
				new Phrase("%s, revision %d".formatted(initiative.id(), update.revision()), "#" + initiative.id()),
				Phrase.of((sentence != null) ? sentence : "Named without a sentence"));
	}

	/** Ids of sections have no full stops. */
	static String id(String subgoal) {
		return "subgoal-" + subgoal.replace('.', '-');
	}

	private static Section field(String id, String title, Block... blocks) {
		return new Section(Section.Kind.TOPIC, id, null, title, null, null, List.of(blocks));
	}

}
