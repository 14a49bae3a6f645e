package org.asemeducation.stocktake.update.files;

/**
 * An attached picture as it is printed; its bytes never change.
 *
 * @param file the id of the file it was made of
 * @param type {@code jpeg} or {@code png}
 * @param width in pixels
 * @param height in pixels
 * @param sha256 of its bytes, in hexadecimal digits
 */
public record PrintedPicture(String file, String type, int width, int height, String sha256) {
}
