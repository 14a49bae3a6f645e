package org.asemeducation.stocktake.report;

import org.asemeducation.stocktake.cycle.CycleName;

/**
 * A version of a report was sealed, in the transaction that hears of it.
 *
 * @param cycle which report
 * @param version its number, drafts included
 */
public record VersionSealed(CycleName cycle, int version) {
}
