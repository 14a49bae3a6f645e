package org.asemeducation.stocktake.access.doors;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Proposes names of {@link Things} for the variable parts of a new door.
 */
final class Names {

	private static final Map<String, String> BY_PLACE = new LinkedHashMap<>();

	static {
		place("/task/{id}", "task");
		place("/process-instance/{id}", "instance");
		place("/execution/{id}", "execution");
		place("/process-definition/{id}", "definition");
		place("/deployment/{id}", "deployment");
		place("/job/{id}", "job");
		place("/job-definition/{id}", "jobDefinition");
		place("/filter/{id}", "filter");
		place("/authorization/{id}", "right");
		place("/user/{id}", "person");
		place("/group/{id}", "group");
		place("/history/variable-instance/{id}", "pastVariable");
		place("/variable-instance/{id}", "variable");
		place("/history/detail/{id}", "pastDetail");
		place("/activity-instance/{id}", "pastActivity");
		place("/job-log/{id}", "pastJob");
		place("/process-definition/key/{key}", "process");
		place("/engine/engine/{name}", "engine");
		place("/tenant/{id}", "tenant");
		place("/contacts/{contact}/reach", "unreachable");
		place("/partners/{party}", "partner");
		place("/positions/{party}", "partner");
		place("/desk/corrections/{cycle}", "published");
		place("/officials/{cycle}", "published");
		place("{resourceId}", "resource");
		place("{userId}", "person");
		place("{groupId}", "group");
		place("{varId}", "variableName");
		place("{operationId}", "operation");
		place("{processEngineName}", "engine");
		place("{appName}", "app");
		place("{cycle}", "gathering");
		place("{initiative}", "mine");
		place("/rounds/{number}", "round");
		place("/commissions/{number}", "commission");
		place("{comment}", "said");
		place("{number}", "line");
		place("{version}", "officials");
		place("/closed-dates/{id}", "closed");
		place("/plan-proposals/{id}", "proposal");
		place("/proposals/{id}", "proposed");
		place("/proposals/invitations/{id}", "invited");
		place("/outsiders/{invitation}", "invited");
		place("/addresses/{row}", "addressed");
		place("/changes/{change}", "change");
		place("/export.{suffix}", "format");
		place("/plan.{suffix}", "format");
		place("/seats/{id}", "seat");
		place("/remarks/{field}", "field");
		place("/wordings/{id}", "wording");
		place("/templates/{name}", "template");
		place("/chapters/{key}", "chapter");
		place("{subgoal}", "subgoal");
		place("/files/{file}", "attached");
		place("/notes/{note}", "noted");
		for (String plain : new String[] { "engine", "kind", "date", "file", "token", "contact", "mail", "app",
				"provider", "task", "party", "line", "paper" }) {
			place("{%s}".formatted(plain), plain);
		}
	}

	private Names() {
	}

	private static void place(String place, String name) {
		BY_PLACE.put(place, place.replaceAll("\\{[^{}]*}", "<" + name + ">"));
	}

	static String inTable(String path) {
		String named = path;
		for (Map.Entry<String, String> each : BY_PLACE.entrySet()) {
			named = named.replace(each.getKey(), each.getValue());
		}
		return named.replaceAll("\\{[^{}]*}", "{name}").replace('<', '{').replace('>', '}');
	}

}
