package org.asemeducation.stocktake.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/**
 * A reviewer, or somebody of the secretariat, who may get a digest.
 *
 * @param contact who, and where
 * @param userId whose name stands at tasks that they have claimed
 * @param groups whose tasks they have
 * @param lastOn the day of their last digest; {@link LocalDate#MIN} before the first
 * @param toldAt when that was claimed; {@link Instant#MIN} before the first
 * @param ahead mornings whose digest was sent ahead of them
 * @param hold whether somebody holds their digests
 */
record DigestReader(LocalContact contact, String userId, Set<String> groups, LocalDate lastOn, Instant toldAt,
		Set<LocalDate> ahead, Hold hold) {

	DigestReader {
		groups = Set.copyOf(groups);
		ahead = Set.copyOf(ahead);
	}

	boolean isHeld() {
		return this.hold.held();
	}

	/** What fell due while they were held is told once they are not. */
	Instant from(Instant covered) {
		return this.hold.since().isBefore(covered) ? this.hold.since() : covered;
	}

	/**
	 * What keeps digests back, or did.
	 *
	 * @param held whether they are held now
	 * @param since since when something has not been told because of it;
	 * {@link Instant#MAX} for nothing
	 */
	record Hold(boolean held, Instant since) {

		static final Hold NONE = new Hold(false, Instant.MAX);

	}

}
