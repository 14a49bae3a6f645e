package org.asemeducation.stocktake.endorsement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.report.model.Annex;
import org.asemeducation.stocktake.report.model.Initiative;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.asemeducation.stocktake.report.model.Update;
import org.jspecify.annotations.Nullable;

/**
 * The annex as it is first put to officials: the plans of the accepted updates, in the
 * order of the Action Plan.
 */
final class ProposedAnnex {

	/** Stands where a coordinator gave an output or a result and no activity. */
	static final String UNNAMED = "(activity not named)";

	private final ReportModel report;

	private final Map<String, List<String>> subgoals = new HashMap<>();

	private ProposedAnnex(ReportModel report) {
		this.report = report;
		report.parts()
			.stream()
			.flatMap((part) -> part.actions().stream())
			.forEach((action) -> action.initiatives()
				.forEach((initiative) -> this.subgoals.put(initiative.id(), action.subgoals())));
	}

	static Annex of(ReportModel report) {
		return new ProposedAnnex(report).annex();
	}

	private Annex annex() {
		List<Annex.Line> lines = new ArrayList<>();
		this.report.initiatives().sorted(Comparator.comparingInt(Initiative::position)).forEach((initiative) -> {
			Update update = initiative.update();
			if (update != null) {
				String contribution = contribution(initiative, update);
				update.plans()
					.forEach((plan) -> lines.add(new Annex.Line(lines.size() + 1, initiative.id(),
							Objects.requireNonNullElse(plan.activity(), UNNAMED), plan.when(), plan.output(),
							plan.result(), contribution)));
			}
		});
		return new Annex("%s: work plan for the next two years".formatted(this.report.cycle().name()), lines);
	}

	/**
	 * The coordinators' own words; else the subgoals that the secretariat has confirmed.
	 */
	private @Nullable String contribution(Initiative initiative, Update update) {
		if (!update.contributions().isEmpty()) {
			return update.contributions()
				.stream()
				.map((it) -> (it.sentence() != null) ? "%s: %s".formatted(it.subgoal(), it.sentence())
						: "Subgoal " + it.subgoal())
				.collect(Collectors.joining("\n\n"));
		}
		List<String> confirmed = this.subgoals.getOrDefault(initiative.id(), List.of());
		return confirmed.isEmpty() ? null
				: ((confirmed.size() == 1) ? "Subgoal " : "Subgoals ") + String.join(", ", confirmed);
	}

}
