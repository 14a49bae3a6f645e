package org.asemeducation.stocktake.notification.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.asemeducation.stocktake.notification.ledger.WholeMail.Attempt;
import org.asemeducation.stocktake.notification.ledger.WholeMail.CameBack;
import org.asemeducation.stocktake.notification.ledger.WholeMail.Line;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads one mail with its lines, the claims that they fulfil, and its attempts.
 */
@Component
class WholeMails {

	private static final String LINES = """
			select l.kind, coalesce(l.initiative, l.about, l.meeting) as initiative, l.initiative is null as informs, l.rung,
			    l.counted, c.claimed_at, l.dropped
			from mail_line l join mail m on m.id = l.mail
			left join claim c on c.cycle = m.cycle and c.contact = m.contact
			    and c.initiative = coalesce(l.initiative, l.about) and c.ladder = l.ladder and c.round = l.round
			    and c.rung = coalesce(l.rung, 0) and c.deadline = l.counted
			where l.mail = :mail order by l.position
			""";

	private final LedgerReader ledger;

	private final JdbcClient jdbc;

	WholeMails(LedgerReader ledger, JdbcClient jdbc) {
		this.ledger = ledger;
		this.jdbc = jdbc;
	}

	Optional<WholeMail> find(long mail) {
		return this.ledger.row(mail).map((row) -> whole(mail, row));
	}

	/**
	 * The same, but only for the person whom it is for.
	 */
	Optional<WholeMail> find(long mail, String owner) {
		return this.jdbc
			.sql("select m.id from mail m join contact c on c.id = m.contact where m.id = :mail and c.user_id = :owner")
			.param("mail", mail)
			.param("owner", owner)
			.query(Long.class)
			.optional()
			.flatMap(this::find);
	}

	private WholeMail whole(long mail, MailRow row) {
		List<Line> lines = lines(mail);
		List<Attempt> attempts = attempts(mail);
		List<CameBack> bounces = bounces(mail);
		return this.jdbc.sql("""
				select m.*, e.id_ as running from mail m left join act_ru_execution e on e.id_ = m.process_instance
				where m.id = :mail""")
			.param("mail", mail)
			.query((found, number) -> new WholeMail(row, found.getString("cycle"),
					Objects.requireNonNull(instant(found, "queued_at")), instant(found, "sent_at"),
					found.getString("message_id"), found.getString("text"), found.getString("calendar"),
					found.getString("running"), lines, attempts, bounces))
			.single();
	}

	private List<Line> lines(long mail) {
		return this.jdbc.sql(LINES)
			.param("mail", mail)
			.query((row, number) -> new Line(MailKind.of(row.getString("kind")), row.getString("initiative"),
					row.getBoolean("informs"), row.getObject("rung", Integer.class),
					row.getObject("counted", LocalDate.class), instant(row, "claimed_at"), row.getBoolean("dropped")))
			.list();
	}

	private List<Attempt> attempts(long mail) {
		return this.jdbc.sql("select * from delivery_attempt where mail = :mail order by number")
			.param("mail", mail)
			.query((row, number) -> attempt(row))
			.list();
	}

	private List<CameBack> bounces(long mail) {
		return this.jdbc.sql("select * from bounce where mail = :mail order by noted_at, id")
			.param("mail", mail)
			.query((row, number) -> new CameBack(Objects.requireNonNull(instant(row, "noted_at")),
					row.getString("recipient"), row.getBoolean("permanent"),
					"%s (%s)".formatted(row.getString("words"), row.getString("status"))))
			.list();
	}

	private static Attempt attempt(ResultSet row) throws SQLException {
		boolean taken = row.getString("outcome").equals("sent");
		return new Attempt(row.getInt("number"), Objects.requireNonNull(instant(row, "at")), row.getString("recipient"),
				taken, row.getString(taken ? "answer" : "outcome"));
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
		return (moment != null) ? moment.toInstant() : null;
	}

}
