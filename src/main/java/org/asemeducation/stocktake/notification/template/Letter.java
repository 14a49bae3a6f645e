package org.asemeducation.stocktake.notification.template;

/**
 * A mail as its template says it.
 *
 * @param subject one line
 * @param text the plain part, not yet broken into columns
 * @param body the same in HTML, to stand in a page
 */
public record Letter(String subject, String text, String body) {
}
