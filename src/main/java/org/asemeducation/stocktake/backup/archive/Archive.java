package org.asemeducation.stocktake.backup.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Writes the archive of one moment. A row is in memory only while it is written.
 */
public final class Archive {

	/** Its first page, within the pack. */
	public static final String FIRST_PAGE = Sheet.ROOT + "index.html";

	private Archive() {
	}

	/**
	 * Writes pages and files.
	 * @param connection in a transaction that sees one moment and is not committed by
	 * itself
	 * @param shelf where to
	 * @param made what the first page says of the archive
	 * @return how many rows of which table are told, by table
	 * @throws SQLException when the database fails
	 * @throws IOException when the shelf does
	 */
	public static Map<String, Long> write(Connection connection, Shelf shelf, Made made)
			throws SQLException, IOException {
		JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
		Contents contents = Contents.read();
		Cycles cycles = Cycles.read(jdbc);
		Files files = new Files(connection, jdbc, cycles.folders());
		Tables tables = new Tables(jdbc, contents);
		Pages pages = new Pages(connection, shelf, contents,
				new Sections(connection, tables, new Values(new Names(jdbc), files), files));
		try (OutputStream style = shelf.file(Sheet.ROOT + "style.css")) {
			style.write(new ClassPathResource("archive/style.css").getContentAsByteArray());
		}
		Map<String, String> links = new LinkedHashMap<>();
		pages.plain("plan", "", "plan.html", "The plan", "", links);
		pages.about("planned", "", "plan/", "", links);
		pages.plain("register", "", "register.html", "The register", "", links);
		pages.plain("work-plans", "", "work-plans.html", "Work plans that were adopted", "", links);
		pages.plain("settings", "", "settings.html", "Settings and words", "", links);
		new SettingsInForce(jdbc, shelf).write(links);
		new PublishedReports(connection, shelf, files).write(links);
		new Decisions(connection, shelf, new Names(jdbc)).write(cycles, links);
		for (Cycles.One cycle : cycles.all()) {
			new CyclePages(pages, shelf, cycle).write(links);
		}
		pages.plain("reminders", "", "outside/reminders.html", "Reminders outside cycles", "", links);
		pages.ledger("", "outside/mails.html", "Mails outside cycles", "", links);
		pages.plain("history", "", "outside/history.html", "Acts outside cycles", "", links);
		files.copy(shelf);
		new FirstPage(shelf, made, contents, pages.counts(), files.count()).write(links);
		return pages.counts();
	}

	/**
	 * What is said of an archive.
	 *
	 * @param at the moment that it tells of
	 * @param by who made it, for people
	 * @param release which Stocktake
	 * @param schema its last migration
	 */
	public record Made(Instant at, String by, String release, String schema) {
	}

}
