package org.asemeducation.stocktake.notification.letter;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;

import org.asemeducation.stocktake.cycle.CycleName;
import org.jspecify.annotations.Nullable;

/**
 * A task that waits for the reviewers or for the secretariat.
 *
 * @param id the engine's id
 * @param group whose it is: {@code swg} or {@code aes}
 * @param cycle the cycle it belongs to
 * @param zone where the cycle's days end
 * @param name as Tasklist shows it
 * @param created since when it waits
 * @param due its day; {@code null} when it has none
 * @param claimedBy the user id of who has taken it over; {@code null} while it is
 * anybody's
 */
public record WaitingTask(String id, String group, CycleName cycle, ZoneId zone, String name, Instant created,
		@Nullable LocalDate due, @Nullable String claimedBy) {

	/**
	 * Whether it is this person's to do: what somebody has claimed is theirs alone.
	 * @param userId the person
	 * @param groups theirs
	 * @return true when they are to be told of it
	 */
	public boolean waitsFor(String userId, Set<String> groups) {
		return (this.claimedBy != null) ? this.claimedBy.equals(userId) : groups.contains(this.group);
	}

}
