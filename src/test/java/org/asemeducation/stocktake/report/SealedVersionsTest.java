package org.asemeducation.stocktake.report;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.asemeducation.stocktake.report.model.ReportModel.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SealedVersionsTest {

	private final RolledBackDatabase database = new RolledBackDatabase();

	private final ReportFixture fixture = new ReportFixture(this.database.jdbc()).everyStanding();

	private final Reports reports = this.fixture.reports();

	private final SealedVersions sealed = new SealedVersions(this.database.jdbc());

	private SealedVersion version;

	@BeforeEach
	void seal() {
		this.version = this.fixture.seal(State.FOR_OFFICIALS);
	}

	@AfterEach
	void undo() {
		this.database.close();
	}

	@Test
	void everyFileIsKeptAsBytesWithItsChecksum() {
		assertThat(this.version.files()).extracting(SealedVersion.File::name)
			.containsExactly("report.html", "report.docx", "report.pdf", "report.xlsx", "report.csv", "report.json",
					"annex.docx", "annex.pdf", "annex.xlsx");
		assertThat(this.version.files()).allSatisfy((file) -> {
			byte[] content = content(file.name());
			assertThat(file.size()).isEqualTo(content.length).isPositive();
			assertThat(file.sha256()).isEqualTo(SealedVersions.sha256(content)).matches("[0-9a-f]{64}");
		});
		assertThat(this.version.sealedBy()).isEqualTo("aes");
		assertThat(this.version.sealedAt()).isEqualTo(ReportFixture.NOW);
		this.sealed.verify(this.version);
	}

	@Test
	void theDataCarriesTheWorkPlan() throws Exception {
		JsonNode file = new JsonMapper().readTree(content("report.json"));

		assertThat(file.at("/state").asText()).isEqualTo("for-officials");
		assertThat(file.at("/formatVersion").asInt()).isEqualTo(2);
		assertThat(file.at("/workPlan/title").asText()).isEqualTo("ASEMME9: work plan for the next two years");
		assertThat(file.at("/workPlan/lines")).hasSize(3);
		assertThat(file.at("/workPlan/lines/2")).isEqualTo(new JsonMapper().readTree("""
				{"number": 4, "initiative": "A03-I01", "activity": "서울대학교 seminar", "period": "2025",
				"output": "Proceedings"}"""));
	}

	@Test
	void sealingTwiceChangesNothing() {
		SealedVersion again = this.fixture.seal(State.FOR_OFFICIALS);

		assertThat(again).isEqualTo(this.version);
		assertThat(this.sealed.of(ReportFixture.CYCLE)).containsExactly(this.version);
	}

	@Test
	void whatHappensAfterwardsIsNotInIt() {
		byte[] before = content("report.html");
		this.fixture.chapter("foreword", "Words written later.");
		this.fixture.seal(State.FOR_MINISTERS);

		assertThat(content("report.html")).isEqualTo(before);
		assertThat(new String(before, StandardCharsets.UTF_8)).doesNotContain("Words written later.");
		assertThat(this.sealed.of(ReportFixture.CYCLE)).extracting(SealedVersion::version).containsExactly(2, 1);
		assertThat(this.reports.version(ReportFixture.CYCLE, 2)).get()
			.extracting(ReportModel::chapters)
			.asString()
			.contains("Words written later.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "update sealed_file set content = 'forged'",
			"update sealed_file set content = 'forged', sha256 = encode(sha256('forged'), 'hex')",
			"delete from sealed_file", "truncate sealed_file", "update sealed_version set sealed_by = 'somebody'",
			"delete from sealed_version", "truncate sealed_version cascade", "update compiled_report set model = '{}'",
			"delete from compiled_report", "truncate compiled_report cascade" })
	void theDatabaseRefusesToChangeOrRemoveAnything(String tampering) {
		assertRefused(tampering, "is never changed or removed");
	}

	@ParameterizedTest
	@ValueSource(strings = { "update publication set version = 1", "delete from publication",
			"truncate publication cascade" })
	void aPublicationStays(String tampering) {
		this.reports.publish(ReportFixture.CYCLE);

		assertRefused(tampering, "is never changed or removed");
	}

	@Test
	void aSealedVersionGetsNoFileLateron() {
		JdbcClient jdbc = this.database.jdbc();
		jdbc.sql("alter table sealed_version disable trigger user").update();
		jdbc.sql("savepoint sealed").update();
		jdbc.sql("update sealed_version set sealed_by = sealed_by where version = 1").update();

		assertRefused("""
				insert into sealed_file (cycle, version, name, content, sha256)
				values ('ASEMME9', 1, 'changes.html', 'x', encode(sha256('x'), 'hex'))""", "it gets no more files");
	}

	@Test
	void aFileWhoseChecksumIsNotItsOwnIsNotKept() {
		assertRefused("""
				insert into sealed_file (cycle, version, name, content, sha256)
				values ('ASEMME9', 1, 'report.html', 'other', repeat('0', 64))""", "sealed_file_checksum");
	}

	@ParameterizedTest
	@ValueSource(strings = { "update sealed_file set content = 'forged' where name = 'annex.docx'",
			"delete from sealed_file where name = 'annex.docx'" })
	void whoeverGetsRoundTheDatabaseIsFoundOutBeforePublication(String tampering) {
		this.database.jdbc().sql("alter table sealed_file disable trigger user").update();
		this.database.jdbc().sql("alter table sealed_file drop constraint sealed_file_checksum").update();
		this.database.jdbc().sql(tampering).update();

		assertThatThrownBy(() -> this.reports.publish(ReportFixture.CYCLE)).isInstanceOf(IllegalStateException.class)
			.hasMessageContaining("annex.docx of version 1 of the report of ASEMME9 is not what was sealed");
		assertThat(this.reports.published(ReportFixture.CYCLE)).isEmpty();
	}

	private byte[] content(String file) {
		Optional<byte[]> content = ReportFormat.of(file)
			.flatMap((format) -> this.sealed.content(ReportFixture.CYCLE, this.version.version(), format));
		return content.orElseThrow();
	}

	/** The transaction goes on as if nothing had been tried. */
	private void assertRefused(String tampering, String why) {
		List<byte[]> before = List.of(content("report.html"), content("annex.docx"));
		this.database.jdbc().sql("savepoint untouched").update();
		assertThatThrownBy(() -> this.database.jdbc().sql(tampering).update()).hasStackTraceContaining(why);
		this.database.jdbc().sql("rollback to savepoint untouched").update();
		assertThat(content("report.html")).isEqualTo(before.get(0));
		assertThat(content("annex.docx")).isEqualTo(before.get(1));
	}

}
