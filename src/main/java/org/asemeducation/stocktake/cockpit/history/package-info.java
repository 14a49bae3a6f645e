/**
 * Everything that ever happened to an initiative, as one history that a person can read.
 */
@NullMarked
package org.asemeducation.stocktake.cockpit.history;

import org.jspecify.annotations.NullMarked;
