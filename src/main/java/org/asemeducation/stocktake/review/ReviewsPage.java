package org.asemeducation.stocktake.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.cycle.Cycle;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.DeadlineKind;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.update.UpdateKey;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where the AES sees what waits for its review, accepts what needs no second look, and
 * takes as received what nobody has reviewed. Nothing is done before it was shown with
 * its count.
 */
@Controller
@RequestMapping("/desk/reviews")
class ReviewsPage {

	private static final int MOST = 200;

	private static final Pattern CHOICE = Pattern.compile("([A-Za-z0-9-]{1,20}):([1-9][0-9]{0,5})");

	private final OpenReviews reviews;

	private final Reviewing reviewing;

	private final TakingAsReceived asReceived;

	private final Cycles cycles;

	private final CurrentPerson current;

	ReviewsPage(OpenReviews reviews, Reviewing reviewing, TakingAsReceived asReceived, Cycles cycles,
			CurrentPerson current) {
		this.reviews = reviews;
		this.reviewing = reviewing;
		this.asReceived = asReceived;
		this.cycles = cycles;
		this.current = current;
	}

	@GetMapping
	ModelAndView show(@RequestParam Optional<String> cycle, @RequestParam Optional<String> tick) {
		String reader = this.current.get().requireSecretariat().userId();
		List<CycleName> cycles = this.reviews.cycles();
		ModelAndView page = new ModelAndView("reviews").addObject("cycles", cycles);
		return cycle.map(CycleName::new)
			.or(() -> cycles.stream().findFirst())
			.map((name) -> page.addAllObjects(shown(this.cycles.get(name), tick.isPresent(), reader)))
			.orElse(page);
	}

	/** Shows what would be done with what is ticked; changes nothing. */
	@PostMapping("/{cycle}/preview")
	ModelAndView preview(@PathVariable String cycle, @RequestParam(required = false) @Nullable List<String> chosen,
			@RequestParam Act act, RedirectAttributes next) {
		String reader = this.current.get().requireSecretariat().userId();
		List<Choice> choices = choices(chosen);
		if (choices.isEmpty()) {
			next.addFlashAttribute("problem",
					"Nothing is ticked yet: tick the updates, then say what becomes of them.");
			return new ModelAndView("redirect:/desk/reviews?cycle={cycle}", Map.of("cycle", cycle));
		}
		List<OpenReview> ticked = this.reviews.in(new CycleName(cycle), MOST, reader)
			.stream()
			.filter((open) -> choices.stream().anyMatch((choice) -> choice.value().equals(open.choice())))
			.toList();
		return new ModelAndView("reviews-preview").addObject("cycle", cycle)
			.addObject("act", act)
			.addObject("ticked", ticked);
	}

	@PostMapping("/{cycle}")
	String act(@PathVariable String cycle, @RequestParam(required = false) @Nullable List<String> chosen,
			@RequestParam Act act, @RequestParam Optional<String> reason, RedirectAttributes next) {
		String by = this.current.get().requireSecretariat().userId();
		List<String> refused = new ArrayList<>();
		int done = 0;
		for (Choice choice : choices(chosen)) {
			UpdateKey key = UpdateKey.of(cycle, choice.initiative());
			try {
				if (act == Act.ACCEPT) {
					this.reviewing.review(key, new Verdict(choice.revision(), true, Map.of()), by);
				}
				else {
					this.asReceived.take(key, choice.revision(), reason.orElse(""), by);
				}
				done++;
			}
			catch (Refused ex) {
				refused.add("%s: %s".formatted(choice.initiative(), ex.getMessage()));
			}
		}
		if (done > 0) {
			next.addFlashAttribute("done",
					"%d %s %s.".formatted(done, (done == 1) ? "update is" : "updates are", act.done()));
		}
		next.addFlashAttribute("refused", refused);
		next.addAttribute("cycle", cycle);
		return "redirect:/desk/reviews";
	}

	private Map<String, Object> shown(Cycle cycle, boolean tick, String reader) {
		return Map.of("cycle", cycle.name().value(), "due", cycle.endOf(DeadlineKind.REVIEWS), "zone", cycle.zone(),
				"count", this.reviews.count(cycle.name()), "lines", this.reviews.in(cycle.name(), MOST, reader), "tick",
				tick);
	}

	private static List<Choice> choices(@Nullable List<String> chosen) {
		return Optional.ofNullable(chosen)
			.orElse(List.of())
			.stream()
			.map(CHOICE::matcher)
			.filter(Matcher::matches)
			.map((choice) -> new Choice(choice.group(1), Integer.parseInt(choice.group(2))))
			.toList();
	}

	/**
	 * What becomes of what is ticked.
	 */
	enum Act {

		ACCEPT("accepted"), RECEIVE("taken as received, not reviewed");

		private final String done;

		Act(String done) {
			this.done = done;
		}

		public String done() {
			return this.done;
		}

		/** The value in the page's form. */
		public String word() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	private record Choice(String initiative, int revision) {

		String value() {
			return "%s:%d".formatted(this.initiative, this.revision);
		}

	}

}
