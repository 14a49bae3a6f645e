/**
 * What comes back after a server had taken a mail: read from a mailbox where one is
 * configured, noted at the mail that it is about.
 */
@NullMarked
package org.asemeducation.stocktake.notification.bounce;

import org.jspecify.annotations.NullMarked;
