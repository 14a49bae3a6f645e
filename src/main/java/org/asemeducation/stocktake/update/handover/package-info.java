/**
 * Somebody else: a colleague who helps with an update for a while, and a successor who
 * takes it over once the AES confirms. Hands on that it was handed over.
 */
@NullMarked
package org.asemeducation.stocktake.update.handover;

import org.jspecify.annotations.NullMarked;
