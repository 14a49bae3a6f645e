package org.asemeducation.stocktake.report.model;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.asemeducation.stocktake.report.AcceptedWords;
import org.asemeducation.stocktake.report.ReportFixture;
import org.asemeducation.stocktake.report.RolledBackDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class JsonReportTest {

	private final RolledBackDatabase database = new RolledBackDatabase();

	private final ReportModel report = new ReportFixture(this.database.jdbc()).everyStanding()
		.reports()
		.compile(ReportFixture.CYCLE);

	@AfterEach
	void undo() {
		this.database.close();
	}

	@Test
	void everyAcceptedFieldStandsOnceAndNothingElse() throws IOException {
		StringBuilder texts = new StringBuilder();

		collect(new JsonMapper().readTree(written()), texts);

		AcceptedWords.assertEachStandsOnceIn(texts.toString());
		AcceptedWords.assertNothingUnacceptedIn(written());
	}

	@Test
	void theFileNamesItsFormatAndItsChecksum() throws IOException {
		JsonNode file = new JsonMapper().readTree(written());

		assertThat(file.get("format").asText()).isEqualTo("asem-education-stocktaking-report");
		assertThat(file.get("checksum").asText()).isEqualTo(JsonReport.checksum(this.report)).hasSize(64);
		assertThat(file.get("state").asText()).isEqualTo("draft");
		assertThat(file.at("/cycle/closedAt").asText()).isEqualTo("2023-12-01T22:59:59Z");
		assertThat(file.at("/parts/0/actions/0/initiatives/1/standing").asText()).isEqualTo("under-review");
	}

	@Test
	void theCanonicalFormReadsBackAsTheSameModel() {
		String canonical = JsonReport.canonical(this.report);

		assertThat(JsonReport.read(canonical)).isEqualTo(this.report);
		assertThat(JsonReport.canonical(JsonReport.read(canonical))).isEqualTo(canonical);
	}

	@Test
	void theSameModelGivesTheSameBytes() throws IOException {
		assertThat(written()).isEqualTo(written());
	}

	private String written() throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		new JsonReport().write(this.report, out);
		return out.toString(StandardCharsets.UTF_8);
	}

	private static void collect(JsonNode node, StringBuilder texts) {
		if (node.isTextual()) {
			texts.append(node.asText()).append('\n');
		}
		node.forEach((it) -> collect(it, texts));
	}

}
