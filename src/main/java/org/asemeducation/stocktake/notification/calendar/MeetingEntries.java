package org.asemeducation.stocktake.notification.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import org.asemeducation.stocktake.engine.PublicUrl;
import org.asemeducation.stocktake.notification.letter.MeetingFacts;
import org.asemeducation.stocktake.notification.letter.MeetingNews;
import org.asemeducation.stocktake.notification.transport.MailSettings;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The entry that calendars have of a meeting: each mail that tells of it brings it up to
 * date under the same UID, or takes it away.
 */
@Component
public class MeetingEntries {

	private final MeetingFacts facts;

	private final JdbcClient jdbc;

	private final PublicUrl publicUrl;

	private final MailSettings settings;

	private final Clock clock;

	MeetingEntries(MeetingFacts facts, JdbcClient jdbc, PublicUrl publicUrl, MailSettings settings, Clock clock) {
		this.facts = facts;
		this.jdbc = jdbc;
		this.publicUrl = publicUrl;
		this.settings = settings;
		this.clock = clock;
	}

	/** Whether the mail tells of a meeting. */
	public boolean areFor(long mail) {
		return this.facts.areFor(mail);
	}

	/**
	 * The entry that such a mail carries, as it leaves. To be called in the transaction
	 * that writes the mail, after its words.
	 * @param mail the ledger's number
	 * @return an iCalendar file
	 */
	public String of(long mail) {
		MeetingNews news = this.facts.of(mail);
		int sequence = save(mail, news);
		LocalDate day = Objects.requireNonNull((news.day() != null) ? news.day() : lastDay(news),
				"a meeting without any day is told to nobody");
		Event event = Event
			.on("meeting-%s-%s@%s".formatted(news.cycle(), news.kind(), this.publicUrl.host()), sequence, news.isOff(),
					day, summary(news), "The %s (%s) %s.".formatted(news.called(), news.kind(), news.sentence()))
			.at(this.publicUrl.to("/meetings/%s/%s".formatted(news.cycle(), news.kind())));
		return CalendarFile.of(news.isOff() ? "CANCEL" : "PUBLISH", "", this.settings.replyAddress(),
				this.clock.instant(), List.of(event));
	}

	private static String summary(MeetingNews news) {
		String place = news.place().isEmpty() ? "" : ", " + news.place();
		return "%s: %s%s".formatted(news.cycle(), news.kind(), place);
	}

	private @Nullable LocalDate lastDay(MeetingNews news) {
		return (news.was() != null) ? news.was() : (news.told() != null) ? news.told().day() : null;
	}

	/**
	 * The number rises once for each thing that is new, however often a mail is tried.
	 */
	private int save(long mail, MeetingNews news) {
		return this.jdbc
			.sql("""
					insert into meeting_entry as e (cycle, kind, contact, sequence, on_date, content, cancelled, news, was, mail)
					values (:cycle, :kind, :contact, 0, :day, :content, :cancelled, :news, :was, :mail)
					on conflict (cycle, kind, contact) do update set
					    sequence = e.sequence + case when e.content <> excluded.content then 1 else 0 end,
					    on_date = excluded.on_date, content = excluded.content, cancelled = excluded.cancelled,
					    news = excluded.news, was = excluded.was, mail = excluded.mail
					returning sequence""")
			.param("cycle", news.cycle())
			.param("kind", news.kind())
			.param("contact", news.contact())
			.param("day", news.day())
			.param("content", news.content())
			.param("cancelled", news.isOff())
			.param("news", news.news().word())
			.param("was", news.was())
			.param("mail", mail)
			.query(Integer.class)
			.single();
	}

}
