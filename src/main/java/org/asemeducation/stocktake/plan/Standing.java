package org.asemeducation.stocktake.plan;

/**
 * How an initiative stands in the plan. Only what is in force is asked for by the next
 * cycle.
 */
public enum Standing {

	/** Part of the plan. */
	IN_FORCE("in-force", "in force"),

	/** Set aside for a time. */
	SUSPENDED("suspended", "suspended"),

	/** Over, or merged into another. */
	ENDED("ended", "ended");

	private final String word;

	private final String label;

	Standing(String word, String label) {
		this.word = word;
		this.label = label;
	}

	/**
	 * The word that tables use.
	 * @return such as {@code in-force}
	 */
	public String word() {
		return this.word;
	}

	/**
	 * The word that people read.
	 * @return such as {@code in force}
	 */
	public String label() {
		return this.label;
	}

	static Standing of(String word) {
		for (Standing standing : values()) {
			if (standing.word.equals(word)) {
				return standing;
			}
		}
		throw new IllegalArgumentException(word);
	}

}
