package org.asemeducation.stocktake.backup;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import javax.sql.DataSource;

import org.asemeducation.stocktake.engine.EmbeddedDatabase;
import org.asemeducation.stocktake.engine.SchemaHistory;
import org.asemeducation.stocktake.engine.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What goes into a backup comes out of it, or nothing does.
 */
class BackupTest {

	private static final String STRANGE = "Zażółć\tgęślą\n\\N jaźń 😀 \\.";

	@TempDir
	private static Path folder;

	private static DataSource source;

	private static Path backup;

	@BeforeAll
	static void backUp() {
		source = TestDatabase.migrated().dataSource();
		JdbcClient jdbc = JdbcClient.create(source);
		jdbc.sql("insert into party (name, kind, group_id) values (:name, 'other', 'strange')")
			.param("name", STRANGE)
			.update();
		jdbc.sql("insert into party (name, kind, group_id) values ('gone', 'other', 'gone')").update();
		jdbc.sql("delete from party where name = 'gone'").update();
		jdbc.sql("""
				insert into act_ge_bytearray (id_, rev_, name_, bytes_) values ('b', 1, 'all bytes', :bytes)""")
			.param("bytes", bytes())
			.update();
		jdbc.sql("""
				insert into act_ru_execution (id_, rev_, proc_inst_id_, parent_id_, is_active_, is_concurrent_,
				    is_scope_, is_event_scope_, suspension_state_, cached_ent_state_, sequence_counter_)
				values ('a', 1, 'z', 'z', true, false, true, false, 1, 0, 1),
				    ('z', 1, 'z', null, true, false, true, false, 1, 0, 1)""").update();
		jdbc.sql("update reminder_run set ran_at = '2029-01-08T08:00:00.123456Z'").update();
		backup = folder.resolve("whole.zip");
		assertThat(Backup.write(at(source), backup)).contains("rows in", backup.toString(), "keep it as safe");
	}

	@Test
	void everyRowOfEveryTableComesBack() throws SQLException {
		// given
		DataSource target = TestDatabase.fresh().dataSource();
		// when
		String said = Restore.read(backup, at(target));
		// then
		assertThat(said).contains("is restored to").contains("with schema");
		Map<String, List<String>> tables = in(source, Catalog::tables);
		assertThat(tables).containsKeys("party", "audit", "act_ru_job", "act_hi_procinst", "flyway_schema_history")
			.hasSizeGreaterThan(70);
		assertThat(in(target, Catalog::tables)).isEqualTo(tables);
		tables.keySet().forEach((table) -> assertThat(rows(target, table)).as(table).isEqualTo(rows(source, table)));
		assertThat(rows(target, "party")).anyMatch((row) -> row.contains("Zażółć"));
		assertThat(in(target, Catalog::sequences)).isEqualTo(in(source, Catalog::sequences))
			.containsKey("party_id_seq");
		assertThat(structure(target)).isEqualTo(structure(source)).hasSizeGreaterThan(100);
		long strange = JdbcClient.create(target)
			.sql("select id from party where group_id = 'strange'")
			.query(Long.class)
			.single();
		assertThat(JdbcClient.create(target)
			.sql("insert into party (name, kind, group_id) values ('next', 'other', 'next') returning id")
			.query(Long.class)
			.single()).as("the one that is gone counts").isEqualTo(strange + 2);
	}

	@Test
	void whoOwnsTheDatabaseNeedsNoMoreRights() throws SQLException {
		// given
		TestDatabase.Address address = TestDatabase.fresh();
		String database = address.url().replaceFirst(".*/(\\w+).*", "$1");
		JdbcClient admin = JdbcClient.create(address.dataSource());
		admin.sql("create role plain_owner login password 'plain' nosuperuser").update();
		admin.sql("alter database %s owner to plain_owner".formatted(database)).update();
		DataSource plain = new TestDatabase.Address(address.url(), "plain_owner", "plain").dataSource();
		// when
		Restore.read(backup, at(plain));
		// then
		assertThat(rows(plain, "party")).isEqualTo(rows(source, "party"));
		assertThat(Backup.write(at(plain), folder.resolve("plain.zip"))).contains("plain.zip");
	}

