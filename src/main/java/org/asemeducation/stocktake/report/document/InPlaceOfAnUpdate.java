package org.asemeducation.stocktake.report.document;

import org.asemeducation.stocktake.report.model.Instead;

/**
 * What is said of a text that stands where no update was accepted: of which year it is,
 * or that nobody who coordinates the initiative has confirmed it.
 *
 * @param title its heading
 * @param note what must be known by whoever reads it
 */
public record InPlaceOfAnUpdate(String title, String note) {

	/**
	 * What is said of a text.
	 * @param instead the text
	 * @return the same in every file
	 */
	public static InPlaceOfAnUpdate of(Instead instead) {
		if (instead.year() == null) {
			return new InPlaceOfAnUpdate("Desk update by the secretariat",
					"This is a desk update by the secretariat: not written, seen or confirmed by those who coordinate the initiative.");
		}
		String whence = (instead.revision() != null) ? "%s, revision %d, accepted by the %s".formatted(instead.cycle(),
				instead.revision(), instead.acceptedBy())
				: "%s, as the report on paper had it".formatted(instead.cycle());
		return new InPlaceOfAnUpdate("Carried forward from %d".formatted(instead.year()),
				"This is the text of %d (%s), carried forward: it says nothing about the period of this report."
					.formatted(instead.year(), whence));
	}

}
