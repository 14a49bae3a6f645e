package org.asemeducation.stocktake.notification;

import java.util.List;

import org.asemeducation.stocktake.notification.letter.Notice;
import org.asemeducation.stocktake.notification.letter.Notice.Link;
import org.asemeducation.stocktake.notification.letter.Notice.Part;
import org.asemeducation.stocktake.update.people.NotTheirs;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells the AES that a party has left an initiative to others: nothing of it waits in a
 * task list. Where nobody is left there is a task instead.
 */
@Component
class NotTheirsMails {

	private final Notices notices;

	NotTheirsMails(Notices notices) {
		this.notices = notices;
	}

	@EventListener
	@Transactional
	void on(NotTheirs said) {
		String id = said.key().initiative().value();
		Notice notice = new Notice(
				"%s: %s is not coordinated by %s any more".formatted(said.key().cycle(), id, said.parties()),
				"please note for the plan that %s is not coordinated by %s, as %s says."
					.formatted(this.notices.called(said.key()), said.parties(), this.notices.nameOf(said.by())),
				new Link("/desk/plan-proposals", "Proposals for the plan"),
				List.of(new Part("Why", said.because()),
						new Part("What happens now",
								"%s %s asked for the %s as before. The plan is not changed by itself.".formatted(
										said.others(), said.others().contains(";") ? "are" : "is",
										this.notices.what(said.key())))));
		this.notices.secretariat()
			.forEach((contact) -> this.notices.queue(contact, Notices.NOT_THEIRS, said.key(), notice));
	}

}
