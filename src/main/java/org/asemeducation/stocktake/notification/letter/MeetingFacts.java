package org.asemeducation.stocktake.notification.letter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.asemeducation.stocktake.cycle.MeetingFormat;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads which meeting a mail tells of, how that stands now, and what its reader was told
 * before.
 */
@Component
public class MeetingFacts {

	private final JdbcClient jdbc;

	MeetingFacts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Whether the mail tells of a meeting. */
	public boolean areFor(long mail) {
		return this.jdbc
			.sql("select exists (select from mail_line where mail = :mail and kind = 'meeting' and not dropped)")
			.param("mail", mail)
			.query(Boolean.class)
			.single();
	}

	/**
	 * What the mail tells now.
	 * @param mail one that tells of a meeting
	 * @return its news, which may be none
	 */
	public MeetingNews of(long mail) {
		return this.jdbc.sql("""
				select m.contact, y.name, y.title, t.kind, t.planned_on, t.place, t.hybrid, t.virtual, t.host, t.state,
				    case when t.outcome in ('postponed', 'dropped') then t.reason end as reason, l.round, a.words,
				    e.on_date, e.content, e.cancelled, e.news, e.was, e.mail is not distinct from m.id as again
				from mail m join mail_line l on l.mail = m.id and l.kind = 'meeting' and not l.dropped
				join cycle y on y.name = m.cycle
				join meeting t on t.cycle = m.cycle and t.kind = l.meeting
				left join announcement a on a.cycle = t.cycle and a.kind = t.kind and a.number = l.round
				left join meeting_entry e on e.cycle = t.cycle and e.kind = t.kind and e.contact = m.contact
				where m.id = :mail order by l.position limit 1""")
			.param("mail", mail)
			.query((row, number) -> read(row))
			.single();
	}

	/**
	 * The agenda that goes along, a line each, such as "3 Updates by partners"; may be
	 * none.
	 */
	List<String> agenda(MeetingNews news) {
		return this.jdbc.sql("""
				select l.label || ' ' || l.title as line from announcement a
				join agenda_line l on l.cycle = a.cycle and l.kind = a.kind and l.number = a.agenda
				where a.cycle = :cycle and a.kind = :kind and a.number = :number order by l.position""")
			.param("cycle", news.cycle())
			.param("kind", news.kind())
			.param("number", news.announcement())
			.query(String.class)
			.list();
	}

	private static MeetingNews read(ResultSet row) throws SQLException {
		return new MeetingNews(row.getLong("contact"), row.getString("name"), row.getString("title"),
				row.getString("kind"), row.getObject("planned_on", LocalDate.class), place(row), text(row, "host"),
				row.getString("state"), text(row, "reason"), row.getInt("round"),
				Optional.ofNullable(row.getString("words")).orElse(""), told(row), row.getBoolean("again"));
	}

	private static MeetingNews.@Nullable Told told(ResultSet row) throws SQLException {
		String content = row.getString("content");
		return (content == null) ? null
				: new MeetingNews.Told(row.getObject("on_date", LocalDate.class), content, row.getBoolean("cancelled"),
						MeetingNews.News.of(row.getString("news")), row.getObject("was", LocalDate.class));
	}

	private static String place(ResultSet row) throws SQLException {
		String place = text(row, "place");
		return switch (MeetingFormat.of(row.getBoolean("hybrid"), row.getBoolean("virtual"))) {
			case IN_PERSON -> place;
			case HYBRID -> place.isEmpty() ? "in person and online" : place + " and online";
			case VIRTUAL -> "online";
		};
	}

	private static String text(ResultSet row, String column) throws SQLException {
		return OneLine.of(Optional.ofNullable(row.getString(column)).orElse(""));
	}

}
