package org.asemeducation.stocktake.backup.archive;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes pages: those that tell tables one after the other, and those that are about one
 * thing each, whose tables are read side by side in the order of these things.
 */
final class Pages {

	/** So many rows are on one page at most, the rest on the next. */
	private static final int ON_A_PAGE = 1000;

	private static final int MAILS_ON_A_PAGE = 100;

	private final Connection connection;

	private final Shelf shelf;

	private final Contents contents;

	private final Sections sections;

	Pages(Connection connection, Shelf shelf, Contents contents, Sections sections) {
		this.connection = connection;
		this.shelf = shelf;
		this.contents = contents;
		this.sections = sections;
	}

	Map<String, Long> counts() {
		return this.sections.counts();
	}

	/**
	 * Tables one after the other; a page that would be too long goes on on the next.
	 * @param links where the page is noted, unless it would be empty
	 */
	void plain(String page, String cycle, String path, String title, String trail, Map<String, String> links)
			throws IOException, SQLException {
		try (Series series = new Series(this.shelf, path, title, trail)) {
			int left = ON_A_PAGE;
			for (Told told : this.contents.on(page)) {
				try (Rows rows = this.sections.rows(told, cycle)) {
					while (rows.hasNext()) {
						left -= this.sections.write(series.page(), told, rows, "", left);
						if (left == 0) {
							series.next();
							left = ON_A_PAGE;
						}
					}
				}
			}
			series.note(links);
		}
	}

	/**
	 * A page for each initiative.
	 * @param folder of the pages
	 */
	void about(String page, String cycle, String folder, String trail, Map<String, String> links)
			throws IOException, SQLException {
		String keys = page.equals("planned") ? """
				select k.id, coalesce(i.title, (select r.title from plan_row r where r.initiative = k.id
				    order by r.change desc limit 1), '') as title
				from (select id from initiative union select initiative from plan_row
				    union select initiative from coordination) k
				left join initiative i on i.id = k.id order by k.id collate "C\""""
				: """
						select initiative as id, title from cycle_initiative where cycle = ? order by initiative collate "C\"""";
		try (SideBySide tables = open(page, cycle);
				Rows things = page.equals("planned") ? new Rows(this.connection, keys)
						: new Rows(this.connection, keys, cycle)) {
			while (things.hasNext()) {
				Map<String, Object> thing = things.next();
				String id = thing.get("id").toString();
				String title = "%s: %s".formatted(id, thing.get("title"));
				String path = folder + id + ".html";
				try (Sheet sheet = new Sheet(this.shelf, path, title, trail)) {
					tables.write(sheet, id);
				}
				links.put(path, title);
			}
		}
	}

	/** The mails of a cycle, or of none, each with all that became of it. */
	void ledger(String cycle, String path, String title, String trail, Map<String, String> links)
			throws IOException, SQLException {
		try (Series series = new Series(this.shelf, path, title, trail); SideBySide tables = open("ledger", cycle)) {
			for (int number = 0; tables.first().hasNext(); number++) {
				if (number > 0 && number % MAILS_ON_A_PAGE == 0) {
					series.next();
				}
				String id = String.valueOf(tables.first().peek(Told.KEY));
				series.page().markup().tag("<section id=\"mail-%s\" aria-label=\"%s\">\n", id, "Mail " + id);
				tables.write(series.page(), id);
				series.page().markup().tag("</section>\n");
			}
			series.note(links);
		}
	}

	private SideBySide open(String page, String cycle) throws SQLException {
		List<Told> told = this.contents.on(page);
		List<Rows> rows = new ArrayList<>();
		for (Told one : told) {
			rows.add(this.sections.rows(one, cycle));
		}
		return new SideBySide(told, rows);
	}

	/** Tables that are read together. */
	private final class SideBySide implements AutoCloseable {

		private final List<Told> told;

		private final List<Rows> rows;

		SideBySide(List<Told> told, List<Rows> rows) {
			this.told = told;
			this.rows = rows;
		}

		Rows first() {
			return this.rows.get(0);
		}

		void write(Sheet sheet, String key) throws IOException, SQLException {
			for (int i = 0; i < this.told.size(); i++) {
				Pages.this.sections.write(sheet, this.told.get(i), this.rows.get(i), key, Integer.MAX_VALUE);
			}
		}

		@Override
		public void close() throws SQLException {
			for (Rows one : this.rows) {
				one.close();
			}
		}

	}

}
