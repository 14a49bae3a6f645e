package org.asemeducation.stocktake.plan;

/**
 * A line of a plan that holds a place until somebody writes what is to stand there.
 *
 * @param initiative whose line it is
 * @param field where it stands
 * @param line which line of the field, from 1
 * @param words the whole line
 * @param names whom the placeholder names, in its own words, such as {@code ASEF} or
 * {@code the EC}; empty when it names nobody
 */
public record PlanPlaceholder(InitiativeId initiative, PlanField field, int line, String words, String names) {
}
