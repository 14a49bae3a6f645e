/**
 * What Stocktake's work costs, beside what it costs at least: run by
 * {@code mvn -Pbench verify}, told in {@code docs/figures.md}.
 */
package org.asemeducation.stocktake.bench;
