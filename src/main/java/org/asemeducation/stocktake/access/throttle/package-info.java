/**
 * How often a password, or a mail for a new one, may be tried. Knows keys, not people.
 */
@NullMarked
package org.asemeducation.stocktake.access.throttle;

import org.jspecify.annotations.NullMarked;
