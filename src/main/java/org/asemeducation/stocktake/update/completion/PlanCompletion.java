package org.asemeducation.stocktake.update.completion;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.asemeducation.stocktake.cycle.Cycle;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.CycleProcess;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.completion.Completions;
import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.asemeducation.stocktake.plan.ActionPlan;
import org.asemeducation.stocktake.plan.BroughtPlans;
import org.asemeducation.stocktake.plan.ForeseenLoad;
import org.asemeducation.stocktake.plan.ForeseenLoads;
import org.asemeducation.stocktake.plan.LoadPlan;
import org.asemeducation.stocktake.plan.PlanDocument;
import org.asemeducation.stocktake.plan.PlanPlaceholder;
import org.asemeducation.stocktake.plan.PlanPlaceholders;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The AES makes the new version of a plan from what was accepted. What is open stays as
 * the placeholder that it is.
 */
@Component
public class PlanCompletion {

	/** The task's key in the model. */
	public static final String COMPLETE_PLAN = "userTask_completePlan";

	private final Cycles cycles;

	private final Completions completions;

	private final WrittenPlaceholders written;

	private final CompletedPlans completed;

	private final BroughtPlans plans;

	private final ForeseenLoads foreseen;

	private final LoadPlan loading;

	private final CycleProcess process;

	private final Audit audit;

	PlanCompletion(Cycles cycles, Completions completions, WrittenPlaceholders written, CompletedPlans completed,
			BroughtPlans plans, ForeseenLoads foreseen, LoadPlan loading, CycleProcess process, Audit audit) {
		this.cycles = cycles;
		this.completions = completions;
		this.written = written;
		this.completed = completed;
		this.plans = plans;
		this.foreseen = foreseen;
		this.loading = loading;
		this.process = process;
		this.audit = audit;
	}

	/** The draft as it went round. */
	ActionPlan draft(CycleName cycle) {
		Completions.Draft draft = this.completions.draft(cycle);
		return this.plans.read(draft.file(), draft.plan());
	}

	/**
	 * Makes the new version.
	 * @param cycle the round
	 * @param asked what it is called, and whether it comes into force
	 * @param by the user id
	 * @throws Refused when it is made already, an answer waits for its review, the name
	 * is missing, the plan cannot be loaded, or it is another than was looked at
	 */
	@Transactional
	public void complete(CycleName cycle, NewVersion asked, String by) {
		Cycle round = this.cycles.lock(cycle);
		requireReady(round);
		if (asked.inForce()) {
			this.foreseen.requireUnchanged(asked.seen());
		}
		List<WrittenPlaceholder> written = this.written.of(cycle);
		ActionPlan plan = completed(cycle, written, asked.called(), asked.printed());
		CompletedPlans.Counts counts = counts(written);
		this.completed.add(cycle, asked.called(), asked.printed(), text(plan), counts, asked.inForce(), by);
		this.audit.record(by, "complete plan", cycle.value(), round.title(),
				"%s, %s: %d filled, %d left out, %d stay open%s".formatted(asked.called(), asked.printed(),
						counts.filled(), counts.leftOut(), counts.stayOpen(),
						asked.inForce() ? "; loaded as the plan in force" : ""));
		if (asked.inForce()) {
			load(plan, asked, cycle, by);
		}
		this.cycles.completed(cycle);
		this.process.complete(cycle, COMPLETE_PLAN, by);
	}

	/**
	 * What the new version would do to the plan in force, with what is accepted so far.
	 * @param cycle the round
	 * @return initiative by initiative
	 * @throws Refused when no such round completes a plan
	 */
	ForeseenLoad foreseen(CycleName cycle) {
		PlanDocument draft = draft(cycle).document();
		return this.foreseen.of(completed(cycle, this.written.of(cycle), draft.version(), draft.dated()));
	}

	/**
	 * Whether nothing is waited for before the plan can be completed.
	 * @param cycle the round
	 */
	public boolean isReady(CycleName cycle) {
		return this.written.unsettled(cycle) == 0;
	}

	/**
	 * Makes the new version under the draft's own name and date, and leaves the plan in
	 * force as it is.
	 * @param cycle the round
	 * @param by the user id
	 */
	@Transactional
	public void complete(CycleName cycle, String by) {
		PlanDocument draft = draft(cycle).document();
		complete(cycle, new NewVersion(draft.version() + ", completed", draft.dated(), false, null, null, null), by);
	}

