package org.asemeducation.stocktake.cycle;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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

	private static final String SEEN = "seen.";

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
	 * Keeps what is said of a page's initiatives, wherever that leads next.
	 * @param find what to search for then; {@code null} to stay with what was found
	 * @param next from 1, which page to show then; {@code null} for the same
	 * @param said by initiative; what was seen there stands by {@code seen.} before it
	 */
	@PostMapping("/desk/conclusions/{cycle}")
	ModelAndView keep(@PathVariable String cycle, @RequestParam(defaultValue = "") String search,
			@RequestParam(defaultValue = "") String found, @RequestParam(defaultValue = "1") int page,
			@RequestParam(required = false) @Nullable String find,
			@RequestParam(required = false) @Nullable Integer next, @RequestParam Map<String, String> said,
			RedirectAttributes then) {
		String by = this.current.get().requireSecretariat().userId();
		List<CycleName> open = this.paragraphs.open();
		CycleName name = open.stream().filter((it) -> it.value().equals(cycle)).findFirst().orElse(null);
		if (name == null) {
			return page(open, null, "", 1, Map.of(), HttpStatus.NOT_FOUND).addObject("problem",
					"There is no cycle %s under way.".formatted(cycle));
		}
		try {
			int changed = this.paragraphs.keep(name, said, seen(said), by);
			if (changed > 0 || find == null && next == null) {
				then.addFlashAttribute("done", done(changed));
			}
		}
		catch (IllegalArgumentException ex) {
			return page(open, name, found, page, said, HttpStatus.UNPROCESSABLE_ENTITY).addObject("problem",
					ex.getMessage());
		}
		String shown = (find != null) ? search : found;
		then.addAttribute("cycle", name.value());
		if (!shown.isBlank()) {
			then.addAttribute("search", shown);
		}
		then.addAttribute("page", (find != null) ? 1 : (next != null) ? next : page);
		return new ModelAndView("redirect:/desk/conclusions");
	}

	private static Map<String, String> seen(Map<String, String> said) {
		return said.entrySet()
			.stream()
			.filter((field) -> field.getKey().startsWith(SEEN))
			.collect(Collectors.toMap((field) -> field.getKey().substring(SEEN.length()), Map.Entry::getValue));
	}

	private static String done(int changed) {
		return (changed == 0) ? "Nothing was other than before."
				: "Kept for %d %s. Forms that nobody has begun are filled in with it; the others offer it."
					.formatted(changed, (changed == 1) ? "initiative" : "initiatives");
	}

	private ModelAndView page(List<CycleName> open, @Nullable CycleName shown, String search, int page,
			Map<String, String> typed, HttpStatus status) {
		return new ModelAndView("conclusion-paragraphs", status).addObject("cycles", open)
			.addObject("shown", shown)
			.addObject("typed", typed)
			.addObject("list", (shown != null) ? this.paragraphs.page(shown, search, page) : null);
	}

}
