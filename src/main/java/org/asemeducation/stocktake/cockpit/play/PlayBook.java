package org.asemeducation.stocktake.cockpit.play;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.asemeducation.stocktake.report.table.Book;
import org.asemeducation.stocktake.report.table.Sheet;
import org.asemeducation.stocktake.report.table.Sheet.Column;

/**
 * The same as a workbook, with all initiatives however many there are.
 */
final class PlayBook {

	private PlayBook() {
	}

	/**
	 * Makes it.
	 * @param play how it stands
	 * @param lines hands out all initiatives
	 */
	static Book of(Play play, Consumer<Consumer<PlayLine>> lines) {
		PlayPaper paper = new PlayPaper(play);
		paper.document();
		PlayAnswers answers = new PlayAnswers(play.outlook());
		List<Sheet> sheets = new ArrayList<>();
		sheets.add(new Sheet("Initiatives",
				List.of(new Column("Id", 12), new Column("Initiative", 60), new Column("Coordinator", 36),
						new Column("Where it stands", 22), new Column("Due", 16), new Column("Days late", 12)),
				(each) -> lines.accept((line) -> each.accept(line(line)))));
		PlayPaper.PARTS.forEach((by, title) -> {
			List<List<Object>> rows = paper.parts(by).map(PlayPaper::numbers).toList();
			if (!rows.isEmpty()) {
				sheets.add(new Sheet("By " + by, numbered(by, PlayWords.groups()), rows));
			}
		});
		sheets.add(new Sheet("Answers", numbered("Days after the requests", answers.heads().stream()), answers.rows()));
		sheets.add(new Sheet("Calendar", List.of(new Column("What", 36), new Column("Day", 20), new Column("When", 12)),
				play.outlook().calendar().stream().map(paper::calendar).toList()));
		if (!play.concerns().rows().isEmpty()) {
			sheets.add(new Sheet("Attention", List.of(new Column("Why", 24), new Column("Initiative", 60),
					new Column("Coordinator", 36), new Column("Since", 20)), paper.concernRows()));
		}
		return new Book(play.title(),
				List.of("%s: %s".formatted(play.cycle().name(), play.cycle().title()), paper.meeting(),
						"As of " + PlayWords.moment(play.at(), play.cycle().zone()), answers.sentence(), paper.found()),
				paper.charts(), sheets);
	}

	private static List<Object> line(PlayLine line) {
		return List.of(line.initiative(), line.title(), line.parties(),
				PlayWords.STANDINGS.getOrDefault(line.standing(), line.standing()),
				(line.due() != null) ? line.due().toString() : "", line.daysLate());
	}

	private static List<Column> numbered(String first, Stream<String> heads) {
		return Stream
			.concat(Stream
				.of(new Column(first.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + first.substring(1), 36)),
					heads.map((head) -> new Column(head, 18)))
			.toList();
	}

}
