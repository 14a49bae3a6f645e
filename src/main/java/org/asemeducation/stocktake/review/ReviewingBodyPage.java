package org.asemeducation.stocktake.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

	private final BodyPreview preview;

	private final Plans plans;

	private final CurrentPerson current;

	private final Clock clock;

	ReviewingBodyPage(Seats seats, OpenReviews reviews, BodyPreview preview, Plans plans, CurrentPerson current,
			Clock clock) {
		this.seats = seats;
		this.reviews = reviews;
		this.preview = preview;
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
			@RequestParam(defaultValue = "false") boolean chair, @RequestParam(defaultValue = "") String seen,
			RedirectAttributes next) {
		String by = this.current.get().requireSecretariat().userId();
		try {
			NewSeat seat = NewSeat.of(contact, objective, from, to, chair);
			Runnable change = () -> this.seats.add(seat, by);
			FollowingFromBody following = this.preview.of(this.reviews.open(), change);
			if (!following.fingerprint().equals(seen)) {
				return preview("/desk/reviewing-body/seats", "Enter this term?", following, seen, fields("contact",
						contact, "objective", objective, "from", from, "to", to, "chair", Boolean.toString(chair)));
			}
			change.run();
		}
		catch (IllegalArgumentException ex) {
			return page(HttpStatus.UNPROCESSABLE_ENTITY).addObject("problem", ex.getMessage());
		}
		next.addFlashAttribute("done", "The term is entered: it counts from the next update that comes.");
		return new ModelAndView("redirect:/desk/reviewing-body");
	}

	@PostMapping("/seats/{id}/removal")
	ModelAndView remove(@PathVariable long id, @RequestParam(defaultValue = "") String seen, RedirectAttributes next) {
		String by = this.current.get().requireSecretariat().userId();
		Runnable change = () -> this.seats.remove(id, by);
		FollowingFromBody following = this.preview.of(this.reviews.open(), change);
		if (!following.fingerprint().equals(seen)) {
			return preview("/desk/reviewing-body/seats/%d/removal".formatted(id), "Take this term out?", following,
					seen, fields());
		}
		change.run();
		next.addFlashAttribute("done", "The term is taken out.");
		return new ModelAndView("redirect:/desk/reviewing-body");
	}

	@PostMapping("/cycles/{cycle}")
	ModelAndView choose(@PathVariable String cycle, @RequestParam(required = false) @Nullable String kind,
			@RequestParam(defaultValue = "") String reason, @RequestParam(defaultValue = "") String seen,
			RedirectAttributes next) {
		String by = this.current.get().requireSecretariat().userId();
		try {
			CycleName known = this.reviews.known(cycle);
			Runnable change = () -> this.seats.choose(known, (kind != null) ? kind : "", reason, today(), by);
			FollowingFromBody following = this.preview.of(List.of(known), change);
			if (!following.fingerprint().equals(seen)) {
				return preview("/desk/reviewing-body/cycles/" + cycle,
						Seats.SWG.equals(kind) ? "Have the Standing Working Group review everything?"
								: "Have each objective reviewed by its Expert Group?",
						following, seen, fields("kind", kind, "reason", reason));
			}
			change.run();
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

	/**
	 * What follows, to be confirmed; what was seen before and has changed is shown anew.
	 */
	private static ModelAndView preview(String address, String question, FollowingFromBody following, String seen,
			Map<String, String> fields) {
		return new ModelAndView("reviewing-body-preview", seen.isEmpty() ? HttpStatus.OK : HttpStatus.CONFLICT)
			.addObject("address", address)
			.addObject("question", question)
			.addObject("following", following)
			.addObject("outdated", !seen.isEmpty())
			.addObject("fields", fields);
	}

	private static Map<String, String> fields(@Nullable String... said) {
		Map<String, String> fields = new LinkedHashMap<>();
		for (int each = 0; each < said.length; each += 2) {
			String value = said[each + 1];
			fields.put(String.valueOf(said[each]), (value != null) ? value : "");
		}
		return fields;
	}

	private ModelAndView page(HttpStatus status) {
		LocalDate today = today();
		List<Seat> seats = this.seats.all();
		return new ModelAndView("reviewing-body", status).addObject("seats", seats)
			.addObject("today", today)
			.addObject("members", this.seats.members())
			.addObject("warnings", Seats.warnings(seats, today))
			.addObject("objectives", this.plans.outline().objectives())
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
