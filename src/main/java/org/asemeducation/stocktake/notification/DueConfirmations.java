package org.asemeducation.stocktake.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.notification.ConfirmationRule.Step;
import org.asemeducation.stocktake.notification.PlannedMail.Moment;
import org.asemeducation.stocktake.plan.InitiativeId;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Asks the contacts of a cycle that has not asked for updates yet whether they still are
 * the contact. What is due is read from what stands: a run that comes late makes good.
 */
@Component
class DueConfirmations {

	private static final String SILENT = """
			select y.name, y.zone as cycle_zone, d.on_date as requests, c.id, c.zone,
			       greatest(y.opened_at, c.added_at) as known, a.asked_at, coalesce(a.reminded, false) as reminded,
			       array_agg(i.initiative order by i.position) as initiatives
			from cycle y
			join deadline d on d.cycle = y.name and d.kind = 'request'
			join cycle_initiative i on i.cycle = y.name
			join coordination k on k.initiative = i.initiative and k.role = 'coordinator'
			join contact_role s on s.party = k.party and s.role = 'coordinator'
			join contact c on c.id = s.contact and c.active
			left join lateral (
			    select min(claimed_at) as asked_at, bool_or(round = 1) as reminded from claim
			    where claim.cycle = y.name and claim.ladder = 'confirm' and claim.contact = c.id) a on true
			where y.state = 'opened' and y.kind = 'report' and (cast(:cycle as text) is null or y.name = :cycle)
			  and not exists (select from contact_confirmation f where f.cycle = y.name and f.contact = c.id)
			  and not exists (select from mail_hold h where h.cycle = y.name and h.contact = c.id
			      and h.ladder = 'request' and h.released_at is null)      -- nobody writes to whom the AES left out
			  %s
			group by y.name, d.on_date, c.id, a.asked_at, a.reminded
			order by y.name, c.id
			""";

	private static final CycleName NOT_OPEN = new CycleName("none");

	private final JdbcClient jdbc;

	private final Ledger ledger;

	private final Holds holds;

	DueConfirmations(JdbcClient jdbc, Ledger ledger, Holds holds) {
		this.jdbc = jdbc;
		this.ledger = ledger;
		this.holds = holds;
	}

	/**
	 * Claims and queues, in the caller's transaction, what is due.
	 * @param now the moment
	 * @param leavesAt until when other lines may join
	 */
	void claim(Instant now, Instant leavesAt) {
		silent(null, null).stream().collect(Collectors.groupingBy(Silent::cycle)).forEach((cycle, silent) -> {
			HeldMail held = this.holds.in(cycle);
			List<Claim> due = silent.stream()
				.flatMap((contact) -> contact.due(now))
				.filter((claim) -> !held.holds(claim))
				.toList();
			this.ledger.queue(cycle, due, leavesAt);
		});
	}

	/**
	 * When the next one falls due.
	 * @param now the moment
	 * @return when, which may be past; nothing when none is to come
	 */
	Optional<Instant> next(Instant now) {
		return silent(null, null).stream()
			.collect(Collectors.groupingBy(Silent::cycle))
			.entrySet()
			.stream()
			.flatMap((cycle) -> ahead(cycle.getKey(), cycle.getValue(), now))
			.filter((moment) -> moment.line().isToCome())
			.map(Moment::at)
			.min(Instant::compareTo);
	}

	/**
	 * What is to come in a cycle, as if nobody answered.
	 * @param cycle the cycle
	 * @param now the moment
	 * @param only whom to look at; {@code null} for everybody
	 * @return in any order; what the run has not looked at yet stands at its own moment
	 */
	List<Moment> ahead(CycleName cycle, Instant now, @Nullable Set<ContactId> only) {
		return ahead(cycle, silent(cycle, only), now).toList();
	}

	/**
	 * What would come in a cycle that is opened now, as if nobody answered.
	 * @param requests what it will ask for
	 * @param day when
	 * @param contacts whom to look at
	 * @param now the moment
	 * @return in any order
	 */
	static List<Moment> proposed(List<OpenRequest> requests, LocalDate day, List<LocalContact> contacts, Instant now) {
		Map<ContactId, List<InitiativeId>> coordinated = new HashMap<>();
		requests.forEach((request) -> request.coordinators()
			.forEach((contact) -> coordinated.computeIfAbsent(contact, (one) -> new ArrayList<>())
				.add(request.initiative())));
		return contacts.stream()
			.filter((contact) -> coordinated.containsKey(contact.id()))
			.map((contact) -> new Silent(NOT_OPEN, day, contact, now, null, false, coordinated.get(contact.id())))
			.flatMap((contact) -> contact.steps(now)
				.flatMap((step) -> contact.claims(step)
					.map((claim) -> new Moment(claim.contact(), step.at(), PlannedLine.of(claim, null)))))
			.toList();
	}

	private Stream<Moment> ahead(CycleName cycle, List<Silent> silent, Instant now) {
		HeldMail held = this.holds.in(cycle);
		return silent.stream()
			.flatMap((contact) -> contact.steps(now)
				.flatMap((step) -> contact.claims(step)
					.map((claim) -> new Moment(claim.contact(), step.at(),
							PlannedLine.of(claim, held.holds(claim) ? Stop.HELD : null)))));
	}

	private List<Silent> silent(@Nullable CycleName cycle, @Nullable Set<ContactId> only) {
		return this.jdbc.sql(SILENT.formatted((only != null) ? "and c.id = any(:only)" : ""))
			.param("cycle", (cycle != null) ? cycle.value() : null)
			.param("only", (only != null) ? only.stream().map(ContactId::value).toArray(Long[]::new) : null)
			.query((row, number) -> contact(row))
			.list();
	}

	private static Silent contact(ResultSet row) throws SQLException {
		String zone = Optional.ofNullable(row.getString("zone")).orElse(row.getString("cycle_zone"));
		OffsetDateTime asked = row.getObject("asked_at", OffsetDateTime.class);
		return new Silent(new CycleName(row.getString("name")), row.getObject("requests", LocalDate.class),
				new LocalContact(new ContactId(row.getLong("id")), ZoneId.of(zone)),
				row.getObject("known", OffsetDateTime.class).toInstant(), (asked != null) ? asked.toInstant() : null,
				row.getBoolean("reminded"),
				Arrays.stream((String[]) row.getArray("initiatives").getArray()).map(InitiativeId::new).toList());
	}

	/**
	 * A contact who has not answered.
	 */
	private record Silent(CycleName cycle, LocalDate requests, LocalContact contact, Instant known,
			@Nullable Instant asked, boolean reminded, List<InitiativeId> initiatives) {

		Stream<Step> steps(Instant now) {
			return ConfirmationRule.steps(this.requests, this.contact, this.known, this.asked, this.reminded)
				.stream()
				.filter((step) -> ConfirmationRule.isInTime(now, this.requests, this.contact));
		}

		Stream<Claim> due(Instant now) {
			return steps(now).filter((step) -> !step.at().isAfter(now)).limit(1).flatMap(this::claims);
		}

		Stream<Claim> claims(Step step) {
			return this.initiatives.stream()
				.map((initiative) -> new Claim(initiative, Ladder.CONFIRM, step.round(), 0, this.requests,
						this.contact.id()));
		}

	}

}
