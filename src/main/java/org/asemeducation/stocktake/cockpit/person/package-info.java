/**
 * What Stocktake holds about one person, handed out and erased.
 */
@NullMarked
package org.asemeducation.stocktake.cockpit.person;

import org.jspecify.annotations.NullMarked;
