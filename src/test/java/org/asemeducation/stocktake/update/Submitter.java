package org.asemeducation.stocktake.update;

import org.asemeducation.stocktake.cycle.CycleName;

/**
 * Submits updates as the form does.
 */
public class Submitter {

	private static final String PROGRESS = "Meetings were held in three countries, and forty schools joined.";

	private final Writing writing;

	Submitter(Writing writing) {
		this.writing = writing;
	}

	/**
	 * Submits an update that nobody has begun.
	 * @param cycle the cycle
	 * @param initiative its id
	 * @param user the user id
	 */
	public void submit(CycleName cycle, String initiative, String user) {
		this.writing.submit(UpdateKey.of(cycle.value(), initiative), 0, Coordinators.form(PROGRESS), user);
	}

	/**
	 * What it submits.
	 * @return the form's fields in JSON
	 */
	public static String content() {
		return Coordinators.form(PROGRESS).toString();
	}

}
