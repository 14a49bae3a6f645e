package org.asemeducation.stocktake.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.cycle.Cycle;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.DeadlineKind;
import org.asemeducation.stocktake.engine.BusinessKey;
import org.asemeducation.stocktake.engine.TaskRule;
import org.asemeducation.stocktake.report.ChapterTasks.ChapterTask;
import org.asemeducation.stocktake.report.model.FreeChapter;

import org.springframework.stereotype.Component;

/**
 * What the report says about its tasks: the chapters are due on their own day or with the
 * reviews, the comments on their date, what comes of them when the papers are sent; and
 * between reviews and comments the secretariat and the reviewing body have half the time
 * each.
 */
@Component
class ReportTaskRule implements TaskRule {

	private final Cycles cycles;

	private final Steps steps;

	private final ChapterTasks chapters;

	ReportTaskRule(Cycles cycles, Steps steps, ChapterTasks chapters) {
		this.chapters = chapters;
		this.cycles = cycles;
		this.steps = steps;
	}

	@Override
	public Set<String> tasks() {
		return Arrays.stream(ReportStep.values()).map(ReportStep::task).collect(Collectors.toSet());
	}

	@Override
	public Face face(String task, String label, BusinessKey about) {
		Cycle cycle = this.cycles.get(new CycleName(about.cycle()));
		Instant due = switch (ReportStep.of(task)) {
			case FOREWORD -> endOf(FreeChapter.FOREWORD, cycle);
			case OUTLOOK -> endOf(FreeChapter.OUTLOOK, cycle);
			case EDITED -> endOfHalfTime(cycle);
			case COMMENTED -> cycle.endOf(DeadlineKind.COMMENTS);
			case TAKEN_IN -> cycle.endOf(DeadlineKind.PAPERS);
		};
		return new Face("%s (%s)".formatted(label, about), due);
	}

	@Override
	public Optional<String> objection(String task, BusinessKey about) {
		ReportStep step = ReportStep.of(task);
		return this.steps.isDone(new CycleName(about.cycle()), step) ? Optional.empty() : Optional
			.of("Use the form of this task: %s is not finished yet.".formatted(step.doing().toLowerCase(Locale.ROOT)));
	}

	@Override
	public Optional<String> dealTo(String task, BusinessKey about) {
		return FreeChapter.of(ReportStep.of(task).word())
			.flatMap((chapter) -> this.chapters.of(new CycleName(about.cycle()), chapter))
			.map(ChapterTask::author);
	}

	/** Its own day, or with the reviews. */
	private Instant endOf(FreeChapter chapter, Cycle cycle) {
		return this.chapters.of(cycle.name(), chapter)
			.map(ChapterTask::due)
			.map((day) -> day.plusDays(1).atStartOfDay(cycle.zone()).toInstant().minusMillis(1))
			.orElseGet(() -> cycle.endOf(DeadlineKind.REVIEWS));
	}

	/**
	 * When editing is due: the secretariat and the reviewing body have half the time
	 * each.
	 */
	static Instant endOfHalfTime(Cycle cycle) {
		LocalDate reviewed = cycle.date(DeadlineKind.REVIEWS);
		long days = ChronoUnit.DAYS.between(reviewed, cycle.date(DeadlineKind.COMMENTS));
		return reviewed.plusDays(days / 2 + 1).atStartOfDay(cycle.zone()).toInstant().minusMillis(1);
	}

}
