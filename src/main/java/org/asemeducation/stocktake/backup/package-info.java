/**
 * The commands {@code backup} and {@code restore}: everything that Stocktake keeps, the
 * engine's tables and the history of the schema included, as one file and back.
 */
@NullMarked
package org.asemeducation.stocktake.backup;

import org.jspecify.annotations.NullMarked;
