package org.asemeducation.stocktake.report.model;

/**
 * An attached picture as it is printed. The model names it, a {@link PictureSource} has
 * its bytes.
 *
 * @param file names it
 * @param type {@code jpeg} or {@code png}
 * @param width in pixels
 * @param height in pixels
 * @param sha256 of its bytes, in hexadecimal digits
 */
public record Picture(String file, String type, int width, int height, String sha256) {
}
