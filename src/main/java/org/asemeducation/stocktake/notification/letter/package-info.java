/**
 * What a mail says: the facts behind its lines, and what the variables of its template
 * stand for.
 */
@NullMarked
package org.asemeducation.stocktake.notification.letter;

import org.jspecify.annotations.NullMarked;
