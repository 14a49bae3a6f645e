package org.asemeducation.stocktake.notification.letter;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.asemeducation.stocktake.engine.PublicUrl;
import org.asemeducation.stocktake.notification.transport.MailSettings;

import org.springframework.stereotype.Component;

/**
 * Writes a mail: picks the template that its lines call for and gives it its words.
 */
@Component
public class Letters {

	private final LetterFacts facts;

	private final LetterTemplates templates;

	private final PublicUrl publicUrl;

	private final MailSettings settings;

	private final Clock clock;

	Letters(LetterFacts facts, LetterTemplates templates, PublicUrl publicUrl, MailSettings settings, Clock clock) {
		this.facts = facts;
		this.templates = templates;
		this.publicUrl = publicUrl;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Writes what is true now.
	 * @param mail the ledger's number; at least one of its lines is not dropped
	 * @return subject and both parts; a secret is left as <code>{token}</code>
	 */
	public Written write(long mail) {
		Addressee addressee = this.facts.addressee(mail);
		List<Item> items = this.facts.items(mail);
		Map<String, Object> words = new HashMap<>();
		words.put("to", addressee);
		words.put("secretariat", this.settings.replyAddress());
		words.put("home", this.publicUrl.to("/"));
		words.put("invitation", this.publicUrl.to("/invitation/{token}"));
		words.put("until", this.facts.invitedUntil(mail).map(DateWords::day).orElse(""));
		words.put("asked", items.stream().filter(Predicate.not(Item::informing)).toList());
		words.put("informed", items.stream().filter(Item::informing).toList());
		this.facts.adoptedOn(mail).ifPresent((on) -> {
			words.put("adoptedOn", DateWords.day(on));
			words.put("adopted", this.facts.adopted(mail));
		});
		this.facts.cycle(mail).ifPresent((cycle) -> words.putAll(words(cycle)));
		return this.templates.write(template(items), addressee.language(), words);
	}

	private Map<String, Object> words(CycleFacts cycle) {
		LocalDate open = cycle.stillOpenOn(LocalDate.ofInstant(this.clock.instant(), cycle.zone()));
		return Map.of("cycle", cycle, "deadlineDay", DateWords.day(cycle.deadline()), "deadline",
				DateWords.endOf(cycle.deadline(), cycle.zone()), "freezeDay", DateWords.day(cycle.freeze()), "freeze",
				DateWords.endOf(cycle.freeze(), cycle.zone()), "openDay", DateWords.day(open), "open",
				DateWords.endOf(open, cycle.zone()), "place", DateWords.place(cycle.zone()));
	}

	private static String template(List<Item> items) {
		if (items.isEmpty()) {
			return "invitation";
		}
		if (items.stream().allMatch(Item::informing)) {
			return "inform";
		}
		return items.get(0).kind();
	}

}
