package org.asemeducation.stocktake.report.document;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.asemeducation.stocktake.report.document.Block.Bullets;
import org.asemeducation.stocktake.report.document.Block.Phrase;
import org.asemeducation.stocktake.report.document.Block.Prose;
import org.asemeducation.stocktake.report.document.Block.Section;
import org.asemeducation.stocktake.report.document.Block.Table.Column;
import org.asemeducation.stocktake.report.model.ReportCycle;
import org.asemeducation.stocktake.report.model.ReportModel;

/**
 * The chapter that says how the report came about: mandate of the text, calendar,
 * meetings, questions, secretariat.
 */
class HowItWorks {

	private final TableNumbers tables;

	HowItWorks(TableNumbers tables) {
		this.tables = tables;
	}

	Section chapter(ReportModel report) {
		ReportCycle cycle = report.cycle();
		List<Block> blocks = new ArrayList<>();
		blocks.add(new Prose(Prose.Tone.PLAIN, story(report)));
		blocks.add(this.tables.table(
				"Meetings of the cycle", List.of(Column.of("Meeting", 15), Column.of("Date", 25),
						Column.of("Place", 25), Column.of("Host", 20), Column.of("State", 15)),
				cycle.meetings().stream().map(HowItWorks::meeting).toList()));
		blocks.add(this.tables.table("Calendar of the stocktaking",
				List.of(Column.of("Date", 30), Column.of("What happens", 70)),
				cycle.dates()
					.stream()
					.map((it) -> List.of(Phrase.of(Words.day(it.date())), Phrase.of(Words.of(it.kind()))))
					.toList()));
		if (!cycle.questions().isEmpty()) {
			blocks.add(field("questions", "Questions of this cycle",
					cycle.questions().stream().map(ReportCycle.Question::text).toList()));
		}
		if (!report.secretariatTerms().isEmpty()) {
			blocks.add(field("secretariat", "Terms of the secretariat", report.secretariatTerms()));
		}
		return new Section(Section.Kind.CHAPTER, "how-the-process-works", null, "How the process works", null, null,
				blocks);
	}

	private static String story(ReportModel report) {
		ReportCycle cycle = report.cycle();
		Words words = new Words(cycle.zone());
		String asked = (cycle.requestedAt() != null)
				? "On %s the coordinators were asked for an update of their initiatives."
					.formatted(words.day(cycle.requestedAt()))
				: "The coordinators of the initiatives are asked for an update.";
		String closed = (cycle.closedAt() != null) ? " Gathering ended on %s.".formatted(words.day(cycle.closedAt()))
				: "";
		return """
				The ASEM Education Secretariat takes stock of the Action Plan once in every cycle of meetings that leads \
				to the meeting of the education ministers. %s%s

				%s

				All dates are dates in the time zone %s. This version was compiled on %s."""
			.formatted(asked, closed, new WhoseWords(report).story(), cycle.zone(), words.minute(report.compiledAt()));
	}

	private static List<Phrase> meeting(ReportCycle.Meeting meeting) {
		String place = Stream
			.of(meeting.place(), meeting.virtual() ? "virtual" : null, (meeting.hybrid() != null) ? "hybrid" : null)
			.filter((it) -> it != null && !it.isBlank())
			.collect(Collectors.joining(", "));
		return List.of(Phrase.of(meeting.kind()),
				Phrase.of((meeting.date() != null) ? Words.day(meeting.date()) : "not fixed"), Phrase.of(place),
				Phrase.of(meeting.host()), Phrase.of(Words.of(meeting.state())));
	}

	private static Section field(String id, String title, List<String> items) {
		return new Section(Section.Kind.TOPIC, id, null, title, null, null,
				List.of(new Bullets(items.stream().map(Phrase::of).toList())));
	}

}
