package org.asemeducation.stocktake.notification;

import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.notification.letter.WaitingTask;
import org.asemeducation.stocktake.notification.letter.WaitingTasks;

import org.jspecify.annotations.Nullable;
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
			    insert into digest (contact, on_date, claimed_at, ahead_of)
			    select contact, on_date, :now, :ahead from asked order by contact
			    on conflict do nothing
			    returning contact
			), written as (
			    insert into mail (cycle, contact, recipient, state, queued_at, bundled_at)
			    select a.cycle, c.id, c.email, 'queued', :now, :now from claimed
			    join contact c on c.id = claimed.contact join asked a on a.contact = c.id
			    order by c.id
			    returning id
			)
			insert into mail_line (mail, kind) select id, 'digest' from written returning mail
			""";

	private final JdbcClient jdbc;

	private final WaitingTasks tasks;

	private final Clock clock;

	Digests(JdbcClient jdbc, WaitingTasks tasks, Clock clock) {
		this.jdbc = jdbc;
		this.tasks = tasks;
		this.clock = clock;
	}

	/**
	 * Claims and queues what fell due in a span of time, in the caller's transaction.
	 * @param from the end of the span before
	 * @param now the end of this span
	 */
	void claim(Instant from, Instant now) {
		List<WaitingTask> waiting = this.tasks.all();
		List<Due> due = new ArrayList<>();
		for (DigestReader reader : readers()) {
			if (!reader.isHeld()) {
				DigestRule.due(reader, waiting, reader.from(from), now)
					.ifPresent((moment) -> due.add(new Due(reader.contact(), moment.cycle())));
			}
		}
		claim(due, now, null);
	}

	/**
	 * Claims and queues the next digest of a reader ahead of its morning, in the caller's
	 * transaction.
	 * @param cycle what it is about
	 * @param contact whose
	 * @param at the morning on which it would come
	 * @return the mail, without a process yet; nothing when the reader has had one today
	 */
	Optional<Long> claimAhead(CycleName cycle, ContactId contact, Instant at) {
		Instant now = this.clock.instant();
		return readers().stream()
			.map(DigestReader::contact)
			.filter((reader) -> reader.id().equals(contact))
			.flatMap((reader) -> claim(List.of(new Due(reader, cycle)), now, reader.dayOf(at)).stream())
			.findFirst();
	}

	private List<Long> claim(List<Due> due, Instant now, @Nullable LocalDate ahead) {
		return this.jdbc.sql(CLAIM)
			.param("contacts", due.stream().map((one) -> one.reader().id().value()).toArray(Long[]::new))
			.param("days", due.stream().map((one) -> one.reader().dayOf(now).toString()).toArray(String[]::new))
			.param("cycles", due.stream().map((one) -> one.cycle().value()).toArray(String[]::new))
			.param("now", Timestamp.from(now))
			.param("ahead", ahead, Types.DATE)
			.query(Long.class)
			.list();
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
					.filter((reader) -> !reader.isHeld())
					.flatMap((reader) -> DigestRule.next(reader, waiting, reader.from(from)).stream())
					.min(Comparator.naturalOrder());
	}

	/**
	 * The next digest of each reader, as things stand; of those too whose digests are
	 * held.
	 * @param from the moment up to which all is claimed
	 * @return whose, and when
	 */
	Map<ContactId, DigestRule.Moment> upcoming(Instant from) {
		List<WaitingTask> waiting = this.tasks.all();
		Map<ContactId, DigestRule.Moment> upcoming = new LinkedHashMap<>();
		if (!waiting.isEmpty()) {
			readers().forEach((reader) -> DigestRule.upcoming(reader, waiting, reader.from(from))
				.ifPresent((moment) -> upcoming.put(reader.contact().id(), moment)));
		}
		return upcoming;
	}

	private List<DigestReader> readers() {
		return this.jdbc
			.sql("""
					select c.id, c.user_id, array_agg(distinct case s.role when 'reviewer' then 'swg' else 'aes' end) as groups,
					       coalesce(c.zone, (select zone from cycle order by opened_at desc limit 1), 'UTC') as zone,
					       d.on_date, d.claimed_at, h.since, coalesce(h.held, false) as held,
					       (select array_agg(ahead_of) from digest where contact = c.id and ahead_of is not null) as ahead
					from contact c join contact_role s on s.contact = c.id and s.role in ('reviewer', 'secretariat')
					left join lateral (select on_date, claimed_at from digest where contact = c.id
					    order by on_date desc limit 1) d on true
					left join lateral (select min(held_at) as since, bool_or(released_at is null) as held from held_back
					    where contact = c.id and (released_at is null or d.claimed_at is null or held_at > d.claimed_at)) h on true
					where c.active group by c.id, d.on_date, d.claimed_at, h.since, h.held order by c.id""")
			.query((row, number) -> reader(row))
			.list();
	}

	private static DigestReader reader(ResultSet row) throws SQLException {
		LocalContact contact = new LocalContact(new ContactId(row.getLong("id")), ZoneId.of(row.getString("zone")));
		return new DigestReader(contact, row.getString("user_id"), Set.of((String[]) row.getArray("groups").getArray()),
				Optional.ofNullable(row.getObject("on_date", LocalDate.class)).orElse(LocalDate.MIN),
				instant(row, "claimed_at").orElse(Instant.MIN), ahead(row),
				new DigestReader.Hold(row.getBoolean("held"), instant(row, "since").orElse(Instant.MAX)));
	}

	private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
		return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
	}

	private static Set<LocalDate> ahead(ResultSet row) throws SQLException {
		Array days = row.getArray("ahead");
		return (days == null) ? Set.of()
				: Stream.of((Date[]) days.getArray()).map(Date::toLocalDate).collect(Collectors.toSet());
	}

	/**
	 * A digest that falls due.
	 */
	private record Due(LocalContact reader, CycleName cycle) {
	}

}
