package org.asemeducation.stocktake.notification.letter;

import java.util.List;

/**
 * One initiative in a mail.
 *
 * @param kind of the line, such as {@code request}
 * @param informing whether nothing is asked
 * @param id the plan's name of the initiative
 * @param title its title
 * @param action such as {@code Action 1: Further develop …}
 * @param link where its update is
 * @param coordinators as the plan prints them
 * @param hosting whether the addressee's party is its host, rather than a supporter
 * @param staffed whether anybody coordinates it
 * @param remarks what the reviewers said, where it came back
 */
record Item(String kind, boolean informing, String id, String title, String action, String link, String coordinators,
		boolean hosting, boolean staffed, List<Remark> remarks) {

	Item {
		title = OneLine.of(title);
		action = OneLine.of(action);
		coordinators = OneLine.of(coordinators);
	}

}
