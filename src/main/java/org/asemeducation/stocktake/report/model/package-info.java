/**
 * What a Stocktaking Report says, frozen: every format is written from this and nothing
 * else. Hands on the model and its canonical JSON.
 */
@NullMarked
package org.asemeducation.stocktake.report.model;

import org.jspecify.annotations.NullMarked;
