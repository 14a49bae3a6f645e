package org.asemeducation.stocktake.endorsement.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.MeetingFormat;
import org.asemeducation.stocktake.cycle.paper.PaperCycle;
import org.asemeducation.stocktake.cycle.paper.PaperCycles;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.plan.PlanRefused;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where the secretariat brings in an earlier cycle: it sees what would be brought in
 * before it is.
 */
@Controller
@RequestMapping("/desk/paper")
class BringPage {

	private static final int LONGEST_NAME = 100;

	private final BringingIn bringing;

	private final PaperWorkbook workbook;

	private final PaperCycles papers;

	private final CurrentPerson person;

	BringPage(BringingIn bringing, PaperWorkbook workbook, PaperCycles papers, CurrentPerson person) {
		this.bringing = bringing;
		this.workbook = workbook;
		this.papers = papers;
		this.person = person;
	}

	@GetMapping
	ModelAndView show(@RequestParam(defaultValue = "") String again) {
		this.person.get().requireSecretariat();
		return page(HttpStatus.OK,
				again.isEmpty() ? PaperForm.of(Map.of()) : PaperForm.of(this.bringing.whole(named(again))));
	}

	@GetMapping("/template.xlsx")
	ResponseEntity<byte[]> template() throws IOException {
		this.person.get().requireSecretariat();
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		this.workbook.template(out);
		return PaperFiles.workbook("earlier-cycle.xlsx", out.toByteArray());
	}

	/**
	 * Checks a workbook.
	 */
	@PostMapping(params = "!content")
	ModelAndView check(@RequestParam Map<String, String> typed,
			@RequestParam(required = false) @Nullable MultipartFile file) throws IOException {
		this.person.get().requireSecretariat();
		PaperForm form = PaperForm.of(typed);
		if (file == null || file.isEmpty()) {
			return page(HttpStatus.UNPROCESSABLE_ENTITY, form).addObject("problem",
					"Choose the workbook that you have filled in.");
		}
		String name = name(file.getOriginalFilename());
		byte[] content = file.getBytes();
		try {
			return page(HttpStatus.OK, form).addObject("foreseen", this.bringing.foresee(form, name, content))
				.addObject("file", name)
				.addObject("content", Base64.getEncoder().encodeToString(content));
		}
		catch (PlanRefused ex) {
			return page(HttpStatus.UNPROCESSABLE_ENTITY, form).addObject("problem", ex.getMessage())
				.addObject("faults", ex.faults())
				.addObject("file", name)
				.addObject("rejected", (ex.line() > 0) ? Base64.getEncoder().encodeToString(content) : null);
		}
		catch (Refused | IllegalArgumentException ex) {
			return page(status(ex), form).addObject("problem", ex.getMessage());
		}
	}

	/**
	 * Brings in what has been checked.
	 */
	@PostMapping(params = "content")
	ModelAndView bring(@RequestParam Map<String, String> typed, @RequestParam String content, @RequestParam String file,
			RedirectAttributes next) {
		String by = this.person.get().requireSecretariat().userId();
		PaperForm form = PaperForm.of(typed);
		try {
			PaperCycle cycle = this.bringing.bring(form, name(file), decoded(content), by);
			next.addFlashAttribute("done", "%s is brought in: %s.".formatted(cycle.name(), cycle.inWords()));
			next.addAttribute("paper", cycle.name().value());
			return new ModelAndView("redirect:/desk/paper/{paper}");
		}
		catch (PlanRefused | Refused | IllegalArgumentException ex) {
			return page(status(ex), form).addObject("problem", ex.getMessage());
		}
		catch (DataIntegrityViolationException ex) {
			return page(HttpStatus.CONFLICT, form).addObject("problem", PaperFiles.RESTED_ON);
		}
	}

	/**
	 * A workbook that was refused, with the reasons in it.
	 */
	@PostMapping("/rejected")
	ResponseEntity<byte[]> rejected(@RequestParam String content, @RequestParam String file) throws IOException {
		this.person.get().requireSecretariat();
		String name = name(file);
		byte[] bytes;
		try {
			bytes = decoded(content);
			this.workbook.read(name, bytes);
		}
		catch (PlanRefused ex) {
			return (ex.line() > 0)
					? PaperFiles.workbook("not-taken-" + name, this.workbook.withReasons(decoded(content), ex))
					: PaperFiles.sentence(HttpStatus.UNPROCESSABLE_ENTITY, ex);
		}
		catch (IllegalArgumentException ex) {
			return PaperFiles.sentence(HttpStatus.UNPROCESSABLE_ENTITY, ex);
		}
		return PaperFiles.sentence(HttpStatus.CONFLICT,
				new IllegalStateException("Nothing is wrong with this file now: check it again."));
	}

	@ExceptionHandler
	ModelAndView say(Refused refused) {
		return PaperFiles.message(refused, status(refused));
	}

	private ModelAndView page(HttpStatus status, PaperForm form) {
		return new ModelAndView("paper", status).addObject("form", form)
			.addObject("formats", List.of(MeetingFormat.values()))
			.addObject("brought", this.papers.all());
	}

	static HttpStatus status(Exception ex) {
		if (ex instanceof Refused refused) {
			return switch (refused.why()) {
				case NOT_FOUND -> HttpStatus.NOT_FOUND;
				case NOT_ALLOWED -> HttpStatus.FORBIDDEN;
				case INVALID -> HttpStatus.UNPROCESSABLE_ENTITY;
				default -> HttpStatus.CONFLICT;
			};
		}
		return HttpStatus.UNPROCESSABLE_ENTITY;
	}

	private static CycleName named(String cycle) {
		try {
			return new CycleName(cycle);
		}
		catch (IllegalArgumentException ex) {
			throw Refused.notFound("No cycle of that name was brought in from paper: choose one of the list.");
		}
	}

	private static byte[] decoded(String content) {
		try {
			return Base64.getDecoder().decode(content.replaceAll("\\s", ""));
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException("This is no file: bring it again.", ex);
		}
	}

	/** Without folders, which some browsers send along. */
	private static String name(@Nullable String given) {
		String name = StringUtils.getFilename(StringUtils.cleanPath((given != null) ? given : ""));
		return !StringUtils.hasText(name) ? "earlier-cycle.xlsx"
				: name.substring(0, Math.min(name.length(), LONGEST_NAME));
	}

}
