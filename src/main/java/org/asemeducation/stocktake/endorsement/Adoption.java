package org.asemeducation.stocktake.endorsement;

import java.util.List;
import java.util.Objects;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.WorkPlan;
import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.plan.InitiativeId;
import org.asemeducation.stocktake.report.model.Annex;
import org.asemeducation.stocktake.report.model.ReportModel.State;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes the lines of the annex that ministers adopted the commitments of the next cycle.
 */
@Component
class Adoption {

	private final Cycles cycles;

	private final Decisions decisions;

	private final Versions versions;

	private final WorkPlan workPlan;

	private final ApplicationEventPublisher events;

	private final Audit audit;

	Adoption(Cycles cycles, Decisions decisions, Versions versions, WorkPlan workPlan, ApplicationEventPublisher events,
			Audit audit) {
		this.cycles = cycles;
		this.decisions = decisions;
		this.versions = versions;
		this.workPlan = workPlan;
		this.events = events;
		this.audit = audit;
	}

	boolean isDecided(CycleName cycle) {
		return this.decisions.of(cycle).orElseThrow().isAdopted();
	}

	@Transactional
	void adopt(CycleName cycle) {
		this.cycles.lock(cycle);
		Decision decision = this.decisions.of(cycle).orElseThrow();
		Annex annex = this.versions.annex(cycle, State.FOR_MINISTERS);
		List<WorkPlan.Line> lines = annex.lines()
			.stream()
			.map((line) -> new WorkPlan.Line(new InitiativeId(line.initiative()), line.activity(), line.period(),
					line.output(), line.result(), line.contribution()))
			.toList();
		this.workPlan.adopt(cycle, annex.title(), Objects.requireNonNull(decision.on()), lines);
		this.audit.record("stocktake", "adopt work plan", cycle.value(), null, "%d lines".formatted(lines.size()));
		this.events.publishEvent(new WorkPlanAdopted(cycle));
	}

}
