package org.asemeducation.stocktake.access.doors;

import java.net.http.HttpResponse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What every answer must be: done, or refused with a sentence, never a failure, and never
 * with insides.
 */
final class Proper {

	private static final JsonMapper JSON = new JsonMapper();

	private Proper() {
	}

	static void answer(String what, HttpResponse<String> answer) {
		assertThat(answer.statusCode()).as("%s: %s", what, start(answer.body())).isBetween(200, 499);
		assertThat(Insides.areIn(answer)).as("%s shows its insides: %s", what, start(answer.body())).isFalse();
		if (answer.statusCode() >= 400 && !answer.body().isEmpty()) {
			String type = answer.headers().firstValue("Content-Type").orElse("");
			if (type.contains("json")) {
				assertThat(sentence(answer.body())).as("%s: %s", what, start(answer.body()))
					.matches("(?s)\\P{Ll}.*[.?:)]\\s*")
					.doesNotContain("null is", "is null");
			}
			else {
				assertThat(answer.body()).as(what).contains("<");
			}
		}
	}

	private static String sentence(String body) {
		try {
			JsonNode problem = JSON.readTree(body);
			return problem.has("detail") ? problem.path("detail").asText() : problem.path("message").asText();
		}
		catch (java.io.IOException ex) {
			throw new AssertionError("No JSON: " + start(body), ex);
		}
	}

	static String start(String body) {
		return body.substring(0, Math.min(400, body.length()));
	}

}
