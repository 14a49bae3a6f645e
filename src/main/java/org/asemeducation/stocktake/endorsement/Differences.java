package org.asemeducation.stocktake.endorsement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.report.model.FreeChapter;
import org.asemeducation.stocktake.report.model.Initiative;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.asemeducation.stocktake.report.model.ReportModel.Chapter;

/**
 * What is different between two versions of a report, beside the annex.
 */
final class Differences {

	private Differences() {
	}

	/** The keys of the chapters whose texts differ, in the order of the report. */
	static List<String> chapters(List<Chapter> before, List<Chapter> now) {
		return Arrays.stream(FreeChapter.values())
			.map(FreeChapter::key)
			.filter((key) -> !text(before, key).equals(text(now, key)))
			.toList();
	}

	/** The initiatives whose fact sheets differ, as they are now, by id. */
	static Map<String, Initiative> initiatives(ReportModel before, ReportModel now) {
		Map<String, Initiative> was = before.initiatives()
			.collect(Collectors.toMap(Initiative::id, Function.identity()));
		return now.initiatives()
			.filter((it) -> !it.equals(was.get(it.id())))
			.collect(
					Collectors.toMap(Initiative::id, Function.identity(), (one, other) -> one, java.util.TreeMap::new));
	}

	/** What else differs and is nobody's text, in sentences. */
	static List<String> frame(ReportModel before, ReportModel now) {
		List<String> sentences = new ArrayList<>();
		if (!before.cycle().equals(now.cycle())) {
			sentences.add("What the report says about the cycle’s calendar follows its meetings.");
		}
		if (!Objects.equals(places(before), places(now))) {
			sentences.add("Which action stands under which objective was confirmed anew.");
		}
		if (!before.secretariatTerms().equals(now.secretariatTerms())) {
			sentences.add("The terms of the secretariat are other ones.");
		}
		if (!before.order().equals(now.order())) {
			sentences.add("The report has other chapters, or has them in another order.");
		}
		if (!Objects.equals(before.assessments(), now.assessments())) {
			sentences.add("What the secretariat makes of contributions to subgoals is worded or rated anew.");
		}
		if (!Objects.equals(before.participation(), now.participation())) {
			sentences.add("Who takes part is counted anew.");
		}
		return sentences;
	}

	private static List<String> places(ReportModel report) {
		return report.parts()
			.stream()
			.flatMap((part) -> part.actions()
				.stream()
				.map((action) -> "%s %s %d %s %s".formatted(part.kind(), part.objective(), action.number(),
						action.title(), action.subgoals())))
			.toList();
	}

	private static String text(List<Chapter> chapters, String key) {
		return chapters.stream().filter((it) -> it.key().equals(key)).map(Chapter::text).findFirst().orElse("");
	}

}
