package org.asemeducation.stocktake.report;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.report.Assessments.Written;
import org.asemeducation.stocktake.report.model.Initiative;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The secretariat reads what coordinators say they contribute to subgoals, and says what
 * it makes of it.
 */
@RestController
@RequestMapping("/api/reports/{cycle}/assessments")
class AssessmentController {

	private final Cycles cycles;

	private final Reports reports;

	private final Assessments assessments;

	private final Assessing assessing;

	private final Register register;

	private final CurrentPerson current;

	AssessmentController(Cycles cycles, Reports reports, Assessments assessments, Assessing assessing,
			Register register, CurrentPerson current) {
		this.cycles = cycles;
		this.reports = reports;
		this.assessments = assessments;
		this.assessing = assessing;
		this.register = register;
		this.current = current;
	}

	@GetMapping
	List<View> all(@PathVariable CycleName cycle) {
		secretariat();
		ReportModel report = this.reports.current(this.cycles.get(cycle).name());
		return this.assessments.subgoals()
			.entrySet()
			.stream()
			.map((it) -> view(this.assessments.of(cycle, it.getKey()), it.getValue(), report))
			.toList();
	}

	@GetMapping("/{subgoal}")
	View one(@PathVariable CycleName cycle, @PathVariable String subgoal) {
		secretariat();
		String text = this.assessments.require(subgoal);
		ReportModel report = this.reports.current(this.cycles.get(cycle).name());
		return view(this.assessments.of(cycle, subgoal), text, report);
	}

	@PutMapping("/{subgoal}")
	Saved write(@PathVariable CycleName cycle, @PathVariable String subgoal, @RequestBody Typed typed) {
		String by = secretariat();
		Content content = (typed.content() != null) ? typed.content() : new Content(null, null);
		String rating = (content.rating() != null && !content.rating().isBlank()) ? content.rating() : null;
		return saved(this.assessing.save(cycle, subgoal, typed.version(), rating,
				Objects.requireNonNullElse(content.reasons(), ""), by));
	}

	@PostMapping("/{subgoal}/finished")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void finish(@PathVariable CycleName cycle, @PathVariable String subgoal, @RequestBody Finished finished) {
		this.assessing.finish(cycle, subgoal, finished.version(), secretariat());
	}

	private View view(Written written, String text, ReportModel report) {
		List<Claim> claims = report.initiatives()
			.filter((it) -> it.update() != null)
			.flatMap((it) -> claims(it, written.subgoal()).stream())
			.toList();
		return new View(written.subgoal(), text, written.finished(), claims, saved(written));
	}

	private static List<Claim> claims(Initiative initiative, String subgoal) {
		return Objects.requireNonNull(initiative.update())
			.contributions()
			.stream()
			.filter((it) -> it.subgoal().equals(subgoal))
			.map((it) -> new Claim(initiative.id(), initiative.title(), initiative.update().revision(), it.sentence()))
			.toList();
	}

	private Saved saved(Written written) {
		String by = written.savedBy();
		return new Saved(written.version(), new Content(written.rating(), written.reasons()), written.savedAt(),
				(by != null) ? this.register.nameOf(by) : null);
	}

	private String secretariat() {
		return this.current.get().requireSecretariat().userId();
	}

	/**
	 * A subgoal.
	 *
	 * @param subgoalText the words of the plan
	 * @param finished whether its task is done
	 * @param claims what coordinators say in accepted updates
	 */
	record View(String subgoal, String subgoalText, boolean finished, List<Claim> claims, Saved draft) {
	}

	record Claim(String initiative, String title, int revision, @Nullable String sentence) {
	}

	/**
	 * An assessment as last saved; version 0 when nothing was ever written.
	 */
	record Saved(long version, Content content, @Nullable Instant savedAt, @Nullable String savedBy) {
	}

	record Content(@Nullable String rating, @Nullable String reasons) {
	}

	/**
	 * What the form sends.
	 *
	 * @param version the one it was written on; 0 when there was none
	 */
	record Typed(long version, @Nullable Content content) {
	}

	record Finished(long version) {
	}

}
