package org.asemeducation.stocktake.backup.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The files themselves, byte for byte, in the folder {@code files} beside the pages.
 */
final class Files {

	private static final String FOLDER = "/files/";

	/** So many bytes are in memory at a time. */
	private static final int PART = 1 << 20;

	private static final String PARTS = "select bytes from update_file_part where file = ?::bigint order by number";

	/** By what a row of a table is found. */
	private static final Map<String, String> KEYS = Map.of("update_file", "id::text", "sealed_file",
			"cycle || '/' || version || '/' || name", "conclusions_text", "cycle || '/' || number", "paper_report",
			"cycle", "report_template", "sha256");

	private final Connection connection;

	private final Map<String, Stored> files = new LinkedHashMap<>();

	/**
	 * Finds them.
	 * @param folders of cycles, by their names
	 */
	Files(Connection connection, JdbcClient jdbc, Map<String, String> folders) {
		this.connection = connection;
		jdbc.sql("select id, name from update_file order by id").query((row) -> {
			keep("update_file", row.getString("id"), "updates/" + SafeName.of(row.getLong("id"), row.getString("name")),
					row.getString("name"));
		});
		jdbc.sql("select cycle, version, name from sealed_file order by cycle, version, name").query((row) -> {
			String version = "%s/%s".formatted(row.getString("cycle"), row.getString("version"));
			keep("sealed_file", version + "/" + row.getString("name"),
					"sealed/%s-version-%s/%s".formatted(folders.getOrDefault(row.getString("cycle"), "0"),
							row.getString("version"), row.getString("name")),
					row.getString("name"));
		});
		jdbc.sql("select cycle, number, name from conclusions_text order by cycle, number").query((row) -> {
			keep("conclusions_text", row.getString("cycle") + "/" + row.getString("number"),
					"conclusions/%s-%s".formatted(folders.getOrDefault(row.getString("cycle"), "0"),
							SafeName.of(row.getLong("number"), row.getString("name"))),
					row.getString("name"));
		});
		jdbc.sql("select cycle, name from paper_report order by cycle").query((row) -> {
			keep("paper_report", row.getString("cycle"), "paper/%s-%s"
				.formatted(folders.getOrDefault(row.getString("cycle"), "0"), SafeName.of(1, row.getString("name"))),
					row.getString("name"));
		});
		jdbc.sql("select row_number() over (order by added_at, sha256) as place, sha256, name from report_template")
			.query((row) -> {
				keep("report_template", row.getString("sha256"),
						"templates/" + SafeName.of(row.getLong("place"), row.getString("name")), row.getString("name"));
			});
	}

	private void keep(String table, String key, String path, String name) {
		this.files.put(table + ":" + key, new Stored(table, key, FOLDER + path, name));
	}

	int count() {
		return this.files.size();
	}

	/** The file that a row of a table is. */
	Optional<Stored> of(String table, Map<String, Object> row) {
		return Optional.ofNullable(this.files.get(switch (table) {
			case "update_file" -> table + ":" + row.get("id");
			case "sealed_file" -> table + ":" + row.get("cycle") + "/" + row.get("version") + "/" + row.get("name");
			case "conclusions_text" -> table + ":" + row.get("cycle") + "/" + row.get("number");
			case "paper_report" -> table + ":" + row.get("cycle");
			default -> table + ":" + row.get("sha256");
		}));
	}

	/** A link to a file of an update. */
	void link(Sheet sheet, String id) throws IOException {
		Stored file = this.files.get("update_file:" + id);
		if (file == null) {
			sheet.markup().text("file " + id + ", which is gone");
		}
		else {
			link(sheet, file);
		}
	}

	void link(Sheet sheet, Stored file) throws IOException {
		sheet.markup().tag("<a href=\"%s\">", sheet.to(file.path())).text(file.name()).tag("</a>");
	}

	/** Puts all of them on the shelf. */
	void copy(Shelf shelf) throws IOException, SQLException {
		for (Stored file : this.files.values()) {
			try (OutputStream out = shelf.file(file.path().substring(1))) {
				if (file.table().equals("update_file")) {
					parts(file, out);
				}
				else {
					pieces(file, out);
				}
			}
		}
	}

	private void parts(Stored file, OutputStream out) throws IOException, SQLException {
		try (Rows rows = new Rows(this.connection, 4, PARTS, file.key())) {
			while (rows.hasNext()) {
				out.write((byte[]) rows.next().get("bytes"));
			}
		}
	}

	private void pieces(Stored file, OutputStream out) throws IOException, SQLException {
		String query = "select substring(content from ? for ?) as piece from %s where %s = ?".formatted(file.table(),
				KEYS.get(file.table()));
		for (int from = 1;; from += PART) {
			try (Rows rows = new Rows(this.connection, 1, query, from, PART, file.key())) {
				byte[] piece = (byte[]) rows.next().getOrDefault("piece", new byte[0]);
				out.write(piece);
				if (piece.length < PART) {
					return;
				}
			}
		}
	}

	/**
	 * A file that lies in a row, or in several.
	 *
	 * @param table which one
	 * @param key of the row
	 * @param path from the root of the pack on, with a slash before it
	 * @param name as it was called
	 */
	record Stored(String table, String key, String path, String name) {
	}

}
