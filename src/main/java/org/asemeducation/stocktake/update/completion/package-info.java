/**
 * The end of a round that completes a plan: the answers stand where placeholders stood,
 * and the plan has a new version.
 */
@NullMarked
package org.asemeducation.stocktake.update.completion;

import org.jspecify.annotations.NullMarked;
