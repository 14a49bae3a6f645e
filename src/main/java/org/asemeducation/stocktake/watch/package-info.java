/**
 * What whoever runs Stocktake watches: health and figures. Reads all, is read by none.
 */
@NullMarked
package org.asemeducation.stocktake.watch;

import org.jspecify.annotations.NullMarked;
