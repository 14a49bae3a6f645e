/**
 * What a meeting is about, for those who take part: its page, its agenda, the slots that
 * coordinators ask for; and the secretariat's way to all of it.
 */
@NullMarked
package org.asemeducation.stocktake.cycle.agenda;

import org.jspecify.annotations.NullMarked;
