package org.asemeducation.stocktake.update.entry;

import org.jspecify.annotations.Nullable;

/**
 * Where an update came from that the AES enters.
 *
 * @param desk whether it has no source
 * @param words the mail that it came in
 * @param file the number of the file that it came as, one of the update's
 */
public record Source(boolean desk, @Nullable String words, @Nullable Long file) {

	static final int LONGEST = 50_000;

	@Nullable String kept() {
		return (this.desk || this.words == null || this.words.isBlank()) ? null : this.words.strip();
	}

}
