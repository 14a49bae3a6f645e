package org.asemeducation.stocktake.report.document;

import java.util.ArrayList;
import java.util.List;

import org.asemeducation.stocktake.report.model.Initiative;
import org.asemeducation.stocktake.report.model.Part;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.jspecify.annotations.Nullable;

/**
 * Initiatives by the objective that they serve: once each by its action, or by all that
 * their coordinators claim while of no action it is confirmed what it serves.
 *
 * @param objective its number; {@code null} for those of which none can be said
 * @param title of the objective, or why these stand together
 */
record ByObjective(@Nullable Integer objective, String title, List<Initiative> initiatives) {

	private static final String BY_ACTION = "an initiative stands under the first objective that its action serves";

	private static final String BY_CLAIMS = "an initiative stands under each objective to which its coordinators state a contribution, for what the actions serve has not been confirmed yet";

	ByObjective {
		initiatives = List.copyOf(initiatives);
	}

	/** Which initiatives stand where: the end of a sentence, without its full stop. */
	static String rule(ReportModel report) {
		return report.goesByClaims() ? BY_CLAIMS : BY_ACTION;
	}

	static List<ByObjective> of(ReportModel report) {
		if (!report.goesByClaims()) {
			return report.parts()
				.stream()
				.map((part) -> new ByObjective((part.kind() == Part.Kind.OBJECTIVE) ? part.objective() : null,
						part.title(), part.actions().stream().flatMap((it) -> it.initiatives().stream()).toList()))
				.toList();
		}
		List<ByObjective> all = new ArrayList<>();
		report.frame()
			.forEach((it) -> all
				.add(new ByObjective(it.number(), it.title(), report.initiatives().filter(it::claimedBy).toList())));
		all.add(new ByObjective(null, "No objective stated",
				report.initiatives()
					.filter((initiative) -> report.frame().stream().noneMatch((it) -> it.claimedBy(initiative)))
					.toList()));
		return all;
	}

}
