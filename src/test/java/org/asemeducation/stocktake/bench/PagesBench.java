package org.asemeducation.stocktake.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import org.asemeducation.stocktake.access.NewContact;
import org.asemeducation.stocktake.access.NewParty;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.access.Visitor;
import org.asemeducation.stocktake.browser.Chromium;
import org.asemeducation.stocktake.browser.Visit;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.engine.SimulatedClock;
import org.asemeducation.stocktake.report.Reports;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * How long each of the secretariat's pages takes to the last byte of its first data, over
 * HTTP, in cycles of the sizes from {@code -Dbench.sizes=52,50000}; what some take until
 * they are seen in a browser; what files of all initiatives need; and, up to 1,000, how
 * long the report takes that everybody can read. Writes {@code target/bench-pages.md}.
 * With {@code -Dbench.kept=FOLDER} a cycle that an earlier run filled in that folder is
 * measured again.
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

	private static final int MOST_MILLIS_OF_EDITION = 50;

	/** Up to that size a report is published too. */
	private static final int PUBLISHED = 1000;

	private static final Path FILE = Path.of("target/bench-pages.md");

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
	private Reports reports;

	@Autowired
	private SimulatedClock clock;

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
			CycleName cycle = kept(size).orElseGet(() -> gather(size));
			history();
			secretariat.get("/api/cockpit/cycles");
			this.figures.plain("mail plan, worked out anew", size, "ms",
					Stopwatch.millis(() -> secretariat.get("/api/mail-plan/" + cycle)));
			pages(cycle, size).forEach((page, address) -> measure(secretariat, size, page, address));
			desk(cycle, size).forEach((page, address) -> measure(secretariat, size, page, address));
			beforeItAsks(cycle,
					() -> measure(secretariat, size, "who is the contact, before a cycle asks", "/desk/roster"));
			startForms(cycle).forEach((form, address) -> measure(secretariat, size, form, address));
			measure(secretariat, size, "Cockpit, counts on the diagram", "/api/cockpit/steps/" + definition(cycle));
			this.figures.plain("Send the requests: to whom, once that is asked for", size, "ms",
					Stopwatch.millis(() -> secretariat.get("/api/cycles/" + cycle + "/requests")));
			Map.of("held", "what is held", "named", "where they are named")
				.forEach((part, what) -> this.figures.plain("a person, once the page is shown: " + what, size, "ms",
						Stopwatch.millis(() -> secretariat.get("/api/register/people/" + person() + "/" + part))));
			for (String act : List.of("hold", "release", "now")) {
				act(secretariat, size, act, "/api/mail-plan/" + cycle);
			}
			inTheBrowser(size, cycle);
			files(cycle).forEach((file, address) -> file(secretariat, size, file, address));
			this.figures.write(FILE, head());
			if (size <= PUBLISHED) {
				publish(cycle);
				measure(new Visitor(URI.create("http://localhost:" + this.port)), size, "web edition of the report",
						"/reports/" + cycle, MOST_MILLIS_OF_EDITION);
				this.figures.write(FILE, head());
			}
			else if (sizes.size() > 1) {
				this.jdbc.update("update cycle set state = 'closed', closed_at = now() where name = ?", cycle.value());
			}
		}
	}

	private static String head() {
		return "Measured on %s; at most %d MB of heap.\n".formatted(LocalDate.now(ZoneOffset.UTC),
				Runtime.getRuntime().maxMemory() >> 20);
	}

	/** As far as the rows go, its report is for everybody to read. */
	private void publish(CycleName cycle) {
		this.reports.compile(cycle);
		this.jdbc.update("update cycle set state = 'published', closed_at = now() where name = ?", cycle.value());
		this.jdbc.update("""
				insert into sealed_version (cycle, version, state, sealed_at, sealed_by)
				values (?, 1, 'for-ministers', now(), 'bench')""", cycle.value());
		this.jdbc.update("insert into publication (cycle, version, published_at) values (?, 1, now())", cycle.value());
	}

	/** A cycle of that size that an earlier run has filled. */
	private Optional<CycleName> kept(int size) {
		Optional<CycleName> cycle = JdbcClient.create(this.jdbc).sql("""
				select c.name from cycle c where c.state = 'gathering'
				and (select count(*) from cycle_initiative i where i.cycle = c.name) = :size
				""").param("size", size).query(String.class).optional().map(CycleName::new);
		cycle.ifPresent((name) -> this.clock
			.moveTo(this.jdbc.queryForObject("select max(at) + interval '1 minute' from audit", Timestamp.class)
				.toInstant()));
		cycle.filter((name) -> !isReminded(name)).ifPresent((name) -> remind());
		return cycle;
	}

	private boolean isReminded(CycleName cycle) {
		return this.jdbc.queryForObject("select exists (select from claim where cycle = ? and rung < 0)", Boolean.class,
				cycle.value());
	}

	private void remind() {
		this.reminding.rung();
		this.reminding.startMails();
		this.jdbc.execute("analyze");
	}

	/** A cycle that has been reminded once and of which a part has been settled. */
	private CycleName gather(int size) {
		new SyntheticPlan(JdbcClient.create(this.jdbc)).enforce(size);
		CycleName cycle = this.openings.open().cycle();
		this.reminding.nothingDue();
		int settled = Math.min(SUBMISSIONS, size / 2);
		this.submissions.settle(cycle, size, 1, settled, 2);
		remind();
		return cycle;
	}

	/** The plan has come into force by being loaded. */
	private void history() {
		this.jdbc
			.update("""
					with loaded as (
					    insert into plan_change (act, from_day, reason, decided_by, means, entered_at, entered_by, in_force_at)
					    select 'load', current_date - 1000, 'For the bench', 'secretariat', 'All of it', now(), 'bench', now()
					    where exists (select from initiative i where i.in_force
					        and not exists (select from plan_row r where r.initiative = i.id))
					    returning id, from_day)
					insert into plan_row (initiative, change, from_day, standing, action, position, title, details, is_new,
					    parties, milestones, outcomes, links)
					select i.id, l.id, l.from_day, 'in-force', i.action, i.position, i.title, '{}', i.is_new,
					    (select coalesce(jsonb_agg(jsonb_build_object('name', p.name, 'kind', p.kind, 'role', k.role) order by k.position), '[]')
					     from coordination k join party p on p.id = k.party where k.initiative = i.id),
					    '{Meet once a year and tell what came of it}', '{Three meetings, and a network that lasts}', '{}'
					from loaded l, initiative i where i.in_force
					and not exists (select from plan_row r where r.initiative = i.id)""");
		this.jdbc.execute("analyze plan_row");
	}

	private static Map<String, String> pages(CycleName cycle, int size) {
		Map<String, String> pages = new LinkedHashMap<>();
		String cockpit = "/api/cockpit/cycles/" + cycle;
		pages.put("Cockpit, cycle first seen", cockpit);
		pages.put("Cockpit, page Cycle", cockpit + "/outlook");
		pages.put("Cockpit, page Cycle, what matters", cockpit + "/concerns");
		pages.put("Cockpit, page Cycle, who stands where", cockpit + "/parts");
		for (String column : List.of("initiative", "party", "state", "due", "step")) {
			pages.put("Cockpit, initiatives by " + column, cockpit + "/initiatives?sort=" + column);
		}
		pages.put("Cockpit, the latest step first", cockpit + "/initiatives?sort=step&order=descending");
		pages.put("Cockpit, initiatives of a state", cockpit + "/initiatives?state=requested");
		pages.put("Cockpit, initiatives of a state by party", cockpit + "/initiatives?state=requested&sort=party");
		pages.put("Cockpit, overdue initiatives", cockpit + "/initiatives?overdue=true");
		pages.put("Cockpit, initiatives searched", cockpit + "/initiatives?search=number%2042");
		pages.put("Cockpit, the last page of initiatives", cockpit + "/initiatives?page=" + (size + 99) / 100);
		pages.put("Cockpit, initiatives past the last page", cockpit + "/initiatives?page=100000");
		pages.put("Cockpit, history of an initiative", "/api/cockpit/initiatives/S000001");
		pages.put("state of play", "/state-of-play?cycle=" + cycle);
		pages.put("mail plan", "/api/mail-plan/" + cycle);
		pages.put("mail plan, searched", "/api/mail-plan/" + cycle + "?search=Person%2042");
		pages.put("mail ledger", "/desk/mails?cycle=" + cycle);
		pages.put("register", "/desk/register");
		pages.put("people", "/desk/register/people");
		pages.put("list for information", "/desk/register/information");
		pages.put("contacts", "/desk/contacts");
		pages.put("contacts, searched", "/desk/contacts?search=Person%2042");
		pages.put("register, searched", "/desk/register?search=party%2042");
		pages.put("reviews", "/desk/reviews?cycle=" + cycle);
		pages.put("plan", "/desk/plan");
		pages.put("changes of the plan", "/desk/plan/changes");
		pages.put("history of the plan", "/desk/plan/history");
		pages.put("an initiative's changes", "/desk/plan/changes?initiative=S000042");
		pages.put("plan, searched", "/desk/plan?search=number%2042");
		pages.put("proposals", "/desk/proposals");
		pages.put("contributions", "/desk/open-contributions");
		pages.put("completed drafts", "/desk/completions");
		pages.put("meetings", "/desk/meetings");
		pages.put("calendar", "/desk/calendar");
		pages.put("first page", "/");
		return pages;
	}

	/** What the secretariat opens less often. */
	private Map<String, String> desk(CycleName cycle, int size) {
		Map<String, String> pages = new LinkedHashMap<>();
		for (String page : List.of("questions", "wordings", "superiors", "templates", "templates/reminder-before",
				"closed-dates", "reviewing-body", "institutions", "conclusions", "contributions", "paper", "handover",
				"plan-proposals", "proposals/invitations")) {
			pages.put("desk, " + page, "/desk/" + page);
		}
		pages.put("a party",
				"/desk/register/parties/" + this.jdbc.queryForObject(
						"select party from coordination where initiative = 'S000042' order by position limit 1",
						Long.class));
		pages.put("a person", "/desk/register/people/" + person());
		pages.put("history of the plan, at an action", "/desk/plan/history?action=1");
		if (size <= PUBLISHED) { // they put the whole report together
			for (String page : List.of("missing", "paragraphs", "chapters", "commissions", "template")) {
				pages.put("report, " + page, "/reports/" + cycle + "/" + page);
			}
		}
		pages.put("an update, before it is submitted", "/api/updates/%s/S%06d".formatted(cycle, size));
		return pages;
	}

	private long person() {
		return this.jdbc.queryForObject("""
				select r.contact from contact_role r join coordination c on c.party = r.party
				where c.initiative = 'S000042' order by r.contact limit 1""", Long.class);
	}

	/** The cycle as it was before its requests went out. */
	private void beforeItAsks(CycleName cycle, Runnable measured) {
		this.jdbc.update("update cycle set state = 'opened' where name = ?", cycle.value());
		measured.run();
		this.jdbc.update("update cycle set state = 'gathering' where name = ?", cycle.value());
	}

	/** What the start forms ask for before they show themselves. */
	private static Map<String, String> startForms(CycleName cycle) {
		Map<String, String> forms = new LinkedHashMap<>();
		forms.put("Open a reporting cycle", "/api/cycles/proposal?som2=2031-01-01");
		forms.put("Move a date", "/api/cycles");
		forms.put("Move a date, in a cycle", "/api/cycles/" + cycle);
		forms.put("Help a coordinator", "/api/help");
		forms.put("Help a coordinator, in a cycle", "/api/help/" + cycle + "/people?initiative=S000001");
		forms.put("Change the plan", "/api/plan/changes");
		forms.put("Change the register", "/api/register-entry");
		forms.put("Settings, ladder", "/api/settings/" + cycle + "/ladder");
		forms.put("Close a cycle", "/api/closings");
		forms.put("Send the requests: who submits", "/api/cycles/" + cycle + "/leads");
		return forms;
	}

	/** From the click on what is done about a mail to come until the plan shows it. */
	private void act(Visitor secretariat, int size, String act, String plan) throws IOException {
		await().atMost(Duration.ofMinutes(1)).until(() -> !read(secretariat, plan).path("renewed").asBoolean());
		boolean held = act.equals("release");
		int mails = held ? 0 : read(secretariat, plan).path("found").asInt();
		JsonNode mail = read(secretariat, plan + "?show=%s&page=%d".formatted(held ? "held" : "coming", 1 + mails / 50))
			.path("mails")
			.path(0);
		assertThat(mail.hasNonNull("at") && !mail.hasNonNull("mail")).as("it is not queued yet").isTrue();
		String json = "{\"at\": %s, \"reason\": \"Wait\"}".formatted(mail.path("at"));
		this.figures.plain("mail plan, the act: " + act, size, "ms",
				Stopwatch.millis(() -> assertThat(
						secretariat.api("POST", plan + "/" + mail.path("contact") + "/" + act, json).statusCode())
					.isLessThan(300)));
		this.figures.plain("mail plan, until it shows the act: " + act, size, "ms",
				Stopwatch.millis(() -> secretariat.get(plan)));
	}

	private static JsonNode read(Visitor secretariat, String address) throws IOException {
		return new ObjectMapper().readTree(secretariat.get(address).body());
	}

	private static Map<String, String> files(CycleName cycle) {
		Map<String, String> files = new LinkedHashMap<>();
		files.put("initiatives as CSV", "/api/cockpit/cycles/" + cycle + "/initiatives.csv?sort=party");
		files.put("initiatives as XLSX", "/api/cockpit/cycles/" + cycle + "/initiatives.xlsx?sort=step");
		files.put("state of play as XLSX", "/state-of-play/" + cycle + ".xlsx");
		files.put("state of play as PDF", "/state-of-play/" + cycle + ".pdf");
		return files;
	}

	private void file(Visitor secretariat, int size, String file, String address) {
		Heap.begin();
		double seconds = Stopwatch.millis(() -> assertThat(secretariat.get(address).statusCode()).isEqualTo(200))
				/ 1000;
		this.figures.plain(file, size, "s", seconds);
		this.figures.plain(file + ", the most heap in use meanwhile, with the reader's", size, "MB",
				Heap.mostMegabytes());
	}

	private String definition(CycleName cycle) {
		return this.jdbc.queryForObject("""
				select max(proc_def_id_) from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_
				where d.key_ = 'update' and e.business_key_ like ? || '/%'""", String.class, cycle.value());
	}

	/**
	 * From the click to the first data that somebody sees, where a browser is installed.
	 */
	private void inTheBrowser(int size, CycleName cycle) {
		Chromium.installed().ifPresent((program) -> {
			Chromium chromium = new Chromium(program);
			try {
				Visit visit = chromium.visit(this.port);
				Page page = visit.page();
				page.navigate("/login");
				page.getByLabel("E-mail address").fill(ADMIN);
				page.getByLabel("Password").fill(PASSWORD);
				visit.button("Sign in").click();
				page.waitForURL((url) -> !url.contains("/login"));
				page.navigate("/camunda/app/cockpit/default/#/dashboard");
				page.locator(".st-initiatives tbody tr").first().waitFor();
				seen(size, page, "dashboard, sorted by party", "#/dashboard?cycle=%s&sort=party".formatted(cycle),
						".st-column-party[aria-sort=ascending]");
				seen(size, page, "page Cycle", "#/cycle?cycle=" + cycle, ".st-plan .st-wide tbody tr");
				seen(size, page, "mail plan", "#/mail-plan?cycle=" + cycle, "section[aria-label='Mail plan'] tbody tr");
				seen(size, page, "diagram with counts", "#/process-definition/%s/runtime".formatted(definition(cycle)),
						".st-step");
				for (String desk : List.of("/desk/contacts", "/desk/register", "/desk/plan", "/desk/mails")) {
					this.figures.plain("in the browser, " + desk, size, "ms", Stopwatch.millis(() -> {
						page.navigate(desk);
						page.locator("tbody tr").first().waitFor();
					}));
				}
			}
			finally {
				chromium.close();
			}
		});
	}

	private void seen(int size, Page page, String what, String hash, String first) {
		this.figures.plain("in the browser, " + what, size, "ms", Stopwatch.millis(() -> {
			page.evaluate("(hash) => { location.hash = hash; }", hash);
			page.locator(first).first().waitFor();
		}));
		page.screenshot(new Page.ScreenshotOptions()
			.setPath(Path.of("target", "screenshots", "bench-%s.png".formatted(what.replaceAll("\\W+", "-")))));
	}

	private void measure(Visitor secretariat, int size, String page, String address) {
		measure(secretariat, size, page, address, MOST_MILLIS);
	}

	private void measure(Visitor visitor, int size, String page, String address, int most) {
		Stopwatch watch = new Stopwatch();
		long[] length = new long[1];
		for (int opening = 0; opening < OPENINGS; opening++) {
			watch.time(() -> {
				HttpResponse<String> answer = visitor.get(address);
				assertThat(answer.statusCode()).as(address).isEqualTo(200);
				length[0] = answer.body().length();
			});
		}
		this.figures.atMost("%s (%,d kB)".formatted(page, length[0] >> 10), size, "ms", watch.median(), null, most);
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
