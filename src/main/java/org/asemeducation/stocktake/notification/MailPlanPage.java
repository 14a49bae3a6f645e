package org.asemeducation.stocktake.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.asemeducation.stocktake.cycle.MailToCome;

/**
 * A page of the mails to come, with what is to come in numbers.
 *
 * @param cycle its name
 * @param title its title
 * @param zone where its days begin
 * @param state opened, gathering, closed or published
 * @param now the moment of which all this is true
 * @param renewed whether a newer one is being worked out: ask again in a few seconds
 * @param days the days on which mails are to come, the first first; today and tomorrow
 * always
 * @param stopped how many mails something keeps back
 * @param withoutAnybody initiatives that nobody would be written to about
 * @param leftOut whom an act did not write to, the last first
 * @param found how many mails are like that
 * @param page this page, from 1
 * @param size rows on a page
 * @param mails the rows
 */
record MailPlanPage(String cycle, String title, String zone, String state, Instant now, boolean renewed, List<Day> days,
		List<Stopped> stopped, List<String> withoutAnybody, List<LeftOut> leftOut, int found, int page, int size,
		List<MailToCome> mails) {

	/**
	 * A day with mails.
	 *
	 * @param on the day in the cycle's zone
	 * @param mails how many are to come
	 * @param people to how many people
	 */
	record Day(LocalDate on, int mails, int people) {
	}

	/**
	 * Somebody whom an act did not write to, or will not.
	 *
	 * @param name who
	 * @param email their address
	 * @param act the act, such as {@code send requests}
	 * @param at when it was done
	 * @param by who left them out
	 */
	record LeftOut(String name, String email, String act, Instant at, String by) {
	}

	/**
	 * Mails that one thing keeps back.
	 *
	 * @param stop what, see {@link Stop#word()}
	 * @param mails how many
	 */
	record Stopped(String stop, int mails) {
	}

}
