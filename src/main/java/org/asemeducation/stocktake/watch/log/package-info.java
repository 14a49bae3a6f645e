/**
 * What is written to the log, and what never is: words of and about people. Knows nothing
 * of the rest.
 */
@NullMarked
package org.asemeducation.stocktake.watch.log;

import org.jspecify.annotations.NullMarked;
