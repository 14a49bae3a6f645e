package org.asemeducation.stocktake.notification.reach;

import java.time.Instant;

/**
 * Somebody whom mail does not reach.
 *
 * @param contact the register's number
 * @param name as the person writes it
 * @param parties for whom they work, such as {@code ASEF, ESN}; empty for none
 * @param address the one that was refused
 * @param since when
 * @param because in the server's words
 * @param waiting how many mails wait for them
 * @param active whether they still stand in the register
 */
record Unreachable(long contact, String name, String parties, String address, Instant since, String because,
		long waiting, boolean active) {
}
