/**
 * The list for information: addresses without an account that are mailed each
 * publication.
 */
@NullMarked
package org.asemeducation.stocktake.notification.information;

import org.jspecify.annotations.NullMarked;
