package org.asemeducation.stocktake.access.throttle;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who tries a password.
 *
 * @param account the engine's user, or what was typed when there is none
 * @param client where it comes from, see {@link ClientAddress}
 * @param device what the browser's cookie says; {@code null} when there is none
 */
public record Guess(String account, String client, @Nullable String device) {

}
