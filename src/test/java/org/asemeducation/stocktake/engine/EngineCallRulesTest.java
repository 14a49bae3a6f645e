package org.asemeducation.stocktake.engine;

import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which calls of the web applications get past the guard, for whom. The calls themselves
 * are tried over HTTP, each of them, in {@code EveryDoorTest}.
 */
class EngineCallRulesTest {

	private static final String ENGINE = "/camunda/api/engine/engine/default";

	@ParameterizedTest
	@CsvSource(textBlock = """
			GET,    /task/1/form,                          anybody
			GET,    /task/report/candidate-group-count,    secretariat
			GET,    /task/1/attachment/2/data,             secretariat
			GET,    /task/1/rendered-form,                 secretariat
			POST,   /task,                                 anybody
			POST,   /task/create,                          nobody
			DELETE, /task/1,                               nobody
			POST,   /task/1/claim,                         secretariat
			POST,   /task/1/bpmnError,                     nobody
			GET,    /filter/1/list,                        anybody
			POST,   /filter/1/singleResult,                nobody
			POST,   /filter/create,                        nobody
			PUT,    /filter/1,                             nobody
			GET,    /process-definition,                   anybody
			GET,    /process-definition/statistics,        secretariat
			POST,   /process-definition/key/cycle/start,   nobody
			DELETE, /process-definition/key/cycle,         nobody
			GET,    /process-instance,                     secretariat
			POST,   /process-instance,                     secretariat
			DELETE, /process-instance/1,                   nobody
			POST,   /process-instance/1/variables,         nobody
			POST,   /message,                              nobody
			POST,   /deployment/create,                    nobody
			GET,    /variable-instance,                    secretariat
			GET,    /history/variable-instance,            secretariat
			GET,    /history/task,                         anybody
			PUT,    /job/1/retries,                        secretariat
			POST,   /job/1/execute,                        nobody
			GET,    /authorization,                        secretariat
			POST,   /authorization/create,                 administrators
			PUT,    /group/aes/members/kim,                administrators
			POST,   /user/create,                          nobody
			DELETE, /user/kim,                             nobody
			PUT,    /user/kim/profile,                     administrators
			POST,   /user/kim/unlock,                      administrators
			POST,   /group/create,                         nobody
			DELETE, /group/aes,                            nobody
			GET,    /optimize/variable-update,             nobody
			POST,   /telemetry/configuration,              nobody
			POST,   /identity/verify,                      nobody
			GET,    /case-instance/1/variables,            nobody
			PATCH,  /task/1,                               nobody
			""")
	void aCallIsFor(String method, String path, String whom) {
		assertThat(whom(method, ENGINE + path)).isEqualTo(whom);
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			GET,  /camunda/api/engine/engine,                                    anybody
			GET,  /camunda/api/admin/auth/user/default,                          anybody
			GET,  /camunda/api/tasklist/plugin/tasklistPlugins/static/app.js,    anybody
			GET,  /camunda/api/cockpit/plugin/base/default/incident,             secretariat
			POST, /camunda/api/cockpit/plugin/base/default/process-instance,     secretariat
			GET,  /camunda/api/admin/plugin/adminPlugins/default/metrics/aggregated, secretariat
			POST, /camunda/api/anything/new,                                     nobody
			""")
	void anApplicationsOwnCallIsFor(String method, String path, String whom) {
		assertThat(whom(method, path)).isEqualTo(whom);
	}

	private static String whom(String method, String path) {
		if (EngineCallRules.isAllowedToAnybody(method, path)) {
			return "anybody";
		}
		assertThat(EngineCallRules.isAllowedTo(Set.of("swg", "party1"), method, path)).isFalse();
		if (EngineCallRules.isAllowedTo(Set.of(EngineCallRules.SECRETARIAT), method, path)) {
			return "secretariat";
		}
		return EngineCallRules.isAllowedTo(Set.of(EngineCallRules.ADMINISTRATORS), method, path) ? "administrators"
				: "nobody";
	}

}
