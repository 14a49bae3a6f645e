package org.asemeducation.stocktake.backup.archive;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A column of a table, as the database knows it.
 *
 * @param name its name
 * @param type the database's type, such as {@code timestamptz}
 * @param pointsAt the table whose id it is; empty: none
 * @param coded whether it holds one of some words of ours
 */
record Column(String name, String type, String pointsAt, boolean coded) {

	private static final Map<String, String> HEADINGS = Map.ofEntries(Map.entry("id", "Id"),
			Map.entry("user_id", "Account"), Map.entry("group_id", "Group"),
			Map.entry("opens_all", "Opened everything again"), Map.entry("who", "Who"), Map.entry("at", "When"),
			Map.entry("by", "Who"), Map.entry("on_date", "Day"), Map.entry("sha256", "SHA-256"),
			Map.entry("text_sha256", "SHA-256 of the text"), Map.entry("email", "E-mail address"),
			Map.entry("is_new", "New"), Map.entry("process", "Entry"), Map.entry("party", "Party"),
			Map.entry("about", "About"), Map.entry("content", "Content"), Map.entry("until_day", "Last day"),
			Map.entry("at_words", "When in the meeting"), Map.entry("of_version", "Of version"),
			Map.entry("message_id", "Message-ID"));

	private static final Set<String> PEOPLE = Set.of("who", "author", "by", "leaving", "taker");

	String heading() {
		String plain = this.name.replace('_', ' ');
		return HEADINGS.getOrDefault(this.name, plain.substring(0, 1).toUpperCase(Locale.ROOT) + plain.substring(1));
	}

	/** Whether it says which account did something. */
	boolean isPerson() {
		return this.name.endsWith("_by") || PEOPLE.contains(this.name);
	}

	boolean isFile() {
		return this.type.equals("bytea");
	}

	/** Whether its values are short enough for a narrow column. */
	boolean isNumber() {
		return this.pointsAt.isEmpty() && Set.of("int4", "int8", "int2").contains(this.type);
	}

}
