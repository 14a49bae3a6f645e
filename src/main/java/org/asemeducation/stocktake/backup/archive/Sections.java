package org.asemeducation.stocktake.backup.archive;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.asemeducation.stocktake.backup.archive.Files.Stored;
import org.asemeducation.stocktake.report.html.Markup;

/**
 * Writes rows of one table as lines or as entries, and counts them.
 */
final class Sections {

	private final Connection connection;

	private final Tables tables;

	private final Values values;

	private final Files files;

	private final Map<String, Long> counts = new TreeMap<>();

	Sections(Connection connection, Tables tables, Values values, Files files) {
		this.connection = connection;
		this.tables = tables;
		this.values = values;
		this.files = files;
	}

	Map<String, Long> counts() {
		return this.counts;
	}

	Rows rows(Told told, String cycle) throws SQLException {
		this.counts.putIfAbsent(told.table(), 0L);
		String query = told.query(columns(told).stream().map(Column::name).toList());
		return told.cycle().isEmpty() ? new Rows(this.connection, query) : new Rows(this.connection, query, cycle);
	}

	/** Bytes lie in files, not in rows. */
	private List<Column> columns(Told told) {
		return this.tables.told(told.table()).stream().filter((column) -> !column.isFile()).toList();
	}

	/**
	 * Writes rows.
	 * @param rows from which
	 * @param key only those about it; empty for all
	 * @param most how many at most
	 * @return how many
	 */
	int write(Sheet sheet, Told told, Rows rows, String key, int most) throws IOException, SQLException {
		if (!isNext(rows, key)) {
			return 0;
		}
		List<Column> columns = columns(told).stream().filter((column) -> !told.isTitle(column.name())).toList();
		sheet.line("h2", told.heading());
		if (told.inTable()) {
			head(sheet, told, columns);
		}
		int number = 0;
		while (number < most && isNext(rows, key)) {
			Map<String, Object> row = rows.next();
			if (told.inTable()) {
				line(sheet, told, columns, row);
			}
			else {
				entry(sheet, told, columns, row);
			}
			number++;
		}
		if (told.inTable()) {
			sheet.markup().tag("</tbody>\n</table>\n</div>\n");
		}
		this.counts.merge(told.table(), (long) number, Long::sum);
		return number;
	}

	private static boolean isNext(Rows rows, String key) throws SQLException {
		return rows.hasNext() && (key.isEmpty() || key.equals(rows.peek(Told.KEY)));
	}

	private void head(Sheet sheet, Told told, List<Column> columns) throws IOException {
		Markup out = sheet.markup();
		out.tag("<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"%s\">\n<table>\n<thead><tr>",
				told.heading());
		for (Column column : columns) {
			out.tag("<th scope=\"col\">%s</th>", column.heading());
		}
		if (hasFile(told)) {
			out.tag("<th scope=\"col\">File</th>");
		}
		out.tag("</tr></thead>\n<tbody>\n");
	}

	private void line(Sheet sheet, Told told, List<Column> columns, Map<String, Object> row) throws IOException {
		Markup out = sheet.markup();
		out.tag("<tr>");
		for (Column column : columns) {
			Object value = row.get(column.name());
			out.tag("<td dir=\"auto\" data-label=\"%s\">", column.heading());
			if (value != null) {
				this.values.write(sheet, column, value);
			}
			out.tag("</td>");
		}
		if (hasFile(told)) {
			out.tag("<td data-label=\"File\">");
			file(sheet, told, row);
			out.tag("</td>");
		}
		out.tag("</tr>\n");
	}

	private void entry(Sheet sheet, Told told, List<Column> columns, Map<String, Object> row) throws IOException {
		Markup out = sheet.markup();
		out.tag("<dl class=\"entry\">\n");
		for (Column column : columns) {
			Object value = row.get(column.name());
			if (value != null && !Objects.equals(value, "") && !Objects.equals(value, List.of())) {
				out.tag("<div><dt>%s</dt><dd dir=\"auto\">", column.heading());
				this.values.write(sheet, column, value);
				out.tag("</dd></div>\n");
			}
		}
		if (hasFile(told)) {
			out.tag("<div><dt>File</dt><dd>");
			file(sheet, told, row);
			out.tag("</dd></div>\n");
		}
		out.tag("</dl>\n");
	}

	private boolean hasFile(Told told) {
		return told.table().equals("update_file") || this.tables.told(told.table()).stream().anyMatch(Column::isFile);
	}

	private void file(Sheet sheet, Told told, Map<String, Object> row) throws IOException {
		Stored file = this.files.of(told.table(), row).orElseThrow();
		this.files.link(sheet, file);
		if (Objects.toString(row.get("type"), "").matches("jpeg|png|webp")) {
			sheet.markup().tag("<br><img loading=\"lazy\" src=\"%s\" alt=\"%s\">", sheet.to(file.path()), file.name());
		}
	}

}
