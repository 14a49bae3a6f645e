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
 */
record DigestReader(LocalContact contact, String userId, Set<String> groups, LocalDate lastOn, Instant toldAt) {

	DigestReader {
		groups = Set.copyOf(groups);
	}

}
