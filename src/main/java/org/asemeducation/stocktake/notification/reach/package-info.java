/**
 * Whom mail does not reach: marked when a server refuses an address for good, mended by
 * the secretariat. Meanwhile their mails wait, and nobody else's.
 */
@NullMarked
package org.asemeducation.stocktake.notification.reach;

import org.jspecify.annotations.NullMarked;
