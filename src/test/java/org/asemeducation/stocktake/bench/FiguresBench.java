package org.asemeducation.stocktake.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.asemeducation.stocktake.access.NewContact;
import org.asemeducation.stocktake.access.NewParty;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.cockpit.Board;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.engine.EmbeddedDatabase;
import org.asemeducation.stocktake.engine.NextRelease;
import org.asemeducation.stocktake.notification.FirstPlanPage;
import org.asemeducation.stocktake.notification.transport.Sink;
import org.asemeducation.stocktake.report.Reports;
import org.asemeducation.stocktake.report.docx.DocxReport;
import org.asemeducation.stocktake.report.html.HtmlReport;
import org.asemeducation.stocktake.report.model.JsonReport;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Measures, and writes {@code target/bench.md}. The sizes come from
 * {@code -Dbench.sizes=52,1000}. A missed target is no failure; work that did not get
 * done is.
 */
@SpringBootTest(webEnvironment = WebEnvironment.NONE,
		properties = { "camunda.bpm.process-engine-name=bench", "stocktake.plan=src/test/resources/process/plan.yaml",
				"stocktake.demo.enabled=false", "stocktake.admin.email=admin@example.org",
				"stocktake.admin.password=For the bench, 2029!", "spring.datasource.hikari.maximum-pool-size=30",
				"spring.mail.host=127.0.0.1", "stocktake.mail.from=AES <aes@bench.example>",
				"stocktake.mail.reply-to=aes@bench.example" })
@Import({ BenchConfiguration.class, Openings.class, Submissions.class, Writers.class, Reminding.class, Waits.class,
		Deliveries.class, NextRelease.class })
class FiguresBench {

	private static final Sink SINK = new Sink();

	private static final int MAILS = 300;

	private static final int SUBMISSIONS = 500;

	private static final int WRITERS = 50;

	private final Figures figures = new Figures();

	private final Map<Integer, Double> openedEach = new HashMap<>();

	@Autowired
	private Openings openings;

	@Autowired
	private Submissions submissions;

	@Autowired
	private Writers writers;

	@Autowired
	private Reminding reminding;

	@Autowired
	private Waits waits;

	@Autowired
	private Deliveries deliveries;

	@Autowired
	private Board board;

	@Autowired
	private FirstPlanPage plan;

	@Autowired
	private Reports reports;

	@Autowired
	private HtmlReport html;

	@Autowired
	private DocxReport docx;

	@Autowired
	private JsonReport json;

	@Autowired
	private Register register;

	@Autowired
	private JdbcTemplate jdbc;

	@Autowired
	private EmbeddedDatabase database;

	@Autowired
	private Flyway flyway;

	@DynamicPropertySource
	static void sendToTheSink(DynamicPropertyRegistry properties) {
		properties.add("spring.mail.port", SINK::port);
	}

	@AfterAll
	static void closeTheSink() throws IOException {
		SINK.close();
	}

	@Test
	void figures() throws Exception {
		List<Integer> sizes = Arrays.stream(System.getProperty("bench.sizes", "52,1000,10000,50000").split(","))
			.map(Integer::valueOf)
			.toList();
		this.deliveries.rest();
		staff();
		try (HikariDataSource bare = bareDatabase(); Floor floor = new Floor(bare)) {
			for (int round = 0; round < 4; round++) {
				warmUp(floor);
			}
			for (int size : sizes) {
				measure(floor, size);
				this.figures.write(Path.of("target/bench.md"), preface());
			}
		}
		assertThat(this.figures.size()).isGreaterThanOrEqualTo(10);
	}

	private void warmUp(Floor floor) {
		enforce(floor, 52);
		CycleName cycle = this.openings.open().cycle();
		this.openings.floor(floor, cycle);
		this.submissions.settle(cycle, 52, 1, 52, 2);
		this.submissions.floor(floor, cycle, 1, 52, 2);
	}

