package org.asemeducation.stocktake.access.doors;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Combinators;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.access.RunningStocktake;
import org.asemeducation.stocktake.access.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Files that are not what they should be: each is refused with its reason, and nothing of
 * it is loaded.
 */
@RunningStocktake
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileUploadsTest {

	private static final String HEADER = "party,name,e-mail,language,zone,role\n";

	@Autowired
	private WebApplicationContext context;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Register register;

	private Visitor desk;

	@BeforeAll
	void come() {
		this.desk = Premises.open(this.context).as(Role.AES);
	}

	/** Whom others would find in the register. */
	@AfterAll
	void removeWhoWasTaken() {
		this.register.contacts()
			.stream()
			.filter((contact) -> contact.email().endsWith("@hostile.example"))
			.forEach((contact) -> this.register.remove(contact.id()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/desk/contacts", "/desk/plan", "/reports/DOORS-C/template" })
	void noFileThatIsNotWhatItShouldBeIsLoaded(String page) throws IOException {
		Fingerprint tables = new Fingerprint(this.jdbc);
		for (Map.Entry<String, byte[]> file : files().entrySet()) {
			HttpResponse<String> answer = upload(page, file.getKey(), file.getValue());

			Proper.answer("%s to %s".formatted(file.getKey(), page), answer);
			assertThat(answer.statusCode()).as(file.getKey()).isIn(400, 413, 422);
			assertThat(answer.body()).as(file.getKey()).doesNotContain("<script>alert");
			assertThat(tables.changed()).as(file.getKey()).isEmpty();
		}
	}

	@Test
	void aRowIsTakenAsItIsOrRefusedWithItsLine() {
		Fingerprint tables = new Fingerprint(this.jdbc);
		Fuzz.each(Combinators.combine(Hostile.texts(), Hostile.texts(), Arbitraries.integers().between(1, 1_000_000))
			.as((name, cell, number) -> "ASEF,%s,person%d@hostile.example,%s,,coordinator".formatted(quoted(name),
					number, (number % 3 == 0) ? quoted(cell) : "en")),
				40, (row) -> {
					HttpResponse<String> answer = upload("/desk/contacts", "contacts.csv",
							(HEADER + row + "\n").getBytes(StandardCharsets.UTF_8));
					Proper.answer(row, answer);
					Set<String> changed = tables.changed();
					if (answer.statusCode() >= 400) {
						assertThat(changed).isEmpty();
					}
					else {
						assertThat(this.desk.get("/desk/contacts").body()).doesNotContain("<script>alert",
								"<img src=x");
					}
				});
	}

	@ParameterizedTest
	@ValueSource(strings = { "../../../etc/passwd", "C:\\\\x\\\\plan.yaml", "<script>alert(1)</script>.yaml",
			"\u202Elmay.nalp", "plan\u0000.yaml", "", ".", "\uD83D\uDE00.yaml", "a\\r\\nX-Evil: 1" })
	void aFileNameIsOnlyAName(String name) {
		HttpResponse<String> answer = upload("/desk/plan", name, "document: {}".getBytes(StandardCharsets.UTF_8));

		Proper.answer(name, answer);
		assertThat(answer.body()).doesNotContain("<script>alert", "etc/", "C:");
		assertThat(answer.headers().map()).doesNotContainKey("x-evil");
	}

	@Test
	void fiftyMegabytesAreRefusedInWords() {
		HttpResponse<String> answer = upload("/desk/contacts", "contacts.csv", new byte[50 << 20]);

		assertThat(answer.statusCode()).isEqualTo(413);
		assertThat(answer.body()).contains("larger than anything that is taken here");
	}

	@ParameterizedTest
	@ValueSource(strings = { "--cut", "--cut\r\n", "--cut\r\n\r\n", "--cut--", "--other\r\nx\r\n--other--",
			"--cut\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nno end",
			"--cut\r\nContent-Disposition: form-data; name=\"none\"\r\n\r\nx\r\n--cut--\r\n",
			"--cut\r\nContent-Disposition: nonsense\r\n\r\nx\r\n--cut--\r\n" })
	void partsThatAreNoneAreRefused(String body) {
		for (String page : new String[] { "/desk/contacts", "/desk/plan" }) {
			HttpResponse<String> answer = this.desk.call("POST", page, "multipart/form-data; boundary=cut",
					body.getBytes(StandardCharsets.UTF_8));

			Proper.answer(page, answer);
			assertThat(answer.statusCode()).isIn(400, 422);
		}
	}

	private static Map<String, byte[]> files() throws IOException {
		Random random = new Random(7);
		byte[] noise = new byte[20_000];
		random.nextBytes(noise);
		Map<String, byte[]> files = new LinkedHashMap<>();
		files.put("nothing", new byte[0]);
		files.put("noise", noise);
		files.put("zeros", new byte[10_000]);
		files.put("an archive", archive());
		files.put("UTF-16", encoded("ASEF,Ann,ann@utf16.example,en,,coordinator", StandardCharsets.UTF_16));
		files.put("Latin 1", encoded("ASEF,Zo\u00EB,zoe@latin.example,en,,coordinator", StandardCharsets.ISO_8859_1));
		files.put("a null character",
				encoded("ASEF,An\u0000n,ann@null.example,en,,coordinator", StandardCharsets.UTF_8));
		files.put("half a character", new byte[] { (byte) 0xED, (byte) 0xA0, (byte) 0x80 });
		files.put("an open quote", encoded("ASEF,\"Ann,ann@quote.example,en,,coordinator", StandardCharsets.UTF_8));
		files.put("many columns", ("party," + "x,".repeat(50_000) + "\n").getBytes(StandardCharsets.UTF_8));
		files.put("the same column twice", "party,party,name\na,b,c\n".getBytes(StandardCharsets.UTF_8));
		files.put("one good row and one bad", encoded("""
				ASEF,Ann,ann@good.example,en,,coordinator
				ASEF,<script>alert(1)</script>,not an address,en,,coordinator""", StandardCharsets.UTF_8));
		files.put("a long line", encoded("ASEF," + "x".repeat(500_000) + ",,,,", StandardCharsets.UTF_8));
		files.put("an unknown party",
				encoded("<script>alert(1)</script>,A,a@b.example,en,,coordinator", StandardCharsets.UTF_8));
		files.put("a bomb of aliases", bomb());
		files.put("a class to load", "!!ScriptEngineManager []".getBytes(StandardCharsets.UTF_8));
		return files;
	}

	private static byte[] encoded(String row, Charset charset) {
		return (HEADER + row + "\n").getBytes(charset);
	}

	private static byte[] bomb() {
		StringBuilder yaml = new StringBuilder("a: &a [x,x,x,x,x,x,x,x,x]\n");
		for (char name = 'b'; name < 'l'; name++) {
			yaml.append("%1$s: &%1$s [%2$s]\n".formatted(name, ("*" + (char) (name - 1) + ",").repeat(9)));
		}
		return yaml.toString().getBytes(StandardCharsets.UTF_8);
	}

	private static byte[] archive() throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			zip.putNextEntry(new ZipEntry("../../contacts.csv"));
			zip.write(new byte[1_000_000]);
		}
		return bytes.toByteArray();
	}

	private static String quoted(String cell) {
		return "\"" + cell.replace("\"", "\"\"") + "\"";
	}

	private HttpResponse<String> upload(String page, String name, byte[] content) {
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		body.writeBytes(
				"--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n".formatted(name)
					.getBytes(StandardCharsets.UTF_8));
		body.writeBytes(content);
		body.writeBytes("\r\n--cut--\r\n".getBytes(StandardCharsets.UTF_8));
		return this.desk.call("POST", page, "multipart/form-data; boundary=cut", body.toByteArray());
	}

}
