package org.asemeducation.stocktake.cycle.proposal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.asemeducation.stocktake.access.NewContact;
import org.asemeducation.stocktake.access.NewParty;
import org.asemeducation.stocktake.access.PartyId;
import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.RandomToken;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.asemeducation.stocktake.plan.PlanChanges;
import org.asemeducation.stocktake.plan.change.Days;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Links by which people from outside propose something, once each.
 */
@Component
@Transactional
public class ProposalInvitations {

	/** How long an invitation is good for unless the secretariat says otherwise. */
	static final int DAYS = 30;

	private static final int LONGEST = 2_000;

	private static final String READ = """
			select v.*, p.id as proposal, p.state from proposal_invitation v
			left join proposal p on p.invitation = v.id
			""";

	private final JdbcClient jdbc;

	private final PlanChanges plan;

	private final Audit audit;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	ProposalInvitations(JdbcClient jdbc, PlanChanges plan, Audit audit, ApplicationEventPublisher events, Clock clock) {
		this.jdbc = jdbc;
		this.plan = plan;
		this.audit = audit;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Invites somebody; the mail with the link is queued in the same transaction.
	 * @param said the form
	 * @param by the user id
	 * @return the invitation
	 * @throws Refused with a problem for each field
	 */
	Invitation invite(InvitationForm said, String by) {
		LocalDate until = checked(said);
		long id = this.jdbc
			.sql("""
					insert into proposal_invitation (name, organisation, email, language, subject, words, sent_at, sent_by,
					    last_day)
					values (:name, :organisation, lower(:email), :language, :subject, :words, :at, :by, :until) returning id""")
			.param("name", SendingCheck.word(said.name()))
			.param("organisation", SendingCheck.word(said.organisation()))
			.param("email", SendingCheck.word(said.email()))
			.param("language", language(said))
			.param("subject", SendingCheck.word(said.subject()))
			.param("words", SendingCheck.word(said.words()))
			.param("at", now())
			.param("by", by)
			.param("until", until)
			.query(Long.class)
			.single();
		Invitation invitation = find(id).orElseThrow();
		this.audit.record(by, "invite to propose", subject(id), null, "until %s".formatted(until));
		this.events.publishEvent(new InvitationSent(invitation, newLink(id)));
		return invitation;
	}

	/**
	 * Takes an invitation back: its links lead nowhere from then on.
	 * @param id which
	 * @param by the user id
	 * @throws Refused when there is none, or something was sent by it
	 */
	void withdraw(long id, String by) {
		this.jdbc.sql("select id from proposal_invitation where id = :id for update")
			.param("id", id)
			.query()
			.listOfRows();
		Invitation invitation = find(id)
			.orElseThrow(() -> Refused.notFound("There is no invitation %d.".formatted(id)));
		if (invitation.isUsed()) {
			throw Refused
				.conflict("%s has sent a proposal by this link: decide on that instead.".formatted(invitation.name()));
		}
		if (invitation.isWithdrawn()) {
			throw Refused.conflict("This invitation is withdrawn already.");
		}
		this.jdbc.sql("update proposal_invitation set withdrawn_at = :at, withdrawn_by = :by where id = :id")
			.param("at", now())
			.param("by", by)
			.param("id", id)
			.update();
		this.audit.record(by, "withdraw invitation to propose", subject(id), null, null);
	}

	/**
	 * A further link of the same invitation, for one more mail: only hashes are kept, so
	 * none can be sent twice.
	 * @param id which invitation
	 * @return the secret
	 */
	public String newLink(long id) {
		RandomToken token = RandomToken.next();
		this.jdbc.sql("insert into proposal_link (token_hash, invitation, made_at) values (:hash, :id, :at)")
			.param("hash", token.hash())
			.param("id", id)
			.param("at", now())
			.update();
		return token.value();
	}

	/**
	 * Whom a link leads to. Looking changes nothing.
	 * @param token as it stands in the address
	 * @return the invitation, whatever became of it
	 * @throws Refused with a sentence when the link leads nowhere, or no longer
	 */
	@Transactional(readOnly = true)
	Invitation byLink(String token) {
		Invitation invitation = this.jdbc
			.sql(READ + "join proposal_link k on k.invitation = v.id where k.token_hash = :hash")
			.param("hash", RandomToken.hash(token))
			.query((row, number) -> read(row))
			.optional()
			.orElseThrow(() -> Refused.notFound(
					"This link leads nowhere: copy it whole from the mail, or ask the secretariat for another one."));
		if (invitation.isWithdrawn()) {
			throw Refused.notFound(
					"The secretariat has taken this invitation back: write to it if you think it should not have.");
		}
		if (!invitation.isUsed() && invitation.lastDay().isBefore(this.plan.today())) {
			throw Refused.notFound("This invitation was good until %s. Ask the secretariat for another one."
				.formatted(Days.inWords(invitation.lastDay())));
		}
		return invitation;
	}

	/** The same, held until the caller's transaction ends. */
	Invitation lock(String token) {
		this.jdbc.sql("""
				select v.id from proposal_invitation v join proposal_link k on k.invitation = v.id
				where k.token_hash = :hash for update of v""")
			.param("hash", RandomToken.hash(token))
			.query()
			.listOfRows();
		return byLink(token);
	}

	/**
	 * One invitation.
	 * @param id which
	 * @return nothing when there is none
	 */
	@Transactional(readOnly = true)
	public Optional<Invitation> find(long id) {
		return this.jdbc.sql(READ + "where v.id = :id").param("id", id).query((row, number) -> read(row)).optional();
	}

	@Transactional(readOnly = true)
	List<Invitation> newest(int most) {
		return this.jdbc.sql(READ + "order by v.id desc limit :most")
			.param("most", most)
			.query((row, number) -> read(row))
			.list();
	}

	private LocalDate checked(InvitationForm said) {
		List<Problem> problems = new ArrayList<>();
		PartyId any = new PartyId(1);
		String name = SendingCheck.word(said.name());
		attempt("name", problems,
				() -> new NewContact(any, name, "somebody@example.org", "en", null, NewContact.COORDINATOR));
		attempt("organisation", problems, () -> new NewParty(SendingCheck.word(said.organisation()), null, "other"));
		attempt("email", problems, () -> new NewContact(any, "A name", SendingCheck.word(said.email()), "en", null,
				NewContact.COORDINATOR));
		attempt("language", problems, () -> new NewContact(any, "A name", "somebody@example.org", language(said), null,
				NewContact.COORDINATOR));
		if (!List.of("plan", "register").contains(SendingCheck.word(said.subject()))) {
			problems.add(new Problem("subject", "Choose what they may propose."));
		}
		if (SendingCheck.word(said.words()).length() > LONGEST) {
			problems.add(new Problem("words", "Shorten what you add to %,d characters.".formatted(LONGEST)));
		}
		LocalDate until = until(said, problems);
		if (!problems.isEmpty()) {
			throw Refused.invalid("Nobody is invited yet. " + problems.get(0).message(), problems);
		}
		return until;
	}

	private LocalDate until(InvitationForm said, List<Problem> problems) {
		LocalDate today = this.plan.today();
		try {
			LocalDate until = Days.read(said.until());
			if (until.isBefore(today) || until.isAfter(today.plusYears(1))) {
				problems.add(new Problem("until", "Give them until a day from today on, within a year."));
			}
			return until;
		}
		catch (IllegalArgumentException ex) {
			problems.add(new Problem("until", String.valueOf(ex.getMessage())));
			return today;
		}
	}

	private static String language(InvitationForm said) {
		return SendingCheck.word(said.language()).isEmpty() ? "en" : SendingCheck.word(said.language());
	}

	private static void attempt(String field, List<Problem> problems, Runnable made) {
		try {
			made.run();
		}
		catch (IllegalArgumentException ex) {
			problems.add(new Problem(field, String.valueOf(ex.getMessage())));
		}
	}

	private static String subject(long id) {
		return "proposal-invitation/" + id;
	}

	private Timestamp now() {
		return Timestamp.from(this.clock.instant());
	}

	private static Invitation read(ResultSet row) throws SQLException {
		OffsetDateTime withdrawn = row.getObject("withdrawn_at", OffsetDateTime.class);
		return new Invitation(row.getLong("id"), row.getString("name"), row.getString("organisation"),
				row.getString("email"), row.getString("language"), row.getString("subject"), row.getString("words"),
				row.getObject("sent_at", OffsetDateTime.class).toInstant(), row.getObject("last_day", LocalDate.class),
				(withdrawn != null) ? withdrawn.toInstant() : null,
				row.getObject("erased_at", OffsetDateTime.class) != null, row.getObject("proposal", Long.class),
				ProposalState.of(row.getString("state")).orElse(null));
	}

	/**
	 * An invitation as it was filled in; every field may be missing.
	 */
	record InvitationForm(@Nullable String name, @Nullable String organisation, @Nullable String email,
			@Nullable String language, @Nullable String subject, @Nullable String until, @Nullable String words) {
	}

}
