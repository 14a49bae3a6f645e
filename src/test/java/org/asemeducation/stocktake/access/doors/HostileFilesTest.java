package org.asemeducation.stocktake.access.doors;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Combinators;
import org.asemeducation.stocktake.access.RunningStocktake;
import org.asemeducation.stocktake.access.Visitor;
import org.asemeducation.stocktake.update.files.TestFiles;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Files that are sent to an update in ways no form of ours would, and how they come back.
 */
@RunningStocktake
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileFilesTest {

	private static final String PLACE = "/api/updates/DOORS-C/A01-I02/files";

	private static final String BYTES = "application/octet-stream";

	@Autowired
	private WebApplicationContext context;

	@Autowired
	private JdbcClient jdbc;

	@LocalServerPort
	private int port;

	private Company company;

	private Visitor coordinator;

	@BeforeAll
	void come() {
		this.company = Premises.open(this.context);
		this.coordinator = this.company.as(Role.COORDINATOR);
	}

	@Test
	void aFileComesBackToBeSavedAndNeverAsAPage() {
		// given
		String address = attach("Plan für 2031.pdf", TestFiles.pdf());
		// when
		HttpResponse<String> answer = this.coordinator.get(address);
		// then
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
		assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow()).startsWith("attachment")
			.contains("filename*=UTF-8''Plan%20f%C3%BCr%202031.pdf");
		assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
		assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow()).contains("default-src 'none'");
		assertThat(answer.headers().firstValue("Cache-Control").orElseThrow()).contains("private", "no-cache");
		String tag = answer.headers().firstValue("ETag").orElseThrow();
		assertThat(this.coordinator.get(address, "If-None-Match", tag).statusCode()).isEqualTo(304);
		assertThat(this.company.as(Role.OTHER).get(address, "If-None-Match", tag).statusCode()).isEqualTo(403);
	}

	@Test
	void twentyFiveMegabytesAreRefusedBeforeTheyHaveCome() throws IOException {
		// when
		String answer = answerTo(25 << 20, new byte[1000], false);
		// then
		assertThat(answer).startsWith("HTTP/1.1 422").contains("it is larger than 20 MB");
		assertNothingLeft();
	}

	@Test
	void aBrokenConnectionLeavesNothing() throws IOException {
		// given
		long before = kept();
		// when
		answerTo(500_000, TestFiles.photograph(800, 600, 1), true);
		// then
		assertNothingLeft();
		assertThat(kept()).isEqualTo(before);
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/json", "multipart/form-data; boundary=cut",
			"application/x-www-form-urlencoded", "text/html", "image/png", "nonsense" })
	void onlyBytesAreTaken(String type) {
		// given
		long before = kept();
		// when
		HttpResponse<String> answer = this.coordinator.call("POST", PLACE + "?name=a.png", type, TestFiles.png(5, 5));
		// then
		Proper.answer(type, answer);
		assertThat(answer.statusCode()).isIn(400, 413, 415, 422);
		assertThat(kept()).isEqualTo(before);
	}

	@Test
	void whatNobodyMadeIsAnsweredInWords() {
		// given
		long before = kept();
		byte[] good = TestFiles.photograph(60, 40, 6);
		byte[] docx = TestFiles.docx();
		// when, then
		Fuzz.each(Combinators
			.combine(Hostile.texts(), Arbitraries.integers().between(0, 1_000_000),
					Arbitraries.integers().between(0, 255), Arbitraries.of(good, docx, TestFiles.png(30, 30)))
			.as((name, at, value, file) -> {
				byte[] changed = file.clone();
				changed[at % changed.length] = (byte) value.intValue();
				return new Sent(name, changed);
			}), 150, (sent) -> {
				HttpResponse<String> answer = send(sent.name, sent.content);
				Proper.answer(sent.name, answer);
				assertThat(answer.headers().map()).doesNotContainKey("x-evil");
			});
		assertThat(kept()).isGreaterThanOrEqualTo(before);
	}

	@Test
	void aFileOfAnotherInitiativeIsNotReadThroughOnesOwn() {
		// given
		String mine = attach("plan.docx", TestFiles.docx());
		String through = mine.replace("A01-I02", "A02-I01");
		// when, then
		assertThat(this.coordinator.get(through).statusCode()).isEqualTo(404);
		assertThat(this.coordinator.call("DELETE", through, "", new byte[0]).statusCode()).isEqualTo(404);
		assertThat(this.coordinator.get(mine).statusCode()).isEqualTo(200);
	}

	private String attach(String name, byte[] content) {
		HttpResponse<String> answer = send(name, content);
		assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
		return PLACE + "/" + answer.body().replaceFirst(".*?\"id\":\"(\\d+)\".*", "$1");
	}

	private HttpResponse<String> send(String name, byte[] content) {
		return this.coordinator.call("POST", PLACE + "?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8), BYTES,
				content);
	}

	/** Announces much, sends some, and reads on or goes away. */
	private String answerTo(int announced, byte[] sent, boolean leave) throws IOException {
		try (Socket line = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
			line.setSoTimeout(10_000);
			line.getOutputStream()
				.write("""
						POST %s?name=film.jpg HTTP/1.1
						Host: localhost
						Content-Type: application/octet-stream
						Content-Length: %d
						Cookie: %s
						X-STOCKTAKE-CSRF: %s

						"""
					.formatted(PLACE, announced, this.coordinator.cookies(), this.coordinator.cookie("STOCKTAKE-CSRF"))
					.replace("\n", "\r\n")
					.getBytes(StandardCharsets.ISO_8859_1));
			line.getOutputStream().write(sent);
			line.getOutputStream().flush();
			return leave ? "" : beginningOf(line.getInputStream());
		}
	}

	private static String beginningOf(InputStream answer) throws IOException {
		StringBuilder text = new StringBuilder();
		byte[] buffer = new byte[4096];
		while (text.indexOf("\r\n\r\n") < 0 || text.indexOf("detail") < 0) {
			int read = answer.read(buffer);
			if (read < 0) {
				break;
			}
			text.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
		}
		return text.toString();
	}

	private void assertNothingLeft() {
		Awaitility.await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
			try (Stream<Path> left = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
				assertThat(left).noneMatch((file) -> file.getFileName().toString().startsWith("stocktake-file-"));
			}
		});
	}

	private long kept() {
		return this.jdbc.sql("select count(*) from update_file").query(Long.class).single();
	}

	private record Sent(String name, byte[] content) {
	}

}
