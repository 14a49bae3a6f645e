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
import org.asemeducation.stocktake.report.model.Annex;
import org.asemeducation.stocktake.report.model.Answer;
import org.asemeducation.stocktake.report.model.Initiative.Standing;
import org.asemeducation.stocktake.report.model.Initiative;
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

	Compilation(CycleRows cycles, PlanRows plan, InitiativeRows initiatives, AttachedPictures pictures, Edits edits) {
		this.pictures = pictures;
		this.edits = edits;
		this.cycles = cycles;
		this.plan = plan;
		this.initiatives = initiatives;
	}

	/** The model as it reads back from its JSON: what is stored is what is printed. */
	ReportModel compile(ReportCycle cycle, int version, Instant at, ReportModel.State state,
			Function<ReportModel, @Nullable Annex> workPlan) {
		CycleName name = new CycleName(cycle.name());
		Frame frame = this.plan.frame();
		List<Asked> asked = this.initiatives.all(name);
		AcceptedUpdate content = new AcceptedUpdate(cycle.questions(), frame, this.pictures.of(name));
		Standings standings = new Standings(ZoneId.of(cycle.zone()));
		Map<Asked, Initiative> entries = new LinkedHashMap<>();
		Map<String, String> titles = asked.stream().collect(Collectors.toMap(Asked::id, Asked::title));
		List<Edit> edited = this.edits.standing(name);
		asked.forEach((it) -> entries.put(it, initiative(it, content, standings, titles, edited)));
		ReportModel model = new ReportModel(cycle, version, at, state, this.cycles.chapters(name),
				this.cycles.secretariatTerms(), Counting.count(asked, entries.values()),
				new Grouping(frame).parts(entries), null);
		return JsonReport.read(JsonReport.canonical(model.with(workPlan.apply(model))));
	}

	private static Initiative initiative(Asked asked, AcceptedUpdate content, Standings standings,
			Map<String, String> titles, List<Edit> edited) {
		Answer answer = asked.accepted().flatMap((it) -> AcceptedAnswer.read(it, asked.isLate())).orElse(null);
		if (answer != null) {
			return initiative(asked, standings.standing(asked), AcceptedAnswer.line(answer, titles), null, answer);
		}
		Update update = asked.accepted()
			.map((it) -> EditLayer.over(asked.id(),
					content.read(new InitiativeId(asked.id()), it, asked.isLate(), asked.said(), asked.milestones()),
					edited))
			.orElse(null);
		return initiative(asked, standings.standing(asked), (update != null) ? null : standings.line(asked), update,
				null);
	}

	private static Initiative initiative(Asked asked, Standing standing, @Nullable String line, @Nullable Update update,
			@Nullable Answer answer) {
		return new Initiative(asked.id(), asked.position(), asked.title(), asked.isNew(), asked.coordinators(),
				asked.programme(), asked.summarised(), asked.milestones(), asked.outcomes(), asked.links(), standing,
				line, update, answer);
	}

}
