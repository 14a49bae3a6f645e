package org.asemeducation.stocktake.access.doors;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.asemeducation.stocktake.access.RunningStocktake;
import org.asemeducation.stocktake.access.Visitor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Addresses, parameters, headers and cookies that no browser of ours would send: each is
 * answered, and none with a failure.
 */
@RunningStocktake
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileRequestsTest {

	private static final List<String> PARAMETERS = List.of("search", "sort", "order", "page", "size", "state",
			"overdue", "som2", "version", "failed", "lang", "nameLike", "sortBy", "sortOrder", "firstResult",
			"maxResults", "processDefinitionKey", "candidateGroup", "dueBefore", "taskVariables", "unknown");

	@Autowired
	private WebApplicationContext context;

	@Autowired
	private JdbcClient jdbc;

	@LocalServerPort
	private int port;

	private Company company;

	private Things things;

	@BeforeAll
	void come() {
		this.company = Premises.open(this.context);
		this.things = new Things(this.jdbc);
	}

	@ParameterizedTest
	@EnumSource(names = { "ANONYMOUS", "COORDINATOR", "AES" })
	void anyParameterOfAnyPageIsAnswered(Role role) {
		// given
		List<Door> pages = PageDoors.of(this.context).stream().filter((door) -> door.method().equals("GET")).toList();
		assertThat(pages).hasSizeGreaterThan(40);
		Fingerprint tables = new Fingerprint(this.jdbc);

		// when, then
		Fuzz.each(Combinators.combine(Arbitraries.of(pages), parameters()).as(Asked::new), 200, (asked) -> {
			String path = this.things.in(Names.inTable(asked.door().path())) + "?" + asked.query();
			Proper.answer(path, this.company.as(role).call("GET", path, "", new byte[0]));
		});
		assertThat(tables.changed()).isEmpty();
	}

	@Test
	void anyNameInAnAddressIsAnswered() {
		// given
		List<Door> pages = PageDoors.of(this.context)
			.stream()
			.filter((door) -> door.method().equals("GET") && door.path().contains("{"))
			.toList();
		assertThat(pages).hasSizeGreaterThan(20);

		// when, then
		Fuzz.each(Combinators.combine(Arbitraries.of(pages), Hostile.texts()).as(Asked::new), 200, (asked) -> {
			String name = asked.query().substring(0, Math.min(100, asked.query().length()));
			String path = asked.door().path().replaceAll("\\{\\w+}", encoded(name.isEmpty() ? " " : name));
			Proper.answer(path, this.company.as(Role.AES).call("GET", path, "", new byte[0]));
		});
	}

	@ParameterizedTest
	@EnumSource(names = { "COORDINATOR", "AES" })
	void anyQueryToTheEngineIsAnswered(Role role) {
		// given
		Arbitrary<String> doors = Arbitraries.of("/task", "/task/count", "/filter", "/user", "/group",
				"/process-definition", "/history/task", "/identity/groups", "/authorization/check", "/job",
				"/incident");

		// when, then
		Fuzz.each(Combinators.combine(doors, parameters()).as((path, query) -> path + "?" + query), 120, (path) -> {
			HttpResponse<String> answer = this.company.as(role)
				.call("GET", "/camunda/api/engine/engine/default" + path, "", new byte[0]);
			Proper.answer(path, answer);
		});
		Fuzz.each(Shapes.object(Arbitraries.of(PARAMETERS)), 60, (query) -> {
			HttpResponse<String> answer = this.company.as(role)
				.call("POST", "/camunda/api/engine/engine/default/task", "application/json",
						Shapes.written(query).getBytes(StandardCharsets.UTF_8));
			Proper.answer(query.toString(), answer);
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "/process-definition?maxResults=-1", "/task?firstResult=-1",
			"/job?firstResult=0&maxResults=-48782" })
	void noPartOfAListBeginsBeforeIt(String path) {
		HttpResponse<String> answer = this.company.as(Role.AES)
			.call("GET", "/camunda/api/engine/engine/default" + path, "", new byte[0]);

		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(answer.body()).contains("ask for 0 or more.");
	}

	@ParameterizedTest
	@CsvSource({ "PATCH, /", "TRACE, /", "PROPFIND, /", "DELETE, /api/me", "PUT, /login", "OPTIONS, /api/me",
			"HEAD, /api/me", "POST, /reports", "POST, /stocktake/stocktake.css", "BREW, /api/cycles",
			"DELETE, /desk/contacts", "GET, /api/cycles/preview" })
	void wrongMethodsAreRefused(String method, String path) {
		HttpResponse<String> answer = this.company.as(Role.AES).call(method, path, "", new byte[0]);

		Proper.answer(method + path, answer);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			application/xml                              | <a/>
			text/plain                                   | hello
			application/x-www-form-urlencoded            | version=1&content=2
			application/x-www-form-urlencoded            | a=%zz&%00=%00&=&&b
			multipart/form-data                          | no boundary
			multipart/form-data; boundary=cut            | --cut
			application/json; charset=utf-16             | {}
			application/json; charset=none               | {}
			application/x-java-serialized-object         | rO0ABXA=
			application/yaml                             | !!ScriptEngineManager []
			nonsense                                     | {}
			*/*                                          | {}
			application/json                             | {
			application/json                             | null
			application/json                             | []
			application/json                             | {"version":1,"version":2}
			""")
	void unknownContentIsRefused(String type, String body) {
		for (String path : List.of("/api/updates/DOORS-F/A01-I02/draft", "/api/cycles/preview", "/desk/contacts",
				"/desk/plan", "/desk/contributions", "/login", "/camunda/api/engine/engine/default/task")) {
			HttpResponse<String> answer = this.company.as(Role.AES)
				.call(path.endsWith("draft") ? "PUT" : "POST", path, type, body.getBytes(StandardCharsets.UTF_8));

			Proper.answer("%s to %s".formatted(type, path), answer);
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Cookie          | JSESSIONID=../../etc/passwd
			Cookie          | JSESSIONID=; STOCKTAKE-CSRF=; =; ;;;
			Cookie          | STOCKTAKE-CSRF="unclosed; JSESSIONID=%00
			Cookie          | SESSION=bm90IGEgc2Vzc2lvbg==
			Accept          | nonsense
			Accept          | application/xml
			Accept          | ;;;,,,
			Accept-Language | ../../../x
			Range           | bytes=-1--1
			If-None-Match   | "unclosed
			If-Modified-Since | yesterday
			Forwarded       | for=;host=<script>;proto=javascript
			X-Forwarded-Host | evil.example/<script>
			X-Forwarded-Port | 99999999
			X-Forwarded-Proto | javascript
			Transfer-Encoding | nonsense
			Content-Length  | -1
			Host            | <script>
			Origin          | null
			Expect          | nonsense
			""")
	void brokenHeadersAreAnswered(String name, String value) throws IOException {
		for (String path : List.of("/", "/login", "/reports", "/api/me", "/stocktake/stocktake.css",
				"/camunda/app/tasklist/default/")) {
			String host = name.equals("Host") ? "" : "Host: localhost\r\n";
			String answer = raw(
					"GET %s HTTP/1.1\r\n%s%s: %s\r\nConnection: close\r\n\r\n".formatted(path, host, name, value));

			assertThat(answer).as("%s at %s", name, path).matches("(?s)HTTP/1\\.1 [234]\\d\\d.*|HTTP/1\\.1 501.*");
			assertThat(answer).doesNotContain("<script>", "Exception", "\tat ", "Apache Tomcat");
		}
	}

	@ParameterizedTest
	@CsvSource({ "/%00", "/..%2f..%2fetc/passwd", "/stocktake/..%2f..%2fapplication.yaml", "/stocktake/%2e%2e/x",
			"//evil.example/", "/;jsessionid=1", "/api;x=y/me", "/%zz", "/\\evil", "/reports/..;/desk/contacts",
			"/stocktake/../../WEB-INF/web.xml", "/i/%E2%80%AE/x", "/%F0%9F%98%80", "/%C0%AE%C0%AE/",
			"/error?status=200", "/camunda/app/tasklist/..%5c..%5c", "/camunda/app/tasklist/none/",
			"/camunda/app/none/default/" })
	void crookedAddressesAreAnswered(String path) throws IOException {
		String answer = raw("GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".formatted(path));

		assertThat(answer).matches("(?s)HTTP/1\\.1 [34]\\d\\d.*");
		assertThat(answer).doesNotContain("Exception", "\tat ", "Apache Tomcat", "root:");
		assertThat(answer).doesNotContainPattern("Location: (https?:)?//evil");
	}

	@Test
	void whatIsTooLongIsRefused() throws IOException {
		String address = raw(
				"GET /%s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".formatted("x".repeat(20_000)));
		String header = raw("GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: %s\r\nConnection: close\r\n\r\n"
			.formatted("x".repeat(20_000)));
		String many = raw("GET / HTTP/1.1\r\nHost: localhost\r\n%sConnection: close\r\n\r\n"
			.formatted("X-Many: 1\r\n".repeat(500)));
		String query = raw("GET /reports?%s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
			.formatted("a=1&".repeat(1500)));

		for (String answer : List.of(address, header, many)) {
			assertThat(answer).startsWith("HTTP/1.1 4").doesNotContain("Exception", "\tat ", "Apache Tomcat");
		}
		assertThat(query).matches("(?s)HTTP/1\\.1 [24]\\d\\d.*");
	}

	private static Arbitrary<String> parameters() {
		Arbitrary<String> value = Arbitraries.oneOf(Hostile.texts(), Arbitraries.integers().map(String::valueOf),
				Arbitraries.of("asc", "descending", "due", "initiative", "returned", "2026-02-30", "true", "-1", "0",
						"9223372036854775808", "1e3"));
		return Combinators.combine(Arbitraries.of(PARAMETERS), value)
			.as((name, text) -> name + "=" + encoded(text.substring(0, Math.min(300, text.length()))))
			.list()
			.ofMinSize(1)
			.ofMaxSize(3)
			.map((all) -> String.join("&", all));
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
	}

	/** As it stands, which no HTTP client would send. */
	private String raw(String request) throws IOException {
		try (Socket socket = new Socket("localhost", this.port)) {
			socket.setSoTimeout(10_000);
			OutputStream out = socket.getOutputStream();
			out.write(request.getBytes(StandardCharsets.ISO_8859_1));
			out.flush();
			InputStream in = socket.getInputStream();
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (SocketException ex) {
			return "HTTP/1.1 400 closed";
		}
	}

	private record Asked(Door door, String query) {
	}

}
