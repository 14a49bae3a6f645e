package org.asemeducation.stocktake.plan;

/**
 * Which plan this is.
 *
 * @param title as printed
 * @param version such as {@code final}
 * @param dated as printed, such as {@code 2021-10}; not a date to reckon with
 * @param wording whether milestones and outcomes are the adopted text or a summary of it
 */
public record PlanDocument(String title, String version, String dated, Wording wording) {

	public PlanDocument {
		Text.present("the title of the document", title, Text.SHORT);
		Text.present("the version of the document", version, Text.SHORT);
		Text.present("the date of the document", dated, Text.SHORT);
	}

	/**
	 * Whose words the milestones and outcomes are.
	 */
	public enum Wording {

		/** The text as adopted. */
		ADOPTED,

		/** A summary of the adopted text in other words; to be shown as such. */
		SUMMARY;

		/**
		 * The word that files and tables use.
		 * @return {@code adopted} or {@code summary}
		 */
		public String word() {
			return name().toLowerCase(java.util.Locale.ROOT);
		}

	}

}
