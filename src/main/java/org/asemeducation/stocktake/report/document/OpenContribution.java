package org.asemeducation.stocktake.report.document;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.report.document.Block.Prose;
import org.asemeducation.stocktake.report.document.Block.Section;
import org.asemeducation.stocktake.report.model.PartyContribution;
import org.asemeducation.stocktake.report.model.ReportModel;

/**
 * The chapter of what partners and stakeholders without an initiative contributed. There
 * is none where nothing was accepted.
 */
final class OpenContribution {

	/** What the anchor of one begins with. */
	static final String PREFIX = "contribution-";

	private static final String TITLE = "Contributions of partners and stakeholders";

	private OpenContribution() {
	}

	static List<Section> chapter(ReportModel report) {
		List<PartyContribution> all = report.contributed();
		if (all.isEmpty()) {
			return List.of();
		}
		List<Block> blocks = new ArrayList<>();
		blocks.add(new Prose(Prose.Tone.NOTE,
				"What partners and stakeholders say that coordinate no initiative of this cycle, in their own words. It was an invitation: who is not named here was not asked to answer for anything."));
		all.forEach((it) -> blocks.add(section(it)));
		return List.of(new Section(Section.Kind.CHAPTER, PartyContribution.CHAPTER, null, TITLE, null, null, blocks));
	}

	private static Section section(PartyContribution it) {
		List<Block> blocks = new ArrayList<>();
		blocks.add(new Prose(Prose.Tone.NOTE,
				"%s%s. %s.".formatted(it.group().equals("partner") ? "Partner" : "Stakeholder",
						(it.region() != null) ? ", " + it.region() : "",
						it.objectives()
							.stream()
							.map((served) -> "Objective %d: %s".formatted(served.objective(), served.text()))
							.collect(Collectors.joining("; ")))));
		field(it, "activities", "Activities", it.activities(), blocks);
		field(it, "plans", "Plans", it.plans(), blocks);
		return new Section(Section.Kind.TOPIC, it.id(), null, it.party(), null, null, blocks);
	}

	private static void field(PartyContribution it, String key, String title, String text, List<Block> blocks) {
		if (!text.isBlank()) {
			blocks.add(new Section(Section.Kind.FIELD, it.id() + "-" + key, null, title, null, null,
					List.of(new Prose(Prose.Tone.PLAIN, text))));
		}
	}

}
