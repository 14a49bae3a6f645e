/**
 * What was mailed, as it is proved afterwards: each mail with its text, its attempts and
 * the claims it fulfilled. Read here, changed nowhere.
 */
@NullMarked
package org.asemeducation.stocktake.notification.ledger;

import org.jspecify.annotations.NullMarked;
