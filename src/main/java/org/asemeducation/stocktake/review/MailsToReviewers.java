package org.asemeducation.stocktake.review;

import java.time.Instant;
import java.util.List;

import org.asemeducation.stocktake.cycle.CycleName;

/**
 * Which mails to members of the reviewing body are to come.
 */
public interface MailsToReviewers {

	/**
	 * Those of a cycle's mail plan that nothing keeps back, as things stand in the
	 * caller's transaction.
	 * @param cycle the cycle
	 * @return in the order of time
	 */
	List<ToCome> toCome(CycleName cycle);

	/**
	 * A mail to come.
	 *
	 * @param at when
	 * @param why the kinds of its lines, in words
	 * @param reader whom, by name
	 */
	record ToCome(Instant at, String why, String reader) {
	}

}
