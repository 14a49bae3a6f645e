package org.asemeducation.stocktake.backup.archive;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the rows of a table are told, and how.
 *
 * @param page which page, such as {@code meetings}
 * @param table its name
 * @param heading what stands above its rows
 * @param cycle SQL for the name of a row's cycle; empty: it belongs to none
 * @param key SQL for what a row is about, on pages about one thing each; else empty
 * @param order SQL for the order of the rows
 * @param inTable whether the rows are lines of a table; else each is an entry of its own
 * @param join what the table is joined with; may be empty
 */
record Told(String page, String table, String heading, String cycle, String key, String order, boolean inTable,
		String join) {

	/** How a key comes, beside the columns. */
	static final String KEY = "key of the row";

	/**
	 * The rows in their order, of one cycle where the page is about one.
	 * @param columns those that are told
	 */
	String query(List<String> columns) {
		String told = Stream
			.concat(columns.stream().map("x.\"%s\""::formatted),
					this.key.isEmpty() ? Stream.empty() : Stream.of("(%s)::text as \"%s\"".formatted(this.key, KEY)))
			.collect(Collectors.joining(", "));
		return "select %s from %s x %s %s order by %s%s".formatted(told, this.table, this.join,
				this.cycle.isEmpty() ? "" : "where %s = ?".formatted(this.cycle), sorted(), this.order);
	}

	/** Whether a column says on each row what the title of the page says. */
	boolean isTitle(String column) {
		String said = "x." + column;
		return said.equals(this.cycle) || said.equals(this.key) && !column.equals("id");
	}

	/** Numbers as numbers, words by their letters: as the pages come. */
	private String sorted() {
		if (this.key.isEmpty()) {
			return "";
		}
		return this.page.equals("ledger") ? this.key + ", " : "(%s)::text collate \"C\", ".formatted(this.key);
	}

}
