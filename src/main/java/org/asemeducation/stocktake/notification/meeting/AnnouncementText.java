package org.asemeducation.stocktake.notification.meeting;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.asemeducation.stocktake.cycle.agenda.Agendas;
import org.asemeducation.stocktake.notification.letter.Letters;
import org.asemeducation.stocktake.notification.letter.Written;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Shows what an announcement would say: it is queued and written as if it were sent, and
 * all is taken back.
 */
@Component
class AnnouncementText {

	private static final String NOBODY = "nobody: this is taken back";

	private final Announcements announcements;

	private final Agendas agendas;

	private final Letters letters;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	AnnouncementText(Announcements announcements, Agendas agendas, Letters letters, JdbcClient jdbc,
			PlatformTransactionManager transactions) {
		this.announcements = announcements;
		this.agendas = agendas;
		this.letters = letters;
		this.jdbc = jdbc;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * The mail to the first of those it would go to.
	 * @return none when it would go to nobody
	 */
	Optional<Written> of(CycleName cycle, MeetingKind kind, Announcement announcement) {
		return Objects.requireNonNull(this.transaction.execute((status) -> {
			status.setRollbackOnly();
			Integer agenda = announcement.agenda() ? this.agendas.send(cycle, kind, NOBODY) : null;
			if (announcement.to().isEmpty() || !this.announcements.keep(cycle, kind, announcement, agenda, NOBODY)) {
				return Optional.<Written>empty();
			}
			this.announcements.queue(cycle, kind, new Announcement(announcement.number(), announcement.words(),
					announcement.agenda(), List.of(announcement.to().get(0))));
			return this.jdbc.sql("""
					select max(m.id) from mail m join mail_line l on l.mail = m.id
					where m.cycle = :cycle and l.kind = 'meeting' and l.meeting = :kind and l.round = :number""")
				.param("cycle", cycle.value())
				.param("kind", kind.name())
				.param("number", announcement.number())
				.query(Long.class)
				.optional()
				.map(this.letters::write);
		}));
	}

}
