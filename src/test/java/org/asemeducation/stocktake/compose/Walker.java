package org.asemeducation.stocktake.compose;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Somebody with a browser: cookies and the tokens that pages and forms send. A request
 * that is refused ends the walk, with what was said.
 */
final class Walker {

	private static final ObjectMapper JSON = new ObjectMapper();

	private final Map<String, String> cookies = new TreeMap<>();

	private final Web web;

	Walker(Web web) {
		this.web = web;
	}

	Walker signIn(String account, String password) {
		get("/login");
		HttpResponse<String> answer = post("/login", Map.of("account", account, "password", password));
		String next = answer.headers().firstValue("Location").orElse("");
		if (answer.statusCode() != 302 || next.contains("failed")) {
			throw new AssertionError("%s cannot sign in: %d %s".formatted(account, answer.statusCode(), next));
		}
		return this;
	}

	boolean isSignedIn() {
		return send(request("/api/me").header("Accept", "application/json").GET()).statusCode() == 200;
	}

	/**
	 * Opens an application of Camunda, which hands out its own token, and asks the engine
	 * for the names of tasks.
	 */
	JsonNode tasks() {
		get("/camunda/app/tasklist/default/");
		return json(send(request("/camunda/api/engine/engine/default/task?maxResults=200")
			.header("X-XSRF-TOKEN", this.cookies.getOrDefault("XSRF-TOKEN", ""))
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString("{}"))));
	}

	String get(String path) {
		return accepted(send(request(path).header("Accept", "text/html").GET())).body();
	}

	JsonNode read(String path) {
		return json(send(request(path).header("Accept", "application/json").GET()));
	}

	JsonNode write(String method, String path, Object content) {
		return json(send(request(path).header("Accept", "application/json")
			.header("Content-Type", "application/json")
			.header("X-STOCKTAKE-CSRF", this.cookies.getOrDefault("STOCKTAKE-CSRF", ""))
			.method(method, HttpRequest.BodyPublishers.ofString(JSON.valueToTree(content).toString()))));
	}

	HttpResponse<String> post(String path, Map<String, String> fields) {
		Map<String, String> all = new TreeMap<>(fields);
		all.put("_csrf", this.cookies.getOrDefault("STOCKTAKE-CSRF", ""));
		return accepted(send(request(path).header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(all.entrySet()
				.stream()
				.map((field) -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
				.collect(Collectors.joining("&"))))));
	}

	void upload(String path, String file) {
		get(path);
		accepted(send(request(path).header("Content-Type", "multipart/form-data; boundary=cut")
			.header("X-STOCKTAKE-CSRF", this.cookies.getOrDefault("STOCKTAKE-CSRF", ""))
			.POST(HttpRequest.BodyPublishers.ofString("""
					--cut\r
					Content-Disposition: form-data; name="file"; filename="contacts.csv"\r
					Content-Type: text/csv\r
					\r
					%s\r
					--cut--\r
					""".formatted(file)))));
	}

	private HttpRequest.Builder request(String path) {
		HttpRequest.Builder request = this.web.request(path);
		if (!this.cookies.isEmpty()) {
			request.header("Cookie",
					this.cookies.entrySet()
						.stream()
						.map((cookie) -> cookie.getKey() + "=" + cookie.getValue())
						.collect(Collectors.joining("; ")));
		}
		return request;
	}

	private HttpResponse<String> send(HttpRequest.Builder request) {
		HttpResponse<String> answer = this.web.send(request.build(), HttpResponse.BodyHandlers.ofString());
		answer.headers().allValues("Set-Cookie").forEach((header) -> {
			String[] cookie = header.split(";", 2)[0].split("=", 2);
			if (cookie[1].isEmpty()) {
				this.cookies.remove(cookie[0]);
			}
			else {
				this.cookies.put(cookie[0], cookie[1]);
			}
		});
		return answer;
	}

	private static HttpResponse<String> accepted(HttpResponse<String> answer) {
		if (answer.statusCode() >= 400) {
			throw new AssertionError("%s %s: %d %s".formatted(answer.request().method(), answer.uri(),
					answer.statusCode(), answer.body()));
		}
		return answer;
	}

	private static JsonNode json(HttpResponse<String> answer) {
		try {
			String body = accepted(answer).body();
			return body.isBlank() ? JSON.nullNode() : JSON.readTree(body);
		}
		catch (com.fasterxml.jackson.core.JsonProcessingException ex) {
			throw new AssertionError("%s answers no JSON".formatted(answer.uri()), ex);
		}
	}

}
