package org.asemeducation.stocktake.notification.letter;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.asemeducation.stocktake.access.ContactId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads whom a mail is for, and what of its cycle it speaks of, as they are now.
 */
@Component
class LetterFacts {

	private static final String ADDRESSEE = """
			select c.name, c.email, c.language, coalesce((
			    select string_agg(label, ', ' order by label) from (
			        select distinct coalesce(p.acronym, p.name) as label from contact_role s
			        join party p on p.id = s.party where s.contact = c.id and s.role = 'coordinator') labels
			    ), '') as parties
			from contact c
			""";

	private final JdbcClient jdbc;

	LetterFacts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Addressee addressee(long mail) {
		return this.jdbc.sql(ADDRESSEE + "join mail m on m.contact = c.id where m.id = :mail")
			.param("mail", mail)
			.query(Addressee.class)
			.single();
	}

	Addressee addressee(ContactId contact) {
		return this.jdbc.sql(ADDRESSEE + "where c.id = :contact")
			.param("contact", contact.value())
			.query(Addressee.class)
			.single();
	}

	/** Where the addressee is; none where they name no zone. */
	Optional<ZoneId> zone(long mail) {
		return this.jdbc.sql("""
				select c.zone from mail m join contact c on c.id = m.contact where m.id = :mail and c.zone is not null
				""").param("mail", mail).query(String.class).optional().map(ZoneId::of);
	}

	Optional<CycleFacts> cycle(long mail) {
		return this.jdbc.sql("""
				select y.name, y.title, y.zone, d.on_date as deadline, f.on_date as freeze
				from mail m join cycle y on y.name = m.cycle
				join deadline d on d.cycle = y.name and d.kind = 'deadline'
				join deadline f on f.cycle = y.name and f.kind = 'freeze'
				where m.id = :mail
				""")
			.param("mail", mail)
			.query((row, number) -> new CycleFacts(row.getString("name"), row.getString("title"),
					ZoneId.of(row.getString("zone")), row.getObject("deadline", LocalDate.class),
					row.getObject("freeze", LocalDate.class)))
			.optional();
	}

	/**
	 * The last whole day on which the contact's open invitation can be used, where they
	 * are.
	 */
	Optional<LocalDate> invitedUntil(long mail) {
		return this.jdbc.sql("""
				select cast(max(v.expires_at) at time zone coalesce(c.zone, 'UTC') as date) - 1 as day
				from mail m join contact c on c.id = m.contact join invitation v on v.contact = c.id
				where m.id = :mail and v.used_at is null group by c.id
				""").param("mail", mail).query(LocalDate.class).optional();
	}

	/**
	 * Until when the link for a new password can be used, where the contact is, such as
	 * {@code 10:05 (UTC)}.
	 */
	Optional<String> resetUntil(long mail) {
		return this.jdbc.sql("""
				select to_char(max(p.expires_at) at time zone coalesce(c.zone, 'UTC'), 'HH24:MI') || ' ('
				    || coalesce(c.zone, 'UTC') || ')'
				from mail m join contact c on c.id = m.contact join password_reset p on p.contact = c.id
				where m.id = :mail and p.used_at is null and p.created_at <= m.queued_at group by c.id
				""").param("mail", mail).query(String.class).optional();
	}

	/**
	 * The day that the reader's calendar has of the mail's cycle, whether it stands or is
	 * gone.
	 */
	Optional<LocalDate> calendarDay(long mail) {
		return this.jdbc.sql("""
				select e.on_date from calendar_entry e join mail m on m.cycle = e.cycle and m.contact = e.contact
				where m.id = :mail""").param("mail", mail).query(LocalDate.class).optional();
	}

	/** The day on which the mail's cycle asks for updates. */
	Optional<LocalDate> requestDay(long mail) {
		return this.jdbc.sql("""
				select d.on_date from deadline d join mail m on m.cycle = d.cycle
				where m.id = :mail and d.kind = 'request'""").param("mail", mail).query(LocalDate.class).optional();
	}

	/** Whether the mail reminds a contact who was asked to confirm before. */
	boolean asksAgain(long mail) {
		return this.jdbc.sql("""
				select exists (select from mail_line
				    where mail = :mail and kind = 'confirm' and round = 1 and not dropped)""")
			.param("mail", mail)
			.query(Boolean.class)
			.single();
	}

	/** The kind of a mail that speaks of no initiative. */
	String kind(long mail) {
		return this.jdbc.sql("select kind from mail_line where mail = :mail and not dropped order by position limit 1")
			.param("mail", mail)
			.query(String.class)
			.single();
	}

	/**
	 * What ministers adopted in the mail's cycle.
	 * @return by initiative, each in its order; none before the adoption
	 */
	Map<String, List<AdoptedLine>> adopted(long mail) {
		Map<String, List<AdoptedLine>> lines = new HashMap<>();
		this.jdbc.sql("""
				select a.* from adopted_line a join mail m on m.cycle = a.cycle
				where m.id = :mail order by a.initiative, a.position
				""").param("mail", mail).query((row) -> {
			lines.computeIfAbsent(row.getString("initiative"), (initiative) -> new ArrayList<>())
				.add(new AdoptedLine(row.getString("activity"), row.getString("period"), row.getString("output"),
						row.getString("result")));
		});
		return lines;
	}

	/**
	 * The day on which ministers adopted the work plan of the mail's cycle.
	 */
	Optional<LocalDate> adoptedOn(long mail) {
		return this.jdbc.sql("select adopted_on from work_plan w join mail m on m.cycle = w.cycle where m.id = :mail")
			.param("mail", mail)
			.query(LocalDate.class)
			.optional();
	}

}
