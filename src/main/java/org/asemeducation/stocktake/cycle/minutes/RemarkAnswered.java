package org.asemeducation.stocktake.cycle.minutes;

/**
 * The AES has said what became of a remark on minutes.
 *
 * @param remark with the answer
 */
public record RemarkAnswered(MinutesRemark remark) {

}
