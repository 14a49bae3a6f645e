package org.asemeducation.stocktake.notification.letter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;

/**
 * The words that the template of a digest has.
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
		words.put("count", items.size());
		words.put("newCount", items.stream().filter(DigestItem::fresh).count());
		words.put("tasks", items.stream().limit(MOST).toList());
		words.put("more", Math.max(0, items.size() - MOST));
		words.put("days", days);
		words.put("standings", this.facts.standings(mail));
		Optional<LocalDate> due = Optional.ofNullable(first.due());
		words.put("due", due.map(days::by).orElse(""));
		words.put("dueDay", due.map(days::shortBy).orElse(""));
		words.put("overdue", due.filter((day) -> days.standing(day) == ReaderDays.Standing.OVER).isPresent());
		return words;
	}

}
