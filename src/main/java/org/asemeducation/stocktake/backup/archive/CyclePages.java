package org.asemeducation.stocktake.backup.archive;

import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

import org.asemeducation.stocktake.report.html.Markup;
import org.springframework.web.util.HtmlUtils;

/**
 * The pages of one cycle, with one from which all others are found.
 */
final class CyclePages {

	private final Pages pages;

	private final Shelf shelf;

	private final Cycles.One cycle;

	CyclePages(Pages pages, Shelf shelf, Cycles.One cycle) {
		this.pages = pages;
		this.shelf = shelf;
		this.cycle = cycle;
	}

	void write(Map<String, String> links) throws IOException, SQLException {
		String name = this.cycle.name();
		String trail = " / <a href=\"index.html\">" + HtmlUtils.htmlEscape(name) + "</a>";
		Map<String, String> own = new LinkedHashMap<>();
		plain("cycle", "calendar.html", "%s: calendar and course", trail, own);
		plain("meetings", "meetings.html", "%s: meetings, minutes and their decisions", trail, own);
		plain("report", "report.html", "%s: how the report was made", trail, own);
		plain("endorsement", "endorsement.html", "%s: endorsement, adoption, publication and conclusions", trail, own);
		plain("reminders", "reminders.html", "%s: what was due to whom", trail, own);
		this.pages.ledger(name, this.cycle.path("mails.html"), "%s: mails".formatted(name), trail, own);
		plain("history", "history.html", "%s: history".formatted(name), trail, own);
		Map<String, String> initiatives = new LinkedHashMap<>();
		this.pages.about("initiative", name, this.cycle.path("initiatives/"),
				trail.replace("index.html", "../index.html"), initiatives);
		try (Sheet sheet = new Sheet(this.shelf, this.cycle.path("index.html"),
				"%s: %s".formatted(name, this.cycle.title()), "")) {
			list(sheet, own);
			sheet.line("h2", "Initiatives: texts, reviews, questions, files");
			list(sheet, initiatives);
		}
		links.put(this.cycle.path("index.html"), "%s: %s".formatted(name, this.cycle.title()));
	}

	private void plain(String page, String file, String title, String trail, Map<String, String> own)
			throws IOException, SQLException {
		this.pages.plain(page, this.cycle.name(), this.cycle.path(file), title.formatted(this.cycle.name()), trail,
				own);
	}

	/** Links to pages. */
	static void list(Sheet sheet, Map<String, String> links) throws IOException {
		Markup out = sheet.markup();
		out.tag("<ul class=\"links\">\n");
		for (Map.Entry<String, String> link : links.entrySet()) {
			out.tag("<li dir=\"auto\"><a href=\"%s\">", sheet.to(link.getKey()))
				.text(link.getValue())
				.tag("</a></li>\n");
		}
		out.tag("</ul>\n");
	}

}
