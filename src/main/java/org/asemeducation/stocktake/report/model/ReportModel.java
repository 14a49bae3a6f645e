package org.asemeducation.stocktake.report.model;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * One compiled version of the Stocktaking Report of a cycle.
 *
 * @param cycle the cycle it reports on
 * @param version counted from 1 within the cycle
 * @param compiledAt when its content was gathered; the only "now" a format may print
 * @param state whether officials may rely on it
 * @param chapters the free chapters that have a text, in the order of the report
 * @param secretariatTerms who ran the secretariat, from when to when, in the plan's words
 * @param glance the numbers of the first page
 * @param parts every initiative of the cycle, exactly once
 */
public record ReportModel(ReportCycle cycle, int version, Instant compiledAt, State state, List<Chapter> chapters,
		List<String> secretariatTerms, Glance glance, List<Part> parts) {

	public ReportModel {
		chapters = List.copyOf(chapters);
		secretariatTerms = List.copyOf(secretariatTerms);
		parts = List.copyOf(parts);
	}

	/**
	 * All initiatives in the order of the report.
	 * @return each initiative of the cycle once
	 */
	public Stream<Initiative> initiatives() {
		return this.parts.stream()
			.flatMap((part) -> part.actions().stream())
			.flatMap((it) -> it.initiatives().stream());
	}

	/**
	 * The text of a free chapter.
	 * @param chapter which one
	 * @return the text; empty when nobody has written it yet
	 */
	public String text(FreeChapter chapter) {
		return this.chapters.stream()
			.filter((it) -> it.key().equals(chapter.key()))
			.map(Chapter::text)
			.findFirst()
			.orElse("");
	}

	/** What a version is for. */
	public enum State {

		DRAFT, PUBLISHED;

		/**
		 * As it stands in JSON.
		 * @return lower case, words joined by hyphens
		 */
		@JsonValue
		public String code() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

	/**
	 * A chapter somebody wrote.
	 *
	 * @param key see {@link FreeChapter}
	 * @param title its heading
	 * @param text plain text, paragraphs by blank lines
	 */
	public record Chapter(String key, String title, String text) {
	}

}
