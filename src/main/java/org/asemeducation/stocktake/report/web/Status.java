package org.asemeducation.stocktake.report.web;

import java.util.Locale;

import org.asemeducation.stocktake.report.document.Words;
import org.asemeducation.stocktake.report.model.Initiative;
import org.asemeducation.stocktake.report.model.Update;

/**
 * Where an initiative stands, as a reader filters by it.
 */
enum Status {

	COMPLETED, PARTLY_COMPLETED, NOT_STARTED, UNSAID, ANSWERED, UNDER_REVIEW, RETURNED, DRAFT_NOT_SUBMITTED,
	NO_UPDATE_RECEIVED, NOT_ASKED;

	static Status of(Initiative initiative) {
		Update update = initiative.update();
		if (update == null) {
			return (initiative.answer() != null) ? ANSWERED : valueOf(initiative.standing().name());
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

	/** As the report has it. */
	public String words() {
		return switch (this) {
			case UNSAID -> "Reported, without a status";
			case ANSWERED -> "Answered in place of an update";
			default -> Words.of(code());
		};
	}

}
