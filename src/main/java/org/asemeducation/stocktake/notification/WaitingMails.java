package org.asemeducation.stocktake.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.cycle.CycleName;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the mails that are queued and have not left: they are claimed, and wait for their
 * time, their turn, the server, an address or somebody who releases them.
 */
@Component
class WaitingMails {

	private final JdbcClient jdbc;

	WaitingMails(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<PlannedMail> in(CycleName cycle, @Nullable Set<ContactId> only) {
		Map<Long, PlannedMail> mails = new LinkedHashMap<>();
		Map<Long, List<PlannedLine>> lines = new LinkedHashMap<>();
		this.jdbc
			.sql("""
					select m.id, m.contact, greatest(m.bundled_at, j.due) as at, h.reason, h.held_at, h.held_by, l.kind, coalesce(l.initiative, l.about, l.meeting) as initiative, l.rung,
					       coalesce(l.deadline, l.counted) as day
					from mail m join mail_line l on l.mail = m.id and not l.dropped
					left join held_back h on h.mail = m.id and h.released_at is null
					left join lateral (select max(duedate_) at time zone 'UTC' as due from act_ru_job
					    where process_instance_id_ = m.process_instance) j on true
					where m.cycle = :cycle and m.contact is not null and m.state in ('queued', 'sending')
					  and (cast(:only as bigint[]) is null or m.contact = any(:only))
					order by m.id, l.position""")
			.param("cycle", cycle.value())
			.param("only", (only != null) ? only.stream().map(ContactId::value).toArray(Long[]::new) : null)
			.query((row) -> {
				long id = row.getLong("id");
				Instant at = row.getObject("at", OffsetDateTime.class).toInstant();
				HeldBack held = held(row);
				mails.putIfAbsent(id, new PlannedMail(new ContactId(row.getLong("contact")), at, List.of(), id, held));
				lines.computeIfAbsent(id, (mail) -> new ArrayList<>())
					.add(new PlannedLine(row.getString("kind"), row.getString("initiative"),
							row.getObject("rung", Integer.class), row.getObject("day", LocalDate.class), null,
							(held != null) ? Stop.HELD : null));
			});
		return mails.values()
			.stream()
			.map((mail) -> new PlannedMail(mail.contact(), mail.at(), lines.getOrDefault(mail.mail(), List.of()),
					mail.mail(), mail.held()))
			.toList();
	}

	private static @Nullable HeldBack held(ResultSet row) throws SQLException {
		String reason = row.getString("reason");
		return (reason == null) ? null : new HeldBack(reason,
				row.getObject("held_at", OffsetDateTime.class).toInstant(), row.getString("held_by"));
	}

}
