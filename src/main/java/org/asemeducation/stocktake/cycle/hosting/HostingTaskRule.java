package org.asemeducation.stocktake.cycle.hosting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

import org.asemeducation.stocktake.cycle.Cycle;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.HostSteps;
import org.asemeducation.stocktake.cycle.Meeting;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.asemeducation.stocktake.cycle.Meetings;
import org.asemeducation.stocktake.engine.BusinessKey;
import org.asemeducation.stocktake.engine.TaskRule;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * What a meeting says about the steps of its host: date and place early enough to invite,
 * theme and programme before the papers, participants with the meeting.
 */
@Component
class HostingTaskRule implements TaskRule {

	private static final int DAYS_TO_CONFIRM = 70;

	private static final int DAYS_TO_INVITE = 42;

	private static final int DAYS_TO_READ = 21;

	private final Cycles cycles;

	private final Meetings meetings;

	private final Hosts hosts;

	HostingTaskRule(Cycles cycles, Meetings meetings, Hosts hosts) {
		this.cycles = cycles;
		this.meetings = meetings;
		this.hosts = hosts;
	}

	@Override
	public Set<String> tasks() {
		return HostSteps.ALL;
	}

	@Override
	public Face face(String task, String label, BusinessKey about) {
		CycleName name = new CycleName(about.cycle());
		Cycle cycle = this.cycles.get(name);
		Meeting meeting = this.meetings.of(name, MeetingKind.valueOf(about.requiredPart()));
		Instant due = switch (task) {
			case HostSteps.PROPOSE_DATE_AND_PLACE -> dayBefore(meeting.planned(), DAYS_TO_CONFIRM, cycle);
			case HostSteps.NAME_THEME -> dayBefore(meeting.planned(), DAYS_TO_INVITE, cycle);
			case HostSteps.GIVE_PROGRAMME -> dayBefore(meeting.planned(), DAYS_TO_READ, cycle);
			default -> dayBefore(meeting.held(), 0, cycle);
		};
		return new Face("%s: %s (%s)".formatted(label, meeting.kind(), about.cycle()), due);
	}

	@Override
	public Optional<String> objection(String task, BusinessKey about) {
		boolean saved = this.hosts.of(new CycleName(about.cycle()), MeetingKind.valueOf(about.requiredPart()))
			.filter((host) -> host.hasDone(task))
			.isPresent();
		return saved ? Optional.empty() : Optional.of("Use the form of this task: nothing is saved yet.");
	}

	private static @Nullable Instant dayBefore(@Nullable LocalDate day, int days, Cycle cycle) {
		return (day != null) ? cycle.endOf(day.minusDays(days)) : null;
	}

}
