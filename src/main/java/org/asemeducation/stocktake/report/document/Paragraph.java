package org.asemeducation.stocktake.report.document;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A paragraph of a text.
 *
 * @param number that the report counts it by; {@code null} where it counts none
 * @param text as printed
 */
public record Paragraph(@Nullable Integer number, String text) {

	/**
	 * The anchor of a counted paragraph.
	 * @param number from 1
	 * @return usable as an id; no section has such a one
	 */
	public static String id(int number) {
		return "paragraph-" + number;
	}

	static List<Paragraph> of(String text, @Nullable Integer first) {
		List<Paragraph> paragraphs = new ArrayList<>();
		for (String each : Paragraphs.of(text)) {
			paragraphs.add(new Paragraph((first != null) ? first + paragraphs.size() : null, each));
		}
		return paragraphs;
	}

}
