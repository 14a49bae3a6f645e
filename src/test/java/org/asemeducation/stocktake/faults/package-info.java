/**
 * Whole nodes in processes of their own, on one database, to which things happen: they
 * are killed, the database restarts under them, the mail server misbehaves.
 */
package org.asemeducation.stocktake.faults;
