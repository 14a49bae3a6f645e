/**
 * From the report put to officials to its publication.
 */
@NullMarked
package org.asemeducation.stocktake.endorsement;

import org.jspecify.annotations.NullMarked;
