/**
 * The words of mails that the secretariat may change: a language without logic, the
 * variables that each mail has, the versions that were saved.
 */
@NullMarked
package org.asemeducation.stocktake.notification.template;

import org.jspecify.annotations.NullMarked;
