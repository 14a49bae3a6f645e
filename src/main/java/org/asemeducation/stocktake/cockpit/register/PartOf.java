package org.asemeducation.stocktake.cockpit.register;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * What a party does or did for an initiative.
 *
 * @param initiative its id
 * @param title the plan's
 * @param role {@code coordinator}, {@code support} or {@code host}
 * @param leads whether it is the first of those who coordinate it, who lead unless
 * somebody else is named in a cycle
 * @param fromDay since when the plan says so; {@code null} where it was handed over to
 * the party in a cycle
 * @param toDay the first day on which the plan says so no more; {@code null} while it
 * does
 * @param handedOver whether the party has handed it over since, in a cycle
 */
public record PartOf(String initiative, String title, String role, boolean leads, @Nullable LocalDate fromDay,
		@Nullable LocalDate toDay, boolean handedOver) {

}
