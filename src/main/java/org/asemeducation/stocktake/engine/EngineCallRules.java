package org.asemeducation.stocktake.engine;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which calls of the web applications' REST interfaces a person may make, by what each
 * application needs; the rest is refused, whatever the engine's own rights would say.
 * Coordinators and reviewers act through our own addresses only; here they read.
 */
final class EngineCallRules {

	static final String SECRETARIAT = "aes";

	static final String ADMINISTRATORS = "camunda-admin";

	private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

	private static final String ENGINE = "/camunda/api/engine/engine/[^/]+";

	/**
	 * What Tasklist and the profile page read: forms of ours, and no attachments, which
	 * the engine hands to anybody.
	 */
	private static final List<Pattern> READ_BY_ANYBODY = patterns("/camunda/api/engine/engine/?",
			"/camunda/api/admin/auth/user/[^/]+", "/camunda/api/[a-z]+/plugin/[^/]+/static/.+",
			ENGINE + "/filter(/(?!.+/singleResult).+)?",
			ENGINE + "/task(/count|/(?!report/|[^/]+/(attachment|rendered-form)).+)?",
			ENGINE + "/process-definition(?!.*(statistics|rendered-form))(/.+)?",
			ENGINE + "/user(/count|/[^/]+/profile)?", ENGINE + "/(group|tenant)(/count)?",
			ENGINE + "/identity/(groups|password-policy)", ENGINE + "/history/(task|user-operation)(/count)?",
			ENGINE + "/authorization/check", ENGINE + "/version");

	/**
	 * What Stocktake has none of, or nobody needs to know from outside.
	 */
	private static final List<Pattern> READ_BY_NOBODY = patterns(
			ENGINE + "/(case-(definition|execution|instance)|decision-(requirements-)?definition)/(?!count$).+",
			ENGINE + "/history/(case|decision)-[a-z-]+/(?!count$).+", ENGINE + "/(optimize|telemetry|schema)/.+",
			ENGINE + "/external-task/(?!count$).+");

	/**
	 * What is asked by POST although it only reads.
	 */
	private static final List<Pattern> QUERIES_OF_ANYBODY = patterns(ENGINE + "/(task|group)(/|/count)?",
			ENGINE + "/filter/count", ENGINE + "/filter/[^/]+/(list|count)");

	private static final List<Pattern> QUERIES_OF_THE_SECRETARIAT = patterns(
			ENGINE + "/(process-instance|execution|job|job-definition|variable-instance|external-task)(/count)?",
			ENGINE + "/history/(process-instance|activity-instance|task|variable-instance|detail|job-log)(/count)?",
			ENGINE + "/case-(instance|execution)/count", "/camunda/api/cockpit/plugin/base/[^/]+/.+");

	/**
	 * A task's buttons in Tasklist, beside those of its form. Nobody comments on a task:
	 * the engine holds no words about people, which an erasure would have to find there.
	 */
	private static final List<Pattern> ACTS_OF_THE_SECRETARIAT = patterns(
			ENGINE + "/task/[^/]+/(claim|unclaim|assignee|complete|submit-form|resolve|delegate)");

	/**
	 * Retries of what did not work, and a task's dates.
	 */
	private static final List<Pattern> CHANGES_OF_THE_SECRETARIAT = patterns(
			ENGINE + "/(job|job-definition)/[^/]+/retries", ENGINE + "/task/[^/]+");

	/**
	 * People and parties are added and removed in the register, which keeps the engine's
	 * users and groups in step.
	 */
	private static final List<Pattern> ADMINISTRATION = patterns(ENGINE + "/user/[^/]+/(credentials|profile|unlock)",
			ENGINE + "/group/[^/]+/members/[^/]+", ENGINE + "/authorization/(create|[^/]+)",
			ENGINE + "/identity/password-policy");

	private static final Pattern TASK = Pattern.compile(ENGINE + "/task/.*");

	private static final Pattern TASK_VARIABLES = Pattern
		.compile(ENGINE + "/task/[^/]+/(variables|localVariables)(/.*)?");

	private EngineCallRules() {
	}

	/**
	 * Whether it only reads and is for everybody who is signed in.
	 */
	static boolean isAllowedToAnybody(String method, String path) {
		return (READING.contains(method)) ? matches(READ_BY_ANYBODY, path)
				: method.equals("POST") && matches(QUERIES_OF_ANYBODY, path);
	}

	/**
	 * Whether it is for people of the secretariat or for administrators.
	 * @param groups the engine's groups of the person
	 */
	static boolean isAllowedTo(Set<String> groups, String method, String path) {
		boolean secretariat = groups.contains(SECRETARIAT);
		boolean administrator = groups.contains(ADMINISTRATORS);
		if (administrator && !READING.contains(method) && matches(ADMINISTRATION, path)) {
			return true;
		}
		if (!secretariat && !administrator) {
			return false;
		}
		return switch (method) {
			case "GET", "HEAD", "OPTIONS" -> !matches(READ_BY_NOBODY, path);
			case "POST" -> matches(QUERIES_OF_THE_SECRETARIAT, path) || matches(ACTS_OF_THE_SECRETARIAT, path);
			case "PUT" -> matches(CHANGES_OF_THE_SECRETARIAT, path);
			default -> false;
		};
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

	private static boolean matches(List<Pattern> patterns, String path) {
		return patterns.stream().anyMatch((pattern) -> pattern.matcher(path).matches());
	}

	private static List<Pattern> patterns(String... patterns) {
		return List.of(patterns).stream().map(Pattern::compile).toList();
	}

}
