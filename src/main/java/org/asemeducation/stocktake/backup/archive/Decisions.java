package org.asemeducation.stocktake.backup.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.asemeducation.stocktake.report.html.Markup;

import org.springframework.core.io.ClassPathResource;

/**
 * What was decided, cycle by cycle, with day, reason and who: of reviews, meetings,
 * rounds, escalations, ministers and the secretariat.
 */
final class Decisions {

	private static final String FILE = "decisions.html";

	private static final List<String> HEADS = List.of("When", "About", "Decision", "Why", "Who");

	private final Connection connection;

	private final Shelf shelf;

	private final Names names;

	Decisions(Connection connection, Shelf shelf, Names names) {
		this.connection = connection;
		this.shelf = shelf;
		this.names = names;
	}

	void write(Cycles cycles, Map<String, String> links) throws IOException, SQLException {
		String title = "Past decisions";
		String sql = new ClassPathResource("archive/decisions.sql").getContentAsString(StandardCharsets.UTF_8);
		try (Sheet sheet = new Sheet(this.shelf, FILE, title, ""); Rows rows = new Rows(this.connection, sql)) {
			sheet.line("p", "Who decided what, and why, in the order in which it was recorded.");
			for (Cycles.One cycle : cycles.all()) {
				section(sheet, rows, cycle.name(), "%s: %s".formatted(cycle.name(), cycle.title()));
			}
			section(sheet, rows, "", "Outside any cycle");
		}
		links.put(FILE, title);
	}

	private void section(Sheet sheet, Rows rows, String cycle, String heading) throws IOException, SQLException {
		if (!cycle.equals(rows.peek("cycle"))) {
			return;
		}
		Markup out = sheet.line("h2", heading).markup();
		out.tag("<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"%s\">\n<table>\n<thead><tr>", heading);
		for (String head : HEADS) {
			out.tag("<th scope=\"col\">%s</th>", head);
		}
		out.tag("</tr></thead>\n<tbody>\n");
		while (cycle.equals(rows.peek("cycle"))) {
			Map<String, Object> row = rows.next();
			List<String> cells = List.of(Values.moment((Instant) row.get("at")), row.get("about").toString(),
					row.get("what").toString(), row.get("because").toString(),
					this.names.account(row.get("who").toString()));
			out.tag("<tr>");
			for (int i = 0; i < HEADS.size(); i++) {
				out.tag("<td dir=\"auto\" data-label=\"%s\">", HEADS.get(i)).text(cells.get(i)).tag("</td>");
			}
			out.tag("</tr>\n");
		}
		out.tag("</tbody>\n</table>\n</div>\n");
	}

}
