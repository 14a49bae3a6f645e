package org.asemeducation.stocktake.notification.ledger;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * Reads lists of mails. The database searches, sorts and cuts, one statement a page.
 */
@Component
class LedgerReader {

	private static final String FILTER = """
			(:owner::text is null or c.user_id = :owner)
			and (:person = '' or strpos(lower(concat_ws(' ', c.name, c.email, m.addressee, m.recipient)), lower(:person)) > 0)
			and (:cycle = '' or m.cycle = :cycle)
			and (:initiative = '' or m.id in (
			    select l.mail from mail_line l where coalesce(l.initiative, l.about) = :initiative))
			and (:kind::text is null or exists (select from mail_line l where l.mail = m.id and l.kind = :kind))
			and (:from::date is null or coalesce(m.sent_at, m.queued_at) >= :from::date::timestamp at time zone :zone)
			and (:until::date is null
			    or coalesce(m.sent_at, m.queued_at) < (:until::date + 1)::timestamp at time zone :zone)
			""";

	private static final String STATE = "and (:state::text is null or " + MailState.SQL + " = :state)\n";

	private static final String ROWS = """
			select m.id, coalesce(m.sent_at, m.queued_at) as moment, coalesce(c.name, m.addressee) as name, m.recipient,
			    coalesce(m.subject, '') as subject, m.found, l.kinds, l.initiatives,
			    """ + MailState.SQL
			+ """
					    as standing
					from wanted m left join contact c on c.id = m.contact
					left join lateral (
					    select array_agg(distinct kind) as kinds,
					        array_agg(distinct coalesce(initiative, about)) filter (where coalesce(initiative, about) is not null)
					        as initiatives
					    from mail_line where mail = m.id
					) l on true
					""";

	private static final String PAGE = """
			with wanted as (
			    select m.*, (select count(*) from mail m left join contact c on c.id = m.contact where\s""" + FILTER
			+ STATE + """
					) as found from mail m left join contact c on c.id = m.contact
					where\s""" + FILTER + STATE + """
					    order by coalesce(m.sent_at, m.queued_at) desc, m.id desc limit :size offset :offset
					)
					""" + ROWS + "order by moment desc, m.id desc";

	private static final String CHUNK = """
			with wanted as (
			    select m.*, 0 as found from mail m left join contact c on c.id = m.contact
			    where m.id < :before and\s""" + FILTER + STATE + """
			    order by m.id desc limit :size
			)
			""" + ROWS + "order by m.id desc";

	private static final String ONE = "with wanted as (select m.*, 1 as found from mail m where m.id = :mail)\n" + ROWS;

	private final JdbcClient jdbc;

	LedgerReader(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Where days begin in the search: in the zone of the cycle opened last.
	 */
	ZoneId zone() {
		return ZoneId.of(this.jdbc.sql("""
				select coalesce((select zone from cycle order by opened_at desc, name desc limit 1), 'UTC')""")
			.query(String.class)
			.single());
	}

	/**
	 * How a person is shown moments.
	 * @param userId whose zone is the second; the first where they name none
	 */
	Times times(String userId) {
		ZoneId zone = zone();
		return new Times(zone,
				this.jdbc.sql("select zone from contact where user_id = :user and active and zone is not null")
					.param("user", userId)
					.query(String.class)
					.optional()
					.map(ZoneId::of)
					.orElse(zone));
	}

	List<String> cycles() {
		return this.jdbc.sql("select name from cycle where kind <> 'paper' order by opened_at desc, name desc")
			.query(String.class)
			.list();
	}

	/**
	 * A page of mails.
	 * @param search which
	 * @param owner only those to this user; {@code null} for all
	 * @return the page; the last one when there are fewer pages by now
	 */
	MailPage page(MailSearch search, @Nullable String owner) {
		MailPage page = select(search, owner);
		if (page.rows().isEmpty() && search.page() > 1) {
			return select(search.on((int) select(search.on(1), owner).pages()), owner);
		}
		return page;
	}

	private MailPage select(MailSearch search, @Nullable String owner) {
		long[] found = { 0 };
		List<MailRow> rows = search(PAGE, search, owner).param("size", MailSearch.SIZE)
			.param("offset", search.offset())
			.query((row, number) -> {
				found[0] = row.getLong("found");
				return read(row);
			})
			.list();
		return new MailPage(found[0], search.page(), rows);
	}

	/**
	 * The next mails of all that are wanted, the newest first.
	 * @param search which, whatever the page
	 * @param before only those with a smaller number
	 * @param size how many at most
	 */
	List<MailRow> chunk(MailSearch search, long before, int size) {
		return search(CHUNK, search, null).param("before", before)
			.param("size", size)
			.query((row, number) -> read(row))
			.list();
	}

	Optional<MailRow> row(long mail) {
		return this.jdbc.sql(ONE).param("mail", mail).query((row, number) -> read(row)).optional();
	}

	private StatementSpec search(String sql, MailSearch search, @Nullable String owner) {
		return this.jdbc.sql(sql)
			.param("owner", owner)
			.param("person", search.person())
			.param("cycle", search.cycle())
			.param("initiative", search.initiative())
			.param("kind", (search.kind() != null) ? search.kind().word() : null)
			.param("state", (search.state() != null) ? search.state().word() : null)
			.param("from", written(search.from()))
			.param("until", written(search.until()))
			.param("zone", zone().getId());
	}

	private static @Nullable String written(@Nullable LocalDate day) {
		return (day != null) ? day.toString() : null;
	}

	private static MailRow read(ResultSet row) throws SQLException {
		return new MailRow(row.getLong("id"), instant(row, "moment"), row.getString("name"), row.getString("recipient"),
				texts(row.getArray("kinds")).stream().map(MailKind::of).toList(), texts(row.getArray("initiatives")),
				row.getString("subject"), MailState.of(row.getString("standing")));
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class)).toInstant();
	}

	private static List<String> texts(@Nullable Array array) throws SQLException {
		return (array != null) ? Arrays.asList((String[]) array.getArray()) : List.of();
	}

}
