package org.asemeducation.stocktake;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.asemeducation.stocktake.cycle.MeetingFormat;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.asemeducation.stocktake.cycle.NewCycle;
import org.asemeducation.stocktake.cycle.NewMeeting;

/**
 * Cycles to propose, each under a name of its own.
 */
public class Calendars {

	private static final AtomicInteger NUMBER = new AtomicInteger();

	private final Clock clock;

	Calendars(Clock clock) {
		this.clock = clock;
	}

	/**
	 * A calendar in Rome: requests in 30 days, deadline in 60, freeze in 90.
	 * @return a proposal
	 */
	public NewCycle proposal() {
		LocalDate today = LocalDate.now(this.clock);
		return proposal("Europe/Rome", today.plusDays(30), today.plusDays(60), today.plusDays(90));
	}

	public NewCycle proposal(String zone, LocalDate request, LocalDate deadline, LocalDate freeze) {
		List<NewMeeting> meetings = List.of(meeting(MeetingKind.ISOM, request.minusDays(20)),
				meeting(MeetingKind.SOM1, request.minusDays(10)), meeting(MeetingKind.SOM2, freeze.plusDays(70)),
				meeting(MeetingKind.ASEMME, freeze.plusDays(71)));
		return new NewCycle("PLAY" + NUMBER.incrementAndGet(), "From here to there", zone, meetings, request, deadline,
				freeze, freeze.plusDays(14), freeze.plusDays(42), freeze.plusDays(56), List.of(), null, null);
	}

	private static NewMeeting meeting(MeetingKind kind, LocalDate planned) {
		return new NewMeeting(kind, planned, "Valletta", MeetingFormat.IN_PERSON, "Malta");
	}

}
