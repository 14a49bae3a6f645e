package org.asemeducation.stocktake.update.files;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A file of an update; its bytes never change.
 *
 * @param id unique over all
 * @param name as people call it
 * @param type what it holds
 * @param length in bytes
 * @param sha256 of its bytes, in hexadecimal digits
 * @param width of a picture as it is shown, in pixels; {@code null} for a document
 * @param height of a picture as it is shown, in pixels; {@code null} for a document
 * @param thumbnail whether there is a small picture of it
 * @param found what was found in a mail, in words; {@code null} for anything else
 * @param uploadedAt when
 * @param uploadedBy the user id
 * @param submitted whether a submitted text refers to it
 * @param stands whether one does that was not taken back
 */
record StoredFile(long id, String name, FileType type, long length, String sha256, @Nullable Integer width,
		@Nullable Integer height, boolean thumbnail, @Nullable String found, Instant uploadedAt, String uploadedBy,
		boolean submitted, boolean stands) {
}
