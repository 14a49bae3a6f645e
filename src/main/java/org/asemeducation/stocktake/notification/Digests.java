package org.asemeducation.stocktake.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.notification.letter.WaitingTask;
import org.asemeducation.stocktake.notification.letter.WaitingTasks;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells reviewers and the secretariat what waits for them, at most once a day each.
 */
@Component
class Digests {

	private static final String CLAIM = """
			with asked as (
			    select * from unnest(cast(:contacts as bigint[]), cast(:days as date[]), cast(:cycles as text[]))
			        as a (contact, on_date, cycle)
			), claimed as (
			    insert into digest (contact, on_date, claimed_at) select contact, on_date, :now from asked order by contact
			    on conflict do nothing
			    returning contact
			), written as (
			    insert into mail (cycle, contact, recipient, state, queued_at, bundled_at)
			    select a.cycle, c.id, c.email, 'queued', :now, :now from claimed
			    join contact c on c.id = claimed.contact join asked a on a.contact = c.id
			    order by c.id
			    returning id
			)
			insert into mail_line (mail, kind) select id, 'digest' from written
			""";

	private final JdbcClient jdbc;

	private final WaitingTasks tasks;

	Digests(JdbcClient jdbc, WaitingTasks tasks) {
		this.jdbc = jdbc;
		this.tasks = tasks;
	}

	/**
	 * Claims and queues what fell due in a span of time, in the caller's transaction.
	 * @param from the end of the span before
	 * @param now the end of this span
	 */
	void claim(Instant from, Instant now) {
		List<WaitingTask> waiting = this.tasks.all();
		List<Long> contacts = new ArrayList<>();
		List<LocalDate> days = new ArrayList<>();
		List<String> cycles = new ArrayList<>();
		for (DigestReader reader : readers()) {
			DigestRule.due(reader, waiting, from, now).ifPresent((due) -> {
				contacts.add(reader.contact().id().value());
				days.add(reader.contact().dayOf(now));
				cycles.add(due.cycle().value());
			});
		}
		this.jdbc.sql(CLAIM)
			.param("contacts", contacts.toArray(Long[]::new))
			.param("days", days.stream().map(LocalDate::toString).toArray(String[]::new))
			.param("cycles", cycles.toArray(String[]::new))
			.param("now", Timestamp.from(now))
			.update();
	}

	/**
	 * The next moment at which a digest falls due.
	 * @param from the moment up to which all is claimed
	 * @return the moment; nothing when nothing is to be said as things stand
	 */
	Optional<Instant> next(Instant from) {
		List<WaitingTask> waiting = this.tasks.all();
		return waiting.isEmpty() ? Optional.empty()
				: readers().stream()
					.flatMap((reader) -> DigestRule.next(reader, waiting, from).stream())
					.min(Comparator.naturalOrder());
	}

	/**
	 * The next digest of each reader, as things stand.
	 * @param from the moment up to which all is claimed
	 * @return whose, and when
	 */
	Map<ContactId, DigestRule.Moment> upcoming(Instant from) {
		List<WaitingTask> waiting = this.tasks.all();
		Map<ContactId, DigestRule.Moment> upcoming = new LinkedHashMap<>();
		if (!waiting.isEmpty()) {
			readers().forEach((reader) -> DigestRule.upcoming(reader, waiting, from)
				.ifPresent((moment) -> upcoming.put(reader.contact().id(), moment)));
		}
		return upcoming;
	}

	private List<DigestReader> readers() {
		return this.jdbc
			.sql("""
					select c.id, c.user_id, array_agg(distinct case s.role when 'reviewer' then 'swg' else 'aes' end) as groups,
					       coalesce(c.zone, (select zone from cycle order by opened_at desc limit 1), 'UTC') as zone,
					       d.on_date, d.claimed_at
					from contact c join contact_role s on s.contact = c.id and s.role in ('reviewer', 'secretariat')
					left join lateral (select on_date, claimed_at from digest where contact = c.id
					    order by on_date desc limit 1) d on true
					where c.active group by c.id, d.on_date, d.claimed_at order by c.id""")
			.query((row, number) -> reader(row))
			.list();
	}

	private static DigestReader reader(ResultSet row) throws SQLException {
		LocalContact contact = new LocalContact(new ContactId(row.getLong("id")), ZoneId.of(row.getString("zone")));
		return new DigestReader(contact, row.getString("user_id"), Set.of((String[]) row.getArray("groups").getArray()),
				Optional.ofNullable(row.getObject("on_date", LocalDate.class)).orElse(LocalDate.MIN),
				Optional.ofNullable(row.getObject("claimed_at", OffsetDateTime.class))
					.map(OffsetDateTime::toInstant)
					.orElse(Instant.MIN));
	}

}
