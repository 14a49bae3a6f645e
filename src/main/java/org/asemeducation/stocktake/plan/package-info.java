/**
 * The Action Plan as it stands: objectives, actions, initiatives with their milestones
 * and outcomes. Hands on the plan that a cycle copies.
 */
@NullMarked
package org.asemeducation.stocktake.plan;

import org.jspecify.annotations.NullMarked;
