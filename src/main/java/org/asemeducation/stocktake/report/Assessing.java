package org.asemeducation.stocktake.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.asemeducation.stocktake.plan.Placeholders;
import org.asemeducation.stocktake.report.Assessments.Written;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The secretariat says what it makes of the contributions to a subgoal: saved as it is
 * typed, then finished.
 */
@Component
public class Assessing {

	static final String NOTHING_REPORTED = "nothing-reported";

	private static final Set<String> RATINGS = Set.of("strongly", "partly", "little", NOTHING_REPORTED);

	private static final int LONGEST = 20_000;

	private final Cycles cycles;

	private final Steps steps;

	private final Assessments assessments;

	private final AssessmentProcess process;

	private final Audit audit;

	Assessing(Cycles cycles, Steps steps, Assessments assessments, AssessmentProcess process, Audit audit) {
		this.cycles = cycles;
		this.steps = steps;
		this.assessments = assessments;
		this.process = process;
		this.audit = audit;
	}

	/**
	 * Saves over the version its writer has seen.
	 * @param cycle the cycle
	 * @param subgoal its number
	 * @param seen the version that was written on; 0 when there was none
	 * @param rating {@code strongly}, {@code partly}, {@code little} or
	 * {@code nothing-reported}; {@code null}: none yet
	 * @param reasons plain text, paragraphs by blank lines
	 * @param by the user id
	 * @return as saved
	 * @throws Refused when somebody else has saved meanwhile, or the draft is not the
	 * secretariat's to change
	 */
	@Transactional
	public Written save(CycleName cycle, String subgoal, long seen, @Nullable String rating, String reasons,
			String by) {
		this.cycles.lock(cycle);
		this.assessments.require(subgoal);
		this.steps.requireWithSecretariat(cycle);
		if (rating != null && !RATINGS.contains(rating)) {
			throw Refused.invalid("This assessment is not saved: choose one of the four.",
					List.of(new Problem("rating", "Choose one of the four.")));
		}
		if (reasons.length() > LONGEST) {
			throw Refused.invalid("This assessment is not saved: it is too long.", List.of(new Problem("reasons",
					"Shorten it to %,d characters; it has %,d.".formatted(LONGEST, reasons.length()))));
		}
		if (!this.assessments.save(cycle, subgoal, seen, rating, reasons, by)) {
			throw Refused.conflict("Somebody else has saved this assessment since you opened it. "
					+ "Your text is not lost: copy what you want to keep, then load the newer version.");
		}
		return this.assessments.of(cycle, subgoal);
	}

	/**
	 * A subgoal is assessed as last saved; it may still be changed when the report is
	 * edited.
	 * @param cycle the cycle
	 * @param subgoal its number
	 * @param seen the version its writer has seen
	 * @param by the user id
	 * @throws Refused when nothing is chosen or no reasons are given, or it is finished
	 */
	@Transactional
	public void finish(CycleName cycle, String subgoal, long seen, String by) {
		this.cycles.lock(cycle);
		this.assessments.require(subgoal);
		Written written = this.assessments.of(cycle, subgoal);
		if (written.finished()) {
			throw Refused.conflict("Subgoal %s of %s was assessed before.".formatted(subgoal, cycle));
		}
		if (written.version() != seen) {
			throw Refused.conflict(
					"This assessment is not finished: somebody else has saved it since you opened it. Load the newer version.");
		}
		List<Problem> problems = new ArrayList<>();
		if (written.rating() == null) {
			problems.add(new Problem("rating", "Say how far the initiatives contribute, or that nothing is reported."));
		}
		else if (!NOTHING_REPORTED.equals(written.rating()) && written.reasons().isBlank()) {
			problems.add(new Problem("reasons", "Say why."));
		}
		if (Placeholders.isOnlyPlaceholder(written.reasons().strip())) {
			problems.add(new Problem("reasons", "\"%s\" is only a placeholder: give the reasons, or leave it empty."
				.formatted(written.reasons().strip())));
		}
		if (!problems.isEmpty()) {
			throw Refused.invalid("Subgoal %s is not assessed yet.".formatted(subgoal), problems);
		}
		this.assessments.finish(cycle, subgoal, by);
		this.process.assessed(cycle, subgoal, by);
		this.audit.record(by, "assess contribution", cycle + "/subgoal/" + subgoal, null,
				"%s: %s".formatted(written.rating(), written.reasons().strip()));
	}

}
