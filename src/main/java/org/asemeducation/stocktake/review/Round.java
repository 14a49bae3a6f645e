package org.asemeducation.stocktake.review;

import java.time.Instant;
import java.util.List;
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
	 * @param fixes the same as a numbered list, with what became of each
	 */
	record Said(String verdict, Instant at, String by, @Nullable String reason, Map<String, String> remarks,
			List<Answered> fixes) {
	}

	/**
	 * A remark with its answer.
	 *
	 * @param number counts from 1
	 * @param field the form's field name
	 * @param text as written
	 * @param by the name of the reviewer who wrote it
	 * @param done whether the coordinators have done it; {@code null} while they have not
	 * said
	 * @param because why not; {@code null} unless they say so
	 * @param answeredBy the name of who says so; {@code null} while nobody has
	 */
	record Answered(int number, String field, String text, String by, @Nullable Boolean done, @Nullable String because,
			@Nullable String answeredBy) {
	}

}
