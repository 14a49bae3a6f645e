/**
 * What each partner finds of itself in a sealed version: on a page, and in Word on two
 * pages. Hands on nothing.
 */
@NullMarked
package org.asemeducation.stocktake.endorsement.partner;

import org.jspecify.annotations.NullMarked;
