package org.asemeducation.stocktake.notification;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.proposal.Proposal;
import org.asemeducation.stocktake.cycle.proposal.Proposals;
import org.asemeducation.stocktake.notification.PlannedMail.Moment;
import org.asemeducation.stocktake.plan.InitiativeId;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reminds the reviewing body of its advice on a proposal: between half past nine and ten
 * where they are, seven days and one day before the day for it. Nobody is reminded within
 * a week of being asked or told another day; of what was missed the last is told. Each
 * proposal has a minute of its own. The reminders stand in the mail plan of the cycle
 * that was open when advice was asked.
 */
@Component
class DueAdvice {

	/** Days from the day for the advice. */
	static final List<Integer> RUNGS = List.of(-7, -1);

	private static final Duration QUIET = Duration.ofDays(ReminderRule.QUIET_DAYS);

	private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

	/** What a claim is about that speaks of no initiative. */
	private static final InitiativeId PROPOSAL = new InitiativeId("proposal");

	private final Proposals proposals;

	private final ProposalMails mails;

	private final Holds holds;

	private final JdbcClient jdbc;

	DueAdvice(Proposals proposals, ProposalMails mails, Holds holds, JdbcClient jdbc) {
		this.proposals = proposals;
		this.mails = mails;
		this.holds = holds;
		this.jdbc = jdbc;
	}

	/**
	 * Claims and queues, in the caller's transaction, what is due.
	 * @param now the moment
	 */
	void claim(Instant now) {
		for (Proposal proposal : this.proposals.advising()) {
			if (now.isBefore(endOf(due(proposal)))) {
				HeldMail held = held(proposal);
				this.mails.reviewers()
					.forEach((reader) -> ahead(proposal, reader)
						.filter((rung) -> !at(proposal, reader, rung).isAfter(now))
						.filter((rung) -> !held.holds(claim(proposal, reader.id(), rung)))
						.reduce((earlier, later) -> later)
						.filter((rung) -> isFirst(proposal, reader.id(), rung, now))
						.ifPresent((rung) -> this.mails.remind(proposal, reader)));
			}
		}
	}

	/**
	 * What is to come in the mail plan of a cycle, as if nobody advised.
	 * @param cycle the cycle
	 * @param only whom to look at; {@code null} for everybody
	 * @return in any order, with what is held
	 */
	List<Moment> ahead(CycleName cycle, @Nullable Set<ContactId> only) {
		List<Moment> moments = new ArrayList<>();
		for (Proposal proposal : in(cycle)) {
			HeldMail held = held(proposal);
			for (LocalContact reader : this.mails.reviewers()) {
				if (only == null || only.contains(reader.id())) {
					ahead(proposal, reader).forEach((rung) -> {
						Claim claim = claim(proposal, reader.id(), rung);
						moments.add(new Moment(reader.id(), at(proposal, reader, rung),
								new PlannedLine(claim.ladder().key(), proposal.key().toString(), rung, due(proposal),
										claim, held.holds(claim) ? Stop.HELD : null)));
					});
				}
			}
		}
		return moments;
	}

	/**
	 * Queues, in the caller's transaction, the mail of a claim ahead of its moment.
	 * @param claim what the mail plan shows
	 * @param now the moment
	 * @return its number, without a claim of anybody else; nothing when it was sent
	 * before, or no advice is waited for any more
	 */
	Optional<Long> send(Claim claim, Instant now) {
		return this.proposals.find(claim.round())
			.filter((proposal) -> claim.deadline().equals(proposal.adviceDue()))
			.flatMap((proposal) -> this.mails.reviewers()
				.stream()
				.filter((reader) -> reader.id().equals(claim.contact()))
				.filter((reader) -> isFirst(proposal, reader.id(), claim.rung(), now))
				.findFirst()
				.map((reader) -> this.mails.remind(proposal, reader)));
	}

	/**
	 * When the next one falls due.
	 * @return when, which may be past; nothing when none is to come
	 */
	Optional<Instant> next(Instant now) {
		return this.proposals.advising()
			.stream()
			.filter((proposal) -> now.isBefore(endOf(due(proposal))))
			.flatMap((proposal) -> {
				HeldMail held = held(proposal);
				return this.mails.reviewers()
					.stream()
					.flatMap((reader) -> ahead(proposal, reader)
						.filter((rung) -> !held.holds(claim(proposal, reader.id(), rung)))
						.map((rung) -> at(proposal, reader, rung)));
			})
			.min(Instant::compareTo);
	}

	private List<Proposal> in(CycleName cycle) {
		return this.proposals.advising()
			.stream()
			.filter((proposal) -> cycle.value().equals(proposal.adviceCycle()))
			.toList();
	}

	private HeldMail held(Proposal proposal) {
		String cycle = proposal.adviceCycle();
		return (cycle != null) ? this.holds.in(new CycleName(cycle)) : HeldMail.NONE;
	}

	/** The rungs that are still to be told, in the order of time. */
	private Stream<Integer> ahead(Proposal proposal, LocalContact reader) {
		int told = last(proposal, reader.id());
		Instant loud = asked(proposal).plus(QUIET);
		return RUNGS.stream()
			.filter((rung) -> rung > told)
			.filter((rung) -> !at(proposal, reader, rung).isBefore(loud));
	}

	private static Instant at(Proposal proposal, LocalContact reader, int rung) {
		return reader.morningOf(due(proposal).plusDays(rung))
			.plus(HALF_AN_HOUR)
			.plus(Duration.ofMinutes(proposal.id() % HALF_AN_HOUR.toMinutes()));
	}

	private static Claim claim(Proposal proposal, ContactId reader, int rung) {
		return new Claim(PROPOSAL, Ladder.ADVICE_REMINDER, Math.toIntExact(proposal.id()), rung, due(proposal), reader);
	}

	private static LocalDate due(Proposal proposal) {
		return Objects.requireNonNull(proposal.adviceDue());
	}

	private static Instant endOf(LocalDate day) {
		return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
	}

	private Instant asked(Proposal proposal) {
		return this.jdbc
			.sql("select max(made_at) from proposal_step where proposal = :id and what in ('passed', 'day-moved')")
			.param("id", proposal.id())
			.query(Timestamp.class)
			.single()
			.toInstant();
	}

	private int last(Proposal proposal, ContactId reader) {
		return this.jdbc.sql("""
				select coalesce(max(rung), -1000) from advice_reminder
				where proposal = :id and due = :due and contact = :contact""")
			.param("id", proposal.id())
			.param("due", due(proposal))
			.param("contact", reader.value())
			.query(Integer.class)
			.single();
	}

	private boolean isFirst(Proposal proposal, ContactId reader, int rung, Instant now) {
		return this.jdbc.sql("""
				insert into advice_reminder (proposal, due, rung, contact, told_at)
				values (:id, :due, :rung, :contact, :at) on conflict do nothing""")
			.param("id", proposal.id())
			.param("due", due(proposal))
			.param("rung", rung)
			.param("contact", reader.value())
			.param("at", Timestamp.from(now))
			.update() == 1;
	}

}
