/**
 * When one team of the secretariat leaves and another comes: the open work of those who
 * leave passes to somebody else in one act.
 */
@NullMarked
package org.asemeducation.stocktake.backup.team;

import org.jspecify.annotations.NullMarked;
