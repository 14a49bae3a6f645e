package org.asemeducation.stocktake.notification;

import java.util.List;

import org.asemeducation.stocktake.notification.letter.Notice;
import org.asemeducation.stocktake.notification.letter.Notice.Link;
import org.asemeducation.stocktake.notification.letter.Notice.Part;
import org.asemeducation.stocktake.update.UpdateEntered;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks those who coordinate an initiative whether what the AES has entered for them is
 * theirs.
 */
@Component
class EnteredMails {

	private final Notices notices;

	EnteredMails(Notices notices) {
		this.notices = notices;
	}

	@EventListener
	@Transactional
	void on(UpdateEntered entered) {
		String id = entered.key().initiative().value();
		String what = this.notices.what(entered.key());
		boolean plan = this.notices.isForPlan(entered.key());
		String how = entered.desk() ? (plan ? "" : "as a desk update: it is written ")
				+ "from what the secretariat knows, without a text of yours" : "from what you sent";
		Notice notice = new Notice(
				"%s: %s the %s of %s yours?".formatted(entered.key().cycle(), plan ? "are" : "is", what, id),
				"please look at the %s of %s, which the secretariat has entered for %s, and say whether %s yours."
					.formatted(what, this.notices.called(entered.key()), entered.onBehalf(),
							plan ? "they are" : "it is"),
				new Link("/i/%s/%s/ours".formatted(entered.key().cycle(), id), "Look at it and say that it is ours"),
				List.of(new Part("How",
						"The link leads through sign-in to a page with the button “Yes, this is ours”. Opening the page alone confirms nothing."),
						new Part("What it is", (plan
								? "They were entered %s. They are reviewed like any other words, and shown as entered by the AES for %s."
								: "It was entered %s. It is reviewed like any other update, and shown as entered by the AES for %s.")
							.formatted(how, entered.onBehalf())),
						new Part("If it is not as you want it",
								"Take it back in the form as long as no reviewer has taken it up, or reply to this mail.")));
		this.notices.coordinators(entered.key())
			.forEach((contact) -> this.notices.queue(contact, Notices.ENTERED, entered.key(), notice));
	}

}
