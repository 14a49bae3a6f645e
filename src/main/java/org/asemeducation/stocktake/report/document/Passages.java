package org.asemeducation.stocktake.report.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.asemeducation.stocktake.report.document.Block.Bullets;
import org.asemeducation.stocktake.report.document.Block.Facts;
import org.asemeducation.stocktake.report.document.Block.Illustration;
import org.asemeducation.stocktake.report.document.Block.Phrase;
import org.asemeducation.stocktake.report.document.Block.Prose;
import org.asemeducation.stocktake.report.document.Block.Quote;
import org.asemeducation.stocktake.report.document.Block.Section;
import org.asemeducation.stocktake.report.document.Block.Table;
import org.asemeducation.stocktake.report.document.Block.Withdrawn;
import org.asemeducation.stocktake.report.model.FreeChapter;
import org.jspecify.annotations.Nullable;

/**
 * The passages of a document, numbered within their section ({@link PassageNumbers}).
 *
 * @param all in reading order
 */
public record Passages(List<Passage> all) {

	/** Sections whose prose somebody wrote as a whole, and which a model can change. */
	private static final Pattern WRITTEN = Pattern
		.compile(".+-(progress|highlights|added-value|challenges|answer-\\d+)");

	private static final Set<String> CHAPTERS = Set.of(FreeChapter.FOREWORD.key(), FreeChapter.OUTLOOK.key());

	public Passages {
		all = List.copyOf(all);
	}

	public static Passages of(Document document) {
		List<Passage> passages = new ArrayList<>();
		document.sections().forEach((section) -> new Walk(section, "", passages).section());
		return new Passages(passages);
	}

	/**
	 * The passage with an id.
	 * @param place the section's id
	 * @param paragraph which of it; 0 for the section as a whole
	 * @return nothing where this document has none
	 */
	public Optional<Passage> find(String place, int paragraph) {
		return this.all.stream().filter((it) -> it.paragraph() == paragraph && it.place().equals(place)).findFirst();
	}

	/**
	 * The passage of a section that says just that.
	 * @param place the section's id
	 * @param text as printed
	 * @return the first; nothing where none does
	 */
	public Optional<Passage> saying(String place, String text) {
		return this.all.stream().filter((it) -> it.place().equals(place) && it.text().equals(text)).findFirst();
	}

	/** How a section is called in a sentence. */
	private static final class Walk {

		private final Section section;

		private final String called;

		private final List<Passage> passages;

		private final PassageNumbers numbers;

		private Walk(Section section, String above, List<Passage> passages) {
			this.section = section;
			this.called = switch (section.kind()) {
				case CHAPTER, ACTION, SHEET ->
					(section.label() != null) ? section.label() + " " + section.title() : section.title();
				case TOPIC, FIELD -> above + ", " + section.title();
			};
			this.passages = passages;
			this.numbers = new PassageNumbers(section);
		}

		private void section() {
			if (this.section.kind() == Section.Kind.CHAPTER || this.section.kind() == Section.Kind.SHEET) {
				this.passages.add(new Passage(this.section.id(), 0, this.called + ", as a whole", this.called, false,
						false, this.section, null));
			}
			for (Block block : this.section.blocks()) {
				if (block instanceof Section inner) {
					new Walk(inner, this.called, this.passages).section();
				}
				else if (block instanceof Prose prose) {
					boolean written = isWritten(prose);
					Paragraphs.of(prose.text())
						.forEach((text) -> add("paragraph", this.numbers.next(), text, written, prose.isCounted(),
								block, null));
				}
				else if (block instanceof Facts facts) {
					facts.facts().forEach((fact) -> add("line", fact.name() + ": " + fact.value(), block, null));
				}
				else if (block instanceof Bullets bullets) {
					bullets.items().forEach((item) -> add("item", item.text(), block, about(List.of(item))));
				}
				else if (block instanceof Table table) {
					table.rows()
						.forEach((row) -> add("row", row.stream().map(Phrase::text).collect(Collectors.joining(" | ")),
								block, about(row)));
				}
				else if (block instanceof Quote quote) {
					Paragraphs.of(quote.words()).forEach((text) -> addBehind("quotation", text, true, block));
					addBehind("source", quote.source().text(), false, block);
				}
				else if (block instanceof Illustration illustration) {
					addBehind("caption", illustration.caption().text(), false, block);
				}
				else if (block instanceof Withdrawn withdrawn) {
					IntStream.range(0, withdrawn.passages()).forEach((gone) -> this.numbers.nextBehind());
				}
			}
		}

		private boolean isWritten(Prose prose) {
			return prose.isCounted()
					&& (CHAPTERS.contains(this.section.id()) || WRITTEN.matcher(this.section.id()).matches());
		}

		private static @Nullable String about(List<Phrase> row) {
			String target = row.isEmpty() ? null : row.get(0).target();
			return (target != null && target.startsWith("#")) ? target.substring(1) : null;
		}

		private void add(String kind, String text, Block block, @Nullable String about) {
			add(kind, this.numbers.next(), text, false, false, block, about);
		}

		private void addBehind(String kind, String text, boolean counted, Block block) {
			if (!text.isEmpty()) {
				add(kind, this.numbers.nextBehind(), text, false, counted, block, null);
			}
		}

		private void add(String kind, int number, String text, boolean written, boolean counted, Block block,
				@Nullable String about) {
			this.passages.add(new Passage(this.section.id(), number, "%s, %s %d".formatted(this.called, kind, number),
					text, written, counted, block, about));
		}

	}

}
