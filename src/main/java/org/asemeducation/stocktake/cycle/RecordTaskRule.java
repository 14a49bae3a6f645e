package org.asemeducation.stocktake.cycle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.asemeducation.stocktake.engine.BusinessKey;
import org.asemeducation.stocktake.engine.TaskRule;

import org.springframework.stereotype.Component;

/**
 * What the cycle says about the tasks "Record ISOM" to "Record ASEMME" of cycles that
 * were opened before a meeting had a model of its own.
 */
@Component
class RecordTaskRule implements TaskRule {

	private static final Map<String, MeetingKind> KINDS = Stream.of(MeetingKind.values())
		.collect(Collectors.toMap(RecordTasks::task, Function.identity()));

	private final Cycles cycles;

	private final Meetings meetings;

	RecordTaskRule(Cycles cycles, Meetings meetings) {
		this.cycles = cycles;
		this.meetings = meetings;
	}

	@Override
	public Set<String> tasks() {
		return KINDS.keySet();
	}

	@Override
	public Face face(String task, String label, BusinessKey about) {
		Cycle cycle = this.cycles.get(new CycleName(about.cycle()));
		LocalDate planned = this.meetings.of(cycle.name(), KINDS.get(task)).planned();
		Instant due = (planned != null) ? cycle.endOf(planned) : null;
		return new Face("%s (%s)".formatted(label, about), due);
	}

	@Override
	public Optional<String> objection(String task, BusinessKey about) {
		return this.meetings.of(new CycleName(about.cycle()), KINDS.get(task)).isRecorded() ? Optional.empty()
				: Optional.of("Use the form of this task: nothing is recorded yet.");
	}

}
