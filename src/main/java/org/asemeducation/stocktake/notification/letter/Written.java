package org.asemeducation.stocktake.notification.letter;

/**
 * A mail in words.
 *
 * @param subject one line
 * @param text the plain part, lines broken at 72 columns where they can be
 * @param html the same in HTML
 */
public record Written(String subject, String text, String html) {
}
