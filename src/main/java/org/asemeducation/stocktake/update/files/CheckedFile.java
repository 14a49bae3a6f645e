package org.asemeducation.stocktake.update.files;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * A file that has been looked at and may be kept as it lies there.
 *
 * @param name its name, with an ending that fits
 * @param type what it holds
 * @param content the bytes to keep
 * @param sha256 of them, in hexadecimal digits
 * @param picture what is known of a picture; {@code null} for a document
 * @param print a picture as it is printed; {@code null} where it cannot be decoded
 * @param found what was found in a mail, in words; {@code null} for anything else
 */
record CheckedFile(String name, FileType type, Path content, String sha256, @Nullable Picture picture,
		@Nullable Print print, @Nullable String found) {
}
