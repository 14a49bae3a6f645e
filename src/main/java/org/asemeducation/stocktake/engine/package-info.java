/**
 * What we add to Camunda: its tables by migration, its deployment, its guards, the clock,
 * the audit. Under all stages; knows none of them.
 */
@NullMarked
package org.asemeducation.stocktake.engine;

import org.jspecify.annotations.NullMarked;
