package org.asemeducation.stocktake.report.document;

import org.jspecify.annotations.Nullable;

/**
 * What a reader can point at: a paragraph, an item of a list, a row of a table, what is
 * quoted, a caption, or a chapter or fact sheet as a whole. Place and paragraph are its
 * lasting id: the next draft has the same place, whatever stands before it.
 *
 * @param place the id of the section it stands in, such as {@code A01-I02-progress}
 * @param paragraph which of that section, from 1; 0 for the section as a whole
 * @param called where it stands, in words
 * @param text as printed; a row's cells with a bar between them
 * @param prose whether it is a paragraph of running text that somebody wrote, so that
 * other words can take its place
 * @param counted whether the report counts it through: a paragraph that somebody could
 * quote
 * @param block what it is a piece of; the section itself for the section as a whole
 * @param about the id of the section that an item or the first cell of a row leads to;
 * {@code null} where it leads nowhere
 */
public record Passage(String place, int paragraph, String called, String text, boolean prose, boolean counted,
		Block block, @Nullable String about) {
}
