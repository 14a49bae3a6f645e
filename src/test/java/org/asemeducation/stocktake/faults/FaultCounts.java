package org.asemeducation.stocktake.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was counted, for people: in the output and in {@code target/faults.md}.
 */
final class FaultCounts {

	private static final Logger log = LoggerFactory.getLogger(FaultCounts.class);

	private final Map<String, Integer> counts = new LinkedHashMap<>();

	void add(String what, int number) {
		this.counts.put(what, number);
	}

	void write(long seed) throws IOException {
		String table = this.counts.entrySet()
			.stream()
			.map((row) -> "| %s | %,d |%n".formatted(row.getKey(), row.getValue()))
			.collect(Collectors.joining("", "| what | count |%n|---|---|%n".formatted(), ""));
		log.info("Faults, seed {}:\n{}", seed, table);
		Files.writeString(Path.of("target", "faults.md"), table);
	}

}
