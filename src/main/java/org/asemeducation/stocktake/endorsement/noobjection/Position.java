package org.asemeducation.stocktake.endorsement.noobjection;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What a member said in a round.
 *
 * @param partner the member's name
 * @param party the register's number
 * @param number which of the member's answers, from 1; the last counts
 * @param answer agree, comment or object
 * @param text with it; {@code null} for none
 * @param version what it is about
 * @param checksum of that version
 * @param at when
 * @param by the user id
 */
public record Position(String partner, long party, int number, Answer answer, @Nullable String text, int version,
		String checksum, Instant at, String by) {

	/** What a member may say. */
	public enum Answer {

		AGREE("agrees"), COMMENT("comments"), OBJECT("objects");

		private final String says;

		Answer(String says) {
			this.says = says;
		}

		/** As in "Malta objects". */
		public String says() {
			return this.says;
		}

		public String word() {
			return name().toLowerCase(java.util.Locale.ROOT);
		}

	}

}
