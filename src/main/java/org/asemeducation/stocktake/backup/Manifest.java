package org.asemeducation.stocktake.backup;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/**
 * What a backup says of itself.
 *
 * @param format how the file is written; {@value #FORMAT} today
 * @param stocktake the version that wrote it
 * @param postgres the version of the server that was asked
 * @param embedded whether it is of an embedded database, which has the demonstration's
 * accounts
 * @param takenAt the moment of the snapshot
 * @param schema the last migration, such as {@code 036}
 * @param tables all tables, in the order in which they stand in the file
 * @param sequences the last number that each has given out; none: it has given out none
 */
record Manifest(int format, String stocktake, String postgres, boolean embedded, Instant takenAt, String schema,
		List<Table> tables, Map<String, Long> sequences) {

	static final int FORMAT = 1;

	static final String NAME = "manifest.json";

	private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule())
		.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.enable(SerializationFeature.INDENT_OUTPUT);

	byte[] toJson() throws IOException {
		return JSON.writeValueAsBytes(this);
	}

	static Manifest read(byte[] json) throws IOException {
		return JSON.readValue(json, Manifest.class);
	}

	long rows() {
		return this.tables.stream().mapToLong(Table::rows).sum();
	}

	/** Such as "The backup of 2029-01-08T08:00:00Z: 71 tables with 1,234 rows". */
	String inWords() {
		return "The backup of %s, %,d rows in %d tables,".formatted(this.takenAt, rows(), this.tables.size());
	}

	/**
	 * One table and its file.
	 *
	 * @param name the table
	 * @param columns in the order of the file
	 * @param rows how many
	 * @param sha256 of the file, hexadecimal
	 */
	record Table(String name, List<String> columns, long rows, String sha256) {

		String entry() {
			return entry(this.name);
		}

		static String entry(String table) {
			return "tables/" + table + ".copy";
		}

	}

}
