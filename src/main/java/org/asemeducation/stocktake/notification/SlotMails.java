package org.asemeducation.stocktake.notification;

import java.util.List;
import java.util.stream.Stream;

import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.cycle.agenda.Slot;
import org.asemeducation.stocktake.cycle.agenda.SlotAnswered;
import org.asemeducation.stocktake.cycle.agenda.SlotAsked;
import org.asemeducation.stocktake.notification.letter.NoticeWords;
import org.asemeducation.stocktake.notification.template.TemplateName;
import org.asemeducation.stocktake.update.UpdateKey;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells the AES that somebody wants to speak at a meeting, and them what it answers.
 */
@Component
class SlotMails {

	private final Notices notices;

	private final JdbcClient jdbc;

	SlotMails(Notices notices, JdbcClient jdbc) {
		this.notices = notices;
		this.jdbc = jdbc;
	}

	@EventListener
	@Transactional
	void on(SlotAsked asked) {
		Slot slot = asked.slot();
		NoticeWords words = words(TemplateName.SLOT_ASKED, slot,
				"/desk/meetings/%s/%s/slots".formatted(slot.cycle(), slot.meeting()))
			.text("by", slot.askedBy())
			.text("minutes", minutes(slot.minutes()));
		secretariat().forEach((reader) -> this.notices.queue(reader, Notices.SLOT, key(slot), words));
	}

	@EventListener
	@Transactional
	void on(SlotAnswered answered) {
		Slot slot = answered.slot();
		Integer given = slot.givenMinutes();
		NoticeWords words = words(TemplateName.SLOT_ANSWERED, slot,
				"/i/%s/%s".formatted(slot.cycle(), slot.initiative()))
			.flag("given", slot.isGiven())
			.text("minutes", (given != null) ? minutes(given) : null)
			.text("at", slot.at())
			.said("because", slot.because())
			.text("asked", minutes(slot.minutes()));
		readers(slot).forEach((reader) -> this.notices.queue(reader, Notices.SLOT, key(slot), words));
	}

	private List<ContactId> secretariat() {
		return this.jdbc.sql("""
				select distinct c.id from contact c join contact_role r on r.contact = c.id and r.role = 'secretariat'
				where c.active order by c.id""").query((row, number) -> new ContactId(row.getLong("id"))).list();
	}

	/** Whoever asked, and everybody else who coordinates the initiative. */
	private List<ContactId> readers(Slot slot) {
		Stream<ContactId> asker = this.jdbc.sql("select id from contact where user_id = :user and active")
			.param("user", slot.asker())
			.query((row, number) -> new ContactId(row.getLong("id")))
			.stream();
		return Stream.concat(asker, this.notices.coordinators(key(slot)).stream()).distinct().toList();
	}

	private static NoticeWords words(TemplateName template, Slot slot, String path) {
		return new NoticeWords(template, path).text("cycle", slot.cycle())
			.text("meeting", slot.meeting())
			.text("id", slot.initiative())
			.text("title", slot.initiativeTitle())
			.text("called", slot.title())
			.said("purpose", slot.purpose());
	}

	private static String minutes(int number) {
		return (number == 1) ? "one minute" : "%d minutes".formatted(number);
	}

	private static UpdateKey key(Slot slot) {
		return UpdateKey.of(slot.cycle().value(), slot.initiative());
	}

}
