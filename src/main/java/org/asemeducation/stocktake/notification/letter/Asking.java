package org.asemeducation.stocktake.notification.letter;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a mail asks its reader to do.
 *
 * @param items each initiative once, the most overdue first
 * @param kinds of all lines that ask
 */
record Asking(List<Item> items, Set<String> kinds) {

	/** Whatever else the mail asks for says so as well, in the standing of its items. */
	private static final String DATE_MOVED = "date-moved";

	static Asking of(List<Item> lines) {
		List<Item> asking = lines.stream().filter((item) -> !item.informing() && !item.isOf(Item.OWED)).toList();
		Collection<Item> once = asking.stream()
			.collect(Collectors.toMap(Item::id, Function.identity(), (one, again) -> one, LinkedHashMap::new))
			.values();
		return new Asking(once.stream().sorted(Comparator.comparing(Item::due)).toList(),
				asking.stream().map(Item::kind).collect(Collectors.toSet()));
	}

	/** The template for it. */
	String template(ReaderDays days) {
		if (this.kinds.contains("freeze-reminder")) {
			return "freeze-reminder";
		}
		if (this.kinds.contains("reminder")) {
			return "reminder-" + standing(days);
		}
		if (this.kinds.contains("returned-reminder")) {
			return "returned-reminder";
		}
		return this.items.stream()
			.map(Item::kind)
			.filter((kind) -> !kind.equals(DATE_MOVED))
			.findFirst()
			.orElse(DATE_MOVED);
	}

	/**
	 * The template that says the same where words for a plan are asked for.
	 * @param template what an update is asked for with
	 * @return the same in a reporting cycle
	 */
	String forPlan(String template) {
		if (!isForPlan()) {
			return template;
		}
		return switch (template) {
			case "request" -> "words-request";
			case "returned", "returned-reminder" -> "words-returned";
			default ->
				(template.startsWith("reminder-") || "freeze-reminder".equals(template)) ? "words-reminder" : template;
		};
	}

	/** Whether words for a plan are asked for. */
	boolean isForPlan() {
		return LetterWords.isForPlan(this.items);
	}

	/** The words that the templates have for it. */
	Map<String, Object> words(ReaderDays days) {
		return Map.of("asked", this.items, "submit", submit(), "revise", revise(), "drafts",
				this.items.stream().filter(Item::isDraft).toList(), "first", first(), "standing", standing(days));
	}

	/** What the mail is about in the first place: what has been returned comes second. */
	Item first() {
		return submit().stream().findFirst().orElseGet(() -> this.items.get(0));
	}

	private String standing(ReaderDays days) {
		return days.standing(first().due()).word();
	}

	private List<Item> submit() {
		return this.items.stream().filter(Predicate.not(Item::returned)).toList();
	}

	private List<Item> revise() {
		return this.items.stream().filter(Item::returned).toList();
	}

}
