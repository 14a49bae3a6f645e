/**
 * Where the secretariat brings in a cycle that was run before Stocktake was used: a
 * workbook goes out, is filled in and comes back.
 */
@NullMarked
package org.asemeducation.stocktake.endorsement.paper;

import org.jspecify.annotations.NullMarked;
