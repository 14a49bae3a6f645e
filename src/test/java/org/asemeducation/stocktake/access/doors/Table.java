package org.asemeducation.stocktake.access.doors;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

import org.springframework.core.io.ClassPathResource;

/**
 * What is allowed: {@code doors/doors.csv}, one line for each door.
 */
final class Table {

	static final String FILE = "src/test/resources/doors/doors.csv";

	private Table() {
	}

	static List<Row> read() {
		CSVFormat format = CSVFormat.DEFAULT.builder()
			.setHeader()
			.setSkipHeaderRecord(true)
			.setCommentMarker('#')
			.setIgnoreEmptyLines(true)
			.setTrim(true)
			.get();
		try (CSVParser parser = CSVParser.parse(new InputStreamReader(
				new ClassPathResource("doors/doors.csv").getInputStream(), StandardCharsets.UTF_8), format)) {
			return parser.stream().map(Table::row).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Row row(CSVRecord line) {
		Map<Role, String> said = new EnumMap<>(Role.class);
		for (Role role : Role.values()) {
			said.put(role, line.get(role.word()));
		}
		return new Row(new Door(line.get("method"), line.get("path")), line.get("about"), said);
	}

}
