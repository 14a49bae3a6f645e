package org.asemeducation.stocktake.report;

import java.util.Optional;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.BusinessKey;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Tasks;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What {@code report.bpmn} hears from us.
 */
@Component
public class ReportProcess {

	static final String EDIT_REPORT = "userTask_editReport";

	private final Cycles cycles;

	private final Reports reports;

	private final Edits edits;

	private final Tasks tasks;

	private final Audit audit;

	ReportProcess(Cycles cycles, Reports reports, Edits edits, Tasks tasks, Audit audit) {
		this.cycles = cycles;
		this.reports = reports;
		this.edits = edits;
		this.tasks = tasks;
		this.audit = audit;
	}

	/**
	 * Who finished editing.
	 * @param cycle the cycle
	 * @return the user id, or nothing while it is being edited
	 */
	public Optional<String> editor(CycleName cycle) {
		return this.edits.finishedBy(cycle);
	}

	/**
	 * Editing is finished: notes it, then completes the task.
	 * @param cycle the cycle
	 * @param by the user id
	 * @throws Refused when there is no draft, or editing was finished before
	 */
	@Transactional
	public void edited(CycleName cycle, String by) {
		this.cycles.lock(cycle);
		if (this.edits.isFinished(cycle)) {
			throw Refused.conflict("Editing the report of %s was finished before.".formatted(cycle));
		}
		int version = this.reports.latestVersion(cycle)
			.orElseThrow(() -> Refused.conflict("There is no draft of the report of %s yet.".formatted(cycle)));
		this.edits.finish(cycle, version, by);
		this.audit.record(by, "finish editing report", cycle.value(), null, "after version %d".formatted(version));
		this.tasks.complete(BusinessKey.of(cycle.value()), EDIT_REPORT, by);
	}

}
