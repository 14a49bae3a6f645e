/**
 * The decision record of a cycle: who was invited, reached and answered, when, on which
 * checksum; what ministers decided; what was published and corrected.
 */
@NullMarked
package org.asemeducation.stocktake.endorsement.record;

import org.jspecify.annotations.NullMarked;
