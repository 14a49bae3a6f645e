package org.asemeducation.stocktake.report.round;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.access.Person;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.report.round.RoundAccess.Reader;
import org.asemeducation.stocktake.report.model.PictureSource;
import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The rounds of a report, the page on which a draft is commented on, and what was said as
 * a table.
 */
@Controller
@RequestMapping("/reports/{cycle}/rounds")
class RoundPages {

	private static final MediaType XLSX = new MediaType("application",
			"vnd.openxmlformats-officedocument.spreadsheetml.sheet");

	private final Cycles cycles;

	private final Rounds rounds;

	private final RoundAccess access;

	private final RoundOpening opening;

	private final RoundChanging changing;

	private final ReadDrafts drafts;

	private final PictureSource pictures;

	private final RoundTables tables;

	private final CurrentPerson current;

	private final Clock clock;

	RoundPages(Cycles cycles, Rounds rounds, RoundAccess access, RoundOpening opening, RoundChanging changing,
			ReadDrafts drafts, PictureSource pictures, RoundTables tables, CurrentPerson current, Clock clock) {
		this.cycles = cycles;
		this.rounds = rounds;
		this.access = access;
		this.opening = opening;
		this.changing = changing;
		this.drafts = drafts;
		this.pictures = pictures;
		this.tables = tables;
		this.current = current;
		this.clock = clock;
	}

	@GetMapping
	String list(@PathVariable("cycle") CycleName name, Model model) {
		Person reader = this.current.get();
		model.addAttribute("rounds", this.access.rounds(name));
		model.addAttribute("cycle", this.cycles.get(name));
		model.addAttribute("prolonged", this.rounds.prolonged(name));
		model.addAttribute("now", this.clock.instant());
		model.addAttribute("insider", reader.isSecretariat() || reader.isReviewer());
		model.addAttribute("opens", reader.isSecretariat());
		if (reader.isSecretariat()) {
			model.addAttribute("counts", this.rounds.counts(name));
			Optional<Round> underWay = this.rounds.underWay(name);
			model.addAttribute("underWay", underWay.orElse(null));
			model.addAttribute("notNow", this.opening.objection(name).orElse(null));
			model.addAttribute("begun", underWay.filter((round) -> round.hasBegun(this.clock.instant())).isPresent());
		}
		return "rounds";
	}

	@PostMapping
	String open(@PathVariable("cycle") CycleName name, @RequestParam(defaultValue = "false") boolean coordinators,
			@RequestParam(defaultValue = "false") boolean partners, @RequestParam(defaultValue = "") String opens,
			@RequestParam(defaultValue = "") String closes, RedirectAttributes said) {
		String by = this.current.get().requireSecretariat().userId();
		return act(name, said,
				Map.of("coordinators", coordinators, "partners", partners, "opens", opens, "closes", closes),
				() -> "Round %d is open. Everybody who is asked gets one mail; they stand in the mail plan.".formatted(
						this.opening.open(name, new NewRound(coordinators, partners, day(opens), day(closes)), by)));
	}

	@PostMapping("/{number}/plan")
	String plan(@PathVariable("cycle") CycleName name, @PathVariable int number,
			@RequestParam(defaultValue = "false") boolean coordinators,
			@RequestParam(defaultValue = "false") boolean partners, @RequestParam(defaultValue = "") String opens,
			@RequestParam(defaultValue = "") String closes, RedirectAttributes said) {
		String by = this.current.get().requireSecretariat().userId();
		return act(name, said,
				Map.of("coordinators", coordinators, "partners", partners, "opens", opens, "closes", closes), () -> {
					this.changing.plan(name, number, new NewRound(coordinators, partners, day(opens), day(closes)), by);
					return "Round %d is changed. Nobody has been told of it yet.".formatted(number);
				});
	}

