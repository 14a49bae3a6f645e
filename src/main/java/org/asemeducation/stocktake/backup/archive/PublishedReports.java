package org.asemeducation.stocktake.backup.archive;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;

import org.asemeducation.stocktake.report.html.Markup;

/**
 * What was published, each version with its files as they were published.
 */
final class PublishedReports {

	private static final String FILE = "reports.html";

	private static final String PUBLISHED = """
			select p.cycle, p.version, p.at, p.note, f.name, f.sha256, octet_length(f.content) as length from (
			    select cycle, version, published_at as at, '' as note from publication
			    union all select cycle, version, made_at, note from correction) p
			join cycle c on c.name = p.cycle
			left join sealed_file f on f.cycle = p.cycle and f.version = p.version
			order by c.opened_at, p.cycle, p.at, p.version, f.name""";

	private final Connection connection;

	private final Shelf shelf;

	private final Files files;

	PublishedReports(Connection connection, Shelf shelf, Files files) {
		this.connection = connection;
		this.shelf = shelf;
		this.files = files;
	}

	void write(Map<String, String> links) throws IOException, SQLException {
		String title = "Published reports";
		try (Sheet sheet = new Sheet(this.shelf, FILE, title, ""); Rows rows = new Rows(this.connection, PUBLISHED)) {
			if (!rows.hasNext()) {
				sheet.line("p", "Nothing was published yet.");
			}
			while (rows.hasNext()) {
				version(sheet, rows, String.valueOf(rows.peek("cycle")), String.valueOf(rows.peek("version")));
			}
		}
		links.put(FILE, title);
	}

	private void version(Sheet sheet, Rows rows, String cycle, String version) throws IOException, SQLException {
		Markup out = sheet.line("h2", "%s, version %s".formatted(cycle, version)).markup();
		boolean first = true;
		while (cycle.equals(rows.peek("cycle")) && version.equals(rows.peek("version"))) {
			Map<String, Object> row = rows.next();
			if (first) {
				String note = row.get("note").toString();
				sheet.line("p", "%s at %s.%s".formatted(note.isEmpty() ? "Published" : "Corrected",
						Values.moment((Instant) row.get("at")), note.isEmpty() ? "" : " " + note));
				out.tag("<ul class=\"links\">\n");
				first = false;
			}
			if (row.containsKey("name")) {
				out.tag("<li>");
				this.files.link(sheet, this.files.of("sealed_file", row).orElseThrow());
				out.tag(", %s bytes, SHA-256 %s</li>\n", row.get("length"), row.get("sha256"));
			}
		}
		out.tag("</ul>\n");
	}

}
