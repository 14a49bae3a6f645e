package org.asemeducation.stocktake.report.chapter;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.asemeducation.stocktake.report.SealedVersions;
import org.asemeducation.stocktake.report.model.ReportChapter;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where the secretariat commissions chapters and sees what has become of them.
 */
@Controller
@RequestMapping("/reports/{cycle}/commissions")
class CommissionPages {

	private final Cycles cycles;

	private final SealedVersions sealed;

	private final Commissions commissions;

	private final Commissioning commissioning;

	private final CurrentPerson current;

	CommissionPages(Cycles cycles, SealedVersions sealed, Commissions commissions, Commissioning commissioning,
			CurrentPerson current) {
		this.cycles = cycles;
		this.sealed = sealed;
		this.commissions = commissions;
		this.commissioning = commissioning;
		this.current = current;
	}

	@GetMapping
	ModelAndView show(@PathVariable("cycle") CycleName name) {
		this.current.get().requireSecretariat();
		return page(name, HttpStatus.OK);
	}

	@PostMapping
	ModelAndView commission(@PathVariable("cycle") CycleName name, @RequestParam Map<String, String> typed,
			RedirectAttributes next) {
		String by = secretariat(name);
		return act(name, typed, next, () -> {
			this.commissioning.commission(name, asked(typed), by);
			return "Commissioned: its author gets a mail, and finds the task in Tasklist.";
		});
	}

	@PostMapping("/{number}")
	ModelAndView change(@PathVariable("cycle") CycleName name, @PathVariable int number,
			@RequestParam Map<String, String> typed, RedirectAttributes next) {
		String by = secretariat(name);
		return act(name, typed, next, () -> {
			this.commissioning.change(name, number, asked(typed), by);
			return "Changed: whoever writes it gets a mail.";
		});
	}

	@PostMapping("/{number}/withdrawn")
	ModelAndView withdraw(@PathVariable("cycle") CycleName name, @PathVariable int number,
			@RequestParam(defaultValue = "") String because, RedirectAttributes next) {
		String by = secretariat(name);
		return act(name, Map.of(), next, () -> {
			this.commissioning.withdraw(name, number, because, by);
			return "Withdrawn: whoever was to write it gets a mail.";
		});
	}

	private ModelAndView act(CycleName name, Map<String, String> typed, RedirectAttributes next, Supplier<String> act) {
		try {
			next.addFlashAttribute("done", act.get());
		}
		catch (Refused refused) {
			if (refused.why() == Refused.Why.NOT_FOUND) {
				throw refused;
			}
			return page(name,
					(refused.why() == Refused.Why.INVALID) ? HttpStatus.UNPROCESSABLE_ENTITY : HttpStatus.CONFLICT)
				.addObject("problem", refused.getMessage())
				.addObject("typed", typed);
		}
		return new ModelAndView("redirect:/reports/%s/commissions".formatted(name));
	}

	private static NewCommission asked(Map<String, String> typed) {
		String[] author = typed.getOrDefault("author", "").split("-", 2);
		return new NewCommission(typed.getOrDefault("title", ""),
				ReportChapter.of(typed.getOrDefault("behind", ""))
					.orElseThrow(() -> refused("behind", "Choose the chapter that it stands behind.")),
				typed.getOrDefault("brief", ""), number(author[0]), (author.length > 1) ? number(author[1]) : null,
				day(typed.getOrDefault("due", "")));
	}

	private static long number(String typed) {
		try {
			return Long.parseLong(typed);
		}
		catch (NumberFormatException ex) {
			throw refused("author", "Choose an author.");
		}
	}

	private static LocalDate day(String typed) {
		try {
			return LocalDate.parse(typed.strip());
		}
		catch (DateTimeParseException ex) {
			throw refused("due", "\"%s\" is not a day: write it as 2023-09-15.".formatted(typed));
		}
	}

	private static Refused refused(String field, String sentence) {
		return Refused.invalid("Nothing is commissioned or changed. " + sentence,
				List.of(new Problem(field, sentence)));
	}

	private ModelAndView page(CycleName name, HttpStatus status) {
		return new ModelAndView("commissions", status).addObject("cycle", this.cycles.get(name))
			.addObject("commissions", this.commissions.of(name).stream().map(Line::of).toList())
			.addObject("sealed", !this.sealed.of(name).isEmpty())
			.addObject("places", ReportChapter.values())
			.addObject("authors", this.commissions.choices())
			.addObject("typed", Map.of());
	}

	private String secretariat(CycleName name) {
		String by = this.current.get().requireSecretariat().userId();
		this.cycles.get(name);
		return by;
	}

	@ExceptionHandler
	ModelAndView say(Refused refused) {
		ModelAndView page = new ModelAndView("message", "sentence", refused.getMessage());
		page.setStatus((refused.why() == Refused.Why.NOT_ALLOWED) ? HttpStatus.FORBIDDEN : HttpStatus.NOT_FOUND);
		return page;
	}

	/**
	 * A chapter on the page.
	 *
	 * @param author as the form has it
	 */
	record Line(int number, String title, String behind, String behindTitle, String brief, String author,
			String authorCalled, LocalDate due, String state, boolean open, boolean printed, @Nullable String because) {

		static Line of(Commission it) {
			String party = String.valueOf(it.author().party().value());
			return new Line(it.number(), it.title(), it.behind().key(), it.behind().title(), it.brief(),
					(it.author().contact() != null) ? party + "-" + it.author().contact().value() : party,
					it.author().called(), it.due(), it.state().words(), it.state().isOpen(),
					it.state() == Commission.State.ACCEPTED, it.because());
		}

	}

}
