/**
 * Corrections of a published report: numbered versions with a note; what was public
 * before stays reachable.
 */
@NullMarked
package org.asemeducation.stocktake.endorsement.correction;

import org.jspecify.annotations.NullMarked;
