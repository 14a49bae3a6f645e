package org.asemeducation.stocktake.report.table;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.asemeducation.stocktake.report.document.InPlaceOfAnUpdate;
import org.asemeducation.stocktake.report.document.Words;
import org.asemeducation.stocktake.report.model.Answer;
import org.asemeducation.stocktake.report.model.Initiative;
import org.asemeducation.stocktake.report.model.Instead;
import org.asemeducation.stocktake.report.model.Origin;
import org.asemeducation.stocktake.report.model.Part;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.asemeducation.stocktake.report.model.Update;
import org.asemeducation.stocktake.report.table.Sheet.Column;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The report as a table: one row for each initiative, in the order of the plan. What a
 * fact sheet lists stands in one cell, a line for each.
 */
@Component
public class ReportTable {

	private static final List<Cell> CELLS = List
		.of(cell("No.", 10, (row) -> row.initiative().id()), cell("Initiative", 40, (row) -> row.initiative().title()),
				cell("New", 8, (row) -> row.initiative().isNew() ? "New" : ""),
				cell("Action", 8, (row) -> row.action().number()),
				cell("Action in words", 30, (row) -> row.action().title()),
				cell("Objective", 10, (row) -> Objects.requireNonNullElse(row.part().objective(), "")),
				cell("Subgoals of the action", 14, (row) -> String.join(", ", row.action().subgoals())),
				cell("Coordinators", 30, (row) -> row.initiative().coordinators()),
				cell("Milestones of the plan", 40, (row) -> lines(row.initiative().milestones().stream())),
				cell("Outcomes of the plan", 40, (row) -> lines(row.initiative().outcomes().stream())),
				cell("Links of the plan", 30, (row) -> lines(row.initiative().links().stream())),
				cell("Where the update stands", 24, (row) -> Words.of(row.initiative().standing().code())),
				cell("In place of an update", 40, (row) -> text(row.initiative().line())),
				cell("Text carried forward or desk update", 60, ReportTable::instead),
				cell("Paragraphs", 12, Row::paragraphs), cell("Revision", 10, ReportTable::revision),
				cell("Submitted (UTC)", 22, (row) -> time(row, Update::submittedAt, Answer::submittedAt)),
				cell("Accepted (UTC)", 22, (row) -> time(row, Update::acceptedAt, Answer::acceptedAt)),
				of("Accepted by", 24, Update::acceptedBy),
				of("Edited by the secretariat in", 24,
						(update) -> (update.edited() != null) ? String.join("; ", update.edited()) : null),
				of("Conclusions answered", 24, Update::conclusions),
				of("Completion", 18, (update) -> words(update.completion())),
				of("Aims", 18, (update) -> words(update.aims())),
				of("Continuation", 18, (update) -> words(update.continuation())),
				of("Progress and achievements", 60, Update::progress), of("Highlights", 50, Update::highlights),
				of("Added value", 50, Update::addedValue), of("Challenges", 50, Update::challenges),
				of("Partners and stakeholders", 40, (update) -> lines(update.partners().stream())),
				of("Activities held", 50, (update) -> lines(
						update.events().stream().map((it) -> joined(" · ", it.date(), it.title(), it.place())))),
				of("Answers to the questions of the cycle", 50,
						(update) -> lines(update.answers().stream().map((it) -> it.question() + ": " + it.text()))),
				of("Commitments", 60,
						(update) -> lines(update.commitments()
							.stream()
							.map((it) -> joined(" · ", it.text(), words(it.outcome()), it.sentence())))),
				of("Milestones reached", 60,
						(update) -> lines(update.milestones()
							.stream()
							.map((it) -> joined(" · ", it.text(), words(it.outcome()), it.sentence())))),
				of("Contribution to objectives", 50,
						(update) -> lines(update.objectives()
							.stream()
							.map((it) -> joined(" · ", "Objective " + it.objective(), it.sentence())))),
				of("Contribution to subgoals", 50, (update) -> lines(
						update.contributions().stream().map((it) -> joined(" · ", it.subgoal(), it.sentence())))),
				of("Plans", 60,
						(update) -> lines(update.plans()
							.stream()
							.map((it) -> joined(" · ", it.activity(), it.when(), it.output(), it.result())))),
				of("Changes to the plan", 40, Update::planChanges),
				of("Pictures, charts and testimonials", 50,
						(update) -> lines(update.media()
							.stream()
							.map((it) -> joined(" · ", Words.of(it.kind()), it.words(), it.speaker(), it.role(),
									it.caption(), it.alternative(), it.credit(), it.link())))),
				of("Documents", 40,
						(update) -> lines(update.links().stream().map((it) -> joined(" · ", it.title(), it.url())))));

