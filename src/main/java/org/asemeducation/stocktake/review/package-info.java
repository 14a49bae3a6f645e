/**
 * What the reviewing body says to a revision: accepted, or returned with remarks. Hands
 * on the verdicts.
 */
@NullMarked
package org.asemeducation.stocktake.review;

import org.jspecify.annotations.NullMarked;
