package org.asemeducation.stocktake.notification;

/**
 * Why somebody is written to. Within a ladder, everything is told once.
 */
enum Ladder {

	/** A coordinator is asked for an update. */
	REQUEST("request", "request", false),

	/** A supporter or host learns that the update has been asked for. */
	INFORM("inform", "request", true),

	/** A coordinator learns that a revision came back with remarks. */
	RETURNED("returned", "returned", false),

	/** A coordinator learns which lines of the work plan ministers adopted. */
	ADOPTED("adopted", "adopted", false);

	private final String key;

	private final String kind;

	private final boolean informing;

	Ladder(String key, String kind, boolean informing) {
		this.key = key;
		this.kind = kind;
		this.informing = informing;
	}

	String key() {
		return this.key;
	}

	/** The kind of the mail's line, as {@code mails.csv} shows it. */
	String kind() {
		return this.kind;
	}

	/** Whether the line asks for nothing. */
	boolean isInforming() {
		return this.informing;
	}

}
