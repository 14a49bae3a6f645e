package org.asemeducation.stocktake.cycle;

import java.util.List;
import java.util.Map;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where the AES says which paragraphs of the last Chair's Conclusions an initiative
 * answers.
 */
@Controller
class ConclusionParagraphsPage {

	private final ConclusionParagraphs paragraphs;

	private final CurrentPerson current;

	ConclusionParagraphsPage(ConclusionParagraphs paragraphs, CurrentPerson current) {
		this.paragraphs = paragraphs;
		this.current = current;
	}

	@GetMapping("/desk/conclusions")
	ModelAndView show(@RequestParam(required = false) @Nullable String cycle,
			@RequestParam(defaultValue = "") String search, @RequestParam(defaultValue = "1") int page) {
		this.current.get().requireSecretariat();
		List<CycleName> open = this.paragraphs.open();
		CycleName shown = open.stream()
			.filter((it) -> cycle == null || it.value().equals(cycle))
			.findFirst()
			.orElse(null);
		return page(open, shown, search, page, Map.of(), HttpStatus.OK);
	}

	/**
	 * Keeps what is said of a page's initiatives.
	 * @param page from 1, which page that is
	 * @param next from 1, which one to show then
	 * @param said by initiative
	 */
	@PostMapping("/desk/conclusions/{cycle}")
	ModelAndView keep(@PathVariable String cycle, @RequestParam(defaultValue = "") String search,
			@RequestParam(defaultValue = "1") int page, @RequestParam(required = false) @Nullable Integer next,
			@RequestParam Map<String, String> said, RedirectAttributes then) {
		String by = this.current.get().requireSecretariat().userId();
		List<CycleName> open = this.paragraphs.open();
		CycleName name = open.stream().filter((it) -> it.value().equals(cycle)).findFirst().orElse(null);
		if (name == null) {
			return page(open, null, "", 1, Map.of(), HttpStatus.NOT_FOUND).addObject("problem",
					"There is no cycle %s under way.".formatted(cycle));
		}
		try {
			int changed = this.paragraphs.keep(name, said, by);
			then.addFlashAttribute("done",
					(changed == 0) ? "Nothing was other than before."
							: "Kept for %d %s. Forms that nobody has begun are filled in with it; the others offer it."
								.formatted(changed, (changed == 1) ? "initiative" : "initiatives"));
		}
		catch (IllegalArgumentException ex) {
			return page(open, name, search, page, said, HttpStatus.UNPROCESSABLE_ENTITY).addObject("problem",
					ex.getMessage());
		}
		then.addAttribute("cycle", name.value());
		if (!search.isBlank()) {
			then.addAttribute("search", search);
		}
		then.addAttribute("page", (next != null) ? next : page);
		return new ModelAndView("redirect:/desk/conclusions");
	}

	private ModelAndView page(List<CycleName> open, @Nullable CycleName shown, String search, int page,
			Map<String, String> typed, HttpStatus status) {
		return new ModelAndView("conclusion-paragraphs", status).addObject("cycles", open)
			.addObject("shown", shown)
			.addObject("typed", typed)
			.addObject("list", (shown != null) ? this.paragraphs.page(shown, search, page) : null);
	}

}
