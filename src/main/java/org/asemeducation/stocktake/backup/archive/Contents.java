package org.asemeducation.stocktake.backup.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.springframework.core.io.ClassPathResource;

/**
 * What the archive tells of which table, and what it leaves out and why.
 *
 * @param told each told table once
 * @param leftOut tables and columns that are not told
 */
record Contents(List<Told> told, List<LeftOut> leftOut) {

	Contents {
		told = List.copyOf(told);
		leftOut = List.copyOf(leftOut);
	}

	static Contents read() {
		return new Contents(
				lines("told.csv", 8,
						(it) -> new Told(it[0], it[1], it[2], it[3], it[4], it[5], it[6].equals("table"), it[7])),
				lines("left-out.csv", 3, (it) -> new LeftOut(it[0], it[1], it[2])));
	}

	List<Told> on(String page) {
		return this.told.stream().filter((one) -> one.page().equals(page)).toList();
	}

	/** Why a table is not told; nothing where it is. */
	Optional<LeftOut> withoutTable(String table) {
		return this.leftOut.stream()
			.filter((one) -> one.column().isEmpty() && one.table().endsWith("*")
					? table.startsWith(one.table().replace("*", ""))
					: one.column().isEmpty() && one.table().equals(table))
			.findFirst();
	}

	boolean isTold(String table, String column) {
		return this.leftOut.stream().noneMatch((one) -> one.table().equals(table) && one.column().equals(column));
	}

	private static <T> List<T> lines(String file, int parts, Function<String[], T> read) {
		try {
			return new ClassPathResource("archive/" + file).getContentAsString(StandardCharsets.UTF_8)
				.lines()
				.filter((line) -> !line.startsWith("#"))
				.map((line) -> line.split(";", parts))
				.peek((line) -> {
					if (line.length != parts) {
						throw new IllegalStateException(
								"%s: this line lacks something: %s".formatted(file, Arrays.toString(line)));
					}
				})
				.map(read)
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * What is not told.
	 *
	 * @param table its name; a star at its end stands for any ending
	 * @param column of the table; empty: the whole table
	 * @param because why, in a sentence
	 */
	record LeftOut(String table, String column, String because) {
	}

}
