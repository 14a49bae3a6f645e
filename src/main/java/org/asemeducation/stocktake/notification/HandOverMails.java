package org.asemeducation.stocktake.notification;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.notification.letter.Notice;
import org.asemeducation.stocktake.notification.letter.Notice.Link;
import org.asemeducation.stocktake.notification.letter.Notice.Part;
import org.asemeducation.stocktake.update.UpdateKey;
import org.asemeducation.stocktake.update.handover.HandOverRefused;
import org.asemeducation.stocktake.update.handover.HandedOver;
import org.asemeducation.stocktake.update.handover.HelpBegun;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells helpers that they may write, and everybody concerned that somebody else has taken
 * an initiative over.
 */
@Component
class HandOverMails {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);

	private static final String SIGN_IN = "The link leads through sign-in, with the address that this mail came to. "
			+ "Whoever has no account yet gets one by a mail of its own.";

	private final Notices notices;

	private final JdbcClient jdbc;

	HandOverMails(Notices notices, JdbcClient jdbc) {
		this.notices = notices;
		this.jdbc = jdbc;
	}

	@EventListener
	@Transactional
	void on(HelpBegun help) {
		String by = this.notices.nameOf(help.by());
		LocalDate until = help.until();
		String submits = help.maySubmit() ? "You may submit it for %s, too.".formatted(help.party())
				: "You cannot submit it: %s does.".formatted(help.party());
		this.notices.queue(help.helper(), Notices.HELP, help.key(), new Notice(
				"%s: please help with the %s of %s until %s".formatted(help.key().cycle(),
						this.notices.what(help.key()), help.key().initiative(), DAY.format(until)),
				"%s (%s) asks you to help with the %s of %s until the end of %s.".formatted(by, help.party(),
						this.notices.what(help.key()), this.notices.called(help.key()), DAY.format(until)),
				form(help.key()),
				List.of(new Part("What you may do",
						"You write in the same form and attach files. What you write is saved as you go and is there for all who write it. %s Your access ends by itself after that day."
							.formatted(submits)),
						new Part("How", SIGN_IN))));
	}

	@EventListener
	@Transactional
	void on(HandOverRefused refused) {
		String called = this.notices.called(refused.key());
		this.jdbc.sql("select id from contact where user_id = :user and active")
			.param("user", refused.askedBy())
			.query(Long.class)
			.optional()
			.ifPresent((asker) -> this.notices.queue(new ContactId(asker), Notices.NOT_HANDED_OVER, refused.key(),
					new Notice("%s: %s is not handed over".formatted(refused.key().cycle(), refused.key().initiative()),
							"the secretariat has not confirmed that %s takes over %s: it stays with you."
								.formatted(refused.successor(), called),
							form(refused.key()), List.of(new Part("What the secretariat says", refused.reason())))));
	}

	@EventListener
	@Transactional
	void on(HandedOver done) {
		String from = this.notices.name(done.from());
		String to = this.notices.name(done.to());
		String what = (done.initiatives().size() == 1) ? this.notices.called(done.key())
				: "%d initiatives: %s".formatted(done.initiatives().size(), String.join(", ", done.initiatives()));
		Map<ContactId, UpdateKey> others = others(done);
		Set<ContactId> gone = new LinkedHashSet<>(List.of(done.from()));
		gone.addAll(done.colleagues());
		gone.removeAll(others.keySet());
		gone.remove(done.to());
		gone.forEach((contact) -> this.notices.queue(contact, Notices.HANDED_OVER, done.key(), new Notice(subject(done),
				"%s (%s) has taken over %s.".formatted(to, done.party(), what), null,
				List.of(new Part("What this means",
						"The draft and all that was said before are with them. You have no access to it any more, and are not asked or reminded about it. Thank you for your work on it.")))));
		this.notices.queue(done.to(), Notices.HANDED_OVER, done.key(), new Notice(subject(done),
				"you have taken over %s from %s.".formatted(what, from), form(done.key()),
				List.of(new Part("What you find there",
						"Whatever %s has written is in the form, with its earlier versions and files. You are asked and reminded from now on."
							.formatted(from)),
						new Part("How", SIGN_IN))));
		others.forEach((other, theirs) -> this.notices.queue(other, Notices.HANDED_OVER, theirs,
				new Notice(subject(done), "%s (%s) has taken over %s from %s.".formatted(to, done.party(), what, from),
						form(theirs), List.of(new Part("What this means",
								"The draft stays as it is. Write to %s from now on.".formatted(to))))));
	}

	/** Who else coordinates any of it, with the first that they do. */
	private Map<ContactId, UpdateKey> others(HandedOver done) {
		Map<ContactId, UpdateKey> others = new LinkedHashMap<>();
		done.initiatives()
			.stream()
			.map((initiative) -> UpdateKey.of(done.key().cycle().value(), initiative))
			.forEach((key) -> this.notices.coordinators(key).forEach((contact) -> others.putIfAbsent(contact, key)));
		others.keySet().removeAll(List.of(done.from(), done.to()));
		return others;
	}

	private static String subject(HandedOver done) {
		return "%s: %s was handed over".formatted(done.key().cycle(),
				(done.initiatives().size() == 1) ? done.key().initiative() : done.party());
	}

	private static Link form(UpdateKey key) {
		return new Link("/i/%s/%s".formatted(key.cycle(), key.initiative()), "Open the form");
	}

}
