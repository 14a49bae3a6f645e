package org.asemeducation.stocktake.report.document;

import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.asemeducation.stocktake.report.chart.Bars;
import org.asemeducation.stocktake.report.chart.Matrix;
import org.asemeducation.stocktake.report.chart.Matrix.Cell;
import org.asemeducation.stocktake.report.document.Block.Chart;
import org.asemeducation.stocktake.report.document.Block.Phrase;
import org.asemeducation.stocktake.report.document.Block.Prose;
import org.asemeducation.stocktake.report.document.Block.Section;
import org.asemeducation.stocktake.report.document.Block.Table.Column;
import org.asemeducation.stocktake.report.model.Initiative;
import org.asemeducation.stocktake.report.model.Part;
import org.asemeducation.stocktake.report.model.Participation;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.asemeducation.stocktake.report.model.Update;

/**
 * What the accepted updates say, drawn; the numbers of each chart stand in a table below
 * it.
 */
class Charts {

	private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

	/** Of a matrix that fits on a page. */
	private static final int ROWS = 52;

	/** The share of a column of numbers. */
	private static final int PIECE = 15;

	private final TableNumbers tables;

	private final ReportModel report;

	private final List<Block> blocks = new ArrayList<>();

	private int number;

	Charts(TableNumbers tables, ReportModel report) {
		this.tables = tables;
		this.report = report;
	}

	/** All of them; nothing to draw, no section. */
	List<Block> section() {
		if (updates(this.report.initiatives()).findAny().isEmpty()) {
			return List.of();
		}
		if (this.report.goesByClaims()) {
			this.blocks.add(new Prose(Prose.Tone.NOTE, "By objective, %s.".formatted(ByObjective.rule(this.report))));
		}
		status();
		response();
		commitments();
		regions();
		matrix();
		return List.of(new Section(Section.Kind.TOPIC, "charts", null, "In charts", null, null, this.blocks));
	}

	private void status() {
		bars("Completion by " + groups(), "initiatives",
				List.of("Completed", "Partly completed", "Not started", "No status"),
				List.of("completed", "partly-completed", "not-started", ""),
				(group) -> group.initiatives().stream().map((it) -> {
					Update update = it.update();
					return (update != null) ? Objects.requireNonNullElse(update.completion(), "") : "";
				}));
	}

	private void commitments() {
		if (updates(this.report.initiatives()).allMatch((it) -> it.commitments().isEmpty())) {
			return;
		}
		bars("What became of the commitments", "commitments",
				List.of("Kept", "Partly kept", "Changed", "Dropped", "Not answered"),
				List.of("done", "partly", "changed", "dropped", ""),
				(group) -> updates(group.initiatives().stream()).flatMap((it) -> it.commitments().stream())
					.map((it) -> Objects.requireNonNullElse(it.outcome(), "")));
	}

	/** Nothing in reports from before participation was counted. */
	private void regions() {
		Participation participation = this.report.participation();
		if (participation == null || participation.regions().stream().allMatch((it) -> it.initiatives() == 0)) {
			return;
		}
		bars("Initiatives by the region of their coordinators, where the register gives one", "initiatives", "Region",
				List.of("Something received", "Nothing received"),
				participation.regions()
					.stream()
					.map((it) -> new Bars.Row(it.region(), List.of(it.answered(), it.initiatives() - it.answered())))
					.toList());
	}

	private void bars(String title, String of, List<String> pieces, List<String> codes,
			Function<ByObjective, Stream<String>> said) {
		bars(title, of, this.report.goesByClaims() ? "Objective" : "Part of the plan", pieces,
				ByObjective.of(this.report).stream().filter((group) -> !group.initiatives().isEmpty()).map((group) -> {
					List<String> all = said.apply(group).toList();
					return new Bars.Row(name(group),
							codes.stream().map((code) -> (int) all.stream().filter(code::equals).count()).toList());
				}).toList());
	}

	private void bars(String title, String of, String by, List<String> pieces, List<Bars.Row> rows) {
		Bars bars = new Bars(of, pieces, rows);
		add(title, bars.sentences(), bars.drawing());
		List<Column> columns = new ArrayList<>(List.of(Column.of(by, 100 - PIECE * pieces.size())));
		pieces.forEach((piece) -> columns.add(Column.ofNumbers(piece, PIECE)));
		this.blocks.add(this.tables.table(title + ": the numbers", columns,
				rows.stream()
					.map((row) -> Stream.concat(Stream.of(row.name()), row.numbers().stream().map(String::valueOf))
						.map(Phrase::of)
						.toList())
					.toList()));
	}

