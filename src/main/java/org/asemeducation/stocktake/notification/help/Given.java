package org.asemeducation.stocktake.notification.help;

import java.util.List;

/**
 * What came of an act for several initiatives.
 *
 * @param helped for which it was done
 * @param refused for which it cannot be done, and why
 * @param leftOut who is not written to although they coordinate one of them, and why
 */
public record Given(List<String> helped, List<Refusal> refused, List<LeftOut> leftOut) {

	public Given {
		helped = List.copyOf(helped);
		refused = List.copyOf(refused);
		leftOut = List.copyOf(leftOut);
	}

	/**
	 * An initiative for which it cannot be done.
	 *
	 * @param initiative its id
	 * @param why a sentence
	 */
	public record Refusal(String initiative, String why) {
	}

	/**
	 * Somebody who is not written to.
	 *
	 * @param contact the register's number
	 * @param name who
	 * @param email their address
	 * @param initiative about which initiative
	 * @param why a sentence
	 */
	public record LeftOut(long contact, String name, String email, String initiative, String why) {
	}

}
