package org.asemeducation.stocktake.cycle.proposal;

import java.time.Instant;
import java.time.LocalDate;

import org.asemeducation.stocktake.engine.BusinessKey;
import org.jspecify.annotations.Nullable;

/**
 * A proposal as it stands.
 *
 * @param id unique over all
 * @param proposedBy the user id; {@code null} for an invited person
 * @param party the register's number of the party they speak for; {@code null} for an
 * invited person
 * @param invitation the number of the invitation; {@code null} for those with an account
 * @param state where it stands
 * @param proposer who, by name
 * @param forWhom for whom they speak, in short
 * @param draft the form as its proposer left it
 * @param sent what was sent last; the draft before anything was
 * @param number how often it was sent
 * @param version counts the saves
 * @param savedAt when it was saved last
 * @param adviceDue the last day, of UTC, for the advice; {@code null} before it is asked
 * @param adviceCycle the cycle in whose mail plan reminders of the advice stand;
 * {@code null} when there was none
 * @param planChange the number of the plan's change that came of it
 * @param addedParty the register's number of the party that came of it
 * @param changedAt when something was last done about it
 */
public record Proposal(long id, @Nullable String proposedBy, @Nullable Long party, @Nullable Long invitation,
		ProposalState state, String proposer, String forWhom, ProposedContent draft, ProposedContent sent, int number,
		long version, Instant savedAt, @Nullable LocalDate adviceDue, @Nullable String adviceCycle,
		@Nullable Long planChange, @Nullable Long addedParty, Instant changedAt) {

	private static final String PREFIX = "proposal";

	/** What its process and its audit are about. */
	public BusinessKey key() {
		return BusinessKey.of(PREFIX, Long.toString(this.id));
	}

	/** What it is called, by what was sent last. */
	public String title() {
		return this.sent.called();
	}

	/** Who proposes it, such as {@code Kim (ASEF)}. */
	public String from() {
		return "%s (%s)".formatted(this.proposer, this.forWhom);
	}

	static long number(BusinessKey about) {
		String part = about.part();
		return (PREFIX.equals(about.cycle()) && part != null && part.matches("\\d{1,18}")) ? Long.parseLong(part) : -1;
	}

}
