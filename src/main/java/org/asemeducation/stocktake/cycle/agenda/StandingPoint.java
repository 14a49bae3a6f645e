package org.asemeducation.stocktake.cycle.agenda;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import org.asemeducation.stocktake.cycle.MeetingKind;

/**
 * The points that every meeting has, in their usual order; the AES may strike or move
 * each.
 */
enum StandingPoint {

	/** Minutes of earlier meetings are adopted. */
	MINUTES("Minutes of the last meeting"),
	/** How the stocktaking stands. */
	STATE_OF_PLAY("State of play of the stocktaking"),
	/** Coordinators speak who asked for it. */
	SLOTS("Initiatives of the Action Plan"),
	/** What reviewing bodies have to say. */
	REVIEWING_BODIES("Reports of the reviewing bodies"),
	/** What partners have to say. */
	PARTNERS("Updates by partners"),
	/** How the other track of ASEM stands. */
	FOREIGN_MINISTERS("State of play of the ASEM Foreign Ministers’ process");

	private final String title;

	StandingPoint(String title) {
		this.title = title;
	}

	String title() {
		return this.title;
	}

	/** What usually stands under it; empty for nothing. */
	String note(MeetingKind meeting) {
		if (this != STATE_OF_PLAY) {
			return "";
		}
		return switch (meeting) {
			case SOM1 -> "Structure of the Stocktaking Report and how it is drafted; who has answered.";
			case SOM2 -> "The draft of the Stocktaking Report, as sealed for senior officials.";
			case ASEMME -> "The Stocktaking Report and the work plan.";
			case ISOM -> "";
		};
	}

	/** Ministers adopt no minutes. */
	boolean usuallyStruck(MeetingKind meeting) {
		return this == MINUTES && meeting == MeetingKind.ASEMME;
	}

	String word() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	static Optional<StandingPoint> of(String word) {
		return Arrays.stream(values()).filter((point) -> point.word().equals(word)).findFirst();
	}

}
