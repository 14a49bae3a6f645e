package org.asemeducation.stocktake.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@TestInstance(Lifecycle.PER_CLASS)
class InterruptedDemonstrationTest {

	private final EmbeddedDatabase database = EmbeddedDatabase.throwAway();

	private JdbcClient jdbc;

	@TempDir
	private Path outbox;

	@BeforeAll
	void connect() {
		this.jdbc = JdbcClient.create(this.database.dataSource());
	}

	@AfterAll
	void close() {
		this.database.close();
	}

	@Test
	void emptyDatabaseIsLeftAlone() {
		// given
		this.database.empty();

		// when
		clearAway();

		// then
		assertThat(yes("select to_regclass('cycle') is null")).isTrue();
	}

	@Test
	void databaseAndMailsOfAnInterruptedOneAreCleared() throws IOException {
		// given
		migrated();
		begun("DEMO-2026", false);
		this.jdbc.sql("""
				insert into contact (id, user_id, name, email, added_at) overriding system value
				values (1, 'a', 'A', 'a@stocktake.example', now())""").update();
		this.jdbc.sql("""
				insert into mail (id, contact, recipient, state, queued_at, bundled_at) overriding system value
				values (12, 1, 'a@stocktake.example', 'sending', now(), now())""").update();
		Path mail = mail("20260101T090000Z-a@stocktake.example-12.eml");
		Path older = mail("20250101T090000Z-a@stocktake.example-112.eml");

		// when
		clearAway();

		// then
		assertThat(yes("select to_regclass('cycle') is null")).isTrue();
		assertThat(mail).doesNotExist();
		assertThat(older).exists();
	}

	@Test
	void completedOneStays() throws IOException {
		// given
		migrated();
		begun("DEMO-2026", true);

		// when
		clearAway();

		// then
		assertThat(yes("select exists (select from cycle)")).isTrue();
	}

	@Test
	void cyclesOfOnesOwnAreNeverTouched() throws IOException {
		// given
		migrated();
		begun("DEMO-2026", false);
		cycle("ASEMME10");

		// when
		clearAway();

		// then
		assertThat(yes("select count(*) = 2 from cycle")).isTrue();
	}

	@Test
	void databaseThatWasNeverADemonstrationIsNotTouched() throws IOException {
		// given
		migrated();
		cycle("ASEMME10");

		// when
		clearAway();

		// then
		assertThat(yes("select exists (select from cycle)")).isTrue();
	}

	private void migrated() {
		this.database.empty();
		Flyway.configure()
			.dataSource(this.database.dataSource())
			.javaMigrations(new V001__CreateEngineTables())
			.load()
			.migrate();
	}

	private void begun(String cycle, boolean completed) {
		cycle(cycle);
		this.jdbc.sql("""
				insert into demonstration (cycles, started_at, completed_at)
				values (array[:cycle], now(), case when :completed then now() end)""")
			.param("cycle", cycle)
			.param("completed", completed)
			.update();
	}

	private void cycle(String name) {
		this.jdbc.sql("""
				insert into cycle (name, title, zone, state, opened_at, opened_by)
				values (:name, 'A cycle', 'Europe/Rome', 'opened', now(), 'aes')""").param("name", name).update();
	}

	private Path mail(String name) throws IOException {
		return Files.writeString(this.outbox.resolve(name), "a mail");
	}

	private void clearAway() {
		InterruptedDemonstration.clearAway(this.database, this.outbox);
	}

	private boolean yes(String question) {
		return this.jdbc.sql(question).query(Boolean.class).single();
	}

}
