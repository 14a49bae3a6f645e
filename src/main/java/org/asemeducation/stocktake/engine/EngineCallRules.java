package org.asemeducation.stocktake.engine;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which calls of the web applications' REST interfaces a person may make. Coordinators
 * and reviewers act through our own addresses only; here they read.
 */
final class EngineCallRules {

	private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

	private static final String ENGINE = "/camunda/api/engine/engine/[^/]+";

	/**
	 * What Tasklist and the profile page ask by POST although it only reads.
	 */
	private static final List<Pattern> QUERIES = List.of(Pattern.compile(ENGINE + "/task(/|/count)?"),
			Pattern.compile(ENGINE + "/group(/count)?"), Pattern.compile(ENGINE + "/filter/count"),
			Pattern.compile(ENGINE + "/filter/[^/]+/(list|count|singleResult)"));

	private static final List<Pattern> SECRETARIAT_ONLY = List.of(
			Pattern.compile("/camunda/api/(cockpit|admin)/plugin/[^/]+/(?!static/).*"),
			Pattern.compile("/camunda/api/admin/auth/user/[^/]+/.*"));

	private static final Pattern TASK = Pattern.compile(ENGINE + "/task/.*");

	private static final Pattern TASK_VARIABLES = Pattern
		.compile(ENGINE + "/task/[^/]+/(variables|localVariables)(/.*)?");

	private EngineCallRules() {
	}

	static boolean isAllowedToAnybody(String method, String path) {
		if (SECRETARIAT_ONLY.stream().anyMatch((pattern) -> pattern.matcher(path).matches())) {
			return false;
		}
		return READING.contains(method)
				|| (method.equals("POST") && QUERIES.stream().anyMatch((pattern) -> pattern.matcher(path).matches()));
	}

	/**
	 * Variables of a task are ours to write: nobody's call may carry any.
	 */
	static boolean changesTask(String method, String path) {
		return !READING.contains(method) && TASK.matcher(path).matches();
	}

	static boolean changesTaskVariables(String method, String path) {
		return !READING.contains(method) && TASK_VARIABLES.matcher(path).matches();
	}

}
