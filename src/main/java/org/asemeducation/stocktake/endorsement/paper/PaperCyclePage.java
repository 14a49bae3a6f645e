package org.asemeducation.stocktake.endorsement.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.paper.BroughtCycle;
import org.asemeducation.stocktake.cycle.paper.PaperCycles;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.report.paper.PaperReport;
import org.asemeducation.stocktake.report.paper.PaperReports;
import org.asemeducation.stocktake.update.files.OfficialDocument;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
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
 * A cycle that was brought in from paper: what is in it, its old report as a file, and
 * how it is taken back.
 */
@Controller
@RequestMapping("/desk/paper/{paper}")
class PaperCyclePage {

	private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH);

	private final BringingIn bringing;

	private final PaperWorkbook workbook;

	private final PaperCycles papers;

	private final PaperReports reports;

	private final Cycles cycles;

	private final Register register;

	private final CurrentPerson person;

	PaperCyclePage(BringingIn bringing, PaperWorkbook workbook, PaperCycles papers, PaperReports reports, Cycles cycles,
			Register register, CurrentPerson person) {
		this.bringing = bringing;
		this.workbook = workbook;
		this.papers = papers;
		this.reports = reports;
		this.cycles = cycles;
		this.register = register;
		this.person = person;
	}

	@GetMapping
	ModelAndView show(@PathVariable("paper") CycleName name) {
		this.person.get().requireSecretariat();
		return page(name, HttpStatus.OK);
	}

	/**
	 * What was brought in, to be corrected and brought in again.
	 */
	@GetMapping("/cycle.xlsx")
	ResponseEntity<byte[]> workbook(@PathVariable("paper") CycleName name) throws IOException {
		this.person.get().requireSecretariat();
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		this.workbook.write(this.bringing.whole(name), out);
		return PaperFiles.workbook(name + ".xlsx", out.toByteArray());
	}

	@GetMapping("/report")
	ResponseEntity<byte[]> report(@PathVariable("paper") CycleName name) {
		this.person.get().requireSecretariat();
		PaperReport report = this.reports.of(name)
			.orElseThrow(() -> Refused.notFound("No report of %s is attached.".formatted(name)));
		return PaperFiles.file(report.name(), OfficialDocument.mediaType(report.type()), this.reports.content(name));
	}

	@PostMapping("/report")
	ModelAndView attach(@PathVariable("paper") CycleName name,
			@RequestParam(required = false) @Nullable MultipartFile file,
			@RequestParam(defaultValue = "false") boolean open, RedirectAttributes next) throws IOException {
		String by = this.person.get().requireSecretariat().userId();
		try {
			this.bringing.whole(name);
			if (file == null || file.isEmpty()) {
				this.reports.open(name, open, by);
			}
			else {
				String called = file.getOriginalFilename();
				this.reports.attach(name, (called != null) ? called : "report", file.getBytes(), open, by);
			}
		}
		catch (Refused refused) {
			return page(name, BringPage.status(refused)).addObject("problem", refused.getMessage());
		}
		next.addFlashAttribute("done", open ? "The old report is kept, and everybody finds it under Reports."
				: "The old report is kept for the secretariat alone.");
		return new ModelAndView("redirect:/desk/paper/{paper}");
	}

	@PostMapping("/taking-back")
	ModelAndView takeBack(@PathVariable("paper") CycleName name, @RequestParam(defaultValue = "") String reason,
			RedirectAttributes next) {
		String by = this.person.get().requireSecretariat().userId();
		try {
			this.bringing.whole(name);
			this.bringing.takeBack(name, reason, by);
		}
		catch (Refused refused) {
			return page(name, BringPage.status(refused)).addObject("problem", refused.getMessage());
		}
		next.addFlashAttribute("done", "%s is taken back: nothing of it is left but the record.".formatted(name));
		return new ModelAndView("redirect:/desk/paper");
	}

	@ExceptionHandler
	ModelAndView say(Refused refused) {
		return PaperFiles.message(refused, BringPage.status(refused));
	}

	@ExceptionHandler
	ModelAndView say(DataIntegrityViolationException rests) {
		return PaperFiles.message(new IllegalStateException(PaperFiles.RESTED_ON), HttpStatus.CONFLICT);
	}

	private ModelAndView page(CycleName name, HttpStatus status) {
		BroughtCycle brought = this.papers.find(name)
			.orElseThrow(() -> Refused.notFound("No cycle %s was brought in from paper.".formatted(name)));
		ZoneId zone = this.cycles.get(name).zone();
		return new ModelAndView("paper-cycle", status).addObject("cycle", this.bringing.whole(name))
			.addObject("brought", brought)
			.addObject("at", "%s (%s)".formatted(MINUTE.format(brought.at().atZone(zone)), zone.getId()))
			.addObject("by", this.register.nameOf(brought.by()))
			.addObject("user", this.papers.usedBy(name).orElse(null))
			.addObject("report", this.reports.of(name).orElse(null));
	}

}
