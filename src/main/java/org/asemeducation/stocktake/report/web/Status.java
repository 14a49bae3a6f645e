package org.asemeducation.stocktake.report.web;

import java.util.Locale;

import org.asemeducation.stocktake.report.model.Initiative;
import org.asemeducation.stocktake.report.model.Update;

/**
 * Where an initiative stands, as a reader filters by it.
 */
enum Status {

	COMPLETED("Completed"), PARTLY_COMPLETED("Partly completed"), NOT_STARTED("Not started"),
	UNSAID("Reported, without a status"), ANSWERED("Answered in place of an update"), NO_UPDATE("No update received");

	private final String words;

	Status(String words) {
		this.words = words;
	}

	static Status of(Initiative initiative) {
		Update update = initiative.update();
		if (update == null) {
			return (initiative.answer() != null) ? ANSWERED : NO_UPDATE;
		}
		if (update.completion() == null) {
			return UNSAID;
		}
		return switch (update.completion()) {
			case "completed" -> COMPLETED;
			case "partly-completed" -> PARTLY_COMPLETED;
			case "not-started" -> NOT_STARTED;
			default -> UNSAID;
		};
	}

	/** As it stands in an address. */
	public String code() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	public String words() {
		return this.words;
	}

}
