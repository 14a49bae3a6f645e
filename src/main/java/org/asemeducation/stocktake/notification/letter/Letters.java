package org.asemeducation.stocktake.notification.letter;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.asemeducation.stocktake.access.provider.ProviderSettings;
import org.asemeducation.stocktake.engine.PublicUrl;
import org.asemeducation.stocktake.notification.transport.MailSettings;

import org.springframework.stereotype.Component;

/**
 * Writes a mail: picks the template that its lines call for and gives it its words.
 */
@Component
public class Letters {

	private static final String ACCEPTED = "accepted";

	private final LetterFacts facts;

	private final LineFacts lines;

	private final DigestWords digest;

	private final AlertWords alert;

	private final LetterTemplates templates;

	private final PublicUrl publicUrl;

	private final MailSettings settings;

	private final ProviderSettings provider;

	private final Clock clock;

	Letters(LetterFacts facts, LineFacts lines, DigestWords digest, AlertWords alert, LetterTemplates templates,
			PublicUrl publicUrl, MailSettings settings, ProviderSettings provider, Clock clock) {
		this.facts = facts;
		this.lines = lines;
		this.digest = digest;
		this.alert = alert;
		this.templates = templates;
		this.publicUrl = publicUrl;
		this.settings = settings;
		this.provider = provider;
		this.clock = clock;
	}

	/**
	 * Writes what is true now.
	 * @param mail the ledger's number; at least one of its lines is not dropped
	 * @return subject and both parts; a secret is left as <code>{token}</code>
	 */
	public Written write(long mail) {
		return write(mail, this.clock.instant());
	}

	/**
	 * Writes what would be true at a moment, if nothing but time passed.
	 * @param mail the ledger's number; at least one of its lines is not dropped
	 * @param at the moment
	 * @return subject and both parts; a secret is left as <code>{token}</code>
	 */
	public Written write(long mail, Instant at) {
		Addressee addressee = this.facts.addressee(mail);
		Map<String, Object> words = new HashMap<>();
		words.put("to", addressee);
		words.put("secretariat", this.settings.replyAddress());
		words.put("home", this.publicUrl.to("/"));
		if (this.digest.areFor(mail)) {
			words.putAll(this.digest.of(mail, at));
			return this.templates.write("digest", addressee.language(), words);
		}
		if (this.alert.areFor(mail)) {
			words.putAll(this.alert.of(mail));
			return this.templates.write("alert", addressee.language(), words);
		}
		List<Item> items = this.lines.items(mail);
		words.put("invitation", this.publicUrl.to("/invitation/{token}"));
		words.put("until", this.facts.invitedUntil(mail).map(DateWords::day).orElse(""));
		words.put("reset", this.publicUrl.to("/password-reset/{token}"));
		words.put("resetUntil", this.facts.resetUntil(mail).orElse(""));
		words.put("provider", this.provider.label());
		words.put("informed", items.stream().filter((item) -> item.informing() && !item.isOf(ACCEPTED)).toList());
		words.put("accepted", items.stream().filter((item) -> item.isOf(ACCEPTED)).toList());
		words.put("rest", items.stream().filter((item) -> item.isOf(Item.OWED)).toList());
		this.facts.adoptedOn(mail).ifPresent((on) -> {
			words.put("adoptedOn", DateWords.day(on));
			words.put("adopted", this.facts.adopted(mail));
		});
		Asking asking = Asking.of(items);
		LocalDate today = this.facts.cycle(mail).map((cycle) -> say(cycle, at, asking, words)).orElse(LocalDate.MIN);
		return this.templates.write(items.isEmpty() ? this.facts.kind(mail) : template(asking, today),
				addressee.language(), words);
	}

	private LocalDate say(CycleFacts cycle, Instant at, Asking asking, Map<String, Object> words) {
		LocalDate today = cycle.dayOf(at);
		words.putAll(Map.of("cycle", cycle, "today", today, "place", DateWords.place(cycle.zone())));
		say("deadline", cycle.deadline(), cycle, words);
		say("freeze", cycle.freeze(), cycle, words);
		if (!asking.items().isEmpty()) {
			words.putAll(asking.words(today));
			say("due", asking.first().due(), cycle, words);
			say("open", cycle.stillOpenOn(asking.first().due(), today), cycle, words);
		}
		return today;
	}

	private static void say(String name, LocalDate day, CycleFacts cycle, Map<String, Object> words) {
		words.put(name + "Day", DateWords.day(day));
		words.put(name, DateWords.endOf(day, cycle.zone()));
	}

	private static String template(Asking asking, LocalDate today) {
		return asking.items().isEmpty() ? "inform" : asking.template(today);
	}

}
