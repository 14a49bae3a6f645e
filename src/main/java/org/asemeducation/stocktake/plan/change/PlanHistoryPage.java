package org.asemeducation.stocktake.plan.change;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.plan.PlanChanges;
import org.asemeducation.stocktake.plan.PlanHistory;
import org.asemeducation.stocktake.plan.PlanRow;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The plan as it was, is or will be on a day, and what is different between two days. The
 * address holds the days, so it can be sent on.
 */
@Controller
@RequestMapping("/desk/plan/history")
class PlanHistoryPage {

	/** More rows are shown one action at a time, and of an action no more. */
	private static final int MOST = 500;

	private final PlanHistory history;

	private final PlanChanges changes;

	private final WordsCompared words;

	private final CurrentPerson person;

	PlanHistoryPage(PlanHistory history, PlanChanges changes, WordsCompared words, CurrentPerson person) {
		this.history = history;
		this.changes = changes;
		this.words = words;
		this.person = person;
	}

	@GetMapping
	ModelAndView show(@RequestParam(required = false) @Nullable String on,
			@RequestParam(required = false) @Nullable String with,
			@RequestParam(required = false) @Nullable String action) {
		this.person.get().requireSecretariat();
		LocalDate today = this.changes.today();
		try {
			LocalDate day = isEmpty(on) ? today : Days.read(on);
			ModelAndView page = page(HttpStatus.OK, day, action);
			return isEmpty(with) ? page : compared(page, day, Days.read(with));
		}
		catch (IllegalArgumentException ex) {
			return page(HttpStatus.UNPROCESSABLE_ENTITY, today, action).addObject("problem", ex.getMessage());
		}
	}

	private ModelAndView page(HttpStatus status, LocalDate day, @Nullable String action) {
		Map<Integer, Integer> counts = this.history.counts(day);
		int count = counts.values().stream().mapToInt(Integer::intValue).sum();
		Integer only = chosen(action, counts, count);
		Map<Integer, List<PlanRow>> shown = new TreeMap<>();
		((only != null) ? this.history.ofAction(day, only, MOST) : this.history.asOf(day)).stream()
			.filter((row) -> !row.isEnded())
			.forEach((row) -> shown.computeIfAbsent(row.action(), (it) -> new ArrayList<>()).add(row));
		return new ModelAndView("plan-history", status).addObject("day", day)
			.addObject("today", this.changes.today())
			.addObject("dayInWords", Days.inWords(day))
			.addObject("actions", titles(day, counts.keySet()))
			.addObject("shown", shown)
			.addObject("only", only)
			.addObject("more", only != null && counts.get(only) > MOST)
			.addObject("count", count)
			.addObject("firstDay", this.history.firstDay().map(Days::inWords).orElse(null));
	}

	private static @Nullable Integer chosen(@Nullable String action, Map<Integer, Integer> counts, int count) {
		if (action != null && action.matches("\\d{1,3}") && counts.containsKey(Integer.parseInt(action))) {
			return Integer.parseInt(action);
		}
		return (count > MOST) ? counts.keySet().iterator().next() : null;
	}

	/** Also of an action that is gone while a row of it is suspended. */
	private Map<Integer, String> titles(LocalDate day, Set<Integer> actions) {
		Map<Integer, String> known = this.history.actions(day);
		Map<Integer, String> titles = new LinkedHashMap<>();
		actions.forEach((number) -> titles.put(number, known.getOrDefault(number, "no longer in the plan")));
		return titles;
	}

	private ModelAndView compared(ModelAndView page, LocalDate day, LocalDate with) {
		LocalDate earlier = day.isBefore(with) ? day : with;
		LocalDate later = day.isBefore(with) ? with : day;
		return page.addObject("with", with)
			.addObject("between", "From %s to %s".formatted(Days.inWords(earlier), Days.inWords(later)))
			.addObject("actionsDiffer", actions(this.history.actions(earlier), this.history.actions(later)))
			.addObject("differences",
					new PlanComparison(this.words).between(this.history.asOf(earlier), this.history.asOf(later)));
	}

	private List<PlanComparison.Difference> actions(Map<Integer, String> before, Map<Integer, String> after) {
		Map<Integer, String> all = new TreeMap<>(before);
		all.putAll(after);
		return all.entrySet()
			.stream()
			.map((one) -> action(one.getKey(), one.getValue(), before.get(one.getKey()), after.get(one.getKey())))
			.filter((one) -> !one.what().isEmpty())
			.toList();
	}

	private PlanComparison.Difference action(int number, String title, @Nullable String before,
			@Nullable String after) {
		String name = "Action %d".formatted(number);
		if (before == null || after == null) {
			return new PlanComparison.Difference(name, title, List.of((before == null) ? "Added" : "Ended"), List.of());
		}
		return before.equals(after) ? new PlanComparison.Difference(name, title, List.of(), List.of())
				: new PlanComparison.Difference(name, title, List.of("Renamed"),
						List.of(new PlanComparison.Words("Title", this.words.of(before, after))));
	}

	private static boolean isEmpty(@Nullable String text) {
		return text == null || text.isBlank();
	}

}
