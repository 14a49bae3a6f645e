package org.asemeducation.stocktake.report.html;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

import org.asemeducation.stocktake.report.document.Block.Section;
import org.asemeducation.stocktake.report.document.PassageNumbers;

/**
 * Marks the passages of a page, so that a reader can point at them.
 */
interface Anchors {

	/** A page on which nobody points at anything. */
	Anchors NONE = new Anchors() {

		@Override
		public void enter(Section section, Markup html) {
		}

		@Override
		public void leave() {
		}

		@Override
		public String next() {
			return "";
		}

		@Override
		public String nextBehind() {
			return "";
		}

	};

	void enter(Section section, Markup html) throws IOException;

	void leave();

	/**
	 * The attributes of the next passage.
	 * @return our own markup with a leading space, or nothing
	 */
	String next();

	/**
	 * The same of what is quoted and of captions, which are numbered behind the others.
	 * @return our own markup with a leading space, or nothing
	 */
	String nextBehind();

	/**
	 * What stands after the passage that was marked last.
	 * @return our own markup, or nothing
	 */
	default String after() {
		return "";
	}

	/** Numbers them within their section ({@link PassageNumbers}). */
	class Numbered implements Anchors {

		private final Deque<String> places = new ArrayDeque<>();

		private final Deque<PassageNumbers> numbers = new ArrayDeque<>();

		private String last = "";

		@Override
		public void enter(Section section, Markup html) throws IOException {
			begin(section);
			if (section.kind() == Section.Kind.CHAPTER || section.kind() == Section.Kind.SHEET) {
				html.tag("<p class=\"as-a-whole\"" + attributes(0) + "></p>\n");
			}
		}

		final void begin(Section section) {
			this.places.push(section.id());
			this.numbers.push(new PassageNumbers(section));
		}

		@Override
		public void leave() {
			this.places.pop();
			this.numbers.pop();
		}

		@Override
		public String next() {
			return attributes(this.numbers.element().next());
		}

		@Override
		public String nextBehind() {
			return attributes(this.numbers.element().nextBehind());
		}

		/** The id of the passage that was marked last. */
		String last() {
			return this.last;
		}

		/** Ids of sections are letters, digits and hyphens. */
		private String attributes(int number) {
			String place = this.places.element();
			this.last = "%s-p%d".formatted(place, number);
			return " id=\"%s\" data-place=\"%s\" data-paragraph=\"%d\"".formatted(this.last, place, number);
		}

	}

	/** Numbered ones, each with its own address behind it. */
	final class Addressed extends Numbered {

		@Override
		public void enter(Section section, Markup html) throws IOException {
			begin(section);
		}

		@Override
		public String after() {
			return " <a class=\"address\" href=\"#%1$s\" aria-label=\"Address of this paragraph\">¶</a>"
				.formatted(last());
		}

	}

}
