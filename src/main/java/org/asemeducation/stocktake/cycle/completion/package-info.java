/**
 * Rounds that complete a draft of a plan: which of its lines wait for words, and who is
 * asked for them. Hands on the placeholders; the answers are updates like any other.
 */
@NullMarked
package org.asemeducation.stocktake.cycle.completion;

import org.jspecify.annotations.NullMarked;
