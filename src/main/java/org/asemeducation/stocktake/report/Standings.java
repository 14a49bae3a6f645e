package org.asemeducation.stocktake.report;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

import org.asemeducation.stocktake.report.InitiativeRows.Asked;
import org.asemeducation.stocktake.report.InitiativeRows.Request;
import org.asemeducation.stocktake.report.InitiativeRows.Revision;
import org.asemeducation.stocktake.report.model.Bodies;
import org.asemeducation.stocktake.report.model.Initiative.Standing;

/**
 * Where an update stands, and the one line printed where nothing was accepted.
 */
class Standings {

	private final DateTimeFormatter day;

	Standings(ZoneId zone) {
		this.day = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(zone);
	}

	Standing standing(Asked initiative) {
		if (initiative.accepted().isPresent()) {
			return Standing.ACCEPTED;
		}
		if (initiative.latest().isPresent()) {
			return (initiative.latest().get().givenAt() != null) ? Standing.RETURNED : Standing.UNDER_REVIEW;
		}
		if (!initiative.wasAsked()) {
			return Standing.NOT_ASKED;
		}
		String settledAs = initiative.request().map(Request::settledAs).orElse("");
		boolean begun = "draft-not-submitted".equals(settledAs)
				|| settledAs.isEmpty() && initiative.draftSavedAt().isPresent();
		return begun ? Standing.DRAFT_NOT_SUBMITTED : Standing.NO_UPDATE_RECEIVED;
	}

	String line(Asked initiative) {
		return switch (standing(initiative)) {
			case ACCEPTED -> throw new IllegalArgumentException("%s has an update.".formatted(initiative.id()));
			case UNDER_REVIEW ->
				"Submitted on %s, under review.".formatted(on(initiative.latest().map(Revision::submittedAt)));
			case RETURNED -> "Returned for revision on %s, not received again."
				.formatted(on(initiative.latest().map(Revision::givenAt)));
			case DRAFT_NOT_SUBMITTED -> initiative.draftSavedAt()
				.map((savedAt) -> "Draft not submitted: an update was begun, last saved on %s."
					.formatted(this.day.format(savedAt)))
				.orElse("Draft not submitted: an update was begun.");
			case NO_UPDATE_RECEIVED -> "No update received.";
			case NOT_ASKED ->
				initiative.request().isPresent() ? "Not asked yet: a coordinator is being sought." : "Not asked yet.";
		};
	}

	/** Who accepted a revision: a body, never a person. */
	static String body(Revision revision) {
		if (!revision.reviewed()) {
			return Bodies.AS_RECEIVED;
		}
		return revision.bySecretariat() ? Bodies.SECRETARIAT : Bodies.REVIEWING;
	}

	private String on(Optional<Instant> instant) {
		return instant.map(this.day::format).orElse("a day not recorded");
	}

}
