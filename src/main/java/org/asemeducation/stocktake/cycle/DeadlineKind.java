package org.asemeducation.stocktake.cycle;

/**
 * The dates of a cycle beside its meetings, with the days before SOM2 that are proposed
 * for them.
 */
public enum DeadlineKind {

	/** The coordinators are asked. */
	REQUEST(140, false),
	/** Their updates are asked for by the end of this day. */
	DEADLINE(98, false),
	/** The gathering ends with this day. */
	FREEZE(70, true),
	/** The reviews are done. */
	REVIEWS(56, false),
	/** The Standing Working Group's comments on the draft report are in. */
	COMMENTS(28, false),
	/** The papers for SOM2 go out. */
	PAPERS(14, false);

	private final int daysBeforeSom2;

	private final boolean hard;

	DeadlineKind(int daysBeforeSom2, boolean hard) {
		this.daysBeforeSom2 = daysBeforeSom2;
		this.hard = hard;
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

	static DeadlineKind of(String word) {
		return valueOf(word.toUpperCase(java.util.Locale.ROOT));
	}

}
