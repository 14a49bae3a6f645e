/**
 * Behind the entry "Help a coordinator": the AES chooses initiatives of a cycle and one
 * act for all of them, sees what would come of it, and does it. The acts are those of the
 * stages; nothing is kept here.
 */
@NullMarked
package org.asemeducation.stocktake.notification.help;

import org.jspecify.annotations.NullMarked;
