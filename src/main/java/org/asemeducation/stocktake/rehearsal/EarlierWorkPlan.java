package org.asemeducation.stocktake.rehearsal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.WorkPlan;
import org.asemeducation.stocktake.cycle.WorkPlan.Line;
import org.asemeducation.stocktake.plan.InitiativeId;
import org.jspecify.annotations.Nullable;

/**
 * The work plan that ministers adopted in an earlier rehearsal, as its report has it.
 *
 * @param cycle the earlier cycle
 * @param title how the plan is called
 * @param adoptedOn the day
 * @param lines in the plan's order
 */
record EarlierWorkPlan(CycleName cycle, String title, LocalDate adoptedOn, List<Line> lines) {

	private static final String REPORT = "report.json";

	/**
	 * Reads it from the results of a rehearsal.
	 * @param results the folder
	 * @return the work plan
	 * @throws BadScenario when there is none
	 */
	static EarlierWorkPlan read(Path results) {
		Path file = results.resolve(REPORT);
		if (!Files.isReadable(file)) {
			throw BadScenario.at(results.toString(), REPORT,
					"there is none; name the folder with the results of an earlier rehearsal");
		}
		try {
			return read(results, new ObjectMapper().readTree(Files.readString(file)));
		}
		catch (JsonProcessingException ex) {
			throw BadScenario.at(results.toString(), REPORT, "is not JSON: " + ex.getOriginalMessage());
		}
		catch (IOException ex) {
			throw BadScenario.at(results.toString(), REPORT, "cannot be read: " + ex.getMessage());
		}
		catch (IllegalArgumentException ex) {
			throw BadScenario.at(results.toString(), REPORT, ex.getMessage());
		}
	}

	/**
	 * Makes it the one that the next cycle starts from.
	 * @param workPlan where such plans are kept
	 */
	void adoptIn(WorkPlan workPlan) {
		workPlan.adopt(this.cycle, this.title, this.adoptedOn, this.lines);
	}

	private static EarlierWorkPlan read(Path results, JsonNode report) {
		String name = report.at("/cycle/name").asText();
		JsonNode plan = report.path("workPlan");
		if (plan.path("lines").isEmpty() || "for-officials".equals(report.path("state").asText())) {
			throw new IllegalArgumentException(
					"%s has no work plan that came to ministers, so no cycle can start from it"
						.formatted(name.isEmpty() ? "the report" : name));
		}
		LocalDate adoptedOn = adoptedOn(results, report, name);
		List<Line> lines = new ArrayList<>();
		for (JsonNode line : plan.path("lines")) {
			lines.add(new Line(new InitiativeId(line.path("initiative").asText()), line.path("activity").asText(),
					text(line, "period"), text(line, "output"), text(line, "result"), text(line, "contribution")));
		}
		return new EarlierWorkPlan(new CycleName(name), plan.path("title").asText(name), adoptedOn, lines);
	}

	/** The report was sealed before ministers met: what they decided stands beside it. */
	private static LocalDate adoptedOn(Path results, JsonNode report, String name) {
		MinistersDecision decision = MinistersDecision.read(results);
		if (!decision.cycle().equals(name) || decision.version() != report.path("version").asInt()
				|| !decision.checksum().equals(report.path("checksum").asText())) {
			throw MinistersDecision.wrong(results,
					"is about version %d of %s, and not about the %s beside it; name a folder whose files belong together"
						.formatted(decision.version(), decision.cycle(), REPORT));
		}
		if (decision.adoptedOn() == null) {
			throw MinistersDecision.wrong(results,
					"ministers did not adopt the work plan of %s (%s); leave out --after to start from the plan's milestones"
						.formatted(name, decision.reason()));
		}
		return decision.adoptedOn();
	}

	private static @Nullable String text(JsonNode node, String field) {
		return node.hasNonNull(field) ? node.path(field).asText() : null;
	}

}
