package org.asemeducation.stocktake.notification;

import java.util.List;
import java.util.stream.Stream;

import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.cycle.agenda.Slot;
import org.asemeducation.stocktake.cycle.agenda.SlotAnswered;
import org.asemeducation.stocktake.cycle.agenda.SlotAsked;
import org.asemeducation.stocktake.notification.letter.Notice;
import org.asemeducation.stocktake.notification.letter.Notice.Link;
import org.asemeducation.stocktake.notification.letter.Notice.Part;
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
		Notice notice = new Notice(
				"%s: a slot at %s is asked for, %s".formatted(slot.cycle(), slot.meeting(), slot.initiative()),
				"please answer: %s asks for %d minutes at %s, for %s %s.".formatted(slot.askedBy(), slot.minutes(),
						slot.meeting(), slot.initiative(), slot.initiativeTitle()),
				new Link("/desk/meetings/%s/%s/slots".formatted(slot.cycle(), slot.meeting()),
						"Give it, or say why not"),
				List.of(new Part("What it is called", slot.title()), new Part("What for", slot.purpose())));
		secretariat().forEach((reader) -> this.notices.queue(reader, Notices.SLOT, key(slot), notice));
	}

	@EventListener
	@Transactional
	void on(SlotAnswered answered) {
		Slot slot = answered.slot();
		String lead = slot.isGiven()
				? "you have %d minutes at %s for “%s”: %s.".formatted(slot.givenMinutes(), slot.meeting(), slot.title(),
						slot.at())
				: "the secretariat cannot give you time at %s for “%s”.".formatted(slot.meeting(), slot.title());
		List<Part> parts = Stream
			.concat((slot.because() != null) ? Stream.of(new Part("Why not", slot.because())) : Stream.empty(),
					Stream.of(new Part("What you asked for", "%d minutes for %s %s.\n\n%s".formatted(slot.minutes(),
							slot.initiative(), slot.initiativeTitle(), slot.purpose()))))
			.toList();
		Notice notice = new Notice(
				"%s: your slot at %s is %sgiven".formatted(slot.cycle(), slot.meeting(), slot.isGiven() ? "" : "not "),
				lead, new Link("/i/%s/%s".formatted(slot.cycle(), slot.initiative()), "Look at it in your form"),
				parts);
		readers(slot).forEach((reader) -> this.notices.queue(reader, Notices.SLOT, key(slot), notice));
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

	private static UpdateKey key(Slot slot) {
		return UpdateKey.of(slot.cycle().value(), slot.initiative());
	}

}
