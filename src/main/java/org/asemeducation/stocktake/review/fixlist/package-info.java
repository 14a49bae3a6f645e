/**
 * What coordinators answer to the remarks of a return, one by one.
 */
@NullMarked
package org.asemeducation.stocktake.review.fixlist;

import org.jspecify.annotations.NullMarked;
