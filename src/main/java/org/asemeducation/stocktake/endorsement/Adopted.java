package org.asemeducation.stocktake.endorsement;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * What ministers decided, and on what.
 *
 * @param version the sealed version that they had
 * @param on the day of the adoption; {@code null} when they did not adopt it
 * @param reason why not; {@code null} when adopted
 */
public record Adopted(int version, @Nullable LocalDate on, @Nullable String reason) {
}
