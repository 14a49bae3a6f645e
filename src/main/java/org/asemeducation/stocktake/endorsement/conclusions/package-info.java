/**
 * The Chair's Conclusions: drafts and the adopted text as the Chair has them, with a
 * checksum, and which of their paragraphs speak of which initiative.
 */
@NullMarked
package org.asemeducation.stocktake.endorsement.conclusions;

import org.jspecify.annotations.NullMarked;
