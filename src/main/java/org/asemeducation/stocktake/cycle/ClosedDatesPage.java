package org.asemeducation.stocktake.cycle;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.access.Register;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where the AES enters the days on which it, or a country, is closed.
 */
@Controller
@RequestMapping("/desk/closed-dates")
class ClosedDatesPage {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.ENGLISH);

	private final ClosedDates dates;

	private final Register register;

	private final CurrentPerson current;

	private final Clock clock;

	ClosedDatesPage(ClosedDates dates, Register register, CurrentPerson current, Clock clock) {
		this.dates = dates;
		this.register = register;
		this.current = current;
		this.clock = clock;
	}

	@GetMapping
	ModelAndView show() {
		this.current.get().requireSecretariat();
		return page(HttpStatus.OK);
	}

	@PostMapping
	ModelAndView add(@RequestParam(required = false) @Nullable String from,
			@RequestParam(required = false) @Nullable String to, @RequestParam(defaultValue = "") String party,
			@RequestParam(required = false) @Nullable String reason, RedirectAttributes next) {
		String by = this.current.get().requireSecretariat().userId();
		try {
			this.dates.add(NewClosedDate.of(from, to, this.register.partyCalled(party).id(), reason), by);
		}
		catch (IllegalArgumentException ex) {
			return page(HttpStatus.UNPROCESSABLE_ENTITY).addObject("problem", ex.getMessage())
				.addObject("from", from)
				.addObject("to", to)
				.addObject("party", party)
				.addObject("reason", reason);
		}
		next.addFlashAttribute("done", "The days are entered: from now on a date that falls on them is a warning.");
		return new ModelAndView("redirect:/desk/closed-dates");
	}

	@PostMapping("/{id}/removal")
	String remove(@PathVariable long id, RedirectAttributes next) {
		this.dates.remove(id, this.current.get().requireSecretariat().userId());
		next.addFlashAttribute("done", "The days are no longer closed.");
		return "redirect:/desk/closed-dates";
	}

	private ModelAndView page(HttpStatus status) {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), this.clock.getZone());
		List<Line> lines = this.dates.all().stream().map((date) -> Line.of(date, today)).toList();
		return new ModelAndView("closed-dates", status).addObject("lines", lines)
			.addObject("parties", this.register.names(Register.OFFERED));
	}

	/**
	 * A row of the page.
	 */
	record Line(long id, String days, String party, String reason, boolean past) {

		static Line of(ClosedDate date, LocalDate today) {
			String first = DAY.format(date.from());
			String days = date.from().equals(date.to()) ? first : "%s – %s".formatted(first, DAY.format(date.to()));
			return new Line(date.id(), days, date.party(), date.reason(), date.to().isBefore(today));
		}

	}

}
