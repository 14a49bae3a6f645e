package org.asemeducation.stocktake.notification.trouble;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A mail that was tried and has not left.
 *
 * @param name whom it is for
 * @param address where it should go
 * @param subject what it says first
 * @param attempts how often it was tried
 * @param since when that failed first
 * @param answer what was answered last
 * @param givenUp whether it is not tried again by itself
 * @param process its process; {@code null} for none
 */
public record UndeliveredMail(String name, String address, String subject, int attempts, Instant since, String answer,
		boolean givenUp, @Nullable String process) {
}
