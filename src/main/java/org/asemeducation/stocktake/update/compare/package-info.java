/**
 * What has changed between two versions of an update, word by word.
 */
@NullMarked
package org.asemeducation.stocktake.update.compare;

import org.jspecify.annotations.NullMarked;
