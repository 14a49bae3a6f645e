/**
 * "Fine to print?": the secretariat proposes other words for an accepted text, and its
 * coordinators agree or not.
 */
@NullMarked
package org.asemeducation.stocktake.review.wording;

import org.jspecify.annotations.NullMarked;
