/**
 * More time for the update of one initiative: asked for by its coordinators, granted by
 * the AES. Hands on the day that counts, by the view {@code own_day}.
 */
@NullMarked
package org.asemeducation.stocktake.update.extension;

import org.jspecify.annotations.NullMarked;
