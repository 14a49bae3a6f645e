package org.asemeducation.stocktake.notification;

import java.util.ArrayList;
import java.util.List;

import org.asemeducation.stocktake.endorsement.noobjection.Position;
import org.asemeducation.stocktake.endorsement.noobjection.Position.Answer;
import org.asemeducation.stocktake.endorsement.noobjection.PositionGiven;
import org.asemeducation.stocktake.notification.letter.Notice;
import org.asemeducation.stocktake.notification.letter.Notice.Link;
import org.asemeducation.stocktake.notification.letter.Notice.Part;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells the secretariat that a member comments or objects.
 */
@Component
class PositionMails {

	private final Notices notices;

	PositionMails(Notices notices) {
		this.notices = notices;
	}

	@EventListener
	@Transactional
	void on(PositionGiven given) {
		Position position = given.position();
		if (position.answer() == Answer.AGREE) {
			return;
		}
		boolean objects = position.answer() == Answer.OBJECT;
		String says = "%s %s".formatted(position.partner(), position.answer().says());
		List<Part> parts = new ArrayList<>(
				List.of(new Part("What %s says".formatted(position.partner()), position.text())));
		if (objects) {
			parts.add(new Part("What happens now",
					"The round is stopped. The task “Amend version” waits in Tasklist: enter what is to be otherwise there. Everybody who was told of the round is told that its clock stands."));
		}
		Notice notice = new Notice("%s: %s, no-objection round %d".formatted(given.cycle(), says, given.number()),
				objects ? "please amend the version: %s to version %d.".formatted(says, position.version())
						: "please note: %s on version %d. The round goes on.".formatted(says, position.version()),
				new Link("/officials/%s/no-objection".formatted(given.cycle()), "See all answers"), parts);
		this.notices.secretariat()
			.forEach((contact) -> this.notices.queue(contact, Notices.POSITION, given.cycle(),
					"round " + given.number(), notice));
	}

}
