package org.asemeducation.stocktake.watch.log;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import org.jspecify.annotations.Nullable;

/**
 * Leaves out of a log what may be about people: the words of exceptions, which quote what
 * somebody wrote, and e-mail addresses. What an exception says of machines stays.
 */
final class Discretion {

	static final String LEFT_OUT = "(words left out)";

	private static final Pattern ADDRESS = Pattern
		.compile("[\\p{L}\\p{N}._%+'/=&#-]+@[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+");

	/** These speak of hosts, ports, classes, settings and files of ours alone. */
	private static final List<String> OF_MACHINES = List.of("java.net.", "javax.net.ssl.", "java.lang.NullPointer",
			"java.lang.ClassNotFound", "java.lang.NoSuch", "java.lang.NoClassDef", "java.lang.OutOfMemory",
			"java.util.concurrent.TimeoutException", "java.sql.SQLTransientConnectionException",
			"org.springframework.beans.", "org.springframework.boot.", "org.springframework.context.", "org.flywaydb.",
			"org.asemeducation.stocktake.engine.SettingException",
			"org.asemeducation.stocktake.engine.EmbeddedDatabaseException");

	private Discretion() {
	}

	/**
	 * What an exception may say.
	 * @param thrown the exception
	 * @return its own words where they are of machines; the SQL state of a database
	 */
	static String words(IThrowableProxy thrown) {
		String said = thrown.getMessage();
		if (said == null || OF_MACHINES.stream().anyMatch(thrown.getClassName()::startsWith)) {
			return withoutAddresses(String.valueOf(said));
		}
		if (thrown instanceof ThrowableProxy proxy && proxy.getThrowable() instanceof SQLException refused) {
			return "SQL state %s %s".formatted(refused.getSQLState(), LEFT_OUT);
		}
		return LEFT_OUT;
	}

	/**
	 * What a line may say.
	 * @param line as it was to be written
	 * @param thrown what it tells of; its words may be quoted in the line
	 */
	static String words(@Nullable String line, @Nullable IThrowableProxy thrown) {
		String words = String.valueOf(line);
		for (String said : unspeakable(thrown)) {
			words = words.replace(said, LEFT_OUT);
		}
		return withoutAddresses(words);
	}

	private static String withoutAddresses(String words) {
		return (words.indexOf('@') < 0) ? words : ADDRESS.matcher(words).replaceAll("(address)");
	}

	/** The longest first: the words of a cause often end those of what it caused. */
	private static List<String> unspeakable(@Nullable IThrowableProxy thrown) {
		List<String> said = new ArrayList<>();
		for (IThrowableProxy each = thrown; each != null; each = each.getCause()) {
			String message = each.getMessage();
			if (message != null && !message.isBlank() && !words(each).equals(message)) {
				said.add(message);
			}
			for (IThrowableProxy beside : each.getSuppressed()) {
				said.addAll(unspeakable(beside));
			}
		}
		said.sort(Comparator.comparing(String::length).reversed());
		return said;
	}

}
