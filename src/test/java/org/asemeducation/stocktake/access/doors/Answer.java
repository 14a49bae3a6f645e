package org.asemeducation.stocktake.access.doors;

import java.net.http.HttpResponse;

/**
 * How a door answers, in one word of the table.
 */
enum Answer {

	/** It is done, or shown. */
	OPEN("open"),
	/** The person may; what was sent is then answered by the rules of the form. */
	HEARD("heard"),
	/** Sign in first. */
	SIGN_IN("sign-in"),
	/** Not this person. */
	REFUSED("refused"),
	/** There is nothing for this person at this address. */
	NOTHING("nothing"),
	/** What the table has no word for, a failure among it. */
	OTHER("other");

	private final String word;

	Answer(String word) {
		this.word = word;
	}

	String word() {
		return this.word;
	}

	static Answer of(HttpResponse<?> answer) {
		return switch (answer.statusCode()) {
			case 200, 201, 202, 204, 304 -> OPEN;
			case 301, 302, 303, 307, 308 ->
				answer.headers().firstValue("Location").orElse("").matches(".*/login") ? SIGN_IN : OPEN;
			case 401 -> SIGN_IN;
			case 403 -> REFUSED;
			case 404 -> NOTHING;
			case 400, 406, 409, 410, 412, 413, 415, 422 -> HEARD;
			default -> OTHER;
		};
	}

	/**
	 * Whether this answer is what the table says.
	 * @param said a word of the table; {@code may} is either done or heard
	 */
	boolean is(String said) {
		return said.equals(this.word) || (said.equals("may") && (this == OPEN || this == HEARD));
	}

}
