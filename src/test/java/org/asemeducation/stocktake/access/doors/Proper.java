package org.asemeducation.stocktake.access.doors;

import java.net.http.HttpResponse;

import com.fasterxml.jackson.core.JsonProcessingException;
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
			if (type.contains("problem+json")) {
				assertThat(text(answer.body(), "detail")).as("%s: %s", what, start(answer.body()))
					.matches("(?s)\\P{Ll}.*[.?!]")
					.doesNotContain("For input string");
				if (!what.contains("null")) {
					assertThat(text(answer.body(), "detail")).as(what).doesNotContain("null is", "is null");
				}
			}
			else if (type.contains("json")) {
				assertThat(text(answer.body(), "message")).as("%s: %s", what, start(answer.body())).isNotBlank();
			}
			else {
				assertThat(answer.body()).as(what).contains("<");
			}
		}
	}

	private static String text(String body, String field) {
		try {
			return JSON.readTree(body).path(field).asText();
		}
		catch (JsonProcessingException ex) {
			throw new AssertionError("No JSON: " + start(body), ex);
		}
	}

	static String start(String body) {
		return body.substring(0, Math.min(400, body.length()));
	}

}
