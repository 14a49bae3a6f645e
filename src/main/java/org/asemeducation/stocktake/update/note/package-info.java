/**
 * What those who coordinate an initiative note between two requests, and what of it they
 * put into an update. Notes follow the initiative, not the person, and are nobody else's
 * to read.
 */
@NullMarked
package org.asemeducation.stocktake.update.note;

import org.jspecify.annotations.NullMarked;
