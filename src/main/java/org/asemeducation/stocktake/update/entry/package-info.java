/**
 * The AES enters an update for those who coordinate it, and they say that it is theirs.
 */
@NullMarked
package org.asemeducation.stocktake.update.entry;

import org.jspecify.annotations.NullMarked;
