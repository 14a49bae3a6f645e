package org.asemeducation.stocktake.review;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * A revision with what was said to it.
 *
 * @param number of the revision, from 1
 * @param submittedAt when it came
 * @param submittedBy the name of who submitted it
 * @param late whether it came after its day
 * @param content the form's fields
 * @param said the answer; {@code null} while it is under review
 */
record Round(int number, Instant submittedAt, String submittedBy, boolean late, ObjectNode content,
		@Nullable Said said) {

	/**
	 * An answer.
	 *
	 * @param verdict accepted, returned or as-received
	 * @param at when
	 * @param by the name of who gave it
	 * @param reason why it was taken as received; {@code null} otherwise
	 * @param remarks what to change, by the form's field name
	 */
	record Said(String verdict, Instant at, String by, @Nullable String reason, Map<String, String> remarks) {
	}

}