	private void measure(Floor floor, int size) throws Exception {
		enforce(floor, size);
		List<CycleName> cycles = open(floor, size);
		CycleName cycle = cycles.get(0);
		CycleName last = cycles.get(cycles.size() - 1);
		if (cycles.size() > 1 && size < 1_000) {
			onlyGathering(List.of(cycles.get(1)));
			write(cycles.get(1), size);
		}
		onlyGathering(List.of(cycle));
		remind(floor, size);
		if (size == 1_000) {
			deliver(size);
		}
		int half = Math.min(SUBMISSIONS, size / 2);
		settle(floor, cycle, size, 1, half, 1);
		settle(floor, cycle, size, half + 1, 2 * half, 8);
		this.jdbc.execute("analyze");
		table(cycle, size);
		if (size <= 1_000) {
			report(cycle, size);
		}
		else {
			last = cycle;
		}
		if (size >= 1_000) {
			onlyGathering(List.of(last));
			waits(last, size, last.equals(cycle) ? 2 * half + 1 : 1);
		}
		onlyGathering(List.of());
	}

	private void write(CycleName cycle, int size) {
		Stopwatch opening = this.writers.open(cycle, size);
		this.figures.atMost("open the form with 30 revisions, 95 of 100", size, "ms", opening.nineteenTwentieths(),
				null, 300);
		Writers.Saved saved = this.writers.save(cycle, size, WRITERS);
		this.figures.atMost("save a draft, %d people every 2 s, 95 of 100".formatted(WRITERS), size, "ms",
				saved.saving.nineteenTwentieths(), null, 150);
		this.figures.atMost("saves that failed, of %d".formatted(saved.saving.laps()), size, "", saved.failures.get(),
				null, 0);
	}

	private List<CycleName> open(Floor floor, int size) {
		List<CycleName> cycles = new ArrayList<>();
		Stopwatch ours = new Stopwatch();
		Stopwatch bare = new Stopwatch();
		for (int repeat = 0; repeat < ((size < 1_000) ? 9 : (size < 10_000) ? 3 : 1); repeat++) {
			Openings.Opened opened = this.openings.open();
			ours.add(opened.millis() / size);
			bare.add(this.openings.floor(floor, opened.cycle()) / size);
			cycles.add(opened.cycle());
			assertThat(count("select count(*) from update_request where cycle = ?", opened.cycle())).isEqualTo(size);
		}
		this.openedEach.put(size, ours.median());
		this.figures.beside("open a cycle, each initiative", size, "ms", ours.median(), bare.median(), 1.5);
		Double before = this.openedEach.get(1_000);
		if (before != null && size > 1_000) {
			this.figures.atMost("open a cycle, each initiative, against 1,000", size, "times", ours.median() / before,
					null, 1.25);
		}
		return cycles;
	}

	private void remind(Floor floor, int size) {
		Reminding.Work nothing = this.reminding.nothingDue();
		this.figures.atMost("work out what is due, when nothing is", size, "s", nothing.millis() / 1000, null, 3);
		this.figures.atMost("memory allocated meanwhile, all in all", size, "MB", nothing.megabytes(), null, 256);
		Stopwatch planning = new Stopwatch();
		for (int repeat = 0; repeat < 5; repeat++) {
			planning.time(() -> assertThat(this.plan.read()).isPositive());
		}
		this.figures.atMost("mail plan, all counts and its first page", size, "s", planning.median() / 1000, null, 3);
		Reminding.Work rung = this.reminding.rung();
		this.figures.atMost("work out, claim and queue a rung that is due for all", size, "s", rung.millis() / 1000,
				null, 3);
		this.figures.atMost("memory allocated meanwhile, all in all", size, "MB", rung.megabytes(), null, 256);
		double mails = this.reminding.startMails();
		this.figures.beside("one rung over all, with its mails' processes", size, "ms", rung.millis() + mails,
				this.reminding.floor(floor), null);
	}

