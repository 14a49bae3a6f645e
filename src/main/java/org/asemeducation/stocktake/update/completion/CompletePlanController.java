package org.asemeducation.stocktake.update.completion;

import java.io.IOException;
import java.time.Instant;
import java.util.List;

import jakarta.servlet.http.HttpServletResponse;
import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.plan.ActionPlan;
import org.asemeducation.stocktake.plan.BroughtPlans;
import org.asemeducation.stocktake.plan.ForeseenLoad;
import org.asemeducation.stocktake.plan.Initiative;
import org.asemeducation.stocktake.plan.InitiativeId;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the AES sees of a round and makes of it: the draft line by line with what stands
 * there instead, and the new version as a file.
 */
@RestController
@RequestMapping("/api/completions/{cycle}")
class CompletePlanController {

	private final PlanCompletion completion;

	private final WrittenPlaceholders written;

	private final CompletedPlans completed;

	private final BroughtPlans plans;

	private final Register register;

	private final CurrentPerson current;

	CompletePlanController(PlanCompletion completion, WrittenPlaceholders written, CompletedPlans completed,
			BroughtPlans plans, Register register, CurrentPerson current) {
		this.completion = completion;
		this.written = written;
		this.completed = completed;
		this.plans = plans;
		this.register = register;
		this.current = current;
	}

	@GetMapping
	View show(@PathVariable("cycle") CycleName cycle) {
		this.current.get().requireSecretariat();
		ActionPlan draft = this.completion.draft(cycle);
		List<WrittenPlaceholder> written = this.written.of(cycle);
		CompletedPlans.Counts counts = PlanCompletion.counts(written);
		return new View(draft.document().title(), draft.document().version(), draft.document().dated(), counts.filled(),
				counts.leftOut(), counts.stayOpen(), this.written.unsettled(cycle),
				written.stream().map((it) -> line(it, draft)).toList(),
				this.completed.find(cycle).map(this::made).orElse(null));
	}

	/** What the new version would do if it came into force. */
	@GetMapping("/preview")
	ForeseenLoad preview(@PathVariable("cycle") CycleName cycle) {
		this.current.get().requireSecretariat();
		return this.completion.foreseen(cycle);
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	void complete(@PathVariable("cycle") CycleName cycle, @RequestBody PlanCompletion.NewVersion asked) {
		this.completion.complete(cycle, asked, this.current.get().requireSecretariat().userId());
	}

	/** The new version as a file. */
	@GetMapping("/plan.{suffix}")
	void file(@PathVariable("cycle") CycleName cycle, @PathVariable String suffix, HttpServletResponse response)
			throws IOException {
		this.current.get().requireSecretariat();
		CompletedPlans.CompletedPlan made = this.completed.find(cycle).orElse(null);
		if (made == null || !this.plans.isWritten(suffix)) {
			response.sendError(HttpServletResponse.SC_NOT_FOUND);
			return;
		}
		response.setContentType(this.plans.type(suffix));
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
				"attachment; filename=\"%s-completed.%s\"".formatted(cycle, suffix));
		this.plans.write(this.plans.read(cycle.value(), made.plan()), suffix, response.getOutputStream());
	}

	private static Line line(WrittenPlaceholder it, ActionPlan draft) {
		InitiativeId id = it.asked().placeholder().initiative();
		return new Line(id.value(), draft.initiative(id).map(Initiative::title).orElse(""), it.asked().where(),
				it.asked().words(), it.outcome(), it.lines(), it.why(), it.party(), it.asked().initiative().value());
	}

	private Made made(CompletedPlans.CompletedPlan plan) {
		return new Made(plan.version(), plan.dated(), plan.inForce(), plan.madeAt().toInstant(),
				this.register.nameOf(plan.madeBy()));
	}

	/**
	 * A round as it stands.
	 *
	 * @param title the draft's
	 * @param version the draft's
	 * @param dated the draft's
	 * @param filled placeholders with words in their place
	 * @param leftOut whose line is left out
	 * @param stayOpen that stay
	 * @param unsettled answers that are not settled
	 * @param lines all placeholders, in the draft's order
	 * @param made the new version; {@code null} until it is made
	 */
	record View(String title, String version, String dated, int filled, int leftOut, int stayOpen, long unsettled,
			List<Line> lines, @Nullable Made made) {
	}

	/**
	 * A placeholder and what stands there instead, each in whole lines.
	 */
	record Line(String initiative, String title, String where, String before, String outcome, List<String> after,
			String why, String party, String request) {
	}

	/**
	 * A version that was made.
	 */
	record Made(String version, String dated, boolean inForce, Instant at, String by) {
	}

}
