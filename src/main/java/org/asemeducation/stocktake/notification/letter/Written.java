package org.asemeducation.stocktake.notification.letter;

import java.util.List;

/**
 * A mail in words.
 *
 * @param subject one line
 * @param text the plain part, lines broken at 72 columns where they can be
 * @param html the same in HTML
 * @param owed what its reader owes in its cycle
 */
public record Written(String subject, String text, String html, List<Owed> owed) {

	Written owing(List<Owed> updates) {
		return new Written(this.subject, this.text, this.html, updates);
	}

}
