package org.asemeducation.stocktake.endorsement.conclusions;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.access.Officials;
import org.asemeducation.stocktake.access.Person;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.cycle.Cycle;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.asemeducation.stocktake.cycle.Meetings;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.update.files.OfficialDocument;
import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
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
 * The Chair's Conclusions for officials to read, and for the secretariat to attach.
 */
@Controller
@RequestMapping("/officials/{cycle}/conclusions")
class ConclusionsPage {

	private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH);

	private final Cycles cycles;

	private final Meetings meetings;

	private final Conclusions conclusions;

	private final Officials officials;

	private final Register register;

	private final CurrentPerson current;

	ConclusionsPage(Cycles cycles, Meetings meetings, Conclusions conclusions, Officials officials, Register register,
			CurrentPerson current) {
		this.cycles = cycles;
		this.meetings = meetings;
		this.conclusions = conclusions;
		this.officials = officials;
		this.register = register;
		this.current = current;
	}

	@GetMapping
	ModelAndView show(@PathVariable String cycle) {
		Person reader = this.officials.require(this.current.get());
		return page(new CycleName(cycle), reader, HttpStatus.OK);
	}

	@GetMapping("/{number:\\d{1,6}}")
	ResponseEntity<byte[]> file(@PathVariable String cycle, @PathVariable int number) {
		this.officials.require(this.current.get());
		CycleName name = new CycleName(cycle);
		ConclusionsText text = this.conclusions.of(name)
			.stream()
			.filter((one) -> one.number() == number)
			.findFirst()
			.orElseThrow(
					() -> Refused.notFound("%s has no text %d of the Chair’s Conclusions.".formatted(cycle, number)));
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noStore())
			.header(HttpHeaders.CONTENT_TYPE, OfficialDocument.mediaType(text.type()))
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(text.name(), StandardCharsets.UTF_8).build().toString())
			.body(this.conclusions.content(name, number));
	}

	@PostMapping
	ModelAndView attach(@PathVariable String cycle, @RequestParam(defaultValue = "draft") String kind,
			@RequestParam(required = false) @Nullable MultipartFile file, RedirectAttributes next) throws IOException {
		Person by = this.current.get().requireSecretariat();
		CycleName name = new CycleName(cycle);
		if (file == null || file.isEmpty()) {
			return page(name, by, HttpStatus.UNPROCESSABLE_ENTITY).addObject("problem",
					"Nothing is attached: choose a PDF or Word file that is not empty.");
		}
		try {
			String called = file.getOriginalFilename();
			this.conclusions.attach(name, "adopted".equals(kind), (called != null) ? called : "conclusions",
					file.getBytes(), by.userId());
		}
		catch (Refused refused) {
			return page(name, by, status(refused)).addObject("problem", refused.getMessage());
		}
		next.addFlashAttribute("done", "The text is attached; its checksum stands below.");
		return new ModelAndView("redirect:/officials/{cycle}/conclusions");
	}

	@PostMapping("/paragraphs")
	ModelAndView number(@PathVariable String cycle, @RequestParam Map<String, String> said, RedirectAttributes next) {
		Person by = this.current.get().requireSecretariat();
		CycleName name = new CycleName(cycle);
		try {
			this.conclusions.number(name, said, by.userId());
		}
		catch (Refused refused) {
			return page(name, by, status(refused)).addObject("problem", refused.getMessage())
				.addObject("paragraphs", said);
		}
		next.addFlashAttribute("done", "The paragraph numbers are saved.");
		return new ModelAndView("redirect:/officials/{cycle}/conclusions");
	}

	@ExceptionHandler
	ModelAndView say(Refused refused) {
		ModelAndView page = new ModelAndView("message", "sentence", refused.getMessage());
		page.setStatus(status(refused));
		return page;
	}

	@ExceptionHandler
	ModelAndView say(IllegalArgumentException wrong) {
		ModelAndView page = new ModelAndView("message", "sentence", wrong.getMessage());
		page.setStatus(HttpStatus.NOT_FOUND);
		return page;
	}

	private static HttpStatus status(Refused refused) {
		return switch (refused.why()) {
			case NOT_FOUND -> HttpStatus.NOT_FOUND;
			case NOT_ALLOWED -> HttpStatus.FORBIDDEN;
			case INVALID -> HttpStatus.UNPROCESSABLE_ENTITY;
			default -> HttpStatus.CONFLICT;
		};
	}

	private ModelAndView page(CycleName name, Person reader, HttpStatus status) {
		Cycle cycle = this.cycles.get(name);
		ZoneId zone = cycle.zone();
		return new ModelAndView("conclusions", status).addObject("cycle", cycle)
			.addObject("secretariat", reader.isSecretariat())
			.addObject("recorded", this.meetings.of(name, MeetingKind.ASEMME).isRecorded())
			.addObject("counts", this.conclusions.adopted(name).map(ConclusionsText::number).orElse(0))
			.addObject("texts",
					this.conclusions.of(name)
						.stream()
						.map((text) -> new Shown(text,
								"%s (%s)".formatted(MINUTE.format(text.addedAt().atZone(zone)), zone.getId()),
								this.register.nameOf(text.addedBy())))
						.toList())
			.addObject("initiatives", this.conclusions.initiatives(name))
			.addObject("paragraphs", this.conclusions.paragraphs(name));
	}

	/**
	 * A text with when and by whom it was attached, in words.
	 */
	record Shown(ConclusionsText text, String at, String by) {
	}

}
