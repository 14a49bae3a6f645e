package org.asemeducation.stocktake.access.doors;

import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Traces of a failure's insides in an answer: stack traces, classes, SQL.
 */
final class Insides {

	private static final Pattern TRACES = Pattern
		.compile("\\n\\s*at [a-z]\\w*\\.|\\b(java|javax|jakarta|org|com|net)\\.[a-z]\\w*\\.[\\w.]*[A-Z]\\w*"
				+ "|\\b\\w+Exception: |PSQL|\\bSQLException|### |Cannot invoke \"|\\bselect .{1,200}\\bfrom \\w+_");

	private Insides() {
	}

	static boolean areIn(HttpResponse<String> answer) {
		return found(answer).find();
	}

	static String of(HttpResponse<String> answer) {
		Matcher found = found(answer);
		return found.find() ? found.group() : "";
	}

	private static Matcher found(HttpResponse<String> answer) {
		boolean failed = answer.statusCode() >= 400;
		return TRACES.matcher(failed ? answer.body() + answer.headers().map() : "");
	}

}
