package org.asemeducation.stocktake.review.wording;

import java.time.Instant;

import org.asemeducation.stocktake.update.UpdateKey;
import org.jspecify.annotations.Nullable;

/**
 * Other words for one text of an accepted update.
 *
 * @param id unique over all updates
 * @param key which update
 * @param field where the text stands, such as {@code progress} or {@code plans.0.output}
 * @param said the words that were accepted
 * @param proposed the other words
 * @param because what the secretariat says about it
 * @param proposedAt when
 * @param proposedBy the user id
 * @param withdrawnAt when the secretariat let it go; {@code null} when it has not
 * @param agreed whether the coordinators agree; {@code null} while they have not said
 * @param sentence what they say about it
 * @param answeredAt when; {@code null} while they have not
 * @param answeredBy the user id; {@code null} while nobody has
 * @param became the number of the revision that has the other words; {@code null} when
 * none has
 */
record Wording(long id, UpdateKey key, String field, String said, String proposed, @Nullable String because,
		Instant proposedAt, String proposedBy, @Nullable Instant withdrawnAt, @Nullable Boolean agreed,
		@Nullable String sentence, @Nullable Instant answeredAt, @Nullable String answeredBy,
		@Nullable Integer became) {

	/** Whether it waits for an answer. */
	boolean isOpen() {
		return this.agreed == null && this.withdrawnAt == null;
	}

}