	private void deliver(int size) throws Exception {
		int all = SyntheticPlan.parties(size);
		int mails = Math.min(MAILS, all);
		this.deliveries.mailsASecond(SINK, all); // and the code is warm
		this.reminding.rungAgain(14);
		this.deliveries.mailsASecond(SINK, all);
		this.reminding.rungAgain(7);
		this.deliveries.only(mails);
		double slow = 20;
		SINK.takeMillis((long) slow);
		double ours = this.deliveries.mailsASecond(SINK, mails);
		double bare = this.deliveries.floor(SINK, mails);
		this.figures.atLeast("deliver to a server that takes 20 ms a mail", mails, "mails/s", ours, bare, 0.5);
		this.reminding.rungAgain(6);
		this.deliveries.only(mails);
		SINK.takeMillis(0);
		int connections = SINK.connections();
		ours = this.deliveries.mailsASecond(SINK, mails);
		connections = SINK.connections() - connections;
		bare = this.deliveries.floor(SINK, mails);
		this.figures.atLeast("deliver to a server that answers at once (%d connections)".formatted(connections), mails,
				"mails/s", ours, bare, 0.5);
	}

	private void settle(Floor floor, CycleName cycle, int size, int from, int to, int people) {
		Submissions.Settled ours = this.submissions.settle(cycle, size, from, to, people);
		Submissions.Settled bare = this.submissions.floor(floor, cycle, from, to, people);
		String who = (people == 1) ? "1 person" : people + " people at once";
		this.figures.beside("submit, %s, median of %d".formatted(who, to - from + 1), size, "ms",
				ours.submitting.median(), bare.submitting.median(), 1.5);
		this.figures.beside("accept and settle, " + who, size, "ms", ours.accepting.median(), bare.accepting.median(),
				null);
		this.figures.beside("all %d submitted and settled, %s".formatted(to - from + 1, who), size, "s",
				ours.all.sum() / 1000, bare.all.sum() / 1000, null);
		this.figures.atMost("optimistic-locking failures shown, " + who, size, "", ours.collisions.get(), null, 0);
		assertThat(count("select count(*) from update_request where cycle = ? and settled_as = 'accepted'", cycle))
			.isEqualTo(to);
	}

	private void table(CycleName cycle, int size) {
		for (String column : Board.columns()) {
			Stopwatch ours = new Stopwatch();
			Stopwatch bare = new Stopwatch();
			for (int repeat = 0; repeat < 15; repeat++) {
				ours.time(() -> assertThat(this.board.firstPage(cycle, column)).isEqualTo(size));
				bare.time(() -> {
					count("select count(*) from cycle_initiative where cycle = ?", cycle);
					this.jdbc.queryForList(
							"select initiative, title, coordinators from cycle_initiative join update_request using (cycle, initiative) where cycle = ? order by initiative limit 100",
							cycle.value());
				});
			}
			this.figures.atMost("Cockpit's table, first page by " + column, size, "ms", ours.median(), bare.median(),
					100);
		}
	}

	private void report(CycleName cycle, int size) throws IOException {
		Stopwatch compiling = new Stopwatch();
		Stopwatch writing = new Stopwatch();
		Stopwatch bare = new Stopwatch();
		for (int repeat = 0; repeat < 5; repeat++) {
			ReportModel[] report = new ReportModel[1];
			compiling.time(() -> report[0] = this.reports.compile(cycle));
			long start = System.nanoTime();
			this.html.write(report[0], OutputStream.nullOutputStream());
			this.docx.write(report[0], OutputStream.nullOutputStream());
			this.json.write(report[0], OutputStream.nullOutputStream());
			writing.add((System.nanoTime() - start) / 1e6);
			bare.time(() -> List.of("cycle_initiative", "commitment", "update_request", "revision", "draft")
				.forEach((table) -> this.jdbc.queryForList("select * from " + table + " where cycle = ?",
						cycle.value())));
		}
		this.figures.beside("compile the report (floor: read its rows)", size, "ms", compiling.median(), bare.median(),
				null);
		this.figures.beside("write it as page, Word and JSON (floor: read its rows)", size, "ms", writing.median(),
				bare.median(), null);
	}

	private void waits(CycleName cycle, int size, int from) throws InterruptedException {
		Waits.Waited moved = this.waits.moveDeadline(cycle, size, from);
		waits("due dates", moved, size);
		int next = moved.next.get();
		if (size <= 10_000) {
			Waits.Waited carried = this.waits.carryOver(cycle, size, next);
			waits("migration", carried, size);
			next = carried.next.get();
		}
		waits("freeze", this.waits.freeze(cycle, size, next), size);
	}

