package org.asemeducation.stocktake.backup.archive;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.engine.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever the schema holds is told, or named as left out with a reason.
 */
class ContentsTest {

	private final Contents contents = Contents.read();

	private final JdbcClient jdbc = JdbcClient.create(TestDatabase.migrated().dataSource());

	private final Map<String, List<Column>> schema = new Tables(this.jdbc, this.contents).all();

	@Test
	void everyTableIsToldOrLeftOutWithAReason() {
		// given
		Set<String> told = told();
		// then
		assertThat(this.schema).hasSizeGreaterThan(150).containsKeys("audit", "act_ru_task", "team_change");
		assertThat(neither(this.schema))
			.as("Tables that the archive neither tells nor leaves out: give each a line in archive/told.csv, or in archive/left-out.csv with a reason")
			.isEmpty();
		assertThat(told).allMatch((table) -> this.contents.withoutTable(table).isEmpty());
		assertThat(this.contents.told()).extracting(Told::table).doesNotHaveDuplicates();
		assertThat(this.contents.leftOut()).allMatch((one) -> one.because().endsWith("."));
	}

	@Test
	void aTableOfTomorrowIsMissedAtOnce() {
		// given
		this.jdbc.sql("create table tomorrow (id int primary key, words text)").update();
		// then
		assertThat(neither(new Tables(this.jdbc, this.contents).all())).containsExactly("tomorrow");
	}

	private List<String> neither(Map<String, List<Column>> tables) {
		return tables.keySet()
			.stream()
			.filter((table) -> !told().contains(table) && this.contents.withoutTable(table).isEmpty())
			.toList();
	}

	private Set<String> told() {
		return this.contents.told().stream().map(Told::table).collect(Collectors.toSet());
	}

	@Test
	void whatIsNamedIsThere() {
		assertThat(this.contents.told()).allMatch((told) -> this.schema.containsKey(told.table()));
		assertThat(this.contents.leftOut())
			.filteredOn((one) -> !one.table().endsWith("*") && !one.table().equals("restore_unfinished"))
			.allMatch((one) -> this.schema.containsKey(one.table()) && (one.column().isEmpty()
					|| this.schema.get(one.table()).stream().anyMatch((column) -> column.name().equals(one.column()))));
	}

	@Test
	void bytesAreFilesOrLeftOut() {
		// given
		Tables tables = new Tables(this.jdbc, this.contents);
		List<String> bytes = this.contents.told()
			.stream()
			.map(Told::table)
			.filter((table) -> tables.told(table).stream().anyMatch(Column::isFile))
			.toList();
		// then
		assertThat(bytes).containsExactlyInAnyOrder("sealed_file", "conclusions_text", "paper_report",
				"report_template");
	}

	@Test
	void nothingThatOpensADoorIsTold() {
		// given
		Tables tables = new Tables(this.jdbc, this.contents);
		// then
		assertThat(
				this.contents.told().stream().flatMap((told) -> tables.told(told.table()).stream()).map(Column::name))
			.hasSizeGreaterThan(500)
			.noneMatch((name) -> name.matches(".*token.*|(.*_)?secret|.*password.*|.*salt.*"));
	}

	/**
	 * The same by name: a line that moves from {@code left-out.csv} to {@code told.csv}
	 * is seen even where its name says nothing.
	 */
	@ParameterizedTest
	@CsvSource({ "invitation, token_hash", "password_reset, token_hash", "proposal_link, token_hash",
			"calendar_feed, token_hash", "known_device, token_hash", "sign_in_budget, key", "web_session, session_id",
			"web_session_attributes, attribute_bytes", "act_id_user, pwd_", "act_id_user, salt_", "mail, secret",
			"mail, html", "draft, content", "earlier_draft, content", "report_form, content", "chapter_draft, text",
			"party_contribution_draft, content", "note, text", "note, link", "note, caption", "note, credit",
			"note, alternative", "earlier_note, text", "proposal, content" })
	void neitherKeysToTheHouseNorWordsThatNobodySentAreTold(String table, String column) {
		assertThat(this.schema.get(table)).as("columns of " + table).extracting(Column::name).contains(column);
		assertThat(told(table)).doesNotContain(column);
	}

	@Test
	void aKeyThatIsToldIsSeen() {
		Contents careless = new Contents(List.of(new Told("register", "mail", "Mails", "", "", "x.id", false, "")),
				List.of());
		assertThat(new Tables(this.jdbc, careless).told("mail")).extracting(Column::name).contains("secret");
	}

	private List<String> told(String table) {
		return told().contains(table)
				? new Tables(this.jdbc, this.contents).told(table).stream().map(Column::name).toList() : List.of();
	}

	@ParameterizedTest
	@CsvSource({ "programme.pdf, 7-programme.pdf", "../../etc/passwd, 7-etc-passwd", "CON.png, 7-CON.png",
			"Żółć é.jpg, 7-Zo-c-e.jpg", "ฉลาด.png, 7-file.png", "' .. ', 7-file", "a:b*c?.docx, 7-a-b-c.docx",
			"noending, 7-noending", "'trailing. ', 7-trailing" })
	void namesAreTakenByEverySystem(String name, String safe) {
		assertThat(SafeName.of(7, name)).isEqualTo(safe);
	}

}
