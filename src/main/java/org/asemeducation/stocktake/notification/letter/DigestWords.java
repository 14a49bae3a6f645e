package org.asemeducation.stocktake.notification.letter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;

/**
 * What the variables of a digest stand for.
 */
@Component
class DigestWords {

	/** So many tasks are named; the rest is in Tasklist. */
	private static final int MOST = 40;

	private final DigestFacts facts;

	private final LetterFacts letter;

	DigestWords(DigestFacts facts, LetterFacts letter) {
		this.facts = facts;
		this.letter = letter;
	}

	boolean areFor(long mail) {
		return this.facts.isDigest(mail);
	}

	Map<String, Object> of(long mail, Instant at) {
		List<DigestItem> items = this.facts.items(mail);
		WaitingTask first = items.get(0).task();
		ReaderDays days = new ReaderDays(at, first.zone(), this.letter.zone(mail).orElse(first.zone()));
		Map<String, Object> words = new HashMap<>();
		boolean one = items.size() == 1;
		words.put("one", one);
		words.put("howMany", one ? "one task" : items.size() + " tasks");
		words.put("fresh", fresh(items));
		words.put("tasks", items.stream().limit(MOST).map((item) -> task(item, days)).toList());
		words.put("more", (items.size() > MOST) ? Integer.toString(items.size() - MOST) : "");
		List<String> standings = this.facts.standings(mail);
		words.put("gathering", !standings.isEmpty());
		words.put("standings", standings.stream().map((line) -> Map.of("line", line)).toList());
		Optional<LocalDate> due = Optional.ofNullable(first.due());
		words.put("dueClause", due.map((day) -> clause(one, day, days)).orElse(""));
		words.put("dueDay", due.map(days::shortBy).orElse(""));
		return words;
	}

	private static Map<String, Object> task(DigestItem item, ReaderDays days) {
		return Map.of("called", item.called(), "fresh", item.fresh(), "standing", item.standing(days), "link",
				item.link());
	}

	private static String fresh(List<DigestItem> items) {
		long fresh = items.stream().filter(DigestItem::fresh).count();
		if (fresh == 0 || items.size() == 1) {
			return "";
		}
		return ", %s of them new".formatted((fresh == items.size()) ? "all" : Long.toString(fresh));
	}

	private static String clause(boolean one, LocalDate day, ReaderDays days) {
		return "; %s %s %s".formatted(one ? "it" : "the first",
				(days.standing(day) == ReaderDays.Standing.OVER) ? "was due on" : "is due by", days.by(day));
	}

}
