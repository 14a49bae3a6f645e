package org.asemeducation.stocktake.report.document;

import java.util.List;

import org.asemeducation.stocktake.report.chart.Drawing;
import org.asemeducation.stocktake.report.model.Picture;
import org.jspecify.annotations.Nullable;

/**
 * A piece of the report. Texts are plain; a format escapes them and sets paragraphs at
 * blank lines.
 */
public sealed interface Block {

	/**
	 * A heading and what stands under it.
	 *
	 * @param id stable, usable as an anchor: {@code A01-I01}, {@code action-3}
	 * @param label stands before the title: {@code Action 3}, {@code A01-I01}
	 * @param mark stands after the title, as a sign: {@code NEW}
	 * @param objective whose colour it takes; none for no objective
	 */
	record Section(Kind kind, String id, @Nullable String label, String title, @Nullable String mark,
			@Nullable Integer objective, List<Block> blocks) implements Block {

		public Section {
			blocks = List.copyOf(blocks);
		}

		/**
		 * Whether it is the fact sheet of an initiative: the subgoals of the analysis are
		 * as deep and are none.
		 * @return false for anything else
		 */
		public boolean isFactSheet() {
			return this.kind == Kind.SHEET && this.id.equals(this.label);
		}

		/** The depth of a heading, from the outside in. */
		public enum Kind {

			/** A chapter or an objective. */
			CHAPTER,
			/** An action. */
			ACTION,
			/** The fact sheet of an initiative. */
			SHEET,
			/** A heading of a fact sheet. */
			TOPIC,
			/** A heading under such a heading. */
			FIELD

		}

	}

	/**
	 * Running text.
	 *
	 * @param number that the report counts its first paragraph by, the others by those
	 * that follow; {@code null} where it counts none
	 */
	record Prose(Tone tone, String text, @Nullable Integer number) implements Block {

		public Prose(Tone tone, String text) {
			this(tone, text, null);
		}

		public List<Paragraph> paragraphs() {
			return Paragraph.of(this.text, this.number);
		}

		/** Whether it is prose that somebody could quote. */
		boolean isCounted() {
			return this.tone == Tone.PLAIN || this.tone == Tone.HIGHLIGHT;
		}

		/** What the text is to the reader. */
		public enum Tone {

			/** Ordinary text. */
			PLAIN,
			/** Text worth a frame. */
			HIGHLIGHT,
			/** Said by the report about itself. */
			NOTE,
			/** Where it comes from. */
			SOURCE,
			/** Says that something is not there. */
			MISSING

		}

	}

	/**
	 * What somebody said.
	 *
	 * @param source who said it, which may lead to where
	 * @param number that the report counts its first paragraph by, the others by those
	 * that follow; {@code null} where it counts none
	 */
	record Quote(String words, Phrase source, @Nullable Integer number) implements Block {

		public Quote(String words, Phrase source) {
			this(words, source, null);
		}

		public List<Paragraph> paragraphs() {
			return Paragraph.of(this.words, this.number);
		}

	}

	/**
	 * A picture that coordinators attached.
	 *
	 * @param alternative what one sees, for people who cannot see it
	 * @param caption stands under it, with its credit
	 */
	record Illustration(Picture picture, String alternative, Phrase caption) implements Block {
	}

	/**
	 * Stands on pages for something whose consent has been withdrawn. It is no passage;
	 * the numbers of those that it stands for stay empty, so that the others keep theirs.
	 *
	 * @param sentence says so
	 * @param passages for how many it stands
	 */
	record Withdrawn(String sentence, int passages) implements Block {
	}

	/**
	 * Numbers, drawn; they stand in a table below it.
	 *
	 * @param number counted through the document, from 1
	 * @param alternative its numbers as sentences, for people who cannot see it
	 */
	record Chart(int number, String caption, String alternative, Drawing drawing) implements Block {
	}

	/**
	 * Names and what belongs to them.
	 */
	record Facts(List<Fact> facts) implements Block {

		public Facts {
			facts = List.copyOf(facts);
		}

		/**
		 * One of them.
		 */
		public record Fact(String name, String value) {
		}

	}

	/**
	 * A list without order.
	 */
	record Bullets(List<Phrase> items) implements Block {

		public Bullets {
			items = List.copyOf(items);
		}

	}

	/**
	 * Numbers to be seen first.
	 */
	record Figures(List<Figure> figures) implements Block {

		public Figures {
			figures = List.copyOf(figures);
		}

		/**
		 * One of them.
		 */
		public record Figure(String value, String label) {
		}

	}

	/**
	 * A table; the first cell of a row is its head.
	 *
	 * @param number counted through the report, from 1
	 */
	record Table(int number, String caption, List<Column> columns, List<List<Phrase>> rows) implements Block {

		public Table {
			columns = List.copyOf(columns);
			rows = rows.stream().map(List::copyOf).toList();
		}

		/**
		 * Whether a row speaks of the same thing as the one above it.
		 * @param row counted from 0; one that is not there does not
		 */
		public boolean goesOn(int row) {
			return this.columns.get(0).grouped() && row > 0 && row < this.rows.size()
					&& this.rows.get(row).get(0).equals(this.rows.get(row - 1).get(0));
		}

		/**
		 * Whether a cell is left to the one above it, which says the same of the same
		 * thing.
		 * @param row counted from 0
		 * @param column counted from 0
		 */
		public boolean isSaidAbove(int row, int column) {
			return this.columns.get(column).grouped() && goesOn(row)
					&& this.rows.get(row).get(column).equals(this.rows.get(row - 1).get(column));
		}

		/**
		 * A column.
		 *
		 * @param percent its share of the width, in steps of five
		 * @param counted whether it holds numbers to be compared
		 * @param grouped whether a cell that says what the one above it says of the same
		 * thing is left to that one
		 */
		public record Column(String title, int percent, boolean counted, boolean grouped) {

			public static Column of(String title, int percent) {
				return new Column(title, percent, false, false);
			}

			public static Column ofNumbers(String title, int percent) {
				return new Column(title, percent, true, false);
			}

			public static Column ofGroups(String title, int percent) {
				return new Column(title, percent, false, true);
			}

		}

	}

	/**
	 * A text that may lead somewhere.
	 *
	 * @param target an address, or {@code #} and the id of a section
	 */
	record Phrase(String text, @Nullable String target) {

		/** Its first line, which leads to the same place. */
		public Phrase firstLine() {
			return new Phrase(this.text.lines().findFirst().orElse(""), this.target);
		}

		public static Phrase of(@Nullable String text) {
			return new Phrase((text != null) ? text : "", null);
		}

	}

}