	@Test
	@DisabledOnOs(OS.WINDOWS)
	void theFileIsForItsOwnerOnlyAndNeverOverwritten() throws IOException {
		// then
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup))).isEqualTo("rw-------");
		assertThatExceptionOfType(BackupRefused.class).isThrownBy(() -> Backup.write(at(source), backup))
			.withMessageContaining("exists already");
		assertThat(folder.resolve("whole.zip.part")).doesNotExist();
	}

	@Test
	void aDatabaseWithoutStocktakeIsNotBackedUp() {
		// given
		Path file = folder.resolve("nothing.zip");
		// when, then
		assertThatExceptionOfType(BackupRefused.class)
			.isThrownBy(() -> Backup.write(at(TestDatabase.fresh().dataSource()), file))
			.withMessageContaining("nothing of Stocktake");
		assertThat(file).doesNotExist();
		assertThat(folder.resolve("nothing.zip.part")).doesNotExist();
	}

	@Test
	void aDatabaseThatHoldsAnythingIsLeftAlone() {
		// given
		DataSource target = TestDatabase.fresh().dataSource();
		JdbcClient.create(target).sql("create table mine as select 1 as number").update();
		// when, then
		refused(backup, target, "is not empty");
		assertThat(JdbcClient.create(target).sql("select number from mine").query(Integer.class).single()).isOne();
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0, 0.001, 0.3, 0.7, 0.999 })
	void aFileCutShortIsRefused(double part) throws IOException {
		// given
		Path cut = copy("cut.zip");
		try (RandomAccessFile file = new RandomAccessFile(cut.toFile(), "rw")) {
			file.setLength((long) (file.length() * part));
		}
		// when, then
		refused(cut, "damaged or cut short");
	}

	@Test
	void aFileWithOtherRowsThanItSaysIsRefused() throws IOException {
		// when, then
		refused(changed("rows.zip", Manifest.Table.entry("party"), (rows) -> rows.replace("strange", "stranger")),
				"damaged or cut short");
		refused(changed("gone.zip", Manifest.NAME,
				(json) -> json.replace("\"name\" : \"audit\"", "\"name\" : \"audits\"")), "damaged or cut short");
		refused(changed("count.zip", Manifest.NAME,
				(json) -> json.replaceFirst("(\"name\" : \"party\"(?s:.*?)\"rows\" : )\\d+", "$12")),
				"party has 2 rows");
		refused(folder.resolve("none.zip"), "there is no such file");
		refused(Path.of("pom.xml"), "is no backup");
	}

	@Test
	void aBackupOfANewerReleaseIsRefused() throws IOException {
		// when, then
		refused(changed("schema.zip", Manifest.NAME,
				(json) -> json.replaceFirst("\"schema\" : \"\\d+\"", "\"schema\" : \"9999\"")), "newer Stocktake");
		refused(changed("format.zip", Manifest.NAME, (json) -> json.replaceFirst("\"format\" : 1", "\"format\" : 2")),
				"newer Stocktake");
	}

	@Test
	void aBackupOfAnEarlierSchemaIsCarriedForward() throws SQLException {
		// given
		DataSource old = TestDatabase.fresh().dataSource();
		SchemaHistory.of(old).target("011").load().migrate();
		JdbcClient.create(old).sql("insert into party (name, kind, group_id) values ('old', 'other', 'old')").update();
		Path file = folder.resolve("old.zip");
		Backup.write(at(old), file);
		DataSource target = TestDatabase.fresh().dataSource();
		// when
		Restore.read(file, at(target));
		// then
		assertThat(structure(target)).isEqualTo(structure(source));
		assertThat(rows(target, "party")).anyMatch((row) -> row.contains("old"));
		assertThat(in(target, Catalog::schemaVersion)).isEqualTo(in(source, Catalog::schemaVersion));
	}

	@Test
	void tablesOfOthersAreLeftOutAndMissingOnesAreRefused() throws IOException {
		// given
		DataSource with = TestDatabase.migrated().dataSource();
		JdbcClient.create(with).sql("create table somebody_elses (id bigserial, word text)").update();
		JdbcClient.create(with).sql("insert into somebody_elses (word) values ('mine')").update();
		Path file = folder.resolve("with.zip");
		Backup.write(at(with), file);
		DataSource target = TestDatabase.fresh().dataSource();
		// when, then
		assertThat(Restore.read(file, at(target))).contains("Left out, since none of Stocktake's: somebody_elses.");
		assertThat(structure(target)).isEqualTo(structure(source));
		refused(changed("without.zip", Manifest.NAME,
				(json) -> json.replaceFirst("(?s)\\{\\s*\"name\" : \"audit\".*?\\},\\s*\\{", "{")),
				"The table audit is not in this backup");
	}

	@Test
	void anInterruptedRestoreIsBegunAnewAndNothingStartsOnIt() throws SQLException {
		// given
		DataSource target = TestDatabase.fresh().dataSource();
		new Schema(at(target)).prepare("011");
		// when, then
		assertThatExceptionOfType(RuntimeException.class)
			.isThrownBy(() -> SchemaHistory.of(target).callbacks(new RestoreMark()).load().migrate())
			.withStackTraceContaining("give the command restore again");
		Restore.read(backup, at(target));
		SchemaHistory.of(target).callbacks(new RestoreMark()).load().migrate();
		assertThat(rows(target, "party")).isEqualTo(rows(source, "party"));
	}

	@Test
	void theDemonstrationNeverGetsIntoADatabaseOfItsOwn() {
		// given
		Path file = folder.resolve("embedded.zip");
		Backup.write(new Whereabouts("here", true, source, () -> {
		}), file);
		DataSource target = TestDatabase.fresh().dataSource();
		// when, then
		refused(file, target, "whose password everybody knows");
		assertThatExceptionOfType(BackupRefused.class)
			.isThrownBy(() -> Restore.read(backup, new Whereabouts("here", true, target, () -> {
			})))
			.withMessageContaining("would add the demonstration's accounts");
	}

	@Test
	void theEmbeddedDatabaseIsReachedRunningOrNot(@TempDir Path data) {
		// given
		MockEnvironment settings = new MockEnvironment().withProperty("stocktake.data", data.toString());
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> Whereabouts.ofWhatRuns(settings))
			.withMessageContaining("There is no database in the data folder");
		assertThat(data).isEmptyDirectory();
		try (EmbeddedDatabase running = EmbeddedDatabase.open(data)) {
			SchemaHistory.of(running.dataSource()).load().migrate();
			// when
			try (Whereabouts database = Whereabouts.ofWhatRuns(settings)) {
				Backup.write(database, data.resolve("running.zip"));
			}
			// then
			assertThat(rows(running.dataSource(), "reminder_run")).hasSize(1);
			assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> Whereabouts.ofWhatRests(settings))
				.withMessageContaining("already running");
		}
		try (Whereabouts database = Whereabouts.ofWhatRuns(settings)) {
			Backup.write(database, data.resolve("resting.zip"));
		}
		assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
		Path elsewhere = data.resolve("elsewhere");
		settings.setProperty("stocktake.data", elsewhere.toString());
		try (Whereabouts database = Whereabouts.ofWhatRests(settings)) {
			assertThat(Restore.read(data.resolve("running.zip"), database)).contains("is restored to");
		}
	}

	@Test
	void theCommandSaysWhatItDoesAndWhatIsWrong() {
		// given
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		ByteArrayOutputStream problems = new ByteArrayOutputStream();
		TestDatabase.Address address = TestDatabase.migrated();
		Map<String, String> settings = Map.of("spring.datasource.url", address.url(), "spring.datasource.username",
				address.username(), "spring.datasource.password", address.password());
		settings.forEach(System::setProperty);
		LoggingSystem logging = LoggingSystem.get(getClass().getClassLoader());
		LogLevel level = logging.getLoggerConfiguration("ROOT").getEffectiveLevel();
		try {
			// when
			int done = Backup.run(List.of("--to", "-"), new PrintStream(out), new PrintStream(problems));
			int again = Backup.run(List.of("--to", backup.toString()), new PrintStream(out), new PrintStream(problems));
			int onto = Restore.run(List.of("--from", backup.toString()), new PrintStream(out),
					new PrintStream(problems));
			// then
			assertThat(List.of(done, again, onto)).containsExactly(0, 1, 1);
			assertThat(out.toByteArray()).startsWith('P', 'K');
			assertThat(problems.toString()).containsSubsequence("is written.", "exists already", "is not empty");
		}
		finally {
			settings.keySet().forEach(System::clearProperty);
			logging.setLogLevel("ROOT", level); // as it is for the other tests of this
												// run
		}
	}

	@Test
	void theCallNamesOneFile() {
		// when, then
		for (List<String> arguments : List.of(List.<String>of(), List.of("--to"), List.of("--from", "x"),
				List.of("--to", "x", "y"))) {
			assertThatExceptionOfType(BackupRefused.class).isThrownBy(() -> BackupCall.of("backup", "--to", arguments))
				.withMessage("Call it as: backup --to FILE");
		}
		assertThat(BackupCall.of("backup", "--to", List.of("--to", "x")).file()).isEqualTo(Path.of("x"));
	}

	private static void refused(Path file, String why) {
		refused(file, TestDatabase.fresh().dataSource(), why);
	}

	private static void refused(Path file, DataSource target, String why) {
		List<String> before = structure(target);
		assertThatExceptionOfType(BackupRefused.class).isThrownBy(() -> Restore.read(file, at(target)))
			.withMessageContaining(why);
		assertThat(structure(target)).isEqualTo(before);
	}

	private static Path copy(String name) throws IOException {
		return Files.copy(backup, folder.resolve(name), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
	}

	private static Path changed(String name, String entry, UnaryOperator<String> change) throws IOException {
		Path file = copy(name);
		try (FileSystem zip = FileSystems.newFileSystem(file)) {
			String before = Files.readString(zip.getPath(entry));
			assertThat(change.apply(before)).isNotEqualTo(before);
			Files.writeString(zip.getPath(entry), change.apply(before));
		}
		return file;
	}

	private static Whereabouts at(DataSource database) {
		return new Whereabouts("a test", false, database, () -> {
		});
	}

	private static <T> T in(DataSource database, java.util.function.Function<Catalog, T> question) throws SQLException {
		try (Connection connection = database.getConnection()) {
			return question.apply(new Catalog(connection));
		}
	}

	private static List<String> rows(DataSource database, String table) {
		return JdbcClient.create(database)
			.sql("select cast(t as text) from %s t order by 1".formatted(table))
			.query(String.class)
			.list();
	}

	/** Columns, constraints, indexes and triggers with their state. */
	private static List<String> structure(DataSource database) {
		return JdbcClient.create(database)
			.sql("""
					select concat_ws(' ', table_name, column_name, data_type, is_nullable, column_default, identity_generation)
					from information_schema.columns where table_schema = 'public'
					union all select concat_ws(' ', conrelid::regclass, conname, pg_get_constraintdef(oid))
					from pg_constraint where connamespace = 'public'::regnamespace
					union all select indexdef from pg_indexes where schemaname = 'public'
					union all select concat_ws(' ', pg_get_triggerdef(t.oid), tgenabled) from pg_trigger t
					where not tgisinternal order by 1""")
			.query(String.class)
			.list();
	}

	private static byte[] bytes() {
		byte[] bytes = new byte[256];
		for (int each = 0; each < bytes.length; each++) {
			bytes[each] = (byte) each;
		}
		return bytes;
	}

}
