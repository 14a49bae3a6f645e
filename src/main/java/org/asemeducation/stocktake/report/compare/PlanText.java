package org.asemeducation.stocktake.report.compare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.asemeducation.stocktake.report.model.Annex;
import org.asemeducation.stocktake.report.model.Initiative;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.jspecify.annotations.Nullable;

/**
 * The words of an annex, by initiative.
 */
final class PlanText {

	private PlanText() {
	}

	/**
	 * Takes the lines apart.
	 * @param numbered whether both annexes number the same lines alike, as versions of
	 * one cycle do
	 * @return none for a report without an annex
	 */
	static Map<String, UnitText> of(ReportModel report, boolean numbered) {
		Map<String, UnitText> units = new LinkedHashMap<>();
		Annex annex = report.workPlan();
		if (annex == null) {
			return units;
		}
		Map<String, List<Annex.Line>> lines = annex.lines()
			.stream()
			.collect(Collectors.groupingBy(Annex.Line::initiative));
		report.initiatives().filter((it) -> lines.containsKey(it.id())).forEach((it) -> {
			UnitText unit = new UnitText(it.id(), it.title(), new LinkedHashMap<>());
			lines.get(it.id()).forEach((line) -> add(line, numbered, unit));
			units.put(id(it), unit);
		});
		return units;
	}

	private static String id(Initiative initiative) {
		return "plan-" + initiative.id();
	}

	private static void add(Annex.Line line, boolean numbered, UnitText unit) {
		if (numbered) {
			said(line).forEach(unit.section("line-" + line.number(), "Line " + line.number())::add);
		}
		else {
			unit.section("lines", "").add(said(line).collect(Collectors.joining(" | ")));
		}
	}

	private static Stream<String> said(Annex.Line line) {
		return Stream
			.of(line.activity(), named("When", line.period()), named("Output", line.output()),
					named("Result", line.result()), named("Contribution", line.contribution()))
			.filter((it) -> !it.isEmpty());
	}

	private static String named(String name, @Nullable String text) {
		return (text != null) ? name + ": " + text : "";
	}

}
