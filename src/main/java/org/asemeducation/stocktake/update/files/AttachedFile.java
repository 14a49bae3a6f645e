package org.asemeducation.stocktake.update.files;

import org.jspecify.annotations.Nullable;

/**
 * A file that is there.
 *
 * @param initiative whose
 * @param print as it is printed; {@code null} for a document, for what cannot be decoded,
 * and where nothing is made yet
 */
public record AttachedFile(String initiative, @Nullable PrintedPicture print) {
}
