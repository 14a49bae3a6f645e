package org.asemeducation.stocktake.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A browser reduced to requests and cookies. It follows no redirect, and sends secure
 * cookies over plain HTTP too, so that a test can look at both.
 */
public class Visitor {

	private static final String ENGINE = "/camunda/api/engine/engine/default";

	private final HttpClient http = HttpClient.newHttpClient();

	private final Map<String, String> cookies = new HashMap<>();

	private URI root;

	private String address = "";

	public Visitor(URI root) {
		this.root = root;
	}

	/** As a proxy would tell where the visitor comes from. */
	Visitor from(String address) {
		this.address = address;
		return this;
	}

	/**
	 * Goes on at another node, with the same cookies.
	 */
	Visitor at(URI node) {
		this.root = node;
		return this;
	}

	/** All of them, as they are sent with each request. */
	public String cookies() {
		return this.cookies.entrySet()
			.stream()
			.map((cookie) -> cookie.getKey() + "=" + cookie.getValue())
			.collect(Collectors.joining("; "));
	}

	/** Of the cookies that were set, which is sent with each request. */
	public String cookie(String name) {
		return this.cookies.getOrDefault(name, "");
	}

	/** Takes another visitor's cookie, as a thief does. */
	Visitor withCookie(String name, String value) {
		this.cookies.put(name, value);
		return this;
	}

	HttpResponse<String> getAs(String path, String... headers) {
		return send(request(path).headers(headers).GET());
	}

	public HttpResponse<String> signIn(String account, String password) {
		get("/login");
		return postForm("/login", Map.of("account", account, "password", password));
	}

	public HttpResponse<String> get(String path) {
		return send(request(path).header("Accept", path.startsWith("/api/") ? "application/json" : "text/html").GET());
	}

	public HttpResponse<String> get(String path, String header, String value) {
		return send(request(path).header(header, value).GET());
	}

	public HttpResponse<String> postForm(String path, Map<String, String> fields) {
		Map<String, String> all = new HashMap<>(fields);
		all.putIfAbsent("_csrf", this.cookies.getOrDefault("STOCKTAKE-CSRF", ""));
		String body = all.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		return send(request(path).header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(body)));
	}

	public HttpResponse<String> postParts(String path, String contentType, String body) {
		return send("POST", path, contentType, body);
	}

	HttpResponse<String> send(String method, String path, String contentType, String body) {
		return send(request(path).header("Content-Type", contentType)
			.header("X-STOCKTAKE-CSRF", this.cookies.getOrDefault("STOCKTAKE-CSRF", ""))
			.header("X-XSRF-TOKEN", this.cookies.getOrDefault("XSRF-TOKEN", ""))
			.method(method, HttpRequest.BodyPublishers.ofString(body)));
	}

	/**
	 * Calls one of our endpoints as a form does.
	 * @param method such as {@code PUT}
	 * @param path the address
	 * @param json what is sent; empty for nothing
	 * @return the answer
	 */
	public HttpResponse<String> api(String method, String path, String json) {
		HttpRequest.BodyPublisher body = json.isEmpty() ? HttpRequest.BodyPublishers.noBody()
				: HttpRequest.BodyPublishers.ofString(json);
		return send(request(path).header("Content-Type", "application/json")
			.header("Accept", "application/json")
			.header("X-STOCKTAKE-CSRF", this.cookies.getOrDefault("STOCKTAKE-CSRF", ""))
			.method(method, body));
	}

	/**
	 * Calls the engine as Tasklist does, with Camunda's own token.
	 */
	public HttpResponse<String> engine(String method, String path, String json) {
		return camunda(method, ENGINE + path, json);
	}

	public HttpResponse<String> camunda(String method, String path, String json) {
		if (!this.cookies.containsKey("XSRF-TOKEN")) {
			get("/camunda/app/tasklist/default/");
		}
		HttpRequest.BodyPublisher body = json.isEmpty() ? HttpRequest.BodyPublishers.noBody()
				: HttpRequest.BodyPublishers.ofString(json);
		return send(request(path).header("Content-Type", "application/json")
			.header("Accept", "application/json")
			.header("X-XSRF-TOKEN", this.cookies.getOrDefault("XSRF-TOKEN", ""))
			.method(method, body));
	}

	/**
	 * Loads a file.
	 */
	public byte[] bytes(String path) {
		try {
			return this.http.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray()).body();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Sends whatever is given, with the tokens that this session has.
	 */
	public HttpResponse<String> call(String method, String path, String contentType, byte[] body) {
		return call(method, path, contentType, body, Map.of());
	}

	public HttpResponse<String> call(String method, String path, String contentType, byte[] body,
			Map<String, String> headers) {
		HttpRequest.Builder request = request(path)
			.header("Accept", path.contains("/api/") ? "application/json" : "text/html,*/*")
			.header("X-STOCKTAKE-CSRF", this.cookies.getOrDefault("STOCKTAKE-CSRF", ""))
			.header("X-XSRF-TOKEN", this.cookies.getOrDefault("XSRF-TOKEN", ""));
		headers.forEach(request::header);
		if (body.length > 0) {
			request.header("Content-Type", contentType);
		}
		return send(request.method(method, (body.length > 0) ? HttpRequest.BodyPublishers.ofByteArray(body)
				: HttpRequest.BodyPublishers.noBody()));
	}

	private HttpRequest.Builder request(String path) {
		HttpRequest.Builder request = HttpRequest.newBuilder(this.root.resolve(path));
		if (!this.address.isEmpty()) {
			request.header("X-Forwarded-For", this.address);
		}
		if (!this.cookies.isEmpty()) {
			request.header("Cookie", cookies());
		}
		return request;
	}

	private HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			HttpResponse<String> response = this.http.send(request.build(), HttpResponse.BodyHandlers.ofString());
			response.headers().allValues("Set-Cookie").forEach(this::keep);
			return response;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private void keep(String header) {
		String[] cookie = header.split(";", 2)[0].split("=", 2);
		if (cookie[1].isEmpty()) {
			this.cookies.remove(cookie[0]);
		}
		else {
			this.cookies.put(cookie[0], cookie[1]);
		}
	}

}
