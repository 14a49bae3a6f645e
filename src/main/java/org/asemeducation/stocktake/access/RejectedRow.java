package org.asemeducation.stocktake.access;

/**
 * A row of a contacts file that could not be taken.
 *
 * @param line its line in the file, from 1; the header is line 1
 * @param reason what is wrong and what to write instead
 */
public record RejectedRow(long line, String reason) {

}
