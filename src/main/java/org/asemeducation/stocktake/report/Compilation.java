package org.asemeducation.stocktake.report;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.plan.InitiativeId;
import org.asemeducation.stocktake.report.InitiativeRows.Asked;
import org.asemeducation.stocktake.report.PlanRows.Frame;
import org.asemeducation.stocktake.report.document.Origins;
import org.asemeducation.stocktake.report.model.Annex;
import org.asemeducation.stocktake.report.model.Answer;
import org.asemeducation.stocktake.report.model.Initiative.Standing;
import org.asemeducation.stocktake.report.model.Initiative;
import org.asemeducation.stocktake.report.model.Instead;
import org.asemeducation.stocktake.report.model.JsonReport;
import org.asemeducation.stocktake.report.model.ReportCycle;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.asemeducation.stocktake.report.model.Update;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Gathers a report from the tables: as many queries as there are tables, however many
 * initiatives there are.
 */
@Component
class Compilation {

	private final CycleRows cycles;

	private final PlanRows plan;

	private final InitiativeRows initiatives;

	private final AttachedPictures pictures;

	private final Edits edits;

	private final MissingAnswers missing;

	private final Readings readings;

	Compilation(CycleRows cycles, PlanRows plan, InitiativeRows initiatives, AttachedPictures pictures, Edits edits,
			MissingAnswers missing, Readings readings) {
		this.readings = readings;
		this.missing = missing;
		this.pictures = pictures;
		this.edits = edits;
		this.cycles = cycles;
		this.plan = plan;
		this.initiatives = initiatives;
	}

	ReportModel compile(ReportCycle cycle, int version, Instant at, ReportModel.State state,
			Function<ReportModel, @Nullable Annex> workPlan) {
		return draft(cycle, version, at, state, workPlan).report();
	}

	/** The model as it reads back from its JSON: what is stored is what is printed. */
	Draft draft(ReportCycle cycle, int version, Instant at, ReportModel.State state,
			Function<ReportModel, @Nullable Annex> workPlan) {
		CycleName name = new CycleName(cycle.name());
		Frame frame = this.plan.frame();
		List<Asked> asked = this.initiatives.all(name);
		AcceptedUpdate content = new AcceptedUpdate(cycle.questions(), frame, this.pictures.of(name));
		Standings standings = new Standings(ZoneId.of(cycle.zone()));
		Map<Asked, Initiative> entries = new LinkedHashMap<>();
		Map<String, String> titles = asked.stream().collect(Collectors.toMap(Asked::id, Asked::title));
		EditLayer layer = new EditLayer(this.edits.standing(name));
		Map<String, MissingAnswer> missing = this.missing.of(name);
		asked.forEach((it) -> entries.put(it, initiative(it, content, standings, titles, layer, missing.get(it.id()))));
		ReportModel model = new ReportModel(cycle, version, at, state, this.cycles.chapters(name),
				this.cycles.secretariatTerms(), Counting.count(asked, entries.values()),
				new Grouping(frame).parts(entries), null, null, null, null, null, null, null,
				this.cycles.contributions(name, frame.objectives()), null);
		ReportModel clean = clean(model.with(workPlan.apply(model)));
		ReportModel read = this.readings.on(name, clean, asked);
		ReportModel printed = clean(read.knowing(frame.of(read)));
		return new Draft(printed.told(Origins.of(printed, (passage) -> LaidEdit.areTheWordsOf(layer.laid(), passage))),
				layer.laid());
	}

	private static ReportModel clean(ReportModel report) {
		return JsonReport.read(JsonReport.canonical(report));
	}

	private static Initiative initiative(Asked asked, AcceptedUpdate content, Standings standings,
			Map<String, String> titles, EditLayer layer, @Nullable MissingAnswer missing) {
		Answer answer = asked.accepted().flatMap((it) -> AcceptedAnswer.read(it, asked.isLate())).orElse(null);
		if (answer != null) {
			return initiative(asked, standings.standing(asked), AcceptedAnswer.line(answer, titles), null, answer,
					null);
		}
		Update update = asked.accepted()
			.map((it) -> layer.over(asked.id(),
					content.read(new InitiativeId(asked.id()), it, asked.isLate(), asked.said(), asked.milestones())))
			.orElse(null);
		return initiative(asked, standings.standing(asked), (update != null) ? null : standings.line(asked), update,
				null, (update == null && missing != null) ? missing.instead() : null);
	}

	private static Initiative initiative(Asked asked, Standing standing, @Nullable String line, @Nullable Update update,
			@Nullable Answer answer, @Nullable Instead instead) {
		return new Initiative(asked.id(), asked.position(), asked.title(), asked.isNew(), asked.coordinators(),
				asked.programme(), asked.summarised(), asked.milestones(), asked.outcomes(), asked.links(), standing,
				line, update, answer, instead);
	}

	/**
	 * What was compiled.
	 *
	 * @param edits those that stand over accepted texts
	 */
	record Draft(ReportModel report, List<LaidEdit> edits) {

		Draft {
			edits = List.copyOf(edits);
		}

	}

}
