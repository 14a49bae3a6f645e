package org.asemeducation.stocktake.cockpit.outlook;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.asemeducation.stocktake.cycle.Cycle;
import org.asemeducation.stocktake.cycle.Meeting;
import org.asemeducation.stocktake.cycle.Meetings;
import org.asemeducation.stocktake.engine.OwnPlan;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts together how a cycle goes.
 */
@Component
public class Outlooks {

	private final Meetings meetings;

	private final Concerns concerns;

	private final Responses responses;

	private final Parts parts;

	private final OwnPlan ownPlan;

	private final Clock clock;

	Outlooks(Meetings meetings, Concerns concerns, Responses responses, Parts parts, OwnPlan ownPlan, Clock clock) {
		this.meetings = meetings;
		this.concerns = concerns;
		this.responses = responses;
		this.parts = parts;
		this.ownPlan = ownPlan;
		this.clock = clock;
	}

	/**
	 * How a cycle goes.
	 * @param cycle the cycle
	 * @return how it goes now
	 */
	@Transactional(readOnly = true)
	public Outlook of(Cycle cycle) {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), cycle.zone());
		String name = cycle.name().value();
		List<ResponseCurve> curves = cycle.isOnPaper() ? List.of() : this.responses.of(name);
		int day = cycle.isOnPaper() ? 0 : (int) (today.toEpochDay() - this.responses.askedOn(name).toEpochDay());
		Projection projection = (cycle.isGathering())
				? Projection.of(curves.get(0), day, curves.subList(1, curves.size())).orElse(null) : null;
		return new Outlook(name, cycle.title(), cycle.zone().getId(), today, calendar(cycle), curves, day, projection);
	}

	/**
	 * What matters most in a cycle.
	 * @param cycle the cycle
	 * @return what the secretariat should look at first
	 */
	@Transactional(readOnly = true)
	public Concerns.Found concerns(Cycle cycle) {
		return this.ownPlan.of(() -> this.concerns.of(cycle));
	}

	/**
	 * Who stands where in a cycle.
	 * @param cycle the cycle
	 * @return by region, objective and kind
	 */
	@Transactional(readOnly = true)
	public List<Part> parts(Cycle cycle) {
		return this.ownPlan.of(() -> this.parts.of(cycle));
	}

	private List<CalendarDay> calendar(Cycle cycle) {
		Stream<CalendarDay> deadlines = cycle.deadlines()
			.entrySet()
			.stream()
			.map((deadline) -> new CalendarDay(deadline.getKey().word(), deadline.getValue(), false));
		Stream<CalendarDay> meetings = this.meetings.of(cycle.name())
			.stream()
			.filter((meeting) -> !"dropped".equals(meeting.state()) && day(meeting) != null)
			.map((meeting) -> new CalendarDay(meeting.kind().name(), Objects.requireNonNull(day(meeting)), true));
		return Stream.concat(deadlines, meetings).sorted(Comparator.comparing(CalendarDay::on)).toList();
	}

	private static @Nullable LocalDate day(Meeting meeting) {
		return (meeting.held() != null) ? meeting.held() : meeting.planned();
	}

}
