package org.asemeducation.stocktake.engine;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A program of PostgreSQL that failed, with its own reason.
 */
final class PostgresFailure extends IOException {

	private static final Pattern REASON = Pattern.compile("(?:FATAL|PANIC|error|ERROR):\\s+(.*)");

	PostgresFailure(String program, String output) {
		super("%s: %s".formatted(program, reason(output)));
	}

	/**
	 * The sentence that matters among lines of a log: the first fatal one, else the last.
	 */
	static String reason(String output) {
		List<String> lines = output.lines().filter((line) -> !line.isBlank()).toList();
		return lines.stream()
			.map(REASON::matcher)
			.filter((matcher) -> matcher.find())
			.map((matcher) -> matcher.group(1))
			.findFirst()
			.orElse(lines.isEmpty() ? "no reason given" : lines.get(lines.size() - 1).strip());
	}

}
