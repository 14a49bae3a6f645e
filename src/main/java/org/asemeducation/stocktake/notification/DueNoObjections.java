package org.asemeducation.stocktake.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.endorsement.noobjection.Round;
import org.asemeducation.stocktake.endorsement.noobjection.RoundOpened;
import org.asemeducation.stocktake.endorsement.noobjection.Rounds;
import org.asemeducation.stocktake.notification.PlannedMail.Moment;
import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Invites the officials of the members of a no-objection round, once each, and reminds
 * those of whose members one is silent. Who speaks for a member is read as it stands.
 */
@Component
class DueNoObjections {

	private static final LocalTime MORNING = LocalTime.of(9, 0);

	private final Rounds rounds;

	private final Ledger ledger;

	private final Holds holds;

	private final ToldOfficials told;

	private final PickUpMails pickUp;

	private final JdbcClient jdbc;

	private final Clock clock;

	DueNoObjections(Rounds rounds, Ledger ledger, Holds holds, ToldOfficials told, PickUpMails pickUp, JdbcClient jdbc,
			Clock clock) {
		this.rounds = rounds;
		this.ledger = ledger;
		this.holds = holds;
		this.told = told;
		this.pickUp = pickUp;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@EventListener
	@Transactional
	void on(RoundOpened opened) {
		claim(this.rounds.latest(opened.cycle()).orElseThrow(), this.clock.instant());
		this.pickUp.startNowAndAfterCommit();
	}

	/**
	 * Claims and queues, in the caller's transaction, what is due.
	 * @param now the moment
	 */
	void claim(Instant now) {
		this.rounds.pending().stream().filter(Round::isOpen).forEach((round) -> claim(round, now));
	}

	private void claim(Round round, Instant now) {
		HeldMail held = this.holds.in(round.cycle());
		List<Claim> due = officials(round, now).stream()
			.flatMap((official) -> official.due(now))
			.filter((claim) -> !held.holds(claim))
			.toList();
		this.told.record(this.ledger.queue(round.cycle(), due, now));
	}

	/**
	 * When the next one falls due.
	 * @param now the moment
	 * @return when, which may be past; nothing when none is to come
	 */
	Optional<Instant> next(Instant now) {
		return this.rounds.pending()
			.stream()
			.filter(Round::isOpen)
			.flatMap((round) -> ahead(round, now, null))
			.filter((moment) -> moment.line().isToCome())
			.map(Moment::at)
			.min(Instant::compareTo);
	}

	/**
	 * What is to come in a cycle, as if all members stayed silent.
	 * @param cycle the cycle
	 * @param now the moment
	 * @param only whom to look at; {@code null} for everybody
	 * @return in any order
	 */
	List<Moment> ahead(CycleName cycle, Instant now, @Nullable Set<ContactId> only) {
		return this.rounds.pending()
			.stream()
			.filter((round) -> round.cycle().equals(cycle))
			.flatMap((round) -> ahead(round, now, only))
			.toList();
	}

	private Stream<Moment> ahead(Round round, Instant now, @Nullable Set<ContactId> only) {
		HeldMail held = this.holds.in(round.cycle());
		return officials(round, now).stream()
			.filter((official) -> only == null || only.contains(official.contact().id()))
			.flatMap((official) -> official.steps()
				.map((step) -> new Moment(official.contact().id(), step.at(),
						PlannedLine.of(step.claim(), held.holds(step.claim()) ? Stop.HELD : null))));
	}

	private List<Official> officials(Round round, Instant now) {
		if (!now.isBefore(round.closesAt())) {
			return List.of();
		}
		return this.jdbc.sql("""
				select c.id, c.zone, c.added_at, a.asked_at, coalesce(a.reminded, false) as reminded,
				       bool_and(exists (select from no_objection_position p where p.cycle = b.cycle
				           and p.round = b.round and p.party = b.party)) as spoken
				from no_objection_member b
				join contact_role s on s.party = b.party and s.role = 'coordinator'
				join contact c on c.id = s.contact and c.active
				left join lateral (
				    select max(claimed_at) filter (where ladder <> 'no-objection-reminder') as asked_at,
				           bool_or(ladder = 'no-objection-reminder' and deadline = :closes) as reminded
				    from claim where claim.cycle = b.cycle and claim.round = b.round and claim.contact = c.id
				      and claim.ladder in ('no-objection', 'no-objection-prolonged', 'no-objection-reminder')) a on true
				where b.cycle = :cycle and b.round = :round
				group by c.id, c.zone, c.added_at, a.asked_at, a.reminded order by c.id""")
			.param("cycle", round.cycle().value())
			.param("round", round.number())
			.param("closes", closingDay(round))
			.query((row, number) -> official(round, row))
			.list();
	}

	private static Official official(Round round, ResultSet row) throws SQLException {
		String zone = row.getString("zone");
		OffsetDateTime asked = row.getObject("asked_at", OffsetDateTime.class);
		return new Official(round,
				new LocalContact(new ContactId(row.getLong("id")), (zone != null) ? ZoneId.of(zone) : round.zone()),
				row.getObject("added_at", OffsetDateTime.class).toInstant(), (asked != null) ? asked.toInstant() : null,
				row.getBoolean("reminded"), row.getBoolean("spoken"));
	}

	/** The day on which a round closes, where its hours were named. */
	static LocalDate closingDay(Round round) {
		return LocalDate.ofInstant(round.closesAt(), round.zone());
	}

	/**
	 * Somebody who speaks for members of a round.
	 *
	 * @param known since when they are in the register
	 * @param asked when they were asked, or told of another hour; {@code null} if neither
	 * @param reminded whether they were reminded of the hour that holds
	 * @param spoken whether all their members have answered
	 */
	private record Official(Round round, LocalContact contact, Instant known, @Nullable Instant asked, boolean reminded,
			boolean spoken) {

		Stream<Step> steps() {
			List<Step> steps = new ArrayList<>(2);
			Instant opens = (this.round.openedAt() != null) ? this.round.openedAt() : this.round.opensAt();
			Instant first = opens.isAfter(this.known) ? opens : this.known;
			if (this.asked == null && !this.spoken) {
				steps.add(new Step(claim(Ladder.NO_OBJECTION), first));
			}
			Instant again = closingDay(this.round).minusDays(this.round.reminderDays())
				.atTime(MORNING)
				.atZone(this.contact.zone())
				.toInstant();
			if (this.round.reminderDays() > 0 && !this.reminded && !this.spoken
					&& again.isAfter((this.asked != null) ? this.asked : first)) {
				steps.add(new Step(claim(Ladder.NO_OBJECTION_REMINDER), again));
			}
			return steps.stream();
		}

		Stream<Claim> due(Instant now) {
			return steps().filter((step) -> !step.at().isAfter(now)).limit(1).map(Step::claim);
		}

		private Claim claim(Ladder ladder) {
			return new Claim(DueRounds.REPORT, ladder, this.round.number(), 0, closingDay(this.round),
					this.contact.id());
		}

	}

	private record Step(Claim claim, Instant at) {
	}

}
