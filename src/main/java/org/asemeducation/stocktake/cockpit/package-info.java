/**
 * What the secretariat watches. Reads all stages, is read by none.
 */
@NullMarked
package org.asemeducation.stocktake.cockpit;

import org.jspecify.annotations.NullMarked;
