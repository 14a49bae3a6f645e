package org.asemeducation.stocktake.notification.letter;

/**
 * One thing in an alert.
 *
 * @param title what it is about
 * @param standing what happened to it
 * @param next what to do
 * @param link where
 */
record AlertItem(String title, String standing, String next, String link) {

	AlertItem {
		title = OneLine.of(title);
		standing = OneLine.of(standing);
	}

}
