package org.asemeducation.stocktake.cycle.agenda;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.asemeducation.stocktake.cycle.MeetingKind;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;

/**
 * An agenda as it is prepared.
 *
 * @param version rises with each save; 0 before the first
 * @param points in their order, those too that are struck
 */
public record Agenda(int version, List<AgendaPoint> points) {

	private static final int MOST_POINTS = 60;

	public Agenda {
		points = List.copyOf(points);
	}

	/** What every meeting has before anybody changes it. */
	static Agenda usual(MeetingKind meeting) {
		return new Agenda(0,
				Arrays.stream(StandingPoint.values())
					.map((point) -> new AgendaPoint(point.word(), point.title(), point.note(meeting), null,
							point.usuallyStruck(meeting)))
					.toList());
	}

	void check() {
		if (this.points.size() > MOST_POINTS) {
			throw invalid("points", "an agenda has at most %d points.".formatted(MOST_POINTS));
		}
		for (AgendaPoint point : this.points) {
			if (point.title().isEmpty() || point.title().length() > AgendaPoint.LONGEST_TITLE) {
				throw invalid("title",
						"give each point a title of at most %d characters; strike one that is not wanted."
							.formatted(AgendaPoint.LONGEST_TITLE));
			}
			if (point.note().length() > AgendaPoint.LONGEST_NOTE) {
				throw invalid("note", "the note of “%s” is longer than %d characters.".formatted(point.title(),
						AgendaPoint.LONGEST_NOTE));
			}
			Integer minutes = point.minutes();
			if (minutes != null && (minutes < 1 || minutes > AgendaPoint.MOST_MINUTES)) {
				throw invalid("minutes", "give the minutes of “%s” as a number from 1 to %d, or leave them empty."
					.formatted(point.title(), AgendaPoint.MOST_MINUTES));
			}
		}
		for (StandingPoint standing : StandingPoint.values()) {
			if (this.points.stream().filter((point) -> point.is(standing)).count() != 1) {
				throw invalid("points",
						"“%s” has to be in it once: strike it if it is not wanted.".formatted(standing.title()));
			}
		}
		Optional<AgendaPoint> unknown = this.points.stream()
			.filter((point) -> point.standing() != null && StandingPoint.of(point.standing()).isEmpty())
			.findFirst();
		if (unknown.isPresent()) {
			throw invalid("points", "“%s” is no point that every meeting has.".formatted(unknown.get().standing()));
		}
	}

	private static Refused invalid(String field, String sentence) {
		return Refused.invalid("Nothing is saved: " + sentence, List.of(new Problem(field, sentence)));
	}

}
