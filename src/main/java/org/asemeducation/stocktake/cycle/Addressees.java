package org.asemeducation.stocktake.cycle;

import java.util.Collection;
import java.util.List;

/**
 * Whom the acts of the secretariat write to that reach many people. The code that sends
 * mail supplies it.
 */
public interface Addressees {

	/**
	 * Whom the requests of a cycle would be sent to that has not asked yet.
	 * @param cycle the cycle
	 * @return a mail each, in the order of their names; those too who are held already
	 */
	List<MailToCome> ofRequests(CycleName cycle);

	/**
	 * Whom an adoption of the work plan would be told to.
	 * @param cycle the cycle
	 * @param initiatives those that have a line in it
	 * @return a mail each, in the order of their names
	 */
	List<MailToCome> ofAdoption(CycleName cycle, Collection<String> initiatives);

	/**
	 * Keeps an act from writing to some people, in the caller's transaction; who they are
	 * and who said so is recorded.
	 * @param cycle the cycle
	 * @param act the act that would write to them
	 * @param contacts whom it does not write to; may be empty
	 * @param by the user id
	 * @throws org.asemeducation.stocktake.engine.Refused when somebody among them is not
	 * written to anyway
	 */
	void leaveOut(CycleName cycle, Act act, List<Long> contacts, String by);

	/**
	 * The acts that write to many.
	 */
	enum Act {

		/** A cycle is opened: it asks on its request date. */
		OPEN_CYCLE("open cycle", "Left out when the cycle was opened"),
		/** The requests are sent at once. */
		SEND_REQUESTS("send requests", "Left out when the requests were sent"),
		/** A date is moved. */
		MOVE_DATE("move date", "Left out when a date was moved"),
		/** The adoption of the work plan is recorded. */
		ADOPT("adopt", "Left out when the adoption was recorded");

		private final String word;

		private final String reason;

		Act(String word, String reason) {
			this.word = word;
			this.reason = reason;
		}

		public String word() {
			return this.word;
		}

		public String reason() {
			return this.reason;
		}

	}

}
