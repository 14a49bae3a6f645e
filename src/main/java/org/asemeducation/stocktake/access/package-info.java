/**
 * Parties, the people who speak for them, sign-in and rights. Under all stages; hands on
 * the signed-in person and the register.
 */
@NullMarked
package org.asemeducation.stocktake.access;

import org.jspecify.annotations.NullMarked;
