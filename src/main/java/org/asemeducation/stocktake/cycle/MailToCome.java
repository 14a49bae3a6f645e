package org.asemeducation.stocktake.cycle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A mail to come, as tables show it.
 *
 * @param contact the register's number of the addressee
 * @param name who that is
 * @param email where it goes
 * @param parties for whom they speak; may be empty
 * @param language what it is written in, such as {@code en}
 * @param zone where the addressee is
 * @param at when it falls due, as things stand
 * @param lines what it is about
 * @param stop what keeps it from being mailed, as a word; {@code null} when nothing does
 * @param because more about that; {@code null} where there is nothing to add
 * @param mail its number in the ledger, once it is queued; {@code null} before
 */
public record MailToCome(long contact, String name, String email, String parties, String language, String zone,
		Instant at, List<Line> lines, @Nullable String stop, @Nullable String because, @Nullable Long mail) {

	/**
	 * One reason for a mail.
	 *
	 * @param kind as in the ledger, such as {@code reminder}
	 * @param initiative what it is about; {@code null} where it is about none
	 * @param rung days from the day that it reminds of; {@code null} without one
	 * @param day that day; {@code null} without one
	 * @param stop what keeps this line out; {@code null} when nothing does
	 */
	public record Line(String kind, @Nullable String initiative, @Nullable Integer rung, @Nullable LocalDate day,
			@Nullable String stop) {
	}

}
