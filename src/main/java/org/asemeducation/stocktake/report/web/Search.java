package org.asemeducation.stocktake.report.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.asemeducation.stocktake.report.document.Passage;
import org.jspecify.annotations.Nullable;

/**
 * What a reader looks for: words and filters, all of which an initiative must satisfy. An
 * empty one asks for nothing.
 *
 * @param q words that all stand in the fact sheet
 * @param objective the number of one that it serves: see {@link Row}
 * @param action the number of the action
 * @param party the name of one that takes part
 * @param region of one that takes part
 * @param status the code of a {@link Status}
 */
record Search(@Nullable String q, @Nullable String objective, @Nullable String action, @Nullable String party,
		@Nullable String region, @Nullable String status) {

	private static final int LENGTH = 220;

	List<Found> in(List<Row> rows) {
		List<String> words = Plain.words(given(this.q));
		return rows.stream().filter(this::admits).flatMap((row) -> found(row, words).stream()).toList();
	}

	/** Whether anything is asked for. */
	public boolean isAsking() {
		return Stream.of(this.q, this.objective, this.action, this.party, this.region, this.status)
			.anyMatch((it) -> !given(it).isEmpty());
	}

	private boolean admits(Row row) {
		return same(this.objective, row.objectives()) && same(this.action, List.of(row.action()))
				&& same(this.party, row.parties()) && same(this.region, row.regions())
				&& same(this.status, List.of(row.status().code()));
	}

	private static boolean same(@Nullable String wanted, Iterable<?> values) {
		if (given(wanted).isEmpty()) {
			return true;
		}
		for (Object value : values) {
			if (String.valueOf(value).equals(given(wanted))) {
				return true;
			}
		}
		return false;
	}

	private static Optional<Found> found(Row row, List<String> words) {
		if (words.isEmpty()) {
			return Optional.of(new Found(row, null, null));
		}
		String head = Plain.of("%s %s %s".formatted(row.id(), row.title(), row.coordinators()));
		List<String> elsewhere = words.stream().filter((word) -> !head.contains(word)).toList();
		if (elsewhere.isEmpty()) {
			return Optional.of(new Found(row, null, null));
		}
		List<String> texts = row.passages().stream().map(Passage::text).map(Plain::of).toList();
		if (!elsewhere.stream().allMatch((word) -> texts.stream().anyMatch((text) -> text.contains(word)))) {
			return Optional.empty();
		}
		return row.passages()
			.stream()
			.filter((passage) -> passage.paragraph() > 0 && Plain.of(passage.text()).contains(elsewhere.get(0)))
			.findFirst()
			.map((passage) -> new Found(row, shortened(passage.text(), elsewhere.get(0)),
					"%s-p%d".formatted(passage.place(), passage.paragraph())))
			.or(() -> Optional.of(new Found(row, null, null)));
	}

	/** What stands around the word. */
	private static String shortened(String text, String word) {
		if (text.length() <= LENGTH) {
			return text;
		}
		int at = Math.min(Math.max(0, Plain.of(text).indexOf(word)), text.length());
		int from = start(text, Math.max(0, at - LENGTH / 2));
		int end = start(text, Math.min(text.length(), from + LENGTH));
		return ((from > 0) ? "… " : "") + text.substring(from, end).strip() + ((end < text.length()) ? " …" : "");
	}

	/** The start of the word in which a position lies. */
	private static int start(String text, int at) {
		if (at == 0 || at == text.length()) {
			return at;
		}
		int space = text.lastIndexOf(' ', at);
		return (space < 0 || at - space > LENGTH / 4) ? text.offsetByCodePoints(0, text.codePointCount(0, at))
				: space + 1;
	}

	private static String given(@Nullable String value) {
		return (value != null) ? value.strip() : "";
	}

	/**
	 * An initiative that is found.
	 *
	 * @param excerpt what stands around the word that was looked for; {@code null} where
	 * its title says it
	 * @param anchor of the paragraph with the excerpt, on the initiative's page
	 */
	record Found(Row row, @Nullable String excerpt, @Nullable String anchor) {
	}

}
