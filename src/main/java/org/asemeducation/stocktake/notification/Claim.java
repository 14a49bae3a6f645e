package org.asemeducation.stocktake.notification;

import java.time.LocalDate;

import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.plan.InitiativeId;

/**
 * One thing that one person is to be told once: what the ledger makes a line of.
 *
 * @param initiative what it is about
 * @param ladder why
 * @param round the revision's number where a revision came back, else 0
 * @param rung days from the deadline, 0 where the ladder has none
 * @param deadline the day that counts, in the cycle's zone
 * @param contact whom
 */
record Claim(InitiativeId initiative, Ladder ladder, int round, int rung, LocalDate deadline, ContactId contact) {
}
