package org.asemeducation.stocktake.report.papers;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.asemeducation.stocktake.cycle.Cycle;
import org.asemeducation.stocktake.cycle.Meeting;
import org.asemeducation.stocktake.cycle.agenda.AgendaLine;
import org.asemeducation.stocktake.report.document.Block;
import org.asemeducation.stocktake.report.document.Block.Prose;
import org.asemeducation.stocktake.report.document.Block.Section;
import org.asemeducation.stocktake.report.document.Document;

/**
 * An agenda as a document.
 */
final class AgendaPaper {

	private AgendaPaper() {
	}

	/**
	 * Writes it down.
	 * @param edition which version this is
	 * @param draft whether nobody was sent it
	 * @param at when it was made
	 */
	static Document of(Cycle cycle, Meeting meeting, String edition, boolean draft, Instant at,
			List<AgendaLine> lines) {
		List<Section> sections = new ArrayList<>();
		for (AgendaLine line : lines) {
			List<Block> blocks = Stream.of((line.minutes() != null) ? line.minutes() + " minutes" : "", line.note())
				.filter((text) -> !text.isBlank())
				.<Block>map((text) -> new Prose(Prose.Tone.PLAIN, text))
				.toList();
			sections.add(new Section(Section.Kind.SHEET, "point-" + line.label().replace('.', '-'), line.label(),
					line.title(), null, null, blocks));
		}
		return new Document("Agenda of " + meeting.kind(), "%s: %s".formatted(cycle.name(), cycle.title()), edition,
				draft, List.of(MeetingWords.whenAndWhere(meeting)),
				"What %s of %s deals with.".formatted(meeting.kind(), cycle.name()), at.toString(), sections);
	}

}
