package org.asemeducation.stocktake.plan;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletResponse;
import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.engine.Refused;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where the secretariat brings a plan file: it sees what would change before it does.
 */
@Controller
@RequestMapping("/desk/plan")
class PlanPage {

	private static final int LONGEST_NAME = 100;

	private final Plans plans;

	private final PlanGlances glances;

	private final PlanReader reader;

	private final PlanFormats formats;

	private final ForeseenLoads foreseen;

	private final LoadPlan loadPlan;

	private final PlanChanges changes;

	private final CurrentPerson person;

	PlanPage(Plans plans, PlanGlances glances, PlanReader reader, PlanFormats formats, ForeseenLoads foreseen,
			LoadPlan loadPlan, PlanChanges changes, CurrentPerson person) {
		this.plans = plans;
		this.glances = glances;
		this.reader = reader;
		this.formats = formats;
		this.foreseen = foreseen;
		this.loadPlan = loadPlan;
		this.changes = changes;
		this.person = person;
	}

	@GetMapping
	ModelAndView show(@RequestParam(defaultValue = "") String search, @RequestParam(defaultValue = "1") int page) {
		this.person.get().requireSecretariat();
		return page(HttpStatus.OK, search, page);
	}

	/**
	 * Checks a file.
	 */
	@PostMapping(params = { "!text", "!content" })
	ModelAndView check(@RequestParam MultipartFile file) throws IOException {
		this.person.get().requireSecretariat();
		String name = name(file.getOriginalFilename());
		byte[] content = file.getBytes();
		try {
			ActionPlan plan = this.formats.of(content).read(name, content);
			return page(HttpStatus.OK).addObject("checked", plan)
				.addObject("result", this.foreseen.of(plan))
				.addObject("name", name)
				.addAllObjects(this.formats.carried(content));
		}
		catch (PlanRefused ex) {
			return refused(ex).addObject("faults", ex.faults())
				.addObject("name", name)
				.addObject("rejected", this.formats.carriedBack(content, ex));
		}
	}

	/**
	 * A file that was refused, with the reasons in it.
	 */
	@PostMapping("/rejected")
	ResponseEntity<byte[]> rejected(@RequestParam String content, @RequestParam String name) throws IOException {
		this.person.get().requireSecretariat();
		return this.formats.rejected(name(name), content);
	}

	/**
	 * The plan in force as a file.
	 */
	@GetMapping("/export.{suffix}")
	void export(@PathVariable String suffix, HttpServletResponse response) throws IOException {
		this.person.get().requireSecretariat();
		this.formats.export(suffix, this.plans, response);
	}

	/**
	 * Loads a text that has been checked.
	 */
	@PostMapping(params = { "text", "!content" })
	ModelAndView loadText(@RequestParam String text, @RequestParam String name,
			@RequestParam(required = false) @Nullable String seen,
			@RequestParam(required = false) @Nullable String reason,
			@RequestParam(required = false) @Nullable String decidedBy, RedirectAttributes next) {
		return load(() -> this.reader.read(name(name), text.getBytes(StandardCharsets.UTF_8)), seen,
				why(name(name), reason, decidedBy), next);
	}

	/**
	 * Loads a workbook that has been checked.
	 */
	@PostMapping(params = "content")
	ModelAndView loadWorkbook(@RequestParam String content, @RequestParam String name,
			@RequestParam(required = false) @Nullable String seen,
			@RequestParam(required = false) @Nullable String reason,
			@RequestParam(required = false) @Nullable String decidedBy, RedirectAttributes next) {
		return load(() -> this.formats.read(name(name), content), seen, why(name(name), reason, decidedBy), next);
	}

	private ModelAndView load(Supplier<ActionPlan> file, @Nullable String seen, Plans.Why why,
			RedirectAttributes next) {
		String who = this.person.get().requireSecretariat().userId();
		try {
			ActionPlan plan = file.get();
			if (seen != null && !seen.equals(seen())) {
				return page(HttpStatus.CONFLICT).addObject("problem",
						"The plan was changed meanwhile: check the file again.");
			}
			LoadResult result = this.loadPlan.load(plan, why, who);
			next.addFlashAttribute("done", result.changed() ? "The plan is in force: %s.".formatted(result.inWords())
					: "This plan was in force already: nothing has changed.");
			return new ModelAndView("redirect:/desk/plan");
		}
		catch (PlanRefused ex) {
			return refused(ex);
		}
		catch (IllegalArgumentException ex) {
			return page(HttpStatus.UNPROCESSABLE_ENTITY).addObject("problem", ex.getMessage());
		}
		catch (Refused ex) {
			return page(HttpStatus.CONFLICT).addObject("problem", ex.getMessage());
		}
	}

	private static Plans.Why why(String file, @Nullable String reason, @Nullable String decidedBy) {
		return new Plans.Why(StringUtils.hasText(reason) ? reason : "Loaded from %s.".formatted(file),
				(decidedBy != null) ? decidedBy : "");
	}

	private String seen() {
		return String.valueOf(this.changes.latest());
	}

	private ModelAndView refused(PlanRefused reason) {
		return page(HttpStatus.UNPROCESSABLE_ENTITY).addObject("problem", reason.getMessage());
	}

	private ModelAndView page(HttpStatus status) {
		return page(status, "", 1);
	}

	private ModelAndView page(HttpStatus status, String search, int page) {
		return new ModelAndView("plan", status).addObject("current", this.glances.of(search, page).orElse(null));
	}

	/** Without folders, which some browsers send along. */
	private static String name(@Nullable String given) {
		String name = StringUtils.getFilename(StringUtils.cleanPath((given != null) ? given : ""));
		return !StringUtils.hasText(name) ? "The file" : name.substring(0, Math.min(name.length(), LONGEST_NAME));
	}

}
