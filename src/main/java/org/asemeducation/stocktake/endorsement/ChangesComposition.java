package org.asemeducation.stocktake.endorsement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.asemeducation.stocktake.report.document.Block;
import org.asemeducation.stocktake.report.document.Block.Bullets;
import org.asemeducation.stocktake.report.document.Block.Phrase;
import org.asemeducation.stocktake.report.document.Block.Prose;
import org.asemeducation.stocktake.report.document.Block.Section;
import org.asemeducation.stocktake.report.document.Block.Table;
import org.asemeducation.stocktake.report.document.Block.Table.Column;
import org.asemeducation.stocktake.report.document.Document;
import org.asemeducation.stocktake.report.model.Annex;
import org.asemeducation.stocktake.report.model.FreeChapter;
import org.asemeducation.stocktake.report.model.Initiative;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.jspecify.annotations.Nullable;

/**
 * The list of changes that comes with a sealed version: exactly what was asked of the
 * version before it, and by itself what differs though nobody asked.
 */
final class ChangesComposition {

	private static final Map<AnnexChange.Kind, String> WORDS = Map.of(AnnexChange.Kind.CHANGED, "Changed",
			AnnexChange.Kind.ADDED, "Added", AnnexChange.Kind.STRUCK, "Struck", AnnexChange.Kind.CARRIED_OVER,
			"Carried over from the work plan before");

	private final ReportModel before;

	private final ReportModel now;

	private final List<AnnexChange> annex;

	private final List<AskedChange> asked;

	private int tables;

	private ChangesComposition(ReportModel before, ReportModel now, List<AnnexChange> annex, List<AskedChange> asked) {
		this.before = before;
		this.now = now;
		this.annex = annex;
		this.asked = asked;
	}

	/**
	 * The document.
	 * @param before the version that changes were asked of
	 * @param now the version with the changes
	 * @param annex what was asked of the annex
	 * @param asked what was asked of the rest
	 * @return the same document for the same versions, always
	 */
	static Document of(ReportModel before, ReportModel now, List<AnnexChange> annex, List<AskedChange> asked) {
		return new ChangesComposition(before, now, annex, asked).compose();
	}

	private Document compose() {
		String cycle = this.now.cycle().name();
		List<Section> sections = new ArrayList<>(List.of(chapter("annex", "Lines of the annex", annex()),
				chapter("asked", "The rest of the report", rest())));
		List<Phrase> others = notAsked();
		if (!others.isEmpty()) {
			sections.add(chapter("not-asked", "Different though nobody asked",
					List.of(new Prose(Prose.Tone.NOTE,
							"These differences come from what was decided or received since version %d was sealed."
								.formatted(this.before.version())),
							new Bullets(others))));
		}
		return new Document("What was asked to change", "%s: %s".formatted(cycle, this.now.cycle().title()),
				"From version %d to version %d".formatted(this.before.version(), this.now.version()), false, List.of(),
				"Changes from version %d to version %d of the Stocktaking Report of %s.".formatted(
						this.before.version(), this.now.version(), cycle),
				this.now.compiledAt().toString(), sections);
	}

	private List<Block> annex() {
		Map<Integer, Annex.Line> put = Objects.requireNonNull(this.before.workPlan())
			.lines()
			.stream()
			.collect(Collectors.toMap(Annex.Line::number, Function.identity(), (one, other) -> one, TreeMap::new));
		long same = put.size() - this.annex.stream().filter((change) -> !change.kind().isNew()).count();
		Prose rest = new Prose(Prose.Tone.NOTE, (same < 2) ? ((same == 0) ? "No line" : "1 line") + " stays as it was."
				: same + " lines stay as they were.");
		if (this.annex.isEmpty()) {
			return List.of(new Prose(Prose.Tone.PLAIN, "No line was asked to change."), rest);
		}
		List<List<Phrase>> rows = this.annex.stream()
			.map((change) -> row("Line %d (%s)".formatted(change.line(), change.initiative()),
					Objects.requireNonNull(WORDS.get(change.kind())),
					Optional.ofNullable(put.get(change.line())).map(Wording::of).map(Wording::inWords).orElse("–"),
					(change.wording() != null) ? change.wording().inWords() : "–", change.askedBy()))
			.toList();
		return List.of(table("Lines that were asked to change", "Line", "What became of it", rows), rest);
	}

	private List<Block> rest() {
		if (this.asked.isEmpty()) {
			return List.of(new Prose(Prose.Tone.PLAIN, "Nothing else was asked to change."));
		}
		List<String> chapters = Differences.chapters(this.before.chapters(), this.now.chapters());
		Map<String, Initiative> initiatives = Differences.initiatives(this.before, this.now);
		List<List<Phrase>> rows = this.asked.stream()
			.map((change) -> row(called(change.about()), change.text(), result(change.about(), chapters, initiatives),
					change.askedBy()))
			.toList();
		return List.of(new Table(++this.tables, "What was asked of the rest of the report",
				List.of(Column.of("About", 20), Column.of("What was asked", 40), Column.of("In this version", 20),
						Column.of("Asked for by", 20)),
				rows));
	}

	private static String result(String about, List<String> chapters, Map<String, Initiative> initiatives) {
		if (FreeChapter.of(about).isPresent()) {
			return chapters.contains(about) ? "Changed" : "As before";
		}
		if (AskedChange.REPORT.equals(about)) {
			return "Recorded";
		}
		return initiatives.containsKey(about) ? "Changed"
				: "As before: the fact sheets are the coordinators’ own words";
	}

	private List<Phrase> notAsked() {
		List<String> asked = this.asked.stream().map(AskedChange::about).toList();
		Stream<String> sheets = Differences.initiatives(this.before, this.now)
			.values()
			.stream()
			.filter((it) -> !asked.contains(it.id()))
			.map((it) -> "%s %s: %s".formatted(it.id(), it.title(), sheet(it)));
		Stream<String> chapters = Differences.chapters(this.before.chapters(), this.now.chapters())
			.stream()
			.filter((key) -> !asked.contains(key))
			.map((key) -> "%s: the chapter reads otherwise".formatted(called(key)));
		return Stream.of(sheets, chapters, Differences.frame(this.before, this.now).stream())
			.flatMap(Function.identity())
			.map(Phrase::of)
			.toList();
	}

	private String sheet(Initiative now) {
		boolean had = this.before.initiatives()
			.anyMatch((it) -> it.id().equals(now.id()) && (it.update() != null || it.answer() != null));
		boolean has = now.update() != null || now.answer() != null;
		return (has && !had) ? "its update was accepted since" : "its fact sheet reads otherwise";
	}

	private String called(String about) {
		return FreeChapter.of(about)
			.map(FreeChapter::title)
			.orElseGet(() -> AskedChange.REPORT.equals(about) ? "The report" : about);
	}

	private Block table(String caption, String first, String second, List<List<Phrase>> rows) {
		return new Table(++this.tables, caption, List.of(Column.of(first, 15), Column.of(second, 15),
				Column.of("Before", 25), Column.of("Now", 25), Column.of("Asked for by", 20)), rows);
	}

	private static List<Phrase> row(@Nullable String... cells) {
		return Stream.of(cells).map(Phrase::of).toList();
	}

	private static Section chapter(String id, String title, List<Block> blocks) {
		return new Section(Section.Kind.CHAPTER, id, null, title, null, null, blocks);
	}

}
