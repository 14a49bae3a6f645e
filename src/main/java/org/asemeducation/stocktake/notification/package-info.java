/**
 * Mails: who is told what, when, once. Reads all stages, is read by none.
 */
@NullMarked
package org.asemeducation.stocktake.notification;

import org.jspecify.annotations.NullMarked;
