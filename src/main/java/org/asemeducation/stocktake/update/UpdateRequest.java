package org.asemeducation.stocktake.update;

import org.jspecify.annotations.Nullable;

/**
 * What one initiative was asked for in a cycle.
 *
 * @param key which update
 * @param state where it stands
 * @param settledAs {@code accepted}, {@code no-update-received} or
 * {@code draft-not-submitted}; {@code null} until settled
 */
public record UpdateRequest(UpdateKey key, UpdateState state, @Nullable String settledAs) {
}