	private void waits(String what, Waits.Waited waited, int size) {
		if (waited.chunks.laps() > 0) {
			this.figures.plain("%s, the longest chunk".formatted(what), size, "ms", waited.chunks.longest());
		}
		this.figures.atMost("%s, the longest wait of %d who submit".formatted(what, waited.submitting.laps()), size,
				"ms", waited.submitting.longest(), null, 200);
		if (waited.accepting.laps() > 0) {
			this.figures.atMost("%s, the longest wait of %d who accept".formatted(what, waited.accepting.laps()), size,
					"ms", waited.accepting.longest(), null, 200);
		}
		this.figures.atMost("%s, optimistic-locking failures shown".formatted(what), size, "", waited.collisions.get(),
				null, 0);
	}

	private void staff() {
		add(new NewParty("ASEM Education Secretariat", "AES", "secretariat"), "aes", "secretariat");
		add(new NewParty("Standing Working Group", "SWG", "working-body"), "reviewer", "reviewer");
	}

	private void add(NewParty party, String name, String role) {
		this.register.addContact(
				new NewContact(this.register.register(party).id(), name, name + "@bench.example", "en", null, role));
	}

	private HikariDataSource bareDatabase() {
		JdbcClient.create(this.database.dataSource()).sql("create database floor").update();
		HikariConfig pool = new HikariConfig();
		pool.setJdbcUrl(this.database.url().replace("/stocktake", "/floor"));
		pool.setUsername(this.database.username());
		pool.setPassword(this.database.password());
		pool.setMaximumPoolSize(30);
		HikariDataSource bare = new HikariDataSource(pool);
		Flyway.configure().configuration(this.flyway.getConfiguration()).dataSource(bare).load().migrate();
		return bare;
	}

	private void enforce(Floor floor, int size) {
		new SyntheticPlan(JdbcClient.create(this.jdbc)).enforce(size);
		for (String table : List.of("party", "contact")) {
			Long known = floor.jdbc().queryForObject("select coalesce(max(id), 0) from " + table, Long.class);
			CopiedRows.of(this.jdbc, table, "id > ?", known).writeAll(floor.jdbc());
		}
		floor.jdbc().update("delete from act_ru_authorization where id_ like 'bench%'");
		CopiedRows.of(this.jdbc, "act_ru_authorization", "id_ like ?", "bench%").writeAll(floor.jdbc());
		floor.jdbc().execute("analyze");
	}

	/** Other cycles neither remind nor freeze. */
	private void onlyGathering(List<CycleName> cycles) {
		this.jdbc.update("""
				update cycle set state = case when name = any(?) then 'gathering' else 'closed' end,
				    closed_at = case when name = any(?) then null else now() end
				where state in ('gathering', 'closed')""", cycles.stream().map(CycleName::value).toArray(String[]::new),
				cycles.stream().map(CycleName::value).toArray(String[]::new));
	}

	private int count(String sql, CycleName cycle) {
		return this.jdbc.queryForObject(sql, Integer.class, cycle.value());
	}

	private static String commit() throws IOException {
		Process git = new ProcessBuilder("git", "describe", "--always", "--dirty").start();
		return new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
	}

	private static String preface() throws IOException {
		String processor = Files.exists(Path.of("/proc/cpuinfo")) ? Files.readAllLines(Path.of("/proc/cpuinfo"))
			.stream()
			.filter((line) -> line.startsWith("model name"))
			.findFirst()
			.map((line) -> line.substring(line.indexOf(':') + 2))
			.orElse("") : "";
		return """
				Measured on %s, commit %s: %s, %d processors, load average before %.2f; Java %s, at most %d MB of heap.
				""".formatted(LocalDate.now(ZoneOffset.UTC), commit(), processor,
				Runtime.getRuntime().availableProcessors(),
				ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(), Runtime.version().feature(),
				Runtime.getRuntime().maxMemory() / 1024 / 1024);
	}

}
