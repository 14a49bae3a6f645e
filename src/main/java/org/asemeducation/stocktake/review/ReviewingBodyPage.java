package org.asemeducation.stocktake.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.plan.Plans;
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
 * Where the AES says who reviews: everything the Standing Working Group, or each
 * objective its Expert Group, with the terms of the members.
 */
@Controller
@RequestMapping("/desk/reviewing-body")
class ReviewingBodyPage {

	private final Seats seats;

	private final OpenReviews reviews;

	private final Plans plans;

	private final CurrentPerson current;

	private final Clock clock;

	ReviewingBodyPage(Seats seats, OpenReviews reviews, Plans plans, CurrentPerson current, Clock clock) {
		this.seats = seats;
		this.reviews = reviews;
		this.plans = plans;
		this.current = current;
		this.clock = clock;
	}

	@GetMapping
	ModelAndView show() {
		this.current.get().requireSecretariat();
		return page(HttpStatus.OK);
	}

	@PostMapping("/seats")
	ModelAndView add(@RequestParam(required = false) @Nullable String contact,
			@RequestParam(required = false) @Nullable String objective,
			@RequestParam(required = false) @Nullable String from, @RequestParam(required = false) @Nullable String to,
			@RequestParam(defaultValue = "false") boolean chair, RedirectAttributes next) {
		String by = this.current.get().requireSecretariat().userId();
		try {
			this.seats.add(NewSeat.of(contact, objective, from, to, chair), by);
		}
		catch (IllegalArgumentException ex) {
			return page(HttpStatus.UNPROCESSABLE_ENTITY).addObject("problem", ex.getMessage());
		}
		next.addFlashAttribute("done", "The term is entered: it counts from the next update that comes.");
		return new ModelAndView("redirect:/desk/reviewing-body");
	}

	@PostMapping("/seats/{id}/removal")
	String remove(@PathVariable long id, RedirectAttributes next) {
		this.seats.remove(id, this.current.get().requireSecretariat().userId());
		next.addFlashAttribute("done", "The term is taken out.");
		return "redirect:/desk/reviewing-body";
	}

	@PostMapping("/cycles/{cycle}")
	ModelAndView choose(@PathVariable String cycle, @RequestParam(required = false) @Nullable String kind,
			@RequestParam(defaultValue = "") String reason, RedirectAttributes next) {
		String by = this.current.get().requireSecretariat().userId();
		try {
			this.seats.choose(this.reviews.known(cycle), (kind != null) ? kind : "", reason, today(), by);
		}
		catch (IllegalArgumentException ex) {
			return page(HttpStatus.UNPROCESSABLE_ENTITY).addObject("problem", ex.getMessage())
				.addObject("chosen", cycle)
				.addObject("chosenKind", kind)
				.addObject("reason", reason);
		}
		next.addFlashAttribute("done",
				"It counts for %s from the next update that comes; what was dealt out stays where it is."
					.formatted(cycle));
		return new ModelAndView("redirect:/desk/reviewing-body");
	}

	private ModelAndView page(HttpStatus status) {
		LocalDate today = today();
		List<Seat> seats = this.seats.all();
		return new ModelAndView("reviewing-body", status).addObject("seats", seats)
			.addObject("today", today)
			.addObject("members", this.seats.members())
			.addObject("warnings", Seats.warnings(seats, today))
			.addObject("objectives", this.plans.isLoaded() ? this.plans.current().objectives() : List.of())
			.addObject("bodies", this.reviews.open().stream().map((cycle) -> body(cycle)).toList());
	}

	private LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), this.clock.getZone());
	}

	private Body body(CycleName cycle) {
		return new Body(cycle.value(), this.seats.kind(cycle));
	}

	/**
	 * How a cycle deals its reviews out.
	 */
	record Body(String cycle, String kind) {
	}

}
