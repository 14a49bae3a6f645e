package org.asemeducation.stocktake.notification;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;

import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.notification.letter.Notice;
import org.asemeducation.stocktake.notification.letter.Notice.Link;
import org.asemeducation.stocktake.notification.letter.Notice.Part;
import org.asemeducation.stocktake.update.thread.MessageWritten;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Mails what was written about an update: to the AES what its coordinators ask, to them
 * and to whoever asked what the AES says.
 */
@Component
class ThreadMails {

	private final Notices notices;

	private final JdbcClient jdbc;

	private final Clock clock;

	ThreadMails(Notices notices, JdbcClient jdbc, Clock clock) {
		this.notices = notices;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@EventListener
	@Transactional
	void on(MessageWritten written) {
		String called = this.notices.called(written.key());
		String by = this.notices.nameOf(written.by());
		Notice notice = new Notice("%s: %s about %s".formatted(written.key().cycle(),
				written.secretariat() ? "a message from the secretariat" : "a question", written.key().initiative()),
				"%s has written to you about %s.".formatted(written.secretariat() ? by + " (AES)" : by, called),
				new Link("/i/%s/%s".formatted(written.key().cycle(), written.key().initiative()), "Read and answer"),
				List.of(new Part("What they write", written.text()), new Part("How",
						"Answer in the form, under “Questions and answers”: all who need to know are told by mail.")));
		readers(written).forEach((reader) -> this.notices.queue(reader, Notices.MESSAGE, written.key(), notice));
	}

	private List<ContactId> readers(MessageWritten written) {
		return this.jdbc
			.sql(written.secretariat()
					? """
							select distinct c.id from contact c where c.active and c.user_id <> :by and (
							    exists (select from coordination k join contact_role s on s.party = k.party and s.role = 'coordinator'
							        where s.contact = c.id and k.initiative = :initiative and k.role = 'coordinator')
							    or exists (select from thread_message m join helper h on h.contact = c.id and h.ended_at is null
							            and h.ends_at >= :now
							            and h.initiative = m.initiative
							        where m.cycle = :cycle and m.initiative = :initiative and m.written_by = c.user_id))
							order by c.id"""
					: """
							select distinct c.id from contact c join contact_role s on s.contact = c.id and s.role = 'secretariat'
							where c.active and c.user_id <> :by and cast(:cycle as text) is not null
							and cast(:initiative as text) is not null
							and cast(:now as timestamptz) is not null order by c.id""")
			.param("by", written.by())
			.param("now", Timestamp.from(this.clock.instant()))
			.param("cycle", written.key().cycle().value())
			.param("initiative", written.key().initiative().value())
			.query((row, number) -> new ContactId(row.getLong("id")))
			.list();
	}

}
