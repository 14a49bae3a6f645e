package org.asemeducation.stocktake;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.asemeducation.stocktake.engine.OwnDatabase;
import org.asemeducation.stocktake.rehearsal.Demonstration;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * What the first start of the demonstration leaves behind: a past that people can look
 * at, and a present that they can go on with.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "camunda.bpm.job-execution.enabled=false", "stocktake.demo.enabled=true",
				"stocktake.demo.cycle=true", "stocktake.secure-cookies=false" })
@Import(OwnDatabase.class)
@DirtiesContext
class DemonstrationTest {

	private static final DateTimeFormatter IN_FILE_NAMES = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'")
		.withZone(ZoneOffset.UTC);

	/** What lies ahead by its nature. */
	private static final List<String> FUTURE = List.of("act_ru_job.duedate_", "act_ru_task.due_date_",
			"act_hi_taskinst.due_date_", "act_hi_job_log.job_duedate_");

	@TempDir
	private static Path outbox;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TaskService tasks;

	@Autowired
	private IdentityService identities;

	@DynamicPropertySource
	static void settings(DynamicPropertyRegistry settings) {
		settings.add("stocktake.outbox", outbox::toString);
	}

	@Test
	void anEarlierCycleIsPublishedAndOneIsInFullSwing(@LocalServerPort int port) throws Exception {
		// then
		assertThat(texts("select state from cycle order by opened_at")).containsExactly("published", "gathering");
		assertThat(texts("""
				select distinct coalesce(r.settled_as, r.state) from update_request r
				join cycle c on c.name = r.cycle and c.state = 'gathering'""")).containsExactlyInAnyOrder("accepted",
				"in-review", "returned", "requested", "unstaffed");
		assertThat(
				number("select count(*) from draft where cycle = (select name from cycle where state = 'gathering')"))
			.isGreaterThanOrEqualTo(4);
		assertThat(number("""
				select count(*) from act_ru_task where task_def_key_ = 'userTask_provideUpdate'
				and due_date_ < (now() at time zone 'UTC')""")).isGreaterThan(20);
		assertThat(get(port, "/reports")).contains("An earlier cycle (demonstration)");
	}

	@Test
	void whatTheEarlierCycleAdoptedIsWhatTheRunningOneQuotes() {
		assertThat(texts("""
				select text from commitment where source = 'adopted' and initiative = 'A01-I01'
				and cycle = (select name from cycle where state = 'gathering') order by position""")).hasSize(2)
			.element(0)
			.asString()
			.startsWith("Open a call for exchange pairs every semester (");
		assertThat(texts("select distinct initiative from mail_line where kind = 'adopted'")).hasSizeGreaterThan(20);
	}

	@Test
	void partnersAndStakeholdersWithoutAnInitiativeContribute() {
		assertThat(
				texts("""
						select distinct coalesce(o.over_as, h.verdict, case when h.version is null then 'silent' else 'waits' end)
						from party_contribution o join cycle c on c.name = o.cycle and c.state = 'gathering'
						left join lateral (select version, verdict from party_contribution_submitted h
						    where h.cycle = o.cycle and h.party = o.party order by version desc limit 1) h on true"""))
			.containsExactlyInAnyOrder("accepted", "returned", "waits", "silent");
		assertThat(texts("select distinct kind from mail_line")).contains("contribution", "contribution-returned");
		assertThat(tasksOf("aes")).contains("userTask_lookAtContribution");
	}

	@Test
	void theAccountsFindTasks() {
		assertThat(tasksOf("asef")).contains("userTask_provideUpdate", "userTask_reviseUpdate");
		assertThat(tasksOf("swg")).contains("userTask_reviewUpdate");
		assertThat(tasksOf("aes")).contains("userTask_closeGathering", "userTask_findCoordinator",
				"userTask_provideUpdate");
	}

