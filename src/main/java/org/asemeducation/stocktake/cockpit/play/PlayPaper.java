package org.asemeducation.stocktake.cockpit.play;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.asemeducation.stocktake.cockpit.outlook.CalendarDay;
import org.asemeducation.stocktake.cockpit.outlook.Concern;
import org.asemeducation.stocktake.cockpit.outlook.ConcernKind;
import org.asemeducation.stocktake.cockpit.outlook.Part;
import org.asemeducation.stocktake.report.chart.Bars;
import org.asemeducation.stocktake.report.document.Block;
import org.asemeducation.stocktake.report.document.Block.Chart;
import org.asemeducation.stocktake.report.document.Block.Phrase;
import org.asemeducation.stocktake.report.document.Block.Prose;
import org.asemeducation.stocktake.report.document.Block.Section;
import org.asemeducation.stocktake.report.document.Block.Table;
import org.asemeducation.stocktake.report.document.Block.Table.Column;
import org.asemeducation.stocktake.report.document.Document;

/**
 * Writes a state of play: parties are named, people are not. The numbers of each chart
 * stand in a table below it.
 */
final class PlayPaper {

	/** Initiatives that are printed at most; the workbook has all. */
	static final int MOST = 300;

	static final Map<String, String> PARTS = new java.util.LinkedHashMap<>();

	static {
		PARTS.put("objective", "Initiatives by strategic objective");
		PARTS.put("region", "Initiatives by region of their coordinators");
		PARTS.put("kind", "Initiatives by kind of coordinator");
	}

	private final Play play;

	private final List<Chart> charts = new ArrayList<>();

	private int tables;

	PlayPaper(Play play) {
		this.play = play;
	}

	Document document() {
		String moment = PlayWords.moment(this.play.at(), this.play.cycle().zone());
		String name = this.play.cycle().name().value();
		return new Document(this.play.title(), "%s: %s".formatted(name, this.play.cycle().title()), "As of " + moment,
				false, List.of(meeting()), "How %s stands, as of %s.".formatted(name, moment),
				this.play.at().toString(), List.of(answers(), calendar(), standings(), concerns(), initiatives()));
	}

	/** When and where the meeting is that it is for. */
	String meeting() {
		if (this.play.meeting() == null) {
			return "No meeting of this cycle is left.";
		}
		return "For %s, %s%s".formatted(this.play.meeting().kind(),
				(this.play.meeting().day() != null) ? PlayWords.day(this.play.meeting().day()) : "no day yet",
				(this.play.meeting().place() != null) ? ", " + this.play.meeting().place() : "");
	}

	List<Chart> charts() {
		return this.charts;
	}

	private Section answers() {
		PlayAnswers answers = new PlayAnswers(this.play.outlook());
		List<String> heads = answers.heads();
		List<Column> columns = new ArrayList<>(List.of(Column.of("Days after the requests", 100 - 20 * heads.size())));
		heads.forEach((head) -> columns.add(Column.ofNumbers(head, 20)));
		return section("answers", "How answers come in", new Prose(Prose.Tone.HIGHLIGHT, answers.sentence()),
				chart(answers.chart(this.charts.size() + 1)),
				table("How many had sent in a first version by the end of a day", columns, answers.rows()));
	}

	private Section calendar() {
		return section("calendar", "Calendar",
				table("Days of the cycle, in %s".formatted(this.play.cycle().zone()),
						List.of(Column.of("What", 50), Column.of("Day", 30), Column.of("When", 20)),
						this.play.outlook().calendar().stream().map(this::calendar).toList()));
	}

	List<Object> calendar(CalendarDay day) {
		int past = day.on().compareTo(this.play.outlook().today());
		return List.of(PlayWords.calendar(day.name()), PlayWords.day(day.on()),
				(past < 0) ? "Past" : (past == 0) ? "Today" : "To come");
	}

