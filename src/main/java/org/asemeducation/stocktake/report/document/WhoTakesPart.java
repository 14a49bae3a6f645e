package org.asemeducation.stocktake.report.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.asemeducation.stocktake.report.document.Block.Phrase;
import org.asemeducation.stocktake.report.document.Block.Prose;
import org.asemeducation.stocktake.report.document.Block.Table.Column;
import org.asemeducation.stocktake.report.model.Participation;
import org.asemeducation.stocktake.report.model.ReportModel;

/**
 * The chapter on participation, by region, partner and stakeholder.
 */
class WhoTakesPart {

	private final TableNumbers tables;

	WhoTakesPart(TableNumbers tables) {
		this.tables = tables;
	}

	List<Block> blocks(ReportModel report) {
		Participation participation = report.participation();
		if (participation == null) {
			return List.of(new Prose(Prose.Tone.NOTE, "Participation was not counted for this version."));
		}
		List<Block> blocks = new ArrayList<>();
		long taking = participation.parties().stream().filter((it) -> it.group().equals("partner")).count();
		blocks.add(new Prose(Prose.Tone.NOTE,
				"%d of the %d partners take part. A partner takes part when it, or a party that belongs to it, coordinates, supports or hosts an initiative, or an accepted update names it among those involved."
					.formatted(taking, participation.partners())));
		blocks.add(this.tables.table("Regional balance",
				List.of(Column.of("Region", 20), Column.ofNumbers("Partners", 20), Column.ofNumbers("Take part", 20),
						Column.ofNumbers("Initiatives coordinated", 20), Column.ofNumbers("Answered", 20)),
				participation.regions()
					.stream()
					.map((it) -> List.of(Phrase.of(it.region()), number(it.partners()), number(it.takingPart()),
							number(it.initiatives()), number(it.answered())))
					.toList()));
		table("Partners", "partner", participation, blocks);
		table("Stakeholders", "stakeholder", participation, blocks);
		table("Others that coordinate", "other", participation, blocks);
		return blocks;
	}

	private void table(String title, String group, Participation participation, List<Block> blocks) {
		List<List<Phrase>> rows = participation.parties()
			.stream()
			.filter((it) -> it.group().equals(group))
			.map((it) -> List.of(Phrase.of(it.name()), Phrase.of(Objects.requireNonNullElse(it.region(), "–")),
					number(it.coordinates()), number(it.answered()), number(it.supports()), number(it.named())))
			.toList();
		if (!rows.isEmpty()) {
			blocks.add(this.tables.table(title,
					List.of(Column.of("Name", 30), Column.of("Region", 10), Column.ofNumbers("Coordinates", 15),
							Column.ofNumbers("Answered", 15), Column.ofNumbers("Supports or hosts", 15),
							Column.ofNumbers("Named", 15)),
					rows));
		}
	}

	private static Phrase number(int number) {
		return Phrase.of(String.valueOf(number));
	}

}
