package org.asemeducation.stocktake.report.chapter;

import java.util.Optional;
import java.util.Set;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.engine.BusinessKey;
import org.asemeducation.stocktake.engine.TaskRule;
import org.asemeducation.stocktake.report.chapter.ChapterTexts.HandedIn;
import org.asemeducation.stocktake.report.chapter.Commission.Author;
import org.asemeducation.stocktake.report.chapter.Commission.State;

import org.springframework.stereotype.Component;

/**
 * What is said about the tasks of a commissioned chapter: it is due on its own day.
 */
@Component
class CommissionTaskRule implements TaskRule {

	private final Cycles cycles;

	private final Commissions commissions;

	private final ChapterTexts texts;

	CommissionTaskRule(Cycles cycles, Commissions commissions, ChapterTexts texts) {
		this.cycles = cycles;
		this.commissions = commissions;
		this.texts = texts;
	}

	@Override
	public Set<String> tasks() {
		return Set.of(CommissionProcess.WRITE, CommissionProcess.LOOK_AT);
	}

	@Override
	public Face face(String task, String label, BusinessKey about) {
		return commission(about)
			.map((it) -> new Face("%s “%s” (%s)".formatted(label, it.title(), it.cycle()),
					this.cycles.get(it.cycle()).endOf(it.due())))
			.orElseGet(() -> new Face("%s (%s)".formatted(label, about.cycle()), null));
	}

	@Override
	public Optional<String> dealTo(String task, BusinessKey about) {
		return CommissionProcess.WRITE.equals(task) ? commission(about).map(Commission::author).flatMap(Author::person)
				: Optional.empty();
	}

	@Override
	public Optional<String> objection(String task, BusinessKey about) {
		if (CommissionProcess.WRITE.equals(task)) {
			boolean waits = commission(about).filter((it) -> it.state() == State.HANDED_IN).isPresent();
			return waits ? Optional.empty()
					: Optional.of("Use the form of this task: the chapter is not handed in yet.");
		}
		boolean decided = commission(about).flatMap((it) -> this.texts.last(it.cycle(), it.number()))
			.map(HandedIn::verdict)
			.isPresent();
		return decided ? Optional.empty()
				: Optional.of("Use the form of this task: the chapter is neither accepted nor returned yet.");
	}

	private Optional<Commission> commission(BusinessKey about) {
		return (about.part() != null && about.part().startsWith("chapter/"))
				? this.commissions.find(new CycleName(about.cycle()), Commission.number(about)) : Optional.empty();
	}

}
