package org.asemeducation.stocktake.cockpit;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Which initiatives somebody wants to see, and in which order.
 *
 * @param search words that stand in its id, title or action, or in a name of its
 * coordinators, whatever the case; empty for all
 * @param standing only these; {@code null} for all
 * @param overdue only those whose day is past
 * @param among only these
 * @param sort the column
 * @param descending whether the order is turned round
 * @param page from 1
 * @param size rows on a page
 */
record Wanted(String search, @Nullable Standing standing, boolean overdue, Among among, SortBy sort, boolean descending,
		int page, int size) {

	static final int MOST = 200;

	private static final int LONGEST = 200;

	Wanted {
		search = search.strip();
		if (search.length() > LONGEST) {
			throw new IllegalArgumentException(
					"Search for fewer words: %d characters at most, not %d.".formatted(LONGEST, search.length()));
		}
		if (page < 1) {
			throw new IllegalArgumentException("Pages are counted from 1: there is no page %d.".formatted(page));
		}
		if (size < 1 || size > MOST) {
			throw new IllegalArgumentException("A page has from 1 to %d rows, not %d.".formatted(MOST, size));
		}
	}

	Wanted(String search, @Nullable Standing standing, boolean overdue, SortBy sort, boolean descending, int page,
			int size) {
		this(search, standing, overdue, Among.ALL, sort, descending, page, size);
	}

	static boolean descending(String order) {
		return switch (order.toLowerCase(Locale.ROOT)) {
			case "ascending" -> false;
			case "descending" -> true;
			default -> throw new IllegalArgumentException(
					"\"%s\" is no order: take ascending or descending.".formatted(order));
		};
	}

	Wanted on(int otherPage) {
		return new Wanted(this.search, this.standing, this.overdue, this.among, this.sort, this.descending, otherPage,
				this.size);
	}

	long offset() {
		return (this.page - 1L) * this.size;
	}

}
