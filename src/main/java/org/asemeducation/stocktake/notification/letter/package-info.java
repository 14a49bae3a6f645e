/**
 * What a mail says: the facts behind its lines, and the words of the templates in
 * {@code templates/mail}.
 */
@NullMarked
package org.asemeducation.stocktake.notification.letter;

import org.jspecify.annotations.NullMarked;