	@Test
	void mailsLieInTheOutboxUnderTheDatesOnWhichTheyLeft() throws IOException {
		// when
		List<Path> mails = mails();

		// then
		assertThat(mails).hasSize((int) number("select count(*) from mail where state = 'sent'"))
			.hasSizeGreaterThan(100)
			.allSatisfy((mail) -> assertThat(mail.getFileName().toString())
				.startsWith(IN_FILE_NAMES.format(Files.getLastModifiedTime(mail).toInstant())));
		assertThat(number("select count(*) from mail where state <> 'sent'")).isZero();
		assertThat(texts("select distinct kind from mail_line")).contains("request", "returned", "reminder");
	}

	@Test
	void nothingIsDatedInTheFuture() {
		// given
		List<String> columns = texts("""
				select table_name || '.' || column_name from information_schema.columns
				where table_schema = 'public' and data_type like 'timestamp%' and column_name <> 'removal_time_'""");
		columns.removeAll(FUTURE);
		assertThat(columns).contains("act_hi_procinst.start_time_", "audit.at", "mail.sent_at",
				"revision.submitted_at");

		// then
		List<String> ahead = new ArrayList<>();
		for (String column : columns) {
			String[] parts = column.split("\\.");
			String type = column.startsWith("act_") ? "now() at time zone 'UTC'" : "now()";
			if (number("select count(*) from %s where %s > %s".formatted(parts[0], parts[1], type)) > 0) {
				ahead.add(column);
			}
		}
		assertThat(ahead).isEmpty();
	}

	@Test
	void theClockIsTheRealOneAndIdsAreStrong(@Autowired Clock clock) {
		assertThat(Duration.between(clock.instant(), Clock.systemUTC().instant())).isLessThan(Duration.ofMinutes(1));
		assertThat(ClockUtil.getCurrentTime().getTime()).isCloseTo(System.currentTimeMillis(), within(60_000L));
		assertThat(texts("select id_ from act_hi_actinst")).hasSizeGreaterThan(1000)
			.allMatch((id) -> id.matches(".*[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"));
	}

	@Test
	void itIsMadeOnceAndBeforeThePortOpens(@Autowired Demonstration demonstration,
			@Autowired ApplicationContext context) {
		// given
		assertThat(context.getBean(StartDemonstration.class).getPhase())
			.isLessThan(context.getBean("webServerStartStop", SmartLifecycle.class).getPhase());
		Instant completed = this.jdbc.sql("select completed_at from demonstration")
			.query(java.sql.Timestamp.class)
			.single()
			.toInstant();
		assertThat(Duration.between(completed, Clock.systemUTC().instant())).isPositive();

		// when
		demonstration.make();

		// then
		assertThat(number("select count(*) from cycle")).isEqualTo(2);
		assertThat(number("select count(*) from demonstration")).isOne();
	}

	@Test
	void theBannerSaysWhatThereIsToSee(@Autowired StartBanner banner, @LocalServerPort int port) {
		assertThat(banner.text(port)).containsPattern("Cycle {7}DEMO-\\d{4}: report published, with \\d+ of 52 updates")
			.containsPattern(
					"Cycle {7}DEMO-\\d{4}: of 52 updates \\d+ accepted, 4 to review, 2 to revise, \\d+ to write");
	}

	private List<String> tasksOf(String user) {
		List<String> groups = this.identities.createGroupQuery()
			.groupMember(user)
			.list()
			.stream()
			.map(Group::getId)
			.toList();
		return this.tasks.createTaskQuery()
			.or()
			.taskCandidateGroupIn(groups)
			.taskAssignee(user)
			.endOr()
			.list()
			.stream()
			.map(Task::getTaskDefinitionKey)
			.toList();
	}

	private List<String> texts(String sql) {
		return this.jdbc.sql(sql).query(String.class).list();
	}

	private long number(String sql) {
		return this.jdbc.sql(sql).query(Long.class).single();
	}

	private static List<Path> mails() throws IOException {
		try (Stream<Path> files = Files.list(outbox)) {
			return files.toList();
		}
	}

	private static String get(int port, String path) throws IOException, InterruptedException {
		return HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(),
					HttpResponse.BodyHandlers.ofString())
			.body();
	}

}
