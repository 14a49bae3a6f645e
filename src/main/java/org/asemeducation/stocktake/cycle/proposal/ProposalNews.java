package org.asemeducation.stocktake.cycle.proposal;

import org.jspecify.annotations.Nullable;

/**
 * Something was done about a proposal that its proposer or others should know.
 *
 * @param proposal its number
 * @param what has happened
 * @param words what was said; {@code null} when nothing was
 */
public record ProposalNews(long proposal, What what, @Nullable String words) {

	/** What has happened. */
	public enum What {

		/** It was sent, for the first time or corrected. */
		SENT,
		/** The proposer is to correct it. */
		ASKED_BACK,
		/** The reviewing body is to advise. */
		ADVICE_ASKED,
		/** The reviewing body has another day for its advice. */
		ADVICE_DAY_MOVED,
		/** The reviewing body has advised. */
		ADVISED,
		/** The secretariat does not take it up. */
		DECLINED,
		/** Another meeting is to decide. */
		POSTPONED,
		/** A meeting has decided for it. */
		DECIDED,
		/** A meeting has decided against it. */
		TURNED_DOWN,
		/** Its proposer has taken it back. */
		WITHDRAWN

	}

}
