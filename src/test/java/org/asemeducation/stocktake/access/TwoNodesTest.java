package org.asemeducation.stocktake.access;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.asemeducation.stocktake.engine.TestDatabase;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two processes that start in the same moment on one empty database; what people do on
 * both of them; and one that stops while there is work.
 */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoNodesTest {

	private static final int MAILS = 40;

	@TempDir
	private static Path folder;

	private final TestDatabase.Address database = TestDatabase.fresh();

	private final JdbcClient jdbc = JdbcClient.create(this.database.dataSource());

	private RunningNode one;

	private RunningNode two;

	@BeforeAll
	void startBothAtOnce() {
		this.one = start("one");
		this.two = start("two");
		this.one.awaitReady();
		this.two.awaitReady();
	}

	private RunningNode start(String name) {
		return new RunningNode(name, this.database, folder, "--camunda.bpm.job-execution.core-pool-size=2",
				"--camunda.bpm.job-execution.max-pool-size=2", "--camunda.bpm.job-execution.wait-time-in-millis=200",
				"--camunda.bpm.job-execution.max-wait=500");
	}

	@AfterAll
	void end() {
		this.one.kill();
		this.two.kill();
	}

	@Test
	@Order(1)
	void whatAStartPutsInPlaceIsThereOnce() {
		// then
		assertThat(count("select count(*) from act_re_deployment")).isOne();
		assertThat(count("select count(*) from act_re_procdef where version_ > 1")).isZero();
		assertThat(count("select count(*) from act_ru_job where handler_type_ = 'timer-start-event'")).isOne();
		assertThat(count("select count(*) from contact")).isOne();
		assertThat(count("select count(*) from act_id_membership where group_id_ = 'camunda-admin'")).isOne();
		assertThat(this.jdbc.sql("select name_ from act_ru_filter").query(String.class).list())
			.containsExactlyInAnyOrder("Secretariat", "To review", "My updates", "Returned to me", "Our meetings",
					"Our chapters", "Our contributions", "Due soon", "Overdue", "All updates");
		assertThat(count("select count(*) from initiative")).isEqualTo(52);
		assertThat(count("select count(*) - count(distinct (party)) from (select coalesce(acronym, name) as party"
				+ " from party) parties"))
			.isZero();
		assertThat(count("select count(*) from flyway_schema_history where not success")).isZero();
		assertThat(List.of(this.one.log(), this.two.log()))
			.allSatisfy((log) -> assertThat(log).doesNotContain(" ERROR ", "Exception"));
	}

	@Test
	@Order(2)
	void whoSignsInOnOneNodeActsOnTheOtherAndSignsOutOfBoth() {
		// given
		Visitor person = new Visitor(this.one.root());
		person.signIn(RunningNode.ADMINISTRATOR, RunningNode.PASSWORD);
		person.get("/camunda/app/tasklist/default/");

		// when
		person.at(this.two.root());

		// then
		assertThat(person.get("/api/me").statusCode()).isEqualTo(200);
		assertThat(person.engine("POST", "/task/count", "{}").statusCode()).isEqualTo(200);
		assertThat(load(person, "AES,Sam Second,second@stocktake.example,en,,secretariat").statusCode()).isEqualTo(302);
		assertThat(person.at(this.one.root()).get("/desk/contacts").body()).contains("1 new people were invited",
				"second@stocktake.example");

		// when
		person.postForm("/logout", Map.of());

		// then
		person.at(this.two.root());
		assertThat(person.get("/api/me").statusCode()).isEqualTo(401);
		assertThat(person.engine("GET", "/task", "").statusCode()).isEqualTo(401);
	}

	@Test
	@Order(3)
	void signingOutOfTasklistCountsOnBothNodes() {
		// given
		Visitor person = new Visitor(this.two.root());
		person.signIn(RunningNode.ADMINISTRATOR, RunningNode.PASSWORD);
		person.get("/camunda/app/tasklist/default/");
		String session = person.cookie("JSESSIONID");

		// when
		person.at(this.one.root()).camunda("POST", "/camunda/api/admin/auth/user/default/logout", "");

		// then somebody who has kept the cookie has nothing
		person.withCookie("JSESSIONID", session);
		assertThat(person.at(this.two.root()).get("/api/me").statusCode()).isEqualTo(401);
		assertThat(person.at(this.one.root()).get("/api/me").statusCode()).isEqualTo(401);
	}

	@Test
	@Order(4)
	void whoIsRemovedOnOneNodeIsOutOnBoth() {
		// given
		Visitor administrator = new Visitor(this.one.root());
		administrator.signIn(RunningNode.ADMINISTRATOR, RunningNode.PASSWORD);
		administrator.get("/");
		this.jdbc.sql("update act_id_user set (pwd_, salt_) = (select pwd_, salt_ from act_id_user u join contact c"
				+ " on c.user_id = u.id_ where c.email = :administrator) where id_ = (select user_id from contact where"
				+ " email = 'second@stocktake.example')")
			.param("administrator", RunningNode.ADMINISTRATOR)
			.update();
		Visitor second = new Visitor(this.two.root());
		second.signIn("second@stocktake.example", RunningNode.PASSWORD);
		assertThat(second.get("/api/me").statusCode()).isEqualTo(200);

		// when
		long id = count("select id from contact where email = 'second@stocktake.example'");
		administrator.postForm("/desk/contacts/" + id + "/removal", Map.of());

		// then
		assertThat(second.get("/api/me").statusCode()).isEqualTo(401);
		assertThat(second.at(this.one.root()).get("/api/me").statusCode()).isEqualTo(401);
	}

	@Test
	@Order(5)
	void nodeThatStopsFinishesItsWorkAndGivesTheRestBack() throws Exception {
		// given mails to send, which both nodes take and nobody can finish
		Visitor administrator = new Visitor(this.one.root());
		administrator.signIn(RunningNode.ADMINISTRATOR, RunningNode.PASSWORD);
		load(administrator,
				IntStream.rangeClosed(1, MAILS)
					.mapToObj(
							(number) -> "AES,Guest %1$d,guest%1$d@stocktake.example,en,,coordinator".formatted(number))
					.collect(Collectors.joining("\n")));
		CompletableFuture<HttpResponse<String>> request;
		try (Connection connection = this.database.dataSource().getConnection()) {
			connection.setAutoCommit(false);
			hold(connection, "mail", "contact");
			this.jdbc
				.sql("update act_ru_job set duedate_ = timezone('UTC', now()) where type_ = 'timer'"
						+ " and handler_type_ <> 'timer-start-event'")
				.update();
			Awaitility.await()
				.atMost(Duration.ofMinutes(1))
				.until(() -> count("select count(distinct lock_owner_) from act_ru_job") == 2
						&& count("select count(*) from act_ru_job where lock_owner_ is not null") >= 8);
			request = CompletableFuture.supplyAsync(() -> administrator.get("/api/me"));
			Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> waiting() >= 3);

			// when
			this.one.stop();
			Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> !this.one.takesRequests());
			assertThat(request).isNotDone();
			assertThat(this.one.isAlive()).isTrue();
			connection.rollback();
		}

		// then
		assertThat(request.get().statusCode()).isEqualTo(200);
		Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> !this.one.isAlive());
		assertThat(this.one.log()).contains("This node has finished its jobs and given back");
		Awaitility.await()
			.atMost(Duration.ofMinutes(2))
			.until(() -> count("select count(*) from mail where state = 'sent'") == MAILS + 1);
		assertThat(mailsInTheOutbox()).isEqualTo(MAILS + 1);
		assertThat(count("select count(*) from act_ru_incident")).isZero();
		assertThat(administrator.at(this.two.root()).get("/api/me").statusCode()).isEqualTo(200);
	}

	private long waiting() {
		return count("""
				select count(distinct l.pid) from pg_locks l join pg_stat_activity a on a.pid = l.pid
				where not l.granted and a.datname = current_database()""");
	}

	private long count(String sql) {
		return this.jdbc.sql(sql).query(Long.class).single();
	}

	private static void hold(Connection connection, String... tables) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			for (String table : tables) {
				statement.execute("lock table " + table + " in access exclusive mode");
			}
		}
	}

	private long mailsInTheOutbox() throws IOException {
		try (Stream<Path> files = Files.list(folder.resolve("outbox"))) {
			return files.filter((file) -> file.toString().endsWith(".eml")).count();
		}
	}

	private static HttpResponse<String> load(Visitor visitor, String rows) {
		visitor.get("/");
		return visitor.postParts("/desk/contacts", "multipart/form-data; boundary=cut", """
				--cut\r
				Content-Disposition: form-data; name="file"; filename="contacts.csv"\r
				Content-Type: text/csv\r
				\r
				party,name,e-mail,language,zone,role
				%s\r
				--cut--\r
				""".formatted(rows));
	}

}
