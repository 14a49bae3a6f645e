package org.asemeducation.stocktake.cycle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.asemeducation.stocktake.engine.BusinessKey;
import org.asemeducation.stocktake.engine.TaskRule;

import org.springframework.stereotype.Component;

/**
 * What the cycle says about the AES's tasks in it.
 */
@Component
class CycleTaskRule implements TaskRule {

	private final Cycles cycles;

	private final Meetings meetings;

	private final Map<MeetingKind, String> recordTasks = new EnumMap<>(MeetingKind.class);

	CycleTaskRule(Cycles cycles, Meetings meetings) {
		this.cycles = cycles;
		this.meetings = meetings;
		for (MeetingKind kind : MeetingKind.values()) {
			this.recordTasks.put(kind, CycleProcess.recordTask(kind));
		}
	}

	@Override
	public Set<String> tasks() {
		Set<String> tasks = new HashSet<>(this.recordTasks.values());
		tasks.add(CycleProcess.SEND_REQUESTS);
		tasks.add(CycleProcess.CLOSE_GATHERING);
		return tasks;
	}

	@Override
	public Face face(String task, String label, BusinessKey about) {
		Cycle cycle = this.cycles.get(new CycleName(about.cycle()));
		Instant due = switch (task) {
			case CycleProcess.SEND_REQUESTS -> cycle.requestAt();
			case CycleProcess.CLOSE_GATHERING -> cycle.endOf(DeadlineKind.FREEZE);
			default -> meetingDay(cycle, task);
		};
		return new Face("%s (%s)".formatted(label, about), due);
	}

	@Override
	public Optional<String> objection(String task, BusinessKey about) {
		CycleName name = new CycleName(about.cycle());
		boolean saved = switch (task) {
			case CycleProcess.SEND_REQUESTS -> this.cycles.get(name).requestedAt() != null;
			case CycleProcess.CLOSE_GATHERING -> this.cycles.get(name).closedAt() != null;
			default -> this.meetings.of(name, kind(task)).isRecorded();
		};
		return saved ? Optional.empty() : Optional.of("Use the form of this task: nothing is recorded yet.");
	}

	private Instant meetingDay(Cycle cycle, String task) {
		LocalDate planned = this.meetings.of(cycle.name(), kind(task)).planned();
		return (planned != null) ? planned.plusDays(1).atStartOfDay(cycle.zone()).toInstant().minusMillis(1) : null;
	}

	private MeetingKind kind(String task) {
		return this.recordTasks.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().equals(task))
			.map(Map.Entry::getKey)
			.findFirst()
			.orElseThrow();
	}

}
