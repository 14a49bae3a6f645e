package org.asemeducation.stocktake.notification.meeting;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What was announced, and the mails that tell of meetings, as rows. A mail is written as
 * it leaves; its process starts within a minute.
 */
@Component
class Announcements {

	private static final String QUEUE = """
			, written as (
			    insert into mail (cycle, contact, recipient, state, queued_at, bundled_at)
			    select :cycle, c.id, c.email, 'queued', :now, :now from contact c join whom w on w.contact = c.id
			    where c.active order by c.id
			    returning id
			)
			insert into mail_line (mail, kind, meeting, round) select id, 'meeting', :kind, :number from written
			""";

	private final JdbcClient jdbc;

	private final Clock clock;

	Announcements(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** What was announced of a meeting, the first first. */
	List<Said> of(CycleName cycle, MeetingKind kind) {
		return this.jdbc
			.sql("""
					select a.*, coalesce(c.name, a.announced_by) as by,
					    (select count(*) from mail m join mail_line l on l.mail = m.id and l.kind = 'meeting'
					        where m.cycle = a.cycle and l.meeting = a.kind and l.round = a.number and not l.dropped) as mails
					from announcement a left join contact c on c.user_id = a.announced_by
					where a.cycle = :cycle and a.kind = :kind order by a.number""")
			.param("cycle", cycle.value())
			.param("kind", kind.name())
			.query((row, number) -> new Said(row.getInt("number"), row.getString("words"),
					row.getObject("agenda", Integer.class), row.getObject("announced_at", OffsetDateTime.class),
					row.getString("by"), row.getInt("mails")))
			.list();
	}

	/**
	 * Keeps an announcement.
	 * @param agenda the version that goes along; {@code null} for none
	 * @return false, and nothing is kept, when somebody has sent that number
	 */
	boolean keep(CycleName cycle, MeetingKind kind, Announcement announcement, @Nullable Integer agenda, String by) {
		return this.jdbc.sql("""
				insert into announcement (cycle, kind, number, words, agenda, announced_at, announced_by)
				select :cycle, :kind, :number, :words, cast(:agenda as int), :now, :by
				where :number = 1 + (select count(*) from announcement where cycle = :cycle and kind = :kind)
				on conflict do nothing""")
			.param("cycle", cycle.value())
			.param("kind", kind.name())
			.param("number", announcement.number())
			.param("words", announcement.words())
			.param("agenda", agenda)
			.param("now", Timestamp.from(this.clock.instant()))
			.param("by", by)
			.update() == 1;
	}

	/**
	 * Queues a mail to each; one of an earlier announcement that waits gives way to it.
	 */
	int queue(CycleName cycle, MeetingKind kind, Announcement announcement) {
		this.jdbc
			.sql("""
					update mail_line l set dropped = true from mail m
					where m.id = l.mail and m.cycle = :cycle and m.state = 'queued' and l.kind = 'meeting' and l.meeting = :kind
					  and m.contact = any(:contacts)""")
			.param("cycle", cycle.value())
			.param("kind", kind.name())
			.param("contacts", announcement.to().toArray(Long[]::new))
			.update();
		return this.jdbc.sql("with whom as (select unnest(cast(:contacts as bigint[])) as contact)" + QUEUE)
			.param("contacts", announcement.to().toArray(Long[]::new))
			.param("cycle", cycle.value())
			.param("kind", kind.name())
			.param("number", announcement.number())
			.param("now", Timestamp.from(this.clock.instant()))
			.update();
	}

	/**
	 * Queues a mail to everybody who was told of the meeting. One that waits already will
	 * say what is new; one that turns out to say nothing new is never sent.
	 */
	int tellOfChange(CycleName cycle, MeetingKind kind) {
		return this.jdbc.sql("""
				with whom as (
				    select e.contact from meeting_entry e where e.cycle = :cycle and e.kind = :kind
				    and not exists (select from mail m join mail_line l on l.mail = m.id
				        where m.contact = e.contact and m.cycle = e.cycle and m.state = 'queued'
				          and l.kind = 'meeting' and l.meeting = e.kind and not l.dropped)
				)""" + QUEUE)
			.param("cycle", cycle.value())
			.param("kind", kind.name())
			.param("number", 0)
			.param("now", Timestamp.from(this.clock.instant()))
			.update();
	}

	/**
	 * An announcement that was sent.
	 *
	 * @param agenda the version that went along; {@code null} for none
	 * @param mails how many mails it became
	 */
	record Said(int number, String words, @Nullable Integer agenda, OffsetDateTime at, String by, int mails) {
	}

}
