/**
 * What every answer says to the browser about itself.
 */
@NullMarked
package org.asemeducation.stocktake.access.headers;

import org.jspecify.annotations.NullMarked;
