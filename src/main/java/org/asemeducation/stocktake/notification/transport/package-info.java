/**
 * How a mail leaves: over SMTP, or as a file. Knows nothing of what it says.
 */
@NullMarked
package org.asemeducation.stocktake.notification.transport;

import org.jspecify.annotations.NullMarked;
