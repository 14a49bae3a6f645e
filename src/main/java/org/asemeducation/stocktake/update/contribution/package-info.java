/**
 * What partners and stakeholders without an initiative contribute while a cycle gathers:
 * one short form each, never chased. Hands on what the AES has accepted.
 */
@NullMarked
package org.asemeducation.stocktake.update.contribution;

import org.jspecify.annotations.NullMarked;