	/**
	 * The new version.
	 * @param cycle the round
	 * @return nothing until it is made
	 */
	public Optional<ActionPlan> newVersion(CycleName cycle) {
		return this.completed.find(cycle).map((made) -> this.plans.read(cycle.value(), made.plan()));
	}

	/**
	 * What became of each line that waited.
	 * @param cycle the round
	 * @return a row each: initiative, place, old line, outcome, new lines, who was asked
	 */
	public List<List<String>> comparison(CycleName cycle) {
		return this.written.of(cycle)
			.stream()
			.map((it) -> List.of(it.asked().placeholder().initiative().value(), it.asked().where(), it.asked().words(),
					it.outcome(), String.join("\n", it.lines()), it.party()))
			.toList();
	}

	private void requireReady(Cycle round) {
		this.completions.draft(round.name());
		if (this.completed.find(round.name()).isPresent()) {
			throw Refused.conflict("The plan of %s is completed already.".formatted(round.name()));
		}
		if (round.closedAt() == null || round.state() == Cycle.State.ENDED) {
			throw Refused.conflict("The round %s is not over: close the gathering first.".formatted(round.name()));
		}
		long unsettled = this.written.unsettled(round.name());
		if (unsettled > 0) {
			throw Refused.conflict("The plan is not completed yet: %s. Accept what came, then complete the plan."
				.formatted((unsettled == 1) ? "one answer is not settled" : unsettled + " answers are not settled"));
		}
	}

	private ActionPlan completed(CycleName cycle, List<WrittenPlaceholder> written, String version, String dated) {
		try {
			return PlanPlaceholders.complete(draft(cycle), replaced(written), version, dated);
		}
		catch (IllegalArgumentException ex) {
			throw Refused.invalid("The plan is not completed: %s.".formatted(ex.getMessage()), List.of());
		}
	}

	private static Map<PlanPlaceholder, List<String>> replaced(List<WrittenPlaceholder> written) {
		Map<PlanPlaceholder, List<String>> replaced = new LinkedHashMap<>();
		written.stream()
			.filter((it) -> !it.stays())
			.forEach((it) -> replaced.put(it.asked().placeholder(), it.lines()));
		return replaced;
	}

	static CompletedPlans.Counts counts(List<WrittenPlaceholder> written) {
		return new CompletedPlans.Counts(count(written, WrittenPlaceholder.REPLACED),
				count(written, WrittenPlaceholder.LEFT_OUT), count(written, WrittenPlaceholder.STAYS));
	}

	private static int count(List<WrittenPlaceholder> written, String outcome) {
		return (int) written.stream().filter((it) -> it.outcome().equals(outcome)).count();
	}

	private String text(ActionPlan plan) {
		try {
			return this.plans.text(plan);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void load(ActionPlan plan, NewVersion asked, CycleName cycle, String by) {
		try {
			String reason = asked.reason();
			String decidedBy = asked.decidedBy();
			this.loading.load(plan,
					(reason != null && !reason.isBlank()) ? reason : "Completed in the round %s.".formatted(cycle),
					(decidedBy != null) ? decidedBy : "", by);
		}
		catch (IllegalArgumentException ex) {
			throw Refused.invalid("The plan is not completed: %s".formatted(ex.getMessage()),
					List.of(new Problem("reason", String.valueOf(ex.getMessage()))));
		}
	}

	/**
	 * A new version as the AES asks for it.
	 *
	 * @param version what it is called, such as {@code draft, completed}
	 * @param dated as it is to be printed, such as {@code 2021-09}
	 * @param inForce whether it becomes the plan in force at once
	 * @param reason why it does; may be missing
	 * @param decidedBy the meeting that decided so; may be missing
	 * @param seen the number that came with what it would do to the plan in force; only
	 * needed where it comes into force
	 */
	public record NewVersion(@Nullable String version, @Nullable String dated, boolean inForce, @Nullable String reason,
			@Nullable String decidedBy, @Nullable Long seen) {

		private static final int LONGEST = 200;

		String called() {
			return needed("version", this.version, "Say what the new version is called, such as “draft, completed”.");
		}

		String printed() {
			return needed("dated", this.dated, "Say how it is dated, such as 2021-09.");
		}

		private static String needed(String field, @Nullable String text, String message) {
			if (text == null || text.isBlank() || text.length() > LONGEST) {
				throw Refused.invalid("The plan is not completed yet.", List.of(new Problem(field, message)));
			}
			return text.strip();
		}

	}

}
