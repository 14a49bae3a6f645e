package org.asemeducation.stocktake.report.papers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.asemeducation.stocktake.cycle.Cycle;
import org.asemeducation.stocktake.cycle.Meeting;
import org.asemeducation.stocktake.cycle.attendance.Headcount;
import org.asemeducation.stocktake.cycle.minutes.MeetingDecision;
import org.asemeducation.stocktake.cycle.minutes.SentMinutes;
import org.asemeducation.stocktake.report.document.Block;
import org.asemeducation.stocktake.report.document.Block.Facts;
import org.asemeducation.stocktake.report.document.Block.Facts.Fact;
import org.asemeducation.stocktake.report.document.Block.Prose;
import org.asemeducation.stocktake.report.document.Block.Section;
import org.asemeducation.stocktake.report.document.Document;

/**
 * Minutes as a document, with who took part and what was decided.
 */
final class MinutesPaper {

	private MinutesPaper() {
	}

	static Document of(Cycle cycle, Meeting meeting, SentMinutes minutes, Optional<String> adoptedAt,
			Optional<Headcount> count, List<MeetingDecision> decisions) {
		List<Section> sections = new ArrayList<>();
		count.ifPresent((number) -> sections.add(
				section("participants", "Participants", List.of(new Prose(Prose.Tone.PLAIN, number.inWords() + ".")))));
		sections.add(section("minutes", "Minutes", List.of(new Prose(Prose.Tone.PLAIN, minutes.text()))));
		if (!decisions.isEmpty()) {
			List<Fact> facts = new ArrayList<>();
			for (MeetingDecision decision : decisions) {
				String about = (decision.initiative() != null) ? " (%s)".formatted(decision.initiative()) : "";
				facts.add(new Fact("Decision %d".formatted(facts.size() + 1), decision.text() + about));
			}
			sections.add(section("decisions", "Decisions", List.of(new Facts(facts))));
		}
		String standing = adoptedAt.map((where) -> "adopted at " + where).orElse("draft, not adopted yet");
		return new Document("Minutes of " + meeting.kind(), "%s: %s".formatted(cycle.name(), cycle.title()),
				"Version %d, %s".formatted(minutes.number(), standing), adoptedAt.isEmpty(),
				List.of(MeetingWords.whenAndWhere(meeting)),
				"What was said and decided at %s of %s.".formatted(meeting.kind(), cycle.name()),
				minutes.sentAt().toString(), sections);
	}

	private static Section section(String id, String title, List<Block> blocks) {
		return new Section(Section.Kind.CHAPTER, id, null, title, null, null, blocks);
	}

}
