package org.asemeducation.stocktake.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.cycle.Cycle;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.notification.PlannedMail.Moment;
import org.asemeducation.stocktake.notification.RoundRule.Span;
import org.asemeducation.stocktake.notification.RoundRule.Step;
import org.asemeducation.stocktake.plan.InitiativeId;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Asks the readers of a comment round. Who is one, and who has said something, is read as
 * it stands: a run that comes late makes good, and who becomes a contact meanwhile is
 * asked too.
 */
@Component
class DueRounds {

	/** What a claim is about that speaks of no initiative. */
	static final InitiativeId REPORT = new InitiativeId("report");

	private static final String READERS = """
			select r.cycle, r.number, r.opens, r.closes, r.opened_at, y.zone as cycle_zone, c.id, c.zone, c.added_at,
			       a.asked_at, coalesce(a.reminded, false) as reminded,
			       exists (select from report_form f where f.cycle = r.cycle
			           and f.form = 'round/' || r.number || '/' || c.user_id
			           and jsonb_array_length(coalesce(f.content -> 'comments', '[]')) > 0)
			       or exists (select from round_comment o where o.cycle = r.cycle and o.round = r.number
			           and o.made_by = c.user_id) as spoken
			from report_round r
			join cycle y on y.name = r.cycle
			join round_reader p on p.cycle = r.cycle and p.number = r.number
			join contact c on c.id = p.contact and not c.not_invited    -- nobody has told them of their account
			left join lateral (
			    select max(claimed_at) filter (where ladder <> 'round-reminder') as asked_at,
			           bool_or(ladder = 'round-reminder' and deadline = r.closes) as reminded
			    from claim where claim.cycle = r.cycle and claim.round = r.number and claim.contact = c.id
			      and claim.ladder in ('round', 'round-prolonged', 'round-reminder')) a on true
			where r.read_at is null and y.state <> 'ended' and (cast(:cycle as text) is null or r.cycle = :cycle)
			order by r.cycle, c.id
			""";

	private final JdbcClient jdbc;

	private final Ledger ledger;

	private final Holds holds;

	DueRounds(JdbcClient jdbc, Ledger ledger, Holds holds) {
		this.jdbc = jdbc;
		this.ledger = ledger;
		this.holds = holds;
	}

	/**
	 * Claims and queues, in the caller's transaction, what is due. Each is a mail of its
	 * own.
	 * @param now the moment
	 */
	void claim(Instant now) {
		readers(null).stream().collect(Collectors.groupingBy(Reader::cycle)).forEach((cycle, readers) -> {
			HeldMail held = this.holds.in(cycle);
			List<Claim> due = readers.stream()
				.flatMap((reader) -> reader.due(now))
				.filter((claim) -> !held.holds(claim))
				.toList();
			this.ledger.queue(cycle, due, now);
		});
	}

	/**
	 * When the next one falls due.
	 * @param now the moment
	 * @return when, which may be past; nothing when none is to come
	 */
	Optional<Instant> next(Instant now) {
		return readers(null).stream()
			.collect(Collectors.groupingBy(Reader::cycle))
			.entrySet()
			.stream()
			.flatMap((cycle) -> ahead(cycle.getKey(), cycle.getValue(), now))
			.filter((moment) -> moment.line().isToCome())
			.map(Moment::at)
			.min(Instant::compareTo);
	}

	/**
	 * What is to come in a cycle, as if nobody said anything.
	 * @param cycle the cycle
	 * @param now the moment
	 * @param only whom to look at; {@code null} for everybody
	 * @return in any order
	 */
	List<Moment> ahead(CycleName cycle, Instant now, @Nullable Set<ContactId> only) {
		return ahead(cycle,
				readers(cycle).stream()
					.filter((reader) -> only == null || only.contains(reader.contact().id()))
					.toList(),
				now)
			.toList();
	}

	private Stream<Moment> ahead(CycleName cycle, List<Reader> readers, Instant now) {
		HeldMail held = this.holds.in(cycle);
		return readers.stream()
			.flatMap((reader) -> reader.steps(now)
				.map((step) -> new Moment(reader.contact().id(), step.at(),
						PlannedLine.of(reader.claim(step), held.holds(reader.claim(step)) ? Stop.HELD : null))));
	}

	private List<Reader> readers(@Nullable CycleName cycle) {
		return this.jdbc.sql(READERS)
			.param("cycle", (cycle != null) ? cycle.value() : null)
			.query((row, number) -> reader(row))
			.list();
	}

	private static Reader reader(ResultSet row) throws SQLException {
		ZoneId cycleZone = ZoneId.of(row.getString("cycle_zone"));
		String zone = row.getString("zone");
		LocalDate opens = row.getObject("opens", LocalDate.class);
		LocalDate closes = row.getObject("closes", LocalDate.class);
		Instant opened = row.getObject("opened_at", OffsetDateTime.class).toInstant();
		Instant morning = opens.atStartOfDay(cycleZone).toInstant();
		OffsetDateTime asked = row.getObject("asked_at", OffsetDateTime.class);
		return new Reader(new CycleName(row.getString("cycle")), row.getInt("number"),
				new Span(opens, closes, morning.isAfter(opened) ? morning : opened, Cycle.endOf(closes, cycleZone)),
				new LocalContact(new ContactId(row.getLong("id")), (zone != null) ? ZoneId.of(zone) : cycleZone),
				row.getObject("added_at", OffsetDateTime.class).toInstant(), (asked != null) ? asked.toInstant() : null,
				row.getBoolean("reminded"), row.getBoolean("spoken"));
	}

	/**
	 * Somebody who is asked in a round.
	 */
	private record Reader(CycleName cycle, int round, Span span, LocalContact contact, Instant known,
			@Nullable Instant asked, boolean reminded, boolean spoken) {

		Stream<Step> steps(Instant now) {
			return now.isAfter(this.span.closesAt()) ? Stream.of()
					: RoundRule.steps(this.span, this.contact, this.known, this.asked, this.reminded, this.spoken)
						.stream();
		}

		Stream<Claim> due(Instant now) {
			return steps(now).filter((step) -> !step.at().isAfter(now)).limit(1).map(this::claim);
		}

		Claim claim(Step step) {
			return new Claim(REPORT, step.ladder(), this.round, 0, this.span.closes(), this.contact.id());
		}

	}

}
