package org.asemeducation.stocktake.notification.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.cycle.Cycle;
import org.asemeducation.stocktake.engine.PublicUrl;
import org.asemeducation.stocktake.notification.letter.Owed;
import org.asemeducation.stocktake.notification.transport.MailSettings;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The one entry that a coordinator's calendar has of a cycle: the next day by which they
 * owe something. Every mail that asks for something brings it up to date under the same
 * UID; the first that finds nothing owed takes it away.
 */
@Component
public class CalendarEntries {

	private final JdbcClient jdbc;

	private final PublicUrl publicUrl;

	private final MailSettings settings;

	private final Clock clock;

	CalendarEntries(JdbcClient jdbc, PublicUrl publicUrl, MailSettings settings, Clock clock) {
		this.jdbc = jdbc;
		this.publicUrl = publicUrl;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * The entry that a mail carries, as it leaves. To be called in the transaction that
	 * writes the mail; two mails to one person are written one after the other.
	 * @param mail the ledger's number
	 * @param owed what its reader owes in its cycle now
	 * @return an iCalendar file; none when the mail has no cycle, and when nothing is
	 * owed and no day lies ahead in the reader's calendar
	 */
	public Optional<String> of(long mail, List<Owed> owed) {
		return this.jdbc.sql("""
				select m.contact, y.name, y.zone, e.sequence, e.on_date, e.content, e.cancelled, e.mail
				from mail m join cycle y on y.name = m.cycle
				left join calendar_entry e on e.cycle = m.cycle and e.contact = m.contact
				where m.id = :mail""")
			.param("mail", mail)
			.query((row, number) -> read(row))
			.optional()
			.flatMap((reader) -> owed.isEmpty() ? cancel(mail, reader) : Optional.of(publish(mail, reader, owed)));
	}

	private String publish(long mail, Reader reader, List<Owed> owed) {
		List<Owed> byDay = owed.stream().sorted(Comparator.comparing(Owed::day)).toList();
		LocalDate day = byDay.get(0).day();
		String summary = "%s (%s)".formatted(whatToDo(byDay), reader.cycle());
		String description = byDay.stream()
			.map((one) -> "%s %s\nBy %s\n%s".formatted(one.initiative(), one.title(), one.until(), one.link()))
			.collect(Collectors.joining("\n\n"));
		String content = "%s\n%s\n%s".formatted(day, summary, description);
		Entry stands = reader.entry();
		int sequence = (stands == null) ? 0
				: (stands.cancelled() || !stands.content().equals(content)) ? stands.sequence() + 1 : stands.sequence();
		save(mail, reader, new Entry(sequence, day, content, false, mail), byDay);
		return file("PUBLISH", Event.until(uid(reader), sequence, false, end(day, reader.zone()), summary, description,
				(byDay.size() == 1) ? byDay.get(0).link() : this.publicUrl.to("/camunda/app/tasklist/default/")));
	}

	private static String whatToDo(List<Owed> owed) {
		String verb = owed.stream().allMatch(Owed::returned) ? "Revise" : "Submit";
		return (owed.size() == 1) ? "%s your update on %s".formatted(verb, owed.get(0).initiative())
				: "%s %d updates, the first".formatted(verb, owed.size());
	}

	private Optional<String> cancel(long mail, Reader reader) {
		Entry stands = reader.entry();
		boolean again = stands != null && stands.cancelled() && stands.mail() == mail;
		if (stands == null || (!again
				&& (stands.cancelled() || !end(stands.day(), reader.zone()).isAfter(this.clock.instant())))) {
			return Optional.empty();
		}
		Entry gone = again ? stands : new Entry(stands.sequence() + 1, stands.day(), stands.content(), true, mail);
		save(mail, reader, gone, List.of());
		return Optional.of(file("CANCEL", Event.until(uid(reader), gone.sequence(), true,
				end(gone.day(), reader.zone()), "Nothing more is due (%s)".formatted(reader.cycle()), "", null)));
	}

	private void save(long mail, Reader reader, Entry entry, List<Owed> owed) {
		this.jdbc
			.sql("""
					insert into calendar_entry as e (cycle, contact, sequence, on_date, initiatives, content, cancelled, mail)
					values (:cycle, :contact, :sequence, :day, :initiatives, :content, :cancelled, :mail)
					on conflict (cycle, contact) do update set sequence = excluded.sequence, on_date = excluded.on_date,
					    initiatives = case when excluded.cancelled then e.initiatives else excluded.initiatives end,
					    content = excluded.content, cancelled = excluded.cancelled, mail = excluded.mail""")
			.param("cycle", reader.cycle())
			.param("contact", reader.contact())
			.param("sequence", entry.sequence())
			.param("day", entry.day())
			.param("initiatives", owed.stream().map(Owed::initiative).toArray(String[]::new))
			.param("content", entry.content())
			.param("cancelled", entry.cancelled())
			.param("mail", mail)
			.update();
	}

	private String file(String method, Event event) {
		return CalendarFile.of(method, "", this.settings.replyAddress(), this.clock.instant(), List.of(event));
	}

	private String uid(Reader reader) {
		return "update-%s-%d@%s".formatted(reader.cycle(), reader.contact(), this.publicUrl.host());
	}

	private static Instant end(LocalDate day, ZoneId zone) {
		return Cycle.endOf(day, zone).plusMillis(1);
	}

	private static Reader read(ResultSet row) throws SQLException {
		LocalDate day = row.getObject("on_date", LocalDate.class);
		Entry entry = (day != null) ? new Entry(row.getInt("sequence"), day, row.getString("content"),
				row.getBoolean("cancelled"), row.getLong("mail")) : null;
		return new Reader(row.getString("name"), ZoneId.of(row.getString("zone")), row.getLong("contact"), entry);
	}

	/**
	 * Whose calendar, and what it has.
	 */
	private record Reader(String cycle, ZoneId zone, long contact, @Nullable Entry entry) {
	}

	/**
	 * What a calendar has.
	 */
	private record Entry(int sequence, LocalDate day, String content, boolean cancelled, long mail) {
	}

}
