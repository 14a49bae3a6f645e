package org.asemeducation.stocktake.notification;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.access.SittingReviewers;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.proposal.Invitation;
import org.asemeducation.stocktake.cycle.proposal.InvitationSent;
import org.asemeducation.stocktake.cycle.proposal.Proposal;
import org.asemeducation.stocktake.cycle.proposal.ProposalInvitations;
import org.asemeducation.stocktake.cycle.proposal.ProposalNews;
import org.asemeducation.stocktake.cycle.proposal.ProposalNews.What;
import org.asemeducation.stocktake.cycle.proposal.Proposals;
import org.asemeducation.stocktake.notification.letter.NoticeWords;
import org.asemeducation.stocktake.notification.letter.Outsider;
import org.asemeducation.stocktake.notification.template.TemplateName;
import org.asemeducation.stocktake.plan.change.Days;
import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Invites people from outside to propose something, and tells proposers, the secretariat
 * and the reviewing body how a proposal goes on. An invited person gets a new link with
 * each mail: nobody here knows the old ones.
 */
@Component
class ProposalMails {

	private static final Map<What, String> TO_PROPOSER = Map.of(What.SENT, "sent", What.ASKED_BACK, "askedBack",
			What.ADVICE_ASKED, "passed", What.ADVISED, "advised", What.DECLINED, "declined", What.POSTPONED,
			"postponed", What.DECIDED, "decided", What.TURNED_DOWN, "turnedDown", What.WITHDRAWN, "withdrawn");

	private static final Map<What, String> TO_SECRETARIAT = Map.of(What.SENT, "check", What.ADVISED, "decide",
			What.WITHDRAWN, "gone");

	private static final Map<What, String> TO_REVIEWING_BODY = Map.of(What.ADVICE_ASKED, "advise",
			What.ADVICE_DAY_MOVED, "adviceMoved");

	private static final List<String> ALL = List.of("sent", "askedBack", "passed", "advised", "declined", "postponed",
			"decided", "turnedDown", "withdrawn", "check", "advise", "adviceMoved", "adviceReminded", "decide", "gone");

	/** Whoever is to read the whole of it in the mail. */
	private static final List<String> WITH_CONTENT = List.of("sent", "check", "advise", "adviceReminded");

	/** The zone of the plan's days, by a name that a mail can say. */
	private static final ZoneId UTC = ZoneId.of("UTC");

	private static final String TASKLIST = "/camunda/app/tasklist/default/";

	private static final String LINK = "/proposal/{token}";

	private final Proposals proposals;

	private final ProposalInvitations invitations;

	private final Notices notices;

	private final JdbcClient jdbc;

	private final Clock clock;

