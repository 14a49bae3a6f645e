/**
 * What coordinators are asked for and answer: requests, drafts, revisions. Hands on the
 * submitted revisions.
 */
@NullMarked
package org.asemeducation.stocktake.update;

import org.jspecify.annotations.NullMarked;
