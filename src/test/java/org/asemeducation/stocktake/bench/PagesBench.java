package org.asemeducation.stocktake.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.asemeducation.stocktake.access.NewContact;
import org.asemeducation.stocktake.access.NewParty;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.access.Visitor;
import org.asemeducation.stocktake.cycle.CycleName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How long each of the secretariat's pages takes to the last byte of its first data, over
 * HTTP, in cycles of the sizes from {@code -Dbench.sizes=52,50000}. Writes
 * {@code target/bench-pages.md}.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "camunda.bpm.process-engine-name=bench-pages", "camunda.bpm.job-execution.enabled=false",
				"stocktake.plan=src/test/resources/process/plan.yaml", "stocktake.demo.enabled=false",
				"stocktake.admin.email=" + PagesBench.ADMIN, "stocktake.admin.password=" + PagesBench.PASSWORD,
				"stocktake.secure-cookies=false", "stocktake.public-url=http://localhost", "spring.mail.host=127.0.0.1",
				"spring.mail.port=9", "stocktake.mail.from=AES <aes@bench.example>",
				"stocktake.mail.reply-to=aes@bench.example" })
@Import({ BenchConfiguration.class, Openings.class, Submissions.class, Reminding.class })
class PagesBench {

	static final String ADMIN = "admin@example.org";

	static final String PASSWORD = "For the bench, 2029!";

	private static final int MOST_MILLIS = 200;

	private static final int SUBMISSIONS = 500;

	private static final int OPENINGS = 9;

	private final Figures figures = new Figures();

	@LocalServerPort
	private int port;

	@Autowired
	private Openings openings;

	@Autowired
	private Submissions submissions;

	@Autowired
	private Reminding reminding;

	@Autowired
	private Register register;

	@Autowired
	private JdbcTemplate jdbc;

	@Test
	void figures() throws IOException {
		List<Integer> sizes = Arrays.stream(System.getProperty("bench.sizes", "52,1000,10000,50000").split(","))
			.map(Integer::valueOf)
			.toList();
		staff();
		Visitor secretariat = new Visitor(URI.create("http://localhost:" + this.port));
		secretariat.signIn(ADMIN, PASSWORD);
		for (int size : sizes) {
			CycleName cycle = gather(size);
			pages(cycle).forEach((page, address) -> measure(secretariat, size, page, address));
			this.figures.write(Path.of("target/bench-pages.md"), "Measured on %s; at most %d MB of heap.\n"
				.formatted(LocalDate.now(ZoneOffset.UTC), Runtime.getRuntime().maxMemory() >> 20));
			this.jdbc.update("update cycle set state = 'closed', closed_at = now() where name = ?", cycle.value());
		}
	}

	/** A cycle that has been reminded once and of which a part has been settled. */
	private CycleName gather(int size) {
		new SyntheticPlan(JdbcClient.create(this.jdbc)).enforce(size);
		CycleName cycle = this.openings.open().cycle();
		this.reminding.rung();
		this.reminding.startMails();
		int settled = Math.min(SUBMISSIONS, size / 2);
		this.submissions.settle(cycle, size, 1, settled, 2);
		this.jdbc.execute("analyze");
		return cycle;
	}

	private static Map<String, String> pages(CycleName cycle) {
		Map<String, String> pages = new LinkedHashMap<>();
		String cockpit = "/api/cockpit/cycles/" + cycle;
		pages.put("Cockpit, cycle first seen", cockpit);
		pages.put("Cockpit, page Cycle", cockpit + "/outlook");
		pages.put("Cockpit, page Cycle, what matters", cockpit + "/concerns");
		pages.put("Cockpit, page Cycle, who stands where", cockpit + "/parts");
		for (String column : List.of("initiative", "party", "state", "due", "step")) {
			pages.put("Cockpit, initiatives by " + column, cockpit + "/initiatives?sort=" + column);
		}
		pages.put("Cockpit, initiatives searched", cockpit + "/initiatives?search=number%2042");
		pages.put("Cockpit, history of an initiative", "/api/cockpit/initiatives/S000001");
		pages.put("state of play", "/state-of-play?cycle=" + cycle);
		pages.put("mail plan", "/api/mail-plan/" + cycle);
		pages.put("mail ledger", "/desk/mails?cycle=" + cycle);
		pages.put("register", "/desk/register");
		pages.put("people", "/desk/register/people");
		pages.put("list for information", "/desk/register/information");
		pages.put("contacts", "/desk/contacts?cycle=" + cycle);
		pages.put("reviews", "/desk/reviews?cycle=" + cycle);
		pages.put("plan", "/desk/plan");
		pages.put("changes of the plan", "/desk/plan/changes");
		pages.put("history of the plan", "/desk/plan/history");
		pages.put("calendar", "/desk/calendar");
		pages.put("first page", "/");
		return pages;
	}

	private void measure(Visitor secretariat, int size, String page, String address) {
		Stopwatch watch = new Stopwatch();
		long[] length = new long[1];
		for (int opening = 0; opening < OPENINGS; opening++) {
			watch.time(() -> {
				HttpResponse<String> answer = secretariat.get(address);
				assertThat(answer.statusCode()).as(address).isEqualTo(200);
				length[0] = answer.body().length();
			});
		}
		this.figures.atMost("%s (%,d kB)".formatted(page, length[0] >> 10), size, "ms", watch.median(), null,
				MOST_MILLIS);
	}

	private void staff() {
		add(new NewParty("ASEM Education Secretariat", "AES", "secretariat"), "aes", "secretariat");
		add(new NewParty("Standing Working Group", "SWG", "working-body"), "reviewer", "reviewer");
	}

	private void add(NewParty party, String name, String role) {
		this.register.addContact(
				new NewContact(this.register.register(party).id(), name, name + "@bench.example", "en", null, role));
	}

}
