/**
 * The no-objection round (silence procedure): members, opening and closing at a named
 * hour, positions, and the amended round that follows an objection. Hands on the rounds
 * with their positions, and the event that one has opened.
 */
@NullMarked
package org.asemeducation.stocktake.endorsement.noobjection;

import org.jspecify.annotations.NullMarked;
