package org.asemeducation.stocktake.notification.letter;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.asemeducation.stocktake.access.provider.ProviderSettings;
import org.asemeducation.stocktake.engine.PublicUrl;
import org.asemeducation.stocktake.notification.template.Letter;
import org.asemeducation.stocktake.notification.template.TemplateName;
import org.asemeducation.stocktake.notification.template.Templates;
import org.asemeducation.stocktake.notification.transport.MailSettings;

import org.springframework.stereotype.Component;

/**
 * Writes a mail: picks the template that its lines call for and gives it its words.
 */
@Component
public class Letters {

	private static final String ACCEPTED = "accepted";

	private static final String NO_LONGER_DUE = "no-longer-due";

	private static final String CONFIRM = "confirm";

	private static final Set<String> TOLD_APART = Set.of(ACCEPTED, NO_LONGER_DUE, CONFIRM);

	private final LetterFacts facts;

	private final LineFacts lines;

	private final RoundWords rounds;

	private final NoObjectionWords noObjections;

	private final ContributionWords contributions;

	private final DigestWords digest;

	private final MeetingWords meeting;

	private final AlertWords alert;

	private final LetterTemplates fixed;

	private final Templates templates;

	private final PublicUrl publicUrl;

	private final MailSettings settings;

	private final ProviderSettings provider;

	private final Clock clock;

	Letters(LetterFacts facts, LineFacts lines, RoundWords rounds, NoObjectionWords noObjections,
			ContributionWords contributions, DigestWords digest, MeetingWords meeting, AlertWords alert,
			LetterTemplates fixed, Templates templates, PublicUrl publicUrl, MailSettings settings,
			ProviderSettings provider, Clock clock) {
		this.facts = facts;
		this.lines = lines;
		this.rounds = rounds;
		this.noObjections = noObjections;
		this.contributions = contributions;
		this.digest = digest;
		this.meeting = meeting;
		this.alert = alert;
		this.fixed = fixed;
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
		LetterWords words = new LetterWords(addressee, this.settings.replyAddress(), this.publicUrl);
		if (this.digest.areFor(mail)) {
			return written(TemplateName.DIGEST, addressee, words.with(this.digest.of(mail, at)));
		}
		if (this.meeting.areFor(mail)) {
			return written(TemplateName.MEETING, addressee, words.with(this.meeting.of(mail)));
		}
		if (this.alert.areFor(mail)) {
			return this.fixed.write("alert", addressee.language(), fixed(addressee, this.alert.of(mail)));
		}
		List<Item> items = this.lines.items(mail);
		Optional<CycleFacts> cycle = this.facts.cycle(mail);
		Optional<TemplateName> round = this.rounds.template(mail);
		if (round.isPresent()) {
			ReaderDays days = days(mail, cycle.orElseThrow(), at);
			this.rounds.fill(mail, words.of(cycle.get(), of(items, ACCEPTED), days), days);
			return written(round.get(), addressee, words);
		}
		Optional<TemplateName> noObjection = this.noObjections.template(mail);
		if (noObjection.isPresent()) {
			ReaderDays days = days(mail, cycle.orElseThrow(), at);
			words.of(cycle.get(), of(items, ACCEPTED), days).with(this.noObjections.of(mail, days));
			return written(noObjection.get(), addressee, words);
		}
		Optional<TemplateName> contribution = this.contributions.template(mail);
		if (contribution.isPresent()) {
			words.of(cycle.orElseThrow(), of(items, ACCEPTED), days(mail, cycle.get(), at))
				.with(this.contributions.of(mail, contribution.get()));
			return written(contribution.get(), addressee, words);
		}
		if (items.isEmpty() || cycle.isEmpty()) {
			return this.fixed.write(this.facts.kind(mail), addressee.language(), fixed(addressee, account(mail)));
		}
		ReaderDays days = days(mail, cycle.get(), at);
		return write(mail, addressee, items, cycle.get(), days, words).owing(Owed.of(items, cycle.get(), days));
	}

	private Written write(long mail, Addressee addressee, List<Item> items, CycleFacts cycle, ReaderDays days,
			LetterWords words) {
		Asking asking = Asking.of(items);
		String name = asking.forPlan(template(items, asking, days));
		Optional<TemplateName> template = TemplateName.of(name);
		if (template.isEmpty()) {
			return this.fixed.write(name, addressee.language(), fixed(addressee, asked(cycle, items, asking, days)));
		}
		words.of(cycle, of(items, ACCEPTED), days)
			.informing(items.stream().filter((item) -> item.informing() && !TOLD_APART.contains(item.kind())).toList());
		switch (template.get()) {
			case INFORM -> {
			}
			case NO_LONGER_DUE -> {
				this.facts.calendarDay(mail).ifPresent((day) -> words.put("calendar", day, days));
				words.with(Map.of("noLongerDue", of(items, NO_LONGER_DUE).stream().map(LetterWords::named).toList()));
			}
			case CONFIRM -> words.confirming(of(items, CONFIRM), this.facts.requestDay(mail),
					this.facts.asksAgain(mail), this.publicUrl.to("/my/contact/" + cycle.name()));
			case ADOPTED -> words.adopted(asking.items(), this.facts.adopted(mail), this.facts.adoptedOn(mail),
					this.publicUrl.to("/reports/" + cycle.name()));
			default -> words.asking(asking, of(items, Item.OWED), cycle, days);
		}
		return written(template.get(), addressee, words);
	}

	private ReaderDays days(long mail, CycleFacts cycle, Instant at) {
		return new ReaderDays(at, cycle.zone(), this.facts.zone(mail).orElse(cycle.zone()));
	}

	private Written written(TemplateName template, Addressee addressee, LetterWords words) {
		Letter letter = this.templates.write(template, addressee.language(), words.all());
		return this.fixed.page(letter, addressee.language());
	}

	/** For templates that nobody changes. */
	private Map<String, Object> fixed(Addressee addressee, Map<String, Object> more) {
		Map<String, Object> words = new HashMap<>(more);
		words.put("to", addressee);
		words.put("secretariat", this.settings.replyAddress());
		words.put("home", this.publicUrl.to("/"));
		return words;
	}

	private Map<String, Object> account(long mail) {
		return Map.of("invitation", this.publicUrl.to("/invitation/{token}"), "until",
				this.facts.invitedUntil(mail).map(DateWords::day).orElse(""), "reset",
				this.publicUrl.to("/password-reset/{token}"), "resetUntil", this.facts.resetUntil(mail).orElse(""),
				"provider", this.provider.label());
	}

	private static Map<String, Object> asked(CycleFacts cycle, List<Item> items, Asking asking, ReaderDays days) {
		Map<String, Object> words = new HashMap<>(asking.words(days));
		words.putAll(
				Map.of("cycle", cycle, "today", days, "accepted", of(items, ACCEPTED), "rest", of(items, Item.OWED)));
		Map.of("due", asking.first().due(), "freeze", cycle.freeze()).forEach((name, day) -> {
			words.put(name, days.at(day));
			words.put(name + "By", days.by(day));
			words.put(name + "Day", days.shortBy(day));
		});
		return words;
	}

	private static List<Item> of(List<Item> items, String kind) {
		return items.stream().filter((item) -> item.isOf(kind)).toList();
	}

	private static String template(List<Item> items, Asking asking, ReaderDays days) {
		if (!asking.items().isEmpty()) {
			return asking.template(days);
		}
		return Stream.of(CONFIRM, NO_LONGER_DUE)
			.filter((kind) -> items.stream().anyMatch((item) -> item.isOf(kind)))
			.findFirst()
			.orElse("inform");
	}

}
