package org.asemeducation.stocktake.report;

import java.util.Optional;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.engine.BusinessKey;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Tasks;

import org.springframework.stereotype.Component;

/**
 * What {@code report.bpmn} hears from us and holds for us.
 */
@Component
public class ReportProcess {

	/** Whether the reviewing body commented on the draft, a truth value. */
	public static final String COMMENTS_MADE = "commentsMade";

	/** Whether a draft went round for comments, a truth value. */
	static final String DRAFT_WENT_ROUND = "draftWentRound";

	private final Reports reports;

	private final Steps steps;

	private final Tasks tasks;

	ReportProcess(Reports reports, Steps steps, Tasks tasks) {
		this.reports = reports;
		this.steps = steps;
		this.tasks = tasks;
	}

	/**
	 * Who edited the report last.
	 * @param cycle the cycle
	 * @return the user id, or nothing before editing was finished
	 */
	public Optional<String> editor(CycleName cycle) {
		return this.steps.editor(cycle);
	}

	/**
	 * Notes that a step is done and completes its task, in the caller's transaction,
	 * which holds the cycle's lock.
	 * @param cycle the cycle
	 * @param step which step
	 * @param by the user id
	 * @return the draft as it is then, by its version
	 * @throws Refused when there is no draft, or the step is not open
	 */
	public int finish(CycleName cycle, ReportStep step, String by) {
		int version = this.reports.latestVersion(cycle)
			.orElseThrow(() -> Refused.conflict("There is no draft of the report of %s yet.".formatted(cycle)));
		this.steps.done(cycle, step, version, by);
		this.tasks.complete(BusinessKey.of(cycle.value()), step.task(), by);
		return version;
	}

}
