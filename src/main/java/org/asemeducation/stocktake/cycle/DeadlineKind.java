package org.asemeducation.stocktake.cycle;

/**
 * The dates of a cycle beside its meetings, with the days before SOM2 that are proposed
 * for them.
 */
public enum DeadlineKind {

	/** The coordinators are asked. */
	REQUEST(140, false, "the request date"),
	/** Their updates are asked for by the end of this day. */
	DEADLINE(98, false, "the deadline"),
	/** The gathering ends with this day. */
	FREEZE(70, true, "the freeze"),
	/** The reviews are done. */
	REVIEWS(56, false, "the end of the reviews"),
	/** The Standing Working Group's comments on the draft report are in. */
	COMMENTS(28, false, "the end of the comments"),
	/** The papers for SOM2 go out. */
	PAPERS(14, false, "the day of the papers");

	private final int daysBeforeSom2;

	private final boolean hard;

	private final String inWords;

	DeadlineKind(int daysBeforeSom2, boolean hard, String inWords) {
		this.daysBeforeSom2 = daysBeforeSom2;
		this.hard = hard;
		this.inWords = inWords;
	}

	public int daysBeforeSom2() {
		return this.daysBeforeSom2;
	}

	/**
	 * Whether nothing is taken in after it.
	 * @return true for the freeze
	 */
	public boolean isHard() {
		return this.hard;
	}

	public String word() {
		return name().toLowerCase(java.util.Locale.ROOT);
	}

	/** As a sentence calls it. */
	String inWords() {
		return this.inWords;
	}

	static DeadlineKind of(String word) {
		return valueOf(word.toUpperCase(java.util.Locale.ROOT));
	}

}