	/**
	 * Writes it as CSV.
	 * @param report what to write
	 * @param out where to; not closed
	 * @throws IOException when the stream fails
	 */
	public void csv(ReportModel report, OutputStream out) throws IOException {
		sheet(report).csv(out);
	}

	/**
	 * Writes it as a workbook.
	 * @param report what to write
	 * @param out where to; not closed
	 * @throws IOException when the stream fails
	 */
	public void xlsx(ReportModel report, OutputStream out) throws IOException {
		sheet(report).xlsx(report.compiledAt(), out);
	}

	private static Sheet sheet(ReportModel report) {
		List<Row> rows = new ArrayList<>();
		Map<String, String> paragraphs = paragraphs(report);
		for (Part part : report.parts()) {
			for (Part.ActionSection action : part.actions()) {
				action.initiatives()
					.forEach((it) -> rows.add(new Row(part, action, it, paragraphs.getOrDefault(it.id(), ""))));
			}
		}
		rows.sort(Comparator.comparingInt((row) -> row.initiative().position()));
		return new Sheet("Initiatives", CELLS.stream().map(Cell::column).toList(),
				rows.stream().map((row) -> CELLS.stream().map((it) -> it.content().apply(row)).toList()).toList());
	}

	/** Of each fact sheet the first and the last number; a sheet stands in one piece. */
	private static Map<String, String> paragraphs(ReportModel report) {
		return Objects.requireNonNullElse(report.paragraphs(), List.<Origin>of())
			.stream()
			.filter((it) -> it.initiative() != null && it.number() != null)
			.collect(Collectors.groupingBy((it) -> Objects.requireNonNull(it.initiative()),
					Collectors.collectingAndThen(Collectors.summarizingInt(Origin::number),
							(all) -> (all.getMin() == all.getMax()) ? String.valueOf(all.getMin())
									: "%d–%d".formatted(all.getMin(), all.getMax()))));
	}

	private static String instead(Row row) {
		Instead instead = row.initiative().instead();
		if (instead == null) {
			return "";
		}
		InPlaceOfAnUpdate said = InPlaceOfAnUpdate.of(instead);
		return "%s. %s\n\n%s".formatted(said.title(), said.note(), instead.text());
	}

	private static Object revision(Row row) {
		Initiative initiative = row.initiative();
		return (initiative.update() != null) ? initiative.update().revision()
				: (initiative.answer() != null) ? initiative.answer().revision() : "";
	}

	private static String time(Row row, Function<Update, Instant> update, Function<Answer, Instant> answer) {
		Initiative initiative = row.initiative();
		return (initiative.update() != null) ? update.apply(initiative.update()).toString()
				: (initiative.answer() != null) ? answer.apply(initiative.answer()).toString() : "";
	}

	private static @Nullable String words(@Nullable String code) {
		return (code != null) ? Words.of(code) : null;
	}

	private static String text(@Nullable String text) {
		return (text != null) ? text : "";
	}

	private static String lines(Stream<String> texts) {
		return texts.collect(Collectors.joining("\n"));
	}

	private static String joined(String by, @Nullable String... texts) {
		return Stream.of(texts).filter(Objects::nonNull).collect(Collectors.joining(by));
	}

	private static Cell cell(String title, double width, Function<Row, Object> content) {
		return new Cell(new Column(title, width), content);
	}

	private static Cell of(String title, double width, Function<Update, @Nullable String> content) {
		return cell(title, width, (row) -> {
			Update update = row.initiative().update();
			return (update != null) ? text(content.apply(update)) : "";
		});
	}

	private record Cell(Column column, Function<Row, Object> content) {
	}

	/**
	 * @param paragraphs the numbers of those of its fact sheet
	 */
	private record Row(Part part, Part.ActionSection action, Initiative initiative, String paragraphs) {
	}

}
