package org.asemeducation.stocktake.cycle.proposal;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * Somebody from outside who was invited to propose something.
 *
 * @param id unique over all
 * @param name of the person
 * @param organisation for which they speak
 * @param email their address
 * @param language in which they are written to, such as {@code en}
 * @param subject {@code plan} or {@code register}
 * @param words what the secretariat adds in the mail; may be empty
 * @param sentAt when
 * @param lastDay until which, in UTC, something can be sent for the first time
 * @param withdrawnAt when it was taken back; {@code null} when it was not
 * @param erased whether name and address are gone, because they asked for it
 * @param proposal the number of their proposal; {@code null} before they write
 * @param state where that stands; {@code null} before they write
 */
public record Invitation(long id, String name, String organisation, String email, String language, String subject,
		String words, Instant sentAt, LocalDate lastDay, @Nullable Instant withdrawnAt, boolean erased,
		@Nullable Long proposal, @Nullable ProposalState state) {

	/** Whether something was sent by it. */
	public boolean isUsed() {
		return this.state != null && this.state != ProposalState.DRAFT;
	}

	public boolean isWithdrawn() {
		return this.withdrawnAt != null;
	}

	boolean isOfPlan() {
		return "plan".equals(this.subject);
	}

}
