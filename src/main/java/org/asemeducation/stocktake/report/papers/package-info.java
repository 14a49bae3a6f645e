/**
 * Papers for meetings, as Word files and pages: agendas, the state of play that senior
 * officials are shown.
 */
@NullMarked
package org.asemeducation.stocktake.report.papers;

import org.jspecify.annotations.NullMarked;
