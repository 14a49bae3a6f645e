package org.asemeducation.stocktake.endorsement.noobjection;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Who was told of a round, and whether it reached them. The code that sends mail supplies
 * it.
 */
public interface Invitations {

	/**
	 * All who were told of a round.
	 * @param round which
	 * @return in the order of time, each invitation and each reminder
	 */
	List<Told> of(Round round);

	/**
	 * One mail about a round.
	 *
	 * @param party the member, by the register's number
	 * @param name of the person
	 * @param what the mail said
	 * @param at when it was queued
	 * @param reachedAt when the person's server took it; {@code null} when it has not, or
	 * when it came back
	 */
	record Told(long party, String name, What what, Instant at, @Nullable Instant reachedAt) {
	}

	/** What officials are told of a round. */
	enum What {

		INVITED("Invited"), REMINDED("Reminded"), STOPPED("Told that its clock is stopped:"),
		PROLONGED("Told that it closes later:"), CALLED_OFF("Told that it is called off:");

		private final String words;

		What(String words) {
			this.words = words;
		}

		/** Before the name of the person. */
		public String words() {
			return this.words;
		}

	}

}
