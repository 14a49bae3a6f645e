package org.asemeducation.stocktake.report.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.asemeducation.stocktake.report.document.Block;
import org.asemeducation.stocktake.report.document.Passage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SearchTest {

	private static final Block BLOCK = new Block.Prose(Block.Prose.Tone.PLAIN, "");

	private static final Row MALMO = row("A01-I01", "Summer school in Malmö", 1, Set.of(1, 2), Set.of("Sweden"),
			Set.of("Europe"), Status.COMPLETED, "Forty students came from Việt Nam.", "They go on.");

	private static final Row SEOUL = row("A02-I03", "Credit recognition", 2, Set.of(), Set.of("Republic of Korea"),
			Set.of("Asia"), Status.NO_UPDATE_RECEIVED, "No update received.");

	private static final List<Row> ROWS = List.of(MALMO, SEOUL);

	@ParameterizedTest
	@CsvSource({ ",,,,,,A01-I01 A02-I03", "malmo,,,,,,A01-I01", "'viet  FORTY',,,,,,A01-I01", "forty korea,,,,,,",
			"a02-i03,,,,,,A02-I03", ",2,,,,,A01-I01", ",9,,,,,", ",,2,,,,A02-I03", ",,,Sweden,,,A01-I01",
			",,,,Asia,,A02-I03", ",,,,,no-update-received,A02-I03", "summer,1,1,Sweden,Europe,completed,A01-I01",
			"summer,1,1,Sweden,Asia,completed,", "' ',' ',,,,,A01-I01 A02-I03", ",one,,,,," })
	void whatIsAskedForMustAllBeThere(String q, String objective, String action, String party, String region,
			String status, String found) {
		// when
		List<Search.Found> result = new Search(q, objective, action, party, region, status).in(ROWS);
		// then
		assertThat(String.join(" ", result.stream().map((it) -> it.row().id()).toList()))
			.isEqualTo((found != null) ? found : "");
	}

	@Test
	void aWordOfTheSheetLeadsToItsParagraph() {
		// when
		List<Search.Found> found = new Search("summer FORTY", null, null, null, null, null).in(ROWS);
		// then
		assertThat(found).singleElement().satisfies((it) -> {
			assertThat(it.excerpt()).isEqualTo("Forty students came from Việt Nam.");
			assertThat(it.anchor()).isEqualTo("A01-I01-progress-p1");
		});
		assertThat(new Search("summer", null, null, null, null, null).in(ROWS)).singleElement()
			.matches((it) -> it.excerpt() == null);
	}

	@Test
	void aLongParagraphIsShownAroundTheWord() {
		// given
		Row row = row("A01-I02", "Network", 1, Set.of(), Set.of(), Set.of(), Status.UNSAID,
				"before ".repeat(100) + "needle " + "after ".repeat(100));
		// when
		String excerpt = new Search("needle", null, null, null, null, null).in(List.of(row)).get(0).excerpt();
		// then
		assertThat(excerpt).startsWith("… before").contains(" needle ").endsWith("after …").hasSizeLessThan(260);
	}

	private static Row row(String id, String title, int action, Set<Integer> objectives, Set<String> parties,
			Set<String> regions, Status status, String... paragraphs) {
		List<Passage> passages = new ArrayList<>();
		passages.add(new Passage(id, 0, title + ", as a whole", title, false, false, BLOCK, null));
		for (String paragraph : paragraphs) {
			passages
				.add(new Passage(id + "-progress", passages.size(), "a paragraph", paragraph, true, true, BLOCK, null));
		}
		return new Row(id, title, false, String.join(", ", parties), action, "Action", objectives, Set.of(), parties,
				regions, status, status.words(), passages);
	}

}
