package org.asemeducation.stocktake.notification.ledger;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The mails that speak of an initiative.
 */
@Component
public class MailsAbout {

	private static final String SQL = """
			select m.id, m.cycle, coalesce(m.sent_at, m.queued_at) as moment, coalesce(c.name, m.addressee) as name,
			    m.recipient, l.kinds, %s as standing
			from (
			    select mail, array_agg(distinct kind order by kind) as kinds from mail_line
			    where coalesce(initiative, about) = :initiative group by mail
			) l join mail m on m.id = l.mail left join contact c on c.id = m.contact
			where m.cycle is not null
			order by moment desc, m.id desc limit :most
			""".formatted(MailState.SQL);

	private final JdbcClient jdbc;

	MailsAbout(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Of all cycles.
	 * @param initiative its id
	 * @param most how many at most
	 * @return the latest first
	 */
	public List<MailAbout> of(String initiative, int most) {
		return this.jdbc.sql(SQL).param("initiative", initiative).param("most", most).query((row, number) -> {
			List<String> kinds = List.of((String[]) row.getArray("kinds").getArray());
			return new MailAbout(row.getLong("id"), row.getString("cycle"),
					Objects.requireNonNull(row.getObject("moment", OffsetDateTime.class)).toInstant(),
					row.getString("name"), row.getString("recipient"),
					String.join(", ", kinds.stream().map((kind) -> MailKind.of(kind).label()).toList()),
					MailState.of(row.getString("standing")).label());
		}).list();
	}

	/**
	 * A mail.
	 *
	 * @param id the ledger's number
	 * @param cycle in which cycle
	 * @param at when it left, else when it was queued
	 * @param name whom it is for
	 * @param recipient the address
	 * @param kinds why it was written, in words
	 * @param state where it stands, in words
	 */
	public record MailAbout(long id, String cycle, Instant at, String name, String recipient, String kinds,
			String state) {
	}

}
