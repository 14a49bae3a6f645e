package org.asemeducation.stocktake.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.access.PartyId;
import org.asemeducation.stocktake.cycle.Cycle;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.DeadlineKind;
import org.asemeducation.stocktake.notification.PlannedMail.Moment;
import org.asemeducation.stocktake.plan.InitiativeId;
import org.asemeducation.stocktake.update.contribution.Inviting;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Invites those who speak for a partner or stakeholder without an initiative, once each;
 * nobody is ever reminded. Whoever speaks for two parties gets one mail.
 */
@Component
class DueContributions {

	/** What a claim is about that speaks of no initiative. */
	static final InitiativeId CONTRIBUTION = new InitiativeId("contribution");

	private static final String INVITED = """
			select o.cycle, c.id, min(o.invited_at) as at from party_contribution o
			join cycle y on y.name = o.cycle and y.state = 'gathering'
			join contact_role r on r.party = o.party and r.role = 'coordinator'
			join contact c on c.id = r.contact and c.active
			where o.over_as is null and (cast(:cycle as text) is null or o.cycle = :cycle)
			and not exists (select from party_contribution_submitted h where h.cycle = o.cycle and h.party = o.party)
			and not exists (select from claim where claim.cycle = o.cycle and claim.ladder = 'contribution'
			    and claim.contact = c.id)
			group by o.cycle, c.id order by o.cycle, c.id""";

	private final Inviting inviting;

	private final Cycles cycles;

	private final Ledger ledger;

	private final Holds holds;

	private final JdbcClient jdbc;

	DueContributions(Inviting inviting, Cycles cycles, Ledger ledger, Holds holds, JdbcClient jdbc) {
		this.inviting = inviting;
		this.cycles = cycles;
		this.ledger = ledger;
		this.holds = holds;
		this.jdbc = jdbc;
	}

	/**
	 * Invites whoever is to be invited by now; claims and queues their mails, all in the
	 * caller's transaction.
	 * @param bundledAt until when more may join them
	 */
	void claim(Instant bundledAt) {
		this.inviting.keepUp();
		invited(null).stream().collect(Collectors.groupingBy(Invited::cycle)).forEach((cycle, readers) -> {
			HeldMail held = this.holds.in(cycle);
			Cycle asks = this.cycles.get(cycle);
			this.ledger.queue(cycle,
					readers.stream()
						.map((reader) -> claim(asks, reader.contact()))
						.filter((claim) -> !held.holds(claim))
						.toList(),
					bundledAt);
		});
	}

	/**
	 * When the next one falls due.
	 * @return a moment that is past; nothing when none is to come
	 */
	Optional<Instant> next() {
		return invited(null).stream()
			.collect(Collectors.groupingBy(Invited::cycle))
			.entrySet()
			.stream()
			.flatMap((each) -> {
				HeldMail held = this.holds.in(each.getKey());
				Cycle asks = this.cycles.get(each.getKey());
				return each.getValue().stream().filter((reader) -> !held.holds(claim(asks, reader.contact())));
			})
			.map(Invited::at)
			.min(Instant::compareTo);
	}

	/**
	 * What is to come in a cycle: to whoever is invited and not mailed yet, and to those
	 * of parties that are invited when the requests go out, as things stand.
	 * @param cycle the cycle
	 * @param now the moment
	 * @param only whom to look at; {@code null} for everybody
	 * @return in any order
	 */
	List<Moment> ahead(Cycle cycle, Instant now, @Nullable Set<ContactId> only) {
		HeldMail held = this.holds.in(cycle.name());
		Instant out = cycle.requestAt();
		Instant then = out.isAfter(now) ? out : now;
		return Stream.concat(invited(cycle.name()).stream(), speakers(cycle, then))
			.filter((reader) -> only == null || only.contains(reader.contact()))
			.collect(Collectors.toMap(Invited::contact, (reader) -> reader, (one, other) -> one))
			.values()
			.stream()
			.map((reader) -> {
				Claim claim = claim(cycle, reader.contact());
				return new Moment(reader.contact(), reader.at(),
						PlannedLine.of(claim, held.holds(claim) ? Stop.HELD : null));
			})
			.toList();
	}

	private Stream<Invited> speakers(Cycle cycle, Instant at) {
		Long[] parties = this.inviting.toCome(cycle).stream().map(PartyId::value).toArray(Long[]::new);
		return this.jdbc.sql("""
				select distinct c.id from contact c join contact_role r on r.contact = c.id and r.role = 'coordinator'
				where c.active and r.party = any(:parties) and not exists (select from claim
				    where claim.cycle = :cycle and claim.ladder = 'contribution' and claim.contact = c.id)
				order by c.id""")
			.param("parties", parties)
			.param("cycle", cycle.name().value())
			.query((row, number) -> new Invited(cycle.name(), new ContactId(row.getLong("id")), at))
			.list()
			.stream();
	}

	private List<Invited> invited(@Nullable CycleName cycle) {
		return this.jdbc.sql(INVITED)
			.param("cycle", (cycle != null) ? cycle.value() : null)
			.query((row, number) -> read(row))
			.list();
	}

	private static Invited read(ResultSet row) throws SQLException {
		return new Invited(new CycleName(row.getString("cycle")), new ContactId(row.getLong("id")),
				row.getObject("at", OffsetDateTime.class).toInstant());
	}

	/** It names the freeze as its day; when that moves, nobody is told again. */
	private static Claim claim(Cycle cycle, ContactId contact) {
		return new Claim(CONTRIBUTION, Ladder.CONTRIBUTION, 0, 0, cycle.date(DeadlineKind.FREEZE), contact);
	}

	/**
	 * Somebody who is invited and was not mailed.
	 */
	private record Invited(CycleName cycle, ContactId contact, Instant at) {
	}

}
