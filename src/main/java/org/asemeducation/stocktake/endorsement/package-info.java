/**
 * From the report put to officials to its publication: what they asked to change, what
 * ministers adopted. Hands on the event that a work plan was adopted.
 */
@NullMarked
package org.asemeducation.stocktake.endorsement;

import org.jspecify.annotations.NullMarked;