	@PostMapping("/{number}/prolonged")
	String prolong(@PathVariable("cycle") CycleName name, @PathVariable int number,
			@RequestParam(defaultValue = "") String until, @RequestParam(defaultValue = "") String reason,
			RedirectAttributes said) {
		String by = this.current.get().requireSecretariat().userId();
		return act(name, said, Map.of("until", until, "why", reason), () -> {
			boolean closed = this.rounds.get(name, number).waitsForAnswers();
			this.changing.prolong(name, number, day(until), reason, by);
			return "Round %d is %s. Everybody who was asked gets one mail.".formatted(number,
					closed ? "open again" : "prolonged");
		});
	}

	@PostMapping("/{number}/called-off")
	String callOff(@PathVariable("cycle") CycleName name, @PathVariable int number,
			@RequestParam(defaultValue = "") String reason, RedirectAttributes said) {
		String by = this.current.get().requireSecretariat().userId();
		return act(name, said, Map.of("because", reason), () -> {
			this.changing.callOff(name, number, reason, by);
			return "Round %d is called off. Everybody who was asked gets one mail.".formatted(number);
		});
	}

	private static String act(CycleName name, RedirectAttributes said, Map<String, Object> typed,
			Supplier<String> act) {
		try {
			said.addFlashAttribute("done", act.get());
		}
		catch (Refused refused) {
			said.addFlashAttribute("problem", refused.getMessage());
			said.addFlashAttribute("typed", typed);
		}
		return "redirect:/reports/%s/rounds".formatted(name);
	}

	@GetMapping("/{number}")
	String read(@PathVariable("cycle") CycleName name, @PathVariable int number, Model model) {
		Reader reader = this.access.reader(name, number);
		model.addAttribute("cycle", this.cycles.get(name));
		model.addAttribute("round", reader.round());
		model.addAttribute("reader", reader);
		ReadDraft draft = this.drafts.of(reader.round());
		model.addAttribute("edition", draft.edition());
		model.addAttribute("draft", reader.readsDraft() ? draft.html() : null);
		return "round";
	}

	/** A picture of the draft, for whoever may read the draft. */
	@GetMapping("/{number}/pictures/{sha256}")
	ResponseEntity<byte[]> picture(@PathVariable("cycle") CycleName name, @PathVariable int number,
			@PathVariable String sha256) {
		Reader reader = this.access.reader(name, number);
		return Optional.ofNullable(this.drafts.of(reader.round()).pictures().get(sha256))
			.filter((picture) -> reader.readsDraft())
			.flatMap((picture) -> this.pictures.read(picture)
				.map((bytes) -> ResponseEntity.ok()
					.contentType(new MediaType("image", picture.type()))
					.cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
					.body(bytes)))
			.orElseThrow(() -> Refused.notFound("The draft of round %d shows no such picture.".formatted(number)));
	}

	@GetMapping("/{number}/comments.csv")
	ResponseEntity<byte[]> csv(@PathVariable("cycle") CycleName name, @PathVariable int number) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		this.tables.of(this.access.insider(name, number)).csv(out);
		return file(out, new MediaType("text", "csv", StandardCharsets.UTF_8),
				"%s-round-%d.csv".formatted(name, number));
	}

	@GetMapping("/{number}/comments.xlsx")
	ResponseEntity<byte[]> xlsx(@PathVariable("cycle") CycleName name, @PathVariable int number) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		this.tables.of(this.access.insider(name, number)).xlsx(out);
		return file(out, XLSX, "%s-round-%d.xlsx".formatted(name, number));
	}

	private static ResponseEntity<byte[]> file(ByteArrayOutputStream out, MediaType type, String name) {
		return ResponseEntity.ok()
			.contentType(type)
			.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString())
			.body(out.toByteArray());
	}

	private static @Nullable LocalDate day(String typed) {
		try {
			return typed.isBlank() ? null : LocalDate.parse(typed.strip());
		}
		catch (DateTimeParseException ex) {
			throw Refused.invalid("\"%s\" is not a day: write it as 2023-09-15.".formatted(typed), List.of());
		}
	}

	@ExceptionHandler
	ModelAndView say(Refused refused) {
		ModelAndView page = new ModelAndView("message", "sentence", refused.getMessage());
		page.setStatus((refused.why() == Refused.Why.NOT_ALLOWED) ? HttpStatus.FORBIDDEN : HttpStatus.NOT_FOUND);
		return page;
	}

}
