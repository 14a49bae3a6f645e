/**
 * Who answers for an initiative, and what they may answer in place of an update. Hands on
 * what that means for the plan.
 */
@NullMarked
package org.asemeducation.stocktake.update.people;

import org.jspecify.annotations.NullMarked;