	private void response() {
		ZoneId zone = ZoneId.of(this.report.cycle().zone());
		TreeMap<YearMonth, Integer> months = updates(this.report.initiatives())
			.map((it) -> YearMonth.from(it.submittedAt().atZone(zone)))
			.collect(Collectors.toMap((month) -> month, (month) -> 1, Integer::sum, TreeMap::new));
		for (YearMonth month = months.firstKey(); month.isBefore(months.lastKey()); month = month.plusMonths(1)) {
			months.putIfAbsent(month, 0);
		}
		List<Bars.Row> rows = new ArrayList<>();
		List<List<Phrase>> numbers = new ArrayList<>();
		int sum = 0;
		for (var month : months.entrySet()) {
			sum += month.getValue();
			rows.add(new Bars.Row(MONTH.format(month.getKey()), List.of(sum)));
			numbers
				.add(Stream.of(MONTH.format(month.getKey()), "" + month.getValue(), "" + sum).map(Phrase::of).toList());
		}
		Bars bars = new Bars("updates", List.of("Updates"), rows);
		String title = "Updates received by the end of each month";
		add(title, bars.sentences(), bars.drawing());
		this.blocks.add(this.tables.table(title + ": the numbers, by the submission of what was accepted", List
			.of(Column.of("Month", 50), Column.ofNumbers("In this month", 25), Column.ofNumbers("Together", 25)),
				numbers));
	}

	private void matrix() {
		List<String> subgoals = List.copyOf(Stream
			.concat(this.report.frame().stream().flatMap((it) -> it.subgoals().stream()).map(Part.Subgoal::number),
					updates(this.report.initiatives()).flatMap((it) -> it.contributions().stream())
						.map(Update.Contribution::subgoal))
			.collect(Collectors.toCollection(TreeSet::new)));
		if (subgoals.isEmpty()) {
			return;
		}
		List<Served> all = this.report.parts()
			.stream()
			.flatMap((part) -> part.actions().stream())
			.flatMap((action) -> action.initiatives().stream().map((it) -> Served.of(it, action)))
			.sorted(Comparator.comparingInt((it) -> it.initiative().position()))
			.toList();
		String title = "Initiatives and subgoals";
		for (int from = 0; from < all.size(); from += ROWS) {
			List<Served> some = all.subList(from, Math.min(all.size(), from + ROWS));
			String which = (all.size() > ROWS) ? " (%s to %s)".formatted(some.get(0).initiative().id(),
					some.get(some.size() - 1).initiative().id()) : "";
			add(title + which,
					"A row for each initiative, a column for each subgoal. A full box: its coordinators state a contribution. An empty box: its action serves the subgoal, and they state none. The table below says the same in words.",
					new Matrix(subgoals, some.stream().map((it) -> it.row(subgoals)).toList()).drawing());
		}
		this.blocks.add(this.tables.table(title + ": in words",
				List.of(Column.of("Initiative", 20), Column.of("Contribution stated by its coordinators", 40),
						Column.of("Subgoals of its action", 40)),
				all.stream()
					.map((it) -> List.of(new Phrase(it.initiative().id(), "#" + it.initiative().id()),
							Phrase.of(it.said().isEmpty() ? "None" : String.join(", ", it.said())),
							Phrase.of(it.meant().isEmpty() ? "None confirmed" : String.join(", ", it.meant()))))
					.toList()));
	}

	private void add(String title, String alternative, org.asemeducation.stocktake.report.chart.Drawing drawing) {
		this.blocks.add(new Chart(++this.number, title, alternative, drawing));
	}

	private String groups() {
		return this.report.goesByClaims() ? "objective" : "part of the plan";
	}

	private static String name(ByObjective group) {
		return (group.objective() != null) ? "Objective %d: %s".formatted(group.objective(), group.title())
				: group.title();
	}

	private static Stream<Update> updates(Stream<Initiative> initiatives) {
		return initiatives.map(Initiative::update).filter(Objects::nonNull);
	}

	private record Served(Initiative initiative, TreeSet<String> said, List<String> meant) {

		private static Served of(Initiative initiative, Part.ActionSection action) {
			TreeSet<String> said = updates(Stream.of(initiative)).flatMap((it) -> it.contributions().stream())
				.map(Update.Contribution::subgoal)
				.collect(Collectors.toCollection(TreeSet::new));
			return new Served(initiative, said, action.subgoals());
		}

		private Matrix.Row row(List<String> subgoals) {
			return new Matrix.Row(this.initiative.id(), IntStream.range(0, subgoals.size())
				.mapToObj(subgoals::get)
				.map((it) -> this.said.contains(it) ? Cell.SAID : this.meant.contains(it) ? Cell.MEANT : Cell.NOTHING)
				.toList());
		}

	}

}
