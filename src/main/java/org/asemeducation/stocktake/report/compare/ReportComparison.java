package org.asemeducation.stocktake.report.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.asemeducation.stocktake.report.compare.Comparison.Kind;
import org.asemeducation.stocktake.report.compare.Comparison.Line;
import org.asemeducation.stocktake.report.compare.Comparison.Side;
import org.asemeducation.stocktake.report.compare.Comparison.Stretch;
import org.asemeducation.stocktake.report.compare.Comparison.Unit;
import org.asemeducation.stocktake.report.compare.UnitText.SectionText;
import org.asemeducation.stocktake.report.document.Composition;
import org.asemeducation.stocktake.report.document.Document;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.jspecify.annotations.Nullable;

/**
 * Compares two reports. What has the same id in both is the same thing with other words:
 * an initiative keeps its id from cycle to cycle, a heading of a fact sheet too, and a
 * line of the annex its number from version to version.
 */
public final class ReportComparison {

	private ReportComparison() {
	}

	/**
	 * Compares two versions of a report, or the reports of two cycles.
	 * @param earlier a version
	 * @param later another
	 * @return every part of both, in the order of the later one; what only the earlier
	 * one has stands where it stood
	 */
	public static Comparison of(ReportModel earlier, ReportModel later) {
		Document before = Composition.of(earlier);
		Document after = Composition.of(later);
		boolean numbered = earlier.cycle().name().equals(later.cycle().name());
		return new Comparison(side(earlier, before), side(later, after),
				units(ReportText.sheets(before), ReportText.sheets(after)),
				units(PlanText.of(earlier, numbered), PlanText.of(later, numbered)),
				units(ReportText.chapters(before), ReportText.chapters(after)));
	}

	private static Side side(ReportModel report, Document document) {
		return new Side(report.cycle().name(), document.subtitle(), document.edition());
	}

	private static List<Unit> units(Map<String, UnitText> before, Map<String, UnitText> after) {
		return keys(before, after).stream().map((id) -> unit(id, before.get(id), after.get(id))).toList();
	}

	private static Unit unit(String id, @Nullable UnitText before, @Nullable UnitText after) {
		UnitText named = (after != null) ? after : Objects.requireNonNull(before);
		Map<String, SectionText> earlier = (before != null) ? before.sections() : Map.of();
		Map<String, SectionText> later = (after != null) ? after.sections() : Map.of();
		List<Stretch> stretches = keys(earlier, later).stream()
			.filter((key) -> !key.equals(UnitText.TITLE) || !Objects.equals(earlier.get(key), later.get(key)))
			.map((key) -> stretch(earlier.get(key), later.get(key)))
			.filter((it) -> !it.lines().isEmpty())
			.toList();
		return new Unit(id, named.label(), named.title(), kind(before, after, stretches), stretches);
	}

	private static Stretch stretch(@Nullable SectionText before, @Nullable SectionText after) {
		return new Stretch(((after != null) ? after : Objects.requireNonNull(before)).heading(),
				Lines.of((before != null) ? before.lines() : List.of(), (after != null) ? after.lines() : List.of()));
	}

	private static Kind kind(@Nullable UnitText before, @Nullable UnitText after, List<Stretch> stretches) {
		if (before == null) {
			return Kind.ADDED;
		}
		if (after == null) {
			return Kind.REMOVED;
		}
		return stretches.stream().flatMap((it) -> it.lines().stream()).map(Line::kind).allMatch(Kind.SAME::equals)
				? Kind.SAME : Kind.CHANGED;
	}

	/** In the later order; what only the earlier one has follows what it followed. */
	private static List<String> keys(Map<String, ?> before, Map<String, ?> after) {
		List<String> keys = new ArrayList<>(after.keySet());
		int place = 0;
		for (String key : before.keySet()) {
			if (!after.containsKey(key)) {
				keys.add(place, key);
			}
			place = keys.indexOf(key) + 1;
		}
		return keys;
	}

}
