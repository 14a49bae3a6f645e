package org.asemeducation.stocktake.notification.letter;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

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

	private static final String NO_LONGER_DUE = "no-longer-due";

	private static final Set<String> TOLD_APART = Set.of(ACCEPTED, NO_LONGER_DUE);

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
		words.put("informed",
				items.stream().filter((item) -> item.informing() && !TOLD_APART.contains(item.kind())).toList());
		words.put("accepted", items.stream().filter((item) -> item.isOf(ACCEPTED)).toList());
		words.put("rest", items.stream().filter((item) -> item.isOf(Item.OWED)).toList());
		this.facts.adoptedOn(mail).ifPresent((on) -> {
			words.put("adoptedOn", DateWords.day(on));
			words.put("adopted", this.facts.adopted(mail));
		});
		Asking asking = Asking.of(items);
		Optional<CycleFacts> cycle = this.facts.cycle(mail);
		if (items.isEmpty() || cycle.isEmpty()) {
			return this.templates.write(this.facts.kind(mail), addressee.language(), words);
		}
		ReaderDays days = say(new ReaderDays(at, cycle.get().zone(), this.facts.zone(mail).orElse(cycle.get().zone())),
				cycle.get(), asking, words);
		this.facts.calendarDay(mail).ifPresent((day) -> say("calendar", day, days, words));
		words.put("noLongerDue", items.stream().filter((item) -> item.isOf(NO_LONGER_DUE)).toList());
		return this.templates.write(template(items, asking, days), addressee.language(), words)
			.owing(owed(items, cycle.get(), days));
	}

	private static ReaderDays say(ReaderDays days, CycleFacts cycle, Asking asking, Map<String, Object> words) {
		words.putAll(Map.of("cycle", cycle, "days", days));
		say("deadline", cycle.deadline(), days, words);
		say("freeze", cycle.freeze(), days, words);
		if (!asking.items().isEmpty()) {
			words.putAll(asking.words(days));
			say("due", asking.first().due(), days, words);
			say("open", cycle.stillOpenOn(asking.first().due(), days.now()), days, words);
		}
		return days;
	}

	/** The day in a subject, the moment it ends, and what to go by. */
	private static void say(String name, LocalDate day, ReaderDays days, Map<String, Object> words) {
		words.put(name + "Day", days.shortBy(day));
		words.put(name, days.at(day));
		words.put(name + "By", days.by(day));
	}

	private static String template(List<Item> items, Asking asking, ReaderDays days) {
		if (!asking.items().isEmpty()) {
			return asking.template(days);
		}
		return items.stream().anyMatch((item) -> item.isOf(NO_LONGER_DUE)) ? NO_LONGER_DUE : "inform";
	}

	private static List<Owed> owed(List<Item> items, CycleFacts cycle, ReaderDays days) {
		return items.stream()
			.filter((item) -> !item.informing() && !item.isOf("adopted"))
			.collect(Collectors.toMap(Item::id, Function.identity(), (one, again) -> one, LinkedHashMap::new))
			.values()
			.stream()
			.map((item) -> Owed.of(item, cycle, days))
			.toList();
	}

}
