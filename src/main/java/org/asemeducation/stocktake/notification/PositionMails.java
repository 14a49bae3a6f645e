package org.asemeducation.stocktake.notification;

import org.asemeducation.stocktake.endorsement.noobjection.Position;
import org.asemeducation.stocktake.endorsement.noobjection.Position.Answer;
import org.asemeducation.stocktake.endorsement.noobjection.PositionGiven;
import org.asemeducation.stocktake.notification.letter.NoticeWords;
import org.asemeducation.stocktake.notification.template.TemplateName;

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
		NoticeWords words = new NoticeWords(TemplateName.POSITION,
				"/officials/%s/no-objection".formatted(given.cycle()))
			.text("cycle", given.cycle())
			.text("round", given.number())
			.text("member", position.partner())
			.text("says", position.answer().says())
			.text("version", position.version())
			.flag("objects", position.answer() == Answer.OBJECT)
			.said("text", position.text());
		this.notices.secretariat()
			.forEach((contact) -> this.notices.queue(contact, Notices.POSITION, given.cycle(),
					"round " + given.number(), words));
	}

}
