/**
 * Writing to somebody above a party's contacts once the last reminder has gone by: a task
 * of the AES, once for each party and cycle. Owns the superiors and what was decided;
 * when a reminder is the last is the rule's to say.
 */
@NullMarked
package org.asemeducation.stocktake.notification.escalation;

import org.jspecify.annotations.NullMarked;
