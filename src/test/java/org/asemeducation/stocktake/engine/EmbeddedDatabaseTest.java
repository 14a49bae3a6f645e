package org.asemeducation.stocktake.engine;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class EmbeddedDatabaseTest {

	private static final int READ_BEFORE = 100;

	/**
	 * All tests but those on a first start share it: each start after the first is quick.
	 */
	@TempDir
	private static Path folder;

	@TempDir
	private Path other;

	private final List<Process> children = new ArrayList<>();

	@AfterEach
	void endChildren() {
		this.children.forEach((child) -> child.destroyForcibly().onExit().join());
	}

	@AfterAll
	static void endServerOfTheLastChild() {
		open().close();
	}

	@Test
	void dataAreKeptBetweenRuns() {
		// given
		try (EmbeddedDatabase first = open()) {
			JdbcClient.create(first.dataSource())
				.sql("create table if not exists kept as select 'Zażółć' as word")
				.update();
		}

		// when
		try (EmbeddedDatabase second = open()) {

			// then
			assertThat(read(second, "select word from kept")).isEqualTo("Zażółć");
		}
	}

	@Test
	void isARealDatabaseThatListensOnThisMachineOnly() {
		// when
		try (EmbeddedDatabase database = open()) {

			// then
			assertThat(read(database, "show fsync")).isEqualTo("on");
			assertThat(read(database, "show data_checksums")).isEqualTo("on");
			assertThat(read(database, "show listen_addresses")).isEqualTo("127.0.0.1");
			assertThat(read(database, "show unix_socket_directories")).isEmpty();
			assertThat(read(database, "show server_encoding")).isEqualTo("UTF8");
			assertThat(read(database, "show timezone")).isEqualTo("UTC");
		}
	}

	@Test
	@DisabledOnOs(OS.WINDOWS)
	void thePasswordIsForItsOwnerOnly() throws IOException {
		// when
		open().close();

		// then
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data().resolve("postgres.password"))))
			.isEqualTo("rw-------");
	}

	@Test
	void nobodyGetsInWithoutThePassword() {
		// given
		try (EmbeddedDatabase database = open()) {

			// when
			String withoutPassword = database.url() + "?user=" + database.username();

			// then
			assertThatExceptionOfType(java.sql.SQLException.class)
				.isThrownBy(() -> java.sql.DriverManager.getConnection(withoutPassword).close())
				.withMessageContaining("password");
		}
	}

	@Test
	void aLivingStocktakeOnTheSameDataIsRefused() {
		// given
		try (EmbeddedDatabase running = open()) {

			// when, then
			assertThatExceptionOfType(EmbeddedDatabaseException.class).isThrownBy(EmbeddedDatabaseTest::open)
				.withMessageContaining("already running on the data folder " + data());
			assertThat(read(running, "select 'unharmed'")).isEqualTo("unharmed");
		}
	}

	@Test
	void aLivingStocktakeInAnotherProcessIsRefusedByItsNumber() throws IOException {
		// given
		Process child = writer();
		child.inputReader().readLine();

		// when, then
		assertThatExceptionOfType(EmbeddedDatabaseException.class).isThrownBy(EmbeddedDatabaseTest::open)
			.withMessageContaining("(process %d)", child.pid());
	}

	@Test
	void whatAKilledRunHadCommittedIsThereAndItsServerIsReplaced() throws Exception {
		// given
		Process child = writer();
		long committed = committedBeforeKilling(child, 0);
		ProcessHandle orphan = server();
		assertThat(orphan.isAlive()).isTrue();

		// when
		try (EmbeddedDatabase database = open()) {

			// then
			assertThat(orphan.onExit()).succeedsWithin(Duration.ofSeconds(10));
			assertThat(Long.parseLong(read(database, "select count(*) from written"))).isBetween(committed,
					committed + 1);
		}
	}

	@Test
	void whatHadBeenCommittedSurvivesTheKillingOfTheServerToo() throws Exception {
		// given
		Process child = writer();
		ProcessHandle server = server(child.inputReader());
		server.destroyForcibly();
		long committed = committedBeforeKilling(child, READ_BEFORE);
		server.onExit().join();

		// when
		try (EmbeddedDatabase database = open()) {

			// then
			assertThat(Long.parseLong(read(database, "select count(*) from written"))).isBetween(committed,
					committed + 1);
		}
	}

	@Test
	void aNumberThatAnotherProcessGotSinceKeepsNothingFromStarting() throws IOException {
		// given
		open().close();
		Files.writeString(data().resolve("postgres/postmaster.pid"),
				"%d\n%s\n1700000000\n5432\n".formatted(ProcessHandle.current().pid(), data().resolve("postgres")));

		// when
		try (EmbeddedDatabase database = open()) {

			// then
			assertThat(read(database, "select 'up'")).isEqualTo("up");
		}
	}

	@Test
	void dataOfAnotherVersionAreRefusedInASentence() throws IOException {
		// given
		Files.createDirectories(this.other.resolve("postgres"));
		Files.writeString(this.other.resolve("postgres/PG_VERSION"), "15\n");
		Files.writeString(this.other.resolve("postgres.password"), "secret\n");

		// when, then
		assertThatExceptionOfType(EmbeddedDatabaseException.class).isThrownBy(() -> EmbeddedDatabase.open(this.other))
			.withMessageContaining("written by PostgreSQL 15, and this Stocktake brings PostgreSQL 17.");
	}

	@Test
	void aFolderThatCannotBeMadeIsNamed() throws IOException {
		// given
		Path file = Files.writeString(this.other.resolve("file"), "a file is in the way");

		// when, then
		assertThatExceptionOfType(EmbeddedDatabaseException.class).isThrownBy(() -> EmbeddedDatabase.open(file))
			.withMessageStartingWith("Stocktake cannot write to its data folder " + file);
	}

	@Test
	void aFailureGivesTheFolderBack() throws IOException {
		// given
		open().close();
		Path configuration = data().resolve("postgres/postgresql.conf");
		String good = Files.readString(configuration);
		Files.writeString(configuration, "no_such_setting = 1");
		assertThatExceptionOfType(EmbeddedDatabaseException.class).isThrownBy(EmbeddedDatabaseTest::open)
			.withMessageContaining("contains errors");

		// when
		Files.writeString(configuration, good);
		try (EmbeddedDatabase database = open()) {

			// then
			assertThat(read(database, "select 'mended'")).isEqualTo("mended");
		}
	}

	@Test
	void anInterruptedFirstStartIsDoneAgain() throws IOException {
		// given
		Path unfinished = Files.createDirectories(this.other.resolve("postgres.unfinished/base"));

		// when
		try (EmbeddedDatabase database = EmbeddedDatabase.open(this.other)) {

			// then
			assertThat(read(database, "select 'up'")).isEqualTo("up");
			assertThat(unfinished).doesNotExist();
		}
	}

	@Test
	void aThrowAwayDatabaseLeavesNothing() throws IOException {
		// given
		EmbeddedDatabase database = EmbeddedDatabase.throwAway();
		Path cluster = Path.of(read(database, "show data_directory"));
		assertThat(cluster).exists();
		assertThat(read(database, "show fsync")).isEqualTo("off");

		// when
		database.close();

		// then
		assertThat(cluster.getParent()).doesNotExist();
	}

	private static Path data() {
		return folder.resolve("the data é");
	}

	private static EmbeddedDatabase open() {
		return EmbeddedDatabase.open(data());
	}

	private static String read(EmbeddedDatabase database, String sql) {
		return JdbcClient.create(database.dataSource()).sql(sql).query(String.class).single();
	}

	private Process writer() throws IOException {
		Process child = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Xmx64m", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
				EmbeddedDatabaseWriter.class.getName(), data().toString())
			.redirectError(ProcessBuilder.Redirect.DISCARD)
			.start();
		this.children.add(child);
		return child;
	}

	private static long committedBeforeKilling(Process writer, long readBefore) throws IOException {
		BufferedReader reports = writer.inputReader();
		long committed = readBefore;
		for (String line = reports.readLine(); line != null; line = reports.readLine()) {
			committed = Long.parseLong(line);
			if (committed == 200) {
				writer.toHandle().destroyForcibly(); // leaves what it reported readable
			}
		}
		return committed;
	}

	private ProcessHandle server(BufferedReader reports) throws IOException {
		for (int i = 0; i < READ_BEFORE; i++) {
			reports.readLine();
		}
		return server();
	}

	private ProcessHandle server() throws IOException {
		String process = Files.readAllLines(data().resolve("postgres/postmaster.pid")).get(0);
		return ProcessHandle.of(Long.parseLong(process)).orElseThrow();
	}

}
