package org.asemeducation.stocktake.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.cycle.Cycle;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.report.docx.DocxReport;
import org.asemeducation.stocktake.report.docx.WordLook;
import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where the secretariat brings the Word template of a report, looks at the draft in it,
 * and goes back to another.
 */
@Controller
@RequestMapping("/reports/{cycle}/template")
class TemplatePages {

	private static final int LONGEST_NAME = 100;

	private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH);

	private final Cycles cycles;

	private final Reports reports;

	private final WordTemplates templates;

	private final ChoosingTemplate choosing;

	private final DocxReport docx;

	private final CurrentPerson current;

	TemplatePages(Cycles cycles, Reports reports, WordTemplates templates, ChoosingTemplate choosing, DocxReport docx,
			CurrentPerson current) {
		this.cycles = cycles;
		this.reports = reports;
		this.templates = templates;
		this.choosing = choosing;
		this.docx = docx;
		this.current = current;
	}

	@GetMapping
	ModelAndView show(@PathVariable("cycle") CycleName name) {
		this.current.get().requireSecretariat();
		return page(name, HttpStatus.OK);
	}

	@PostMapping(params = "!choice")
	ModelAndView take(@PathVariable("cycle") CycleName name, @RequestParam MultipartFile file, RedirectAttributes next)
			throws IOException {
		String by = this.current.get().requireSecretariat().userId();
		this.cycles.get(name);
		try {
			this.choosing.take(name, called(file.getOriginalFilename()), file.getBytes(), by);
		}
		catch (Refused refused) {
			return refused(name, refused);
		}
		return done(name, "The template is taken: the next version that is compiled is written with it.", next);
	}

	/**
	 * Chooses one that was there before.
	 * @param choice its checksum; empty for the house's own
	 */
	@PostMapping(params = "choice")
	ModelAndView choose(@PathVariable("cycle") CycleName name, @RequestParam String choice, RedirectAttributes next) {
		String by = this.current.get().requireSecretariat().userId();
		this.cycles.get(name);
		try {
			this.choosing.choose(name, choice.isEmpty() ? null : choice, by);
		}
		catch (Refused refused) {
			return refused(name, refused);
		}
		return done(name, "Chosen: the next version that is compiled is written with it.", next);
	}

	/** The draft as it would be compiled now, with the template in force. */
	@GetMapping("/preview.docx")
	ResponseEntity<byte[]> preview(@PathVariable("cycle") CycleName name) throws IOException {
		this.current.get().requireSecretariat();
		this.cycles.get(name);
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		this.docx.write(this.reports.current(name), out);
		return answer(out.toByteArray(), name + "-preview.docx");
	}

	@GetMapping("/house.docx")
	ResponseEntity<byte[]> house(@PathVariable("cycle") CycleName name) throws IOException {
		this.current.get().requireSecretariat();
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		WordLook.writeHouse(out);
		return answer(out.toByteArray(), "template.docx");
	}

	@GetMapping("/{sha256}.docx")
	ResponseEntity<byte[]> template(@PathVariable("cycle") CycleName name, @PathVariable String sha256) {
		this.current.get().requireSecretariat();
		return answer(
				this.templates.read(sha256).orElseThrow(() -> Refused.notFound("There is no such template here.")),
				"template-%s.docx".formatted(sha256.substring(0, Math.min(8, sha256.length()))));
	}

	private static ResponseEntity<byte[]> answer(byte[] file, String called) {
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noStore())
			.contentType(ReportFormat.DOCX.type())
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(called).build().toString())
			.body(file);
	}

	private static ModelAndView done(CycleName name, String sentence, RedirectAttributes next) {
		next.addFlashAttribute("done", sentence);
		return new ModelAndView("redirect:/reports/%s/template".formatted(name));
	}

	private ModelAndView refused(CycleName name, Refused refused) {
		return page(name,
				(refused.why() == Refused.Why.INVALID) ? HttpStatus.UNPROCESSABLE_ENTITY : HttpStatus.CONFLICT)
			.addObject("problem", refused.getMessage());
	}

	private ModelAndView page(CycleName name, HttpStatus status) {
		Cycle cycle = this.cycles.get(name);
		String inForce = this.templates.inForce(name).orElse("");
		return new ModelAndView("report-template", status).addObject("cycle", cycle)
			.addObject("inForce", inForce)
			.addObject("templates",
					this.templates.of(name)
						.stream()
						.map((it) -> new Line(it.sha256(), it.name(), MINUTE.format(it.chosenAt().atZone(cycle.zone())),
								it.sha256().equals(inForce)))
						.toList());
	}

	/** Without folders, which some browsers send along. */
	private static String called(@Nullable String given) {
		String name = StringUtils.getFilename(StringUtils.cleanPath((given != null) ? given : ""));
		String shown = StringUtils.hasText(name) ? name.replaceAll("\\p{C}", "") : "";
		return shown.isBlank() ? "template.docx" : shown.substring(0, Math.min(shown.length(), LONGEST_NAME));
	}

	@ExceptionHandler
	ModelAndView say(Refused refused) {
		ModelAndView page = new ModelAndView("message", "sentence", refused.getMessage());
		page.setStatus((refused.why() == Refused.Why.NOT_ALLOWED) ? HttpStatus.FORBIDDEN : HttpStatus.NOT_FOUND);
		return page;
	}

	/**
	 * A template on the page.
	 */
	record Line(String sha256, String name, String chosen, boolean inForce) {
	}

}
