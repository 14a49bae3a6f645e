package org.asemeducation.stocktake.notification.letter;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.asemeducation.stocktake.engine.PublicUrl;

/**
 * What the variables of templates stand for. Only words leave here, no objects: a
 * template can ask for nothing else.
 */
final class LetterWords {

	private final Map<String, Object> words = new HashMap<>();

	/** What every mail says. */
	LetterWords(Addressee to, String secretariat, PublicUrl publicUrl) {
		this.words.put("to", to.called());
		this.words.put("email", to.email());
		this.words.put("secretariat", secretariat);
		this.words.put("home", publicUrl.to("/"));
	}

	Map<String, Object> all() {
		return this.words;
	}

	LetterWords with(Map<String, Object> more) {
		this.words.putAll(more);
		return this;
	}

	/** What every mail of a cycle says. */
	LetterWords of(CycleFacts cycle, List<Item> accepted, ReaderDays days) {
		this.words.put("cycle", cycle.name());
		this.words.put("cycleTitle", cycle.title());
		put("deadline", cycle.deadline(), days);
		put("freeze", cycle.freeze(), days);
		this.words.put("acceptances", !accepted.isEmpty());
		this.words.put("accepted", accepted.stream().map(LetterWords::named).toList());
		return this;
	}

	/** The moment a day ends, what to go by, and the day in a subject. */
	LetterWords put(String name, LocalDate day, ReaderDays days) {
		this.words.put(name, days.at(day));
		this.words.put(name + "By", days.by(day));
		this.words.put(name + "Day", days.shortBy(day));
		return this;
	}

	/** What a mail says that asks for something. */
	LetterWords asking(Asking asking, List<Item> rest, CycleFacts cycle, ReaderDays days) {
		Item first = asking.first();
		List<Item> submit = asking.items().stream().filter((item) -> !item.returned()).toList();
		List<Item> revise = asking.items().stream().filter(Item::returned).toList();
		this.words.put("asked", asking.items().stream().map((item) -> item(item, days)).toList());
		this.words.put("waiting", !rest.isEmpty());
		this.words.put("rest", rest.stream().map((item) -> item(item, days)).toList());
		this.words.put("first", first.id());
		this.words.put("number", Integer.toString(asking.items().size()));
		this.words.put("one", asking.items().size() == 1);
		this.words.put("updates", updates(asking.items()));
		this.words.put("yourUpdates", yours(asking.items()));
		this.words.put("submitting", !submit.isEmpty());
		this.words.put("submit", updates(submit));
		this.words.put("submitYours", yours(submit));
		this.words.put("several", submit.size() > 1);
		this.words.put("forPlan", asking.isForPlan());
		this.words.put("alsoRevise", (submit.isEmpty() || revise.isEmpty()) ? "" : updates(revise));
		put("due", first.due(), days);
		put("open", cycle.stillOpenOn(first.due(), days.now()), days);
		ReaderDays.Standing standing = days.standing(first.due());
		this.words.put("ahead", standing == ReaderDays.Standing.AHEAD);
		this.words.put("lastDay", standing == ReaderDays.Standing.LAST);
		this.words.put("over", standing == ReaderDays.Standing.OVER);
		drafts(asking.items());
		return this;
	}

	LetterWords informing(List<Item> informed) {
		this.words.put("telling", !informed.isEmpty());
		this.words.put("informed", informed.stream().map((item) -> {
			Map<String, Object> told = new HashMap<>(named(item));
			told.put("part", item.hosting() ? "host" : "support");
			told.put("staffed", item.staffed());
			told.put("coordinators", item.coordinators());
			return told;
		}).toList());
		return this;
	}

	LetterWords confirming(List<Item> items, Optional<LocalDate> requests, boolean again, String link) {
		this.words.put("initiatives", items.stream().map(LetterWords::named).toList());
		this.words.put("updates", updates(items));
		this.words.put("requests", requests.map(DateWords::day).orElse(""));
		this.words.put("again", again);
		this.words.put("confirm", link);
		return this;
	}

	LetterWords adopted(List<Item> items, Map<String, List<AdoptedLine>> lines, Optional<LocalDate> on, String report) {
		this.words.put("adoptedOn", on.map(DateWords::day).orElse(""));
		this.words.put("plans", (items.size() == 1) ? "your plans for " + items.get(0).id()
				: "your plans for %d initiatives".formatted(items.size()));
		this.words.put("report", report);
		this.words.put("asked", items.stream().map((item) -> {
			Map<String, Object> initiative = new HashMap<>(named(item));
			initiative.put("action", item.action());
			initiative.put("lines",
					lines.getOrDefault(item.id(), List.of())
						.stream()
						.map((line) -> Map.of("activity", line.activity(), "period", line.period(), "output",
								line.output(), "result", line.result()))
						.toList());
			return initiative;
		}).toList());
		return this;
	}

	private void drafts(List<Item> items) {
		List<Item> drafts = items.stream().filter(Item::isDraft).toList();
		Item first = items.get(0);
		if (drafts.isEmpty()) {
			this.words.put("unsubmitted", "");
			this.words.put("missing",
					"no %s %s has come".formatted(first.returned() ? "new version of" : "update on", first.id()));
			return;
		}
		Item draft = drafts.get(0);
		String others = switch (drafts.size()) {
			case 1 -> "";
			case 2 -> ", nor is that of " + drafts.get(1).id();
			default -> ", nor are %d more".formatted(drafts.size() - 1);
		};
		this.words.put("unsubmitted",
				"Your draft of %s %s is saved but not submitted%s.".formatted(draft.id(), draft.title(), others));
		this.words.put("missing", "your draft of %s is not submitted".formatted(draft.id()));
	}

	static Map<String, Object> named(Item item) {
		return Map.of("id", item.id(), "title", item.title());
	}

	private static Map<String, Object> item(Item item, ReaderDays days) {
		Map<String, Object> words = new HashMap<>(named(item));
		words.put("action", item.action());
		words.put("link", item.link());
		words.put("standing", item.standing(days));
		words.put("submits", item.submits(days));
		words.put("otherwise", item.otherwise());
		words.put("noted", switch (item.noted()) {
			case 0 -> "";
			case 1 -> "one line";
			default -> item.noted() + " lines";
		});
		words.put("placeholders",
				item.placeholders()
					.stream()
					.map((place) -> Map.of("where", place.where(), "line", OneLine.of(place.words())))
					.toList());
		words.put("remarks",
				item.remarks()
					.stream()
					.map((remark) -> Map.of("remark", Integer.toString(remark.number()), "label", remark.label(),
							"lines", remark.lines().stream().map((line) -> Map.of("line", line)).toList()))
					.toList());
		return words;
	}

	private static String updates(List<Item> items) {
		if (isForPlan(items)) {
			return "words for the plan";
		}
		return (items.size() == 1) ? "one update" : items.size() + " updates";
	}

	private static String yours(List<Item> items) {
		if (isForPlan(items)) {
			return "your words for the plan";
		}
		return (items.size() == 1) ? "your update on " + items.get(0).id() : items.size() + " updates";
	}

	/** Whether words for a plan are asked for, and no updates. */
	static boolean isForPlan(List<Item> items) {
		return items.stream().anyMatch((item) -> !item.placeholders().isEmpty());
	}

}
