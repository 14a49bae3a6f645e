package org.asemeducation.stocktake.notification.letter;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

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
 */
public record WaitingTask(String id, String group, CycleName cycle, ZoneId zone, String name, Instant created,
		@Nullable LocalDate due) {
}