	ProposalMails(Proposals proposals, ProposalInvitations invitations, Notices notices, JdbcClient jdbc, Clock clock) {
		this.proposals = proposals;
		this.invitations = invitations;
		this.notices = notices;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@EventListener
	@Transactional
	void on(InvitationSent sent) {
		Invitation invitation = sent.invitation();
		NoticeWords words = new NoticeWords(TemplateName.PROPOSAL_INVITATION, LINK)
			.flag("plan", "plan".equals(invitation.subject()))
			.text("until", Days.inWords(invitation.lastDay()))
			.said("words", invitation.words());
		this.notices.queue(outsider(invitation), Notices.PROPOSAL_INVITATION, Long.toString(invitation.id()), words,
				sent.token());
	}

	@EventListener
	@Transactional
	void on(ProposalNews news) {
		Proposal proposal = this.proposals.find(news.proposal()).orElseThrow();
		String own = TO_PROPOSER.get(news.what());
		if (own != null) {
			tellProposer(proposal, own, (news.what() != What.ADVICE_ASKED) ? news.words() : null);
		}
		String desk = TO_SECRETARIAT.get(news.what());
		if (desk != null) {
			this.notices.secretariat()
				.forEach((it) -> this.notices.queue(it, Notices.PROPOSAL, proposal.key().toString(),
						words(proposal, TASKLIST, desk, news.words())));
		}
		String body = TO_REVIEWING_BODY.get(news.what());
		if (body != null) {
			reviewers().forEach((it) -> this.notices.queue(it.id(), Notices.PROPOSAL, proposal.key().toString(),
					due(words(proposal, TASKLIST, body, news.words()), proposal.adviceDue(), it.zone())));
		}
	}

	/**
	 * Reminds a member of the reviewing body of the advice, in the caller's transaction.
	 * @param proposal which waits for it
	 * @param reader whom
	 * @return the mail's number
	 */
	long remind(Proposal proposal, LocalContact reader) {
		String cycle = proposal.adviceCycle();
		return this.notices.queue(reader.id(), Notices.ADVICE_REMINDER, (cycle != null) ? new CycleName(cycle) : null,
				proposal.key().toString(),
				due(words(proposal, TASKLIST, "adviceReminded", null), proposal.adviceDue(), reader.zone()));
	}

	private void tellProposer(Proposal proposal, String flag, @Nullable String said) {
		Long number = proposal.invitation();
		if (number == null) {
			proposers(proposal).forEach((it) -> this.notices.queue(it, Notices.PROPOSAL, proposal.key().toString(),
					words(proposal, "/my/proposals/" + proposal.id(), flag, said)));
			return;
		}
		Invitation invitation = this.invitations.find(number).orElseThrow();
		if (invitation.erased()) {
			return;
		}
		this.notices.queue(outsider(invitation), Notices.PROPOSAL, proposal.key().toString(),
				words(proposal, LINK, flag, said), this.invitations.newLink(number));
	}

	private static NoticeWords words(Proposal proposal, String path, String flag, @Nullable String said) {
		NoticeWords words = new NoticeWords(TemplateName.PROPOSAL, path).text("title", proposal.title())
			.text("from", proposal.from())
			.text("due", null)
			.text("dueBy", null)
			.text("dueDay", null)
			.said("words", said)
			.said("content", WITH_CONTENT.contains(flag) ? content(proposal) : null);
		ALL.forEach((each) -> words.flag(each, each.equals(flag)));
		return words;
	}

	private static String content(Proposal proposal) {
		return proposal.sent()
			.told()
			.stream()
			.map((field) -> "%s: %s".formatted(field.label(), field.text().replaceAll("\\s*\\R\\s*", "; ")))
			.collect(Collectors.joining("\n"));
	}

	private NoticeWords due(NoticeWords words, @Nullable LocalDate day, ZoneId reader) {
		return (day != null) ? words.day("due", day, this.clock.instant(), UTC, reader) : words;
	}

	private static Outsider outsider(Invitation invitation) {
		return new Outsider(invitation.name(), invitation.organisation(), invitation.email(), invitation.language());
	}

	/** Who wrote it; everybody who speaks for the party once that person has left. */
	private List<ContactId> proposers(Proposal proposal) {
		return this.jdbc.sql("""
				select c.id from contact c where c.active and (c.user_id = :user or (
				    not exists (select from contact w where w.user_id = :user and w.active)
				    and exists (select from contact_role r where r.contact = c.id and r.party = :party
				        and r.role = 'coordinator')))
				order by c.id""")
			.param("user", proposal.proposedBy())
			.param("party", proposal.party())
			.query((row, number) -> new ContactId(row.getLong("id")))
			.list();
	}

	/** Who sits in the reviewing body today, with the clocks on their walls. */
	List<LocalContact> reviewers() {
		return this.jdbc.sql("""
				select distinct c.id, c.zone from contact c
				join contact_role s on s.contact = c.id and s.role = 'reviewer' where c.active and
				""" + SittingReviewers.IN_TERM + " order by c.id")
			.param("today", LocalDate.ofInstant(this.clock.instant(), UTC))
			.query((row, number) -> new LocalContact(new ContactId(row.getLong("id")),
					(row.getString("zone") != null) ? ZoneId.of(row.getString("zone")) : UTC))
			.list();
	}

}
