package org.asemeducation.stocktake.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The one table of actions and subgoals, where the secretariat confirms what contributes
 * to what.
 */
@Controller
@RequestMapping("/desk/contributions")
class ContributionsPage {

	private static final Pattern CELL = Pattern.compile("([1-9][0-9]{0,2}):([1-9][0-9]?\\.[1-9][0-9]?)");

	private final Plans plans;

	private final Contributions contributions;

	private final CurrentPerson person;

	ContributionsPage(Plans plans, Contributions contributions, CurrentPerson person) {
		this.plans = plans;
		this.contributions = contributions;
		this.person = person;
	}

	@GetMapping
	ModelAndView show() {
		this.person.get().requireSecretariat();
		return page(HttpStatus.OK);
	}

	@PostMapping
	ModelAndView confirm(@RequestParam(required = false) @Nullable List<String> ticked, @RequestParam String seen,
			RedirectAttributes next) {
		String who = this.person.get().requireSecretariat().userId();
		List<Contribution> contributions = ((ticked != null) ? ticked : List.<String>of()).stream()
			.map(CELL::matcher)
			.filter(Matcher::matches)
			.map((cell) -> new Contribution(Integer.parseInt(cell.group(1)), cell.group(2), true))
			.toList();
		if (!this.contributions.confirm(contributions, seen, who)) {
			return page(HttpStatus.CONFLICT).addObject("problem",
					"Nothing was confirmed, because somebody has changed the table meanwhile: look at it as it is now and tick again.");
		}
		next.addFlashAttribute("done", "%d contributions are confirmed; reports show them from now on."
			.formatted(this.contributions.all().stream().filter(Contribution::confirmed).count()));
		return new ModelAndView("redirect:/desk/contributions");
	}

	private ModelAndView page(HttpStatus status) {
		Map<String, Contribution> cells = new HashMap<>();
		this.contributions.all().forEach((each) -> cells.put("%d:%s".formatted(each.action(), each.subgoal()), each));
		return new ModelAndView("contributions", status).addObject("seen", this.contributions.version())
			.addObject("cells", cells)
			.addObject("plan", this.plans.isLoaded() ? this.plans.outline() : null);
	}

}