	private Section standings() {
		List<Block> blocks = new ArrayList<>();
		blocks.add(new Prose(Prose.Tone.NOTE,
				"An initiative of several coordinators counts with each of their regions and kinds."));
		PARTS.forEach((by, title) -> {
			List<Bars.Row> rows = parts(by).map((part) -> new Bars.Row(PlayWords.called(part), PlayWords.numbers(part)))
				.toList();
			if (rows.isEmpty()) {
				return;
			}
			Bars bars = new Bars("initiatives", PlayWords.groups().toList(), rows);
			blocks.add(chart(new Chart(this.charts.size() + 1, title, bars.sentences(), bars.drawing())));
			List<Column> columns = new ArrayList<>(List.of(Column.of("Of these", 25)));
			PlayWords.groups().forEach((group) -> columns.add(Column.ofNumbers(group, 15)));
			blocks.add(table(title + ": the numbers", columns, parts(by).map(PlayPaper::numbers).toList()));
		});
		return section("standings", "Who stands where", blocks.toArray(Block[]::new));
	}

	Stream<Part> parts(String by) {
		return this.play.parts().stream().filter((part) -> part.by().equals(by));
	}

	static List<Object> numbers(Part part) {
		return Stream.concat(Stream.of((Object) PlayWords.called(part)), PlayWords.numbers(part).stream()).toList();
	}

	private Section concerns() {
		List<Concern> rows = this.play.concerns().rows();
		if (rows.isEmpty()) {
			return section("concerns", "What needs attention", new Prose(Prose.Tone.PLAIN, "Nothing at the moment."));
		}
		return section("concerns", "What needs attention", new Prose(Prose.Tone.PLAIN, found()),
				table("What matters most comes first", List.of(Column.of("Why", 20), Column.of("Initiative", 40),
						Column.of("Coordinator", 20), Column.of("Since", 20)), concernRows()));
	}

	/** How much of each kind there is. */
	String found() {
		Map<ConcernKind, Integer> counts = this.play.concerns().counts();
		int all = counts.values().stream().mapToInt(Integer::intValue).sum();
		int told = this.play.concerns().rows().size();
		return Stream.of(ConcernKind.values())
			.map((kind) -> "%s: %d".formatted(PlayWords.CONCERNS.get(kind), counts.getOrDefault(kind, 0)))
			.collect(Collectors.joining(". ", "", "."))
				+ ((told < all) ? " The first %d of %d are listed.".formatted(told, all) : "");
	}

	/** Never whom it is about: that is a person. */
	List<List<Object>> concernRows() {
		return this.play.concerns()
			.rows()
			.stream()
			.map((concern) -> List.<Object>of(PlayWords.CONCERNS.get(concern.kind()), about(concern),
					this.play.parties().getOrDefault(concern.initiative(), ""), PlayWords.day(concern.since())))
			.toList();
	}

	private static String about(Concern concern) {
		return (concern.kind() == ConcernKind.LATE_CHAPTER) ? concern.title()
				: concern.initiative() + " " + concern.title();
	}

	private Section initiatives() {
		List<PlayLine> lines = this.play.lines();
		List<Block> blocks = new ArrayList<>();
		if (this.play.all() > lines.size()) {
			blocks
				.add(new Prose(Prose.Tone.NOTE, "These are the %d that are late longest, of %,d; the workbook has all."
					.formatted(lines.size(), this.play.all())));
		}
		blocks.add(table("Days late: since the day by whose end the next step was due",
				List.of(Column.of("Initiative", 40), Column.of("Coordinator", 25), Column.of("Where it stands", 20),
						Column.ofNumbers("Days late", 15)),
				lines.stream()
					.map((line) -> List.<Object>of(line.initiative() + " " + line.title(), line.parties(),
							PlayWords.STANDINGS.getOrDefault(line.standing(), line.standing()), line.daysLate()))
					.toList()));
		return section("initiatives", "All initiatives", blocks.toArray(Block[]::new));
	}

	private Chart chart(Chart chart) {
		this.charts.add(chart);
		return chart;
	}

	private Table table(String caption, List<Column> columns, List<List<Object>> rows) {
		return new Table(++this.tables, caption, columns,
				rows.stream().map((row) -> row.stream().map((cell) -> Phrase.of(cell.toString())).toList()).toList());
	}

	private static Section section(String id, String title, Block... blocks) {
		return new Section(Section.Kind.CHAPTER, id, null, title, null, null, List.of(blocks));
	}

}
