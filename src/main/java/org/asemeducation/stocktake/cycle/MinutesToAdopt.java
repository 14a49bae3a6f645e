package org.asemeducation.stocktake.cycle;

import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

/**
 * Which minutes a meeting has to deal with, for its agenda.
 */
@Component
public class MinutesToAdopt {

	private final Minutes minutes;

	MinutesToAdopt(Minutes minutes) {
		this.minutes = minutes;
	}

	/**
	 * The minutes that wait for a meeting.
	 * @param cycle the meeting's cycle
	 * @param kind the meeting
	 * @return such as "To be adopted: SOM1 of ASEMME9."; empty for none
	 */
	public String inWords(CycleName cycle, MeetingKind kind) {
		String waiting = this.minutes.waitingFor(cycle, kind)
			.stream()
			.map((one) -> "%s of %s".formatted(one.kind(), one.cycle()))
			.collect(Collectors.joining(", "));
		return waiting.isEmpty() ? "" : "To be adopted: %s.".formatted(waiting);
	}

}
