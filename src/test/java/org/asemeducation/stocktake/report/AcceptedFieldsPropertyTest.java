package org.asemeducation.stocktake.report;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.asemeducation.stocktake.report.document.Composition;
import org.asemeducation.stocktake.report.model.TemplateSource;
import org.asemeducation.stocktake.report.document.Passage;
import org.asemeducation.stocktake.report.document.Passages;
import org.asemeducation.stocktake.report.docx.DocxReport;
import org.asemeducation.stocktake.report.html.HtmlReport;
import org.asemeducation.stocktake.report.model.Initiative;
import org.asemeducation.stocktake.report.model.Instead;
import org.asemeducation.stocktake.report.model.JsonReport;
import org.asemeducation.stocktake.report.model.Origin;
import org.asemeducation.stocktake.report.model.PartyContribution;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.asemeducation.stocktake.report.model.ReportWriter;
import org.asemeducation.stocktake.report.pdf.PdfReport;
import org.asemeducation.stocktake.report.pdf.PdfSections;
import org.asemeducation.stocktake.report.table.ReportTable;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What holds of any report, whatever was submitted, returned, accepted and left open:
 * each accepted field stands exactly once in its fact sheet, in every format, and each of
 * an accepted contribution once in its chapter; whatever says it elsewhere names the
 * revision; nothing else that was written appears at all; and a further revision changes
 * what rests on it and nothing else.
 */
class AcceptedFieldsPropertyTest {

	/** Fields of running text, and what stands around the word that is looked for. */
	private static final List<String> TEXTS = List.of("progress", "highlights", "addedValue", "challenges",
			"conclusions", "planChanges");

	/** Fields that each row of a programme tells by itself. */
	private static final Set<String> OF_EACH_ROW = Set.of("planChanges", "commitments", "milestones", "plans", "links",
			"testimonial", "caption");

	private static final Pattern WORD = Pattern.compile("zq[a-z0-9]+qz");

	@Property(tries = 25)
	void eachAcceptedFieldStandsOnceInItsSheetAndNothingUnacceptedStandsAnywhere(@ForAll("cycles") List<Told> cycle,
			@ForAll("contributed") List<Contributed> contributed, @ForAll boolean confirmed) throws IOException {
		try (RolledBackDatabase database = new RolledBackDatabase()) {
			ReportFixture fixture = filled(database, cycle, confirmed);
			contributed.forEach((it) -> it.into(database.jdbc()));

			ReportModel report = fixture.reports().compile(ReportFixture.CYCLE);

			String html = written(new HtmlReport(ReportFixture.PICTURES), report);
			String json = written(new JsonReport(), report);
			Map<String, String> word = sheets(
					bytes(new DocxReport(ReportFixture.PICTURES, TemplateSource.NONE), report));
			Set<String> accepted = new TreeSet<>();
			for (Told told : cycle) {
				Set<String> fields = told.accepted();
				accepted.addAll(fields);
				String sheet = sheetOfHtml(html, told.id());
				String node = sheetOfJson(json, told.id());
				if (told.revision() != 0) { // a quote is no paragraph: its sheet names
											// the
											// revision
					assertThat(sheet).as(told.id()).contains("Revision %d, submitted".formatted(told.revision()));
				}
				assertThat(fields).allSatisfy((field) -> {
					assertThat(count(sheet, field)).as("%s in the sheet of %s, HTML", field, told.id()).isOne();
					assertThat(count(node, field)).as("%s in the sheet of %s, JSON", field, told.id()).isOne();
					assertThat(count(word.get(told.id()), field)).as("%s in the sheet of %s, Word", field, told.id())
						.isOne();
				});
			}
			for (Contributed one : contributed) {
				assertThat(one.accepted()).allSatisfy((field) -> {
					assertThat(count(sectionOfHtml(html, one.place()), field)).as("%s, HTML", field).isOne();
					assertThat(count(html, field)).as("%s anywhere, HTML", field).isOne();
					assertThat(count(contributionOfJson(json, one.place()), field)).as("%s, JSON", field).isOne();
					assertThat(count(word.getOrDefault(one.name(), ""), field)).as("%s, Word", field).isOne();
				});
				accepted.addAll(one.accepted());
			}
			assertThat(words(html)).isEqualTo(accepted);
			assertThat(words(json)).isEqualTo(accepted);
			assertThat(words(String.join("\n", word.values()))).isEqualTo(accepted);
		}
	}

	@Property(tries = 8)
	void soItIsOnPaperAndInTheTables(@ForAll("cycles") List<Told> cycle,
			@ForAll("contributed") List<Contributed> contributed, @ForAll boolean confirmed) throws IOException {
		try (RolledBackDatabase database = new RolledBackDatabase()) {
			ReportFixture fixture = filled(database, cycle, confirmed);
			contributed.forEach((it) -> it.into(database.jdbc()));
			ReportModel report = fixture.reports().compile(ReportFixture.CYCLE);
			ByteArrayOutputStream csv = new ByteArrayOutputStream();
			ByteArrayOutputStream xlsx = new ByteArrayOutputStream();
			new ReportTable().csv(report, csv);
			new ReportTable().xlsx(report, xlsx);

			Map<String, Map<String, String>> formats = Map.of("PDF",
					PdfSections.of(bytes(new PdfReport(ReportFixture.PICTURES), report)), "CSV",
					rows(csv.toString(StandardCharsets.UTF_8)), "XLSX", rows(xlsx.toByteArray()));

			Set<String> accepted = cycle.stream()
				.flatMap((told) -> told.accepted().stream())
				.collect(Collectors.toCollection(TreeSet::new));
			formats.forEach((format, sheets) -> {
				for (Told told : cycle) {
					assertThat(told.accepted())
						.allSatisfy((field) -> assertThat(count(sheets.getOrDefault(told.id(), ""), field))
							.as("%s in the sheet of %s, %s", field, told.id(), format)
							.isOne());
				}
				Set<String> all = new TreeSet<>(accepted);
				if (format.equals("PDF")) { // tables have a row for each initiative, and
											// no chapters
					contributed.forEach((one) -> all.addAll(one.accepted()));
					for (Contributed one : contributed) {
						String section = sheets.getOrDefault(PartyContribution.CHAPTER, "");
						assertThat(one.accepted())
							.allSatisfy((field) -> assertThat(count(section, field)).as("%s, PDF", field).isOne());
					}
				}
				assertThat(words(String.join("\n", sheets.values()))).as(format).isEqualTo(all);
			});
		}
	}

	@Property(tries = 25)
	void whateverSaysAnAcceptedFieldNamesItsRevision(@ForAll("cycles") List<Told> cycle,
			@ForAll("contributed") List<Contributed> contributed, @ForAll boolean confirmed) {
		try (RolledBackDatabase database = new RolledBackDatabase()) {
			ReportFixture fixture = filled(database, cycle, confirmed);
			contributed.forEach((it) -> it.into(database.jdbc()));

			ReportModel report = fixture.reports().compile(ReportFixture.CYCLE);

			Map<String, Told> byWord = new HashMap<>();
			cycle.forEach((told) -> told.accepted().forEach((word) -> byWord.put(word, told)));
			Map<String, Contributed> byParty = new HashMap<>();
			contributed.forEach((one) -> one.accepted().forEach((word) -> byParty.put(word, one)));
			Map<String, Origin> origins = origins(report);
			for (Passage passage : passages(report)) {
				Origin origin = Objects.requireNonNull(origins.get(id(passage)));
				assertThat(words(passage.text())).as(passage.called()).allSatisfy((word) -> {
					if (byParty.containsKey(word)) {
						assertThat(origin.from()).isEqualTo(Origin.From.CONTRIBUTION);
						assertThat(origin.place()).startsWith(byParty.get(word).place() + "-");
						return;
					}
					Told told = Objects.requireNonNull(byWord.get(word));
					assertThat(origin.initiative()).isEqualTo(told.id());
					assertThat(origin.revision()).isEqualTo(told.revision());
					assertThat(origin.acceptedBy()).isNotNull();
				});
			}
		}
	}

	@Property(tries = 25)
	void aFurtherRevisionChangesWhatRestsOnItAndNothingElse(@ForAll("cycles") List<Told> cycle,
			@ForAll("contents") Map<String, Boolean> further, @ForAll boolean confirmed) {
		try (RolledBackDatabase database = new RolledBackDatabase()) {
			ReportFixture fixture = filled(database, cycle, confirmed);
			Told one = cycle.get(0);
			ReportModel before = fixture.reports().compile(ReportFixture.CYCLE);

			int number = one.revisions().size() + (one.open() ? 2 : 1);
			fixture.accepted(
					fixture.revision(one.id(), number, "2023-11-01T10:00:00Z", content(one.id(), number, further)),
					"2023-11-02T10:00:00Z");
			ReportModel after = fixture.reports().compile(ReportFixture.CYCLE);

			assertThat(others(after, one.id())).isEqualTo(others(before, one.id()));
			assertThat(restingElsewhere(after, one.id())).isNotEmpty().isEqualTo(restingElsewhere(before, one.id()));
			assertThat(initiative(after, one.id()).update().revision()).isEqualTo(number);
			assertThat(after.paragraphs()).filteredOn((it) -> one.id().equals(it.initiative()))
				.filteredOn((it) -> it.revision() != null)
				.isNotEmpty()
				.allMatch((it) -> it.revision() == number);
			assertOnlyShifted(counted(before, one.id()), counted(after, one.id()));
		}
	}

	@Property(tries = 15)
	void anEditStandsOnceInPlaceOfItsParagraphAndNamesTheRevision(@ForAll("cycles") List<Told> cycle)
			throws IOException {
		try (RolledBackDatabase database = new RolledBackDatabase()) {
			ReportFixture fixture = filled(database, cycle, false);
			ReportModel before = fixture.reports().compile(ReportFixture.CYCLE);
			List<Passage> written = passages(before).stream()
				.filter((it) -> it.prose() && words(it.text()).size() == 1)
				.toList();
			Map<String, Told> byId = cycle.stream().collect(Collectors.toMap(Told::id, (it) -> it));
			Set<String> expected = new TreeSet<>(words(written(new JsonReport(), before)));
			for (int i = 0; i < written.size(); i++) {
				Passage passage = written.get(i);
				Told told = byId.get(passage.place().substring(0, "A01-I01".length()));
				fixture.edits()
					.make(ReportFixture.CYCLE, passage.place(), passage.paragraph(), told.revision(), passage.text(),
							"Edited: %s.".formatted(edited(i)), null, "aes");
				expected.removeAll(words(passage.text()));
				expected.add(edited(i));
			}

			ReportModel report = fixture.reports().compile(ReportFixture.CYCLE);

			String html = written(new HtmlReport(ReportFixture.PICTURES), report);
			String json = written(new JsonReport(), report);
			Map<String, String> word = sheets(
					bytes(new DocxReport(ReportFixture.PICTURES, TemplateSource.NONE), report));
			Map<String, Origin> origins = origins(report);
			for (int i = 0; i < written.size(); i++) {
				String id = written.get(i).place().substring(0, "A01-I01".length());
				String edit = edited(i);
				assertThat(count(html, edit)).as("%s, HTML", edit).isOne();
				assertThat(count(json, edit)).as("%s, JSON", edit).isOne();
				assertThat(count(word.get(id), edit)).as("%s, Word", edit).isOne();
				Passage printed = passages(report).stream()
					.filter((it) -> it.text().contains(edit))
					.findFirst()
					.orElseThrow();
				assertThat(Objects.requireNonNull(origins.get(id(printed)))).satisfies((it) -> {
					assertThat(it.edited()).isTrue();
					assertThat(it.revision()).isEqualTo(byId.get(id).revision());
				});
			}
			assertThat(words(html)).isEqualTo(expected);
			assertThat(words(json)).isEqualTo(expected);
			assertThat(words(String.join("\n", word.values()))).isEqualTo(expected);
		}
	}

	@Property(tries = 15)
	void aDeskTextStandsOnceWhereNothingWasAcceptedAndNowhereElse(@ForAll("cycles") List<Told> cycle)
			throws IOException {
		try (RolledBackDatabase database = new RolledBackDatabase()) {
			ReportFixture fixture = filled(database, cycle, false);
			cycle.forEach((told) -> fixture.missing()
				.choose(ReportFixture.CYCLE, told.id(), MissingAnswer.Choice.DESK_UPDATE,
						new Instead(Instead.DESK_UPDATE, "Seen: %s.".formatted(word(told.id(), 0, "desk")), null, null,
								null, null, null),
						"aes"));

			ReportModel report = fixture.reports().compile(ReportFixture.CYCLE);

			String html = written(new HtmlReport(ReportFixture.PICTURES), report);
			String json = written(new JsonReport(), report);
			Map<String, String> word = sheets(
					bytes(new DocxReport(ReportFixture.PICTURES, TemplateSource.NONE), report));
			for (Told told : cycle) {
				String desk = word(told.id(), 0, "desk");
				int times = (told.revision() == 0) ? 1 : 0;
				assertThat(count(html, desk)).as("%s, HTML", desk).isEqualTo(times);
				assertThat(count(json, desk)).as("%s, JSON", desk).isEqualTo(times);
				assertThat(count(word.get(told.id()), desk)).as("%s, Word", desk).isEqualTo(times);
			}
			assertThat(passages(report)).filteredOn((it) -> it.text().contains("deskqz"))
				.allSatisfy((it) -> assertThat(Objects.requireNonNull(origins(report).get(id(it))).from())
					.isEqualTo(Origin.From.DESK_UPDATE));
		}
	}

	@Property(tries = 15)
	void anAnswerInPlaceOfAnUpdateStandsOnceAndWhatWasSaidBeforeNowhere(@ForAll("cycles") List<Told> cycle)
			throws IOException {
		try (RolledBackDatabase database = new RolledBackDatabase()) {
			ReportFixture fixture = filled(database, cycle, false);
			for (Told told : cycle) {
				int number = told.revisions().size() + (told.open() ? 2 : 1);
				fixture.accepted(
						fixture.revision(told.id(), number, "2023-11-01T10:00:00Z",
								Map.of("answer", "concluded", "because", word(told.id(), number, "because"))),
						"2023-11-02T10:00:00Z");
			}

			ReportModel report = fixture.reports().compile(ReportFixture.CYCLE);

			String html = written(new HtmlReport(ReportFixture.PICTURES), report);
			JsonNode json = new JsonMapper().readTree(written(new JsonReport(), report));
			Map<String, String> word = sheets(
					bytes(new DocxReport(ReportFixture.PICTURES, TemplateSource.NONE), report));
			Set<String> expected = new TreeSet<>();
			for (Told told : cycle) {
				int number = told.revisions().size() + (told.open() ? 2 : 1);
				String because = word(told.id(), number, "because");
				expected.add(because);
				assertThat(count(sheetOfHtml(html, told.id()), because)).as("%s, HTML", because).isOne();
				assertThat(count(word.get(told.id()), because)).as("%s, Word", because).isOne();
				JsonNode answer = new JsonMapper().readTree(sheetOfJson(json.toString(), told.id())).path("answer");
				assertThat(answer.path("because").asText()).isEqualTo(because);
				assertThat(answer.path("revision").asInt()).isEqualTo(number);
			}
			assertThat(words(html)).isEqualTo(expected);
			assertThat(words(json.toString())).isEqualTo(expected);
			assertThat(words(String.join("\n", word.values()))).isEqualTo(expected);
		}
	}

	@Property(tries = 15)
	void aProgrammeTellsWhatItsRowsHaveInCommonOnceAndTheRestInEach(@ForAll("contents") Map<String, Boolean> said)
			throws IOException {
		try (RolledBackDatabase database = new RolledBackDatabase()) {
			Told first = new Told("A01-I01", List.of(true), List.of(said, said, said), false);
			Told second = new Told("A02-I01", List.of(true), List.of(said, said, said), false);
			ReportFixture fixture = filled(database, List.of(first), false);
			fixture.initiative(second.id(), 2, false);
			fixture.request(second.id(), "requested", null);
			fixture.accepted(fixture.revision(second.id(), 1, "2023-07-01T10:00:00Z", content(first.id(), 1, said)),
					"2023-08-01T10:00:00Z");
			database.jdbc()
				.sql("update cycle_initiative set programme = 'one' where cycle = ?")
				.param(ReportFixture.CYCLE.value())
				.update();

			ReportModel report = fixture.reports().compile(ReportFixture.CYCLE);

			String html = written(new HtmlReport(ReportFixture.PICTURES), report);
			Map<String, String> word = sheets(
					bytes(new DocxReport(ReportFixture.PICTURES, TemplateSource.NONE), report));
			said.forEach((field, isSaid) -> {
				String looked = word(first.id(), 1, field);
				int once = isSaid ? 1 : 0;
				int again = OF_EACH_ROW.contains(field) ? once : 0;
				assertThat(count(sheetOfHtml(html, first.id()), looked)).as("%s, HTML", looked).isEqualTo(once);
				assertThat(count(sheetOfHtml(html, second.id()), looked)).as("%s again, HTML", looked).isEqualTo(again);
				assertThat(count(word.get(first.id()), looked)).as("%s, Word", looked).isEqualTo(once);
				assertThat(count(word.get(second.id()), looked)).as("%s again, Word", looked).isEqualTo(again);
			});
			assertThat(words(html)).isEqualTo(first.accepted());
		}
	}

	private static String edited(int number) {
		return "zqedited%dqz".formatted(number);
	}

	/**
	 * The running numbers of all other paragraphs: those before the initiative stay,
	 * those behind it move by one and the same number.
	 */
	private static void assertOnlyShifted(Map<String, Integer> before, Map<String, Integer> after) {
		assertThat(after.keySet()).containsExactlyElementsOf(before.keySet());
		List<Integer> shifts = before.keySet().stream().map((it) -> after.get(it) - before.get(it)).distinct().toList();
		assertThat(shifts).hasSizeLessThanOrEqualTo(2);
		assertThat(shifts.size() < 2 || shifts.get(0) == 0).isTrue();
	}

	private static Map<String, Integer> counted(ReportModel report, String but) {
		Map<String, Integer> numbers = new LinkedHashMap<>();
		report.paragraphs()
			.stream()
			.filter((it) -> it.number() != null && !but.equals(it.initiative()))
			.forEach((it) -> numbers.put(it.place() + "-p" + it.paragraph(), it.number()));
		return numbers;
	}

	@Provide
	Arbitrary<List<Told>> cycles() {
		Arbitrary<List<Boolean>> verdicts = Arbitraries.of(true, false).list().ofMaxSize(3);
		return Combinators.combine(verdicts, contents(), contents(), contents(), Arbitraries.of(true, false))
			.as((given, first, second, third, open) -> new Told("", given, List.of(first, second, third), open))
			.list()
			.ofMinSize(2)
			.ofMaxSize(5)
			.map((all) -> IntStream.range(0, all.size())
				.mapToObj((index) -> all.get(index).called("A0%d-I01".formatted(index % 4 + 1 + index / 4 * 4)))
				.toList());
	}

	@Provide
	Arbitrary<List<Contributed>> contributed() {
		return Combinators
			.combine(Arbitraries.of(Became.values()), Arbitraries.integers().between(0, 2),
					Arbitraries.of(List.of(true, true), List.of(true, false), List.of(false, true)))
			.as((became, earlier, said) -> new Contributed(0, became, earlier, said.get(0), said.get(1)))
			.list()
			.ofMaxSize(4)
			.map((all) -> IntStream.range(0, all.size())
				.mapToObj((index) -> all.get(index).called(index + 1))
				.toList());
	}

	/** Which fields say something. */
	@Provide
	Arbitrary<Map<String, Boolean>> contents() {
		List<String> all = new ArrayList<>(TEXTS);
		all.addAll(List.of("partners", "events", "answers", "commitments", "contributions", "objectives", "plans",
				"links", "testimonial", "caption", "milestones"));
		return Arbitraries.of(true, false)
			.list()
			.ofSize(all.size())
			.map((said) -> IntStream.range(0, all.size())
				.boxed()
				.collect(Collectors.toMap(all::get, said::get, (one, other) -> one, LinkedHashMap::new)));
	}

	/** A plan of which it is confirmed what its actions serve, or of none. */
	private static ReportFixture filled(RolledBackDatabase database, List<Told> cycle, boolean confirmed) {
		ReportFixture fixture = new ReportFixture(database.jdbc());
		for (int action = 1; confirmed && action <= 4; action++) {
			fixture.confirmed(action, (action % 2 + 1) + ".1");
		}
		cycle.forEach((told) -> told.into(fixture));
		return fixture;
	}

	private static Map<String, Object> content(String id, int number, Map<String, Boolean> said) {
		Map<String, Object> content = new LinkedHashMap<>();
		TEXTS.stream()
			.filter(said::get)
			.forEach((field) -> content.put(field,
					"Before <b>%s</b> & after.\n\nMore %s.".formatted(word(id, number, field), ReportFixture.NASTY)));
		put(content, said, "partners", List.of("University of " + word(id, number, "partners")));
		put(content, said, "events", List.of(Map.of("date", "2023", "title", word(id, number, "events"))));
		put(content, said, "answers", Map.of("1", word(id, number, "answers")));
		put(content, said, "commitments",
				List.of(Map.of("position", 1, "outcome", "done", "sentence", word(id, number, "commitments"))));
		put(content, said, "contributions",
				List.of(Map.of("subgoal", "1.1", "sentence", word(id, number, "contributions"))));
		put(content, said, "objectives", List.of(Map.of("objective", "2", "sentence", word(id, number, "objectives"))));
		put(content, said, "plans", List.of(Map.of("activity", word(id, number, "plans"), "when", "2025")));
		put(content, said, "links",
				List.of(Map.of("title", word(id, number, "links"), "url", "https://example.org/a")));
		put(content, said, "milestones",
				List.of(Map.of("position", 2, "outcome", "done", "sentence", word(id, number, "milestones"))));
		List<Map<String, Object>> media = new ArrayList<>();
		if (said.get("testimonial")) {
			media.add(Map.of("kind", "testimonial", "words", word(id, number, "testimonial"), "speaker", "Somebody",
					"consent", true));
			media.add(Map.of("kind", "testimonial", "words", word(id, number, "refused"), "speaker", "Nobody",
					"consent", false));
		}
		if (said.get("caption")) {
			media.add(Map.of("kind", "picture", "link", "https://example.org/a.jpg", "caption",
					word(id, number, "caption"), "consent", true));
			media.add(Map.of("kind", "picture", "link", "https://example.org/b.jpg", "caption",
					word(id, number, "hidden"), "consent", false));
		}
		content.put("media", media);
		content.put("completion", (number % 2 == 0) ? "completed" : "partly-completed");
		return content;
	}

	private static void put(Map<String, Object> content, Map<String, Boolean> said, String field, Object value) {
		if (said.get(field)) {
			content.put(field, value);
		}
	}

	private static String word(String id, int number, String field) {
		return "zq%sr%dx%sqz".formatted(id.toLowerCase(Locale.ROOT).replace("-", ""), number,
				field.toLowerCase(Locale.ROOT));
	}

	private static Set<String> words(String text) {
		return WORD.matcher(text).results().map((it) -> it.group()).collect(Collectors.toCollection(TreeSet::new));
	}

	private static long count(String text, String word) {
		return WORD.matcher(text).results().filter((it) -> it.group().equals(word)).count();
	}

	private static String sheetOfHtml(String html, String id) {
		assertThat(html).contains("<section class=\"sheet\" id=\"%s\"".formatted(id));
		return sectionOfHtml(html, id);
	}

	private static String sectionOfHtml(String html, String id) {
		Matcher start = Pattern.compile("<section class=\"[a-z]+\" id=\"%s\"".formatted(id)).matcher(html);
		int from = start.find() ? start.start() : html.length();
		int depth = 0;
		Matcher tags = Pattern.compile("<(/?)section[ >]").matcher(html);
		for (boolean found = tags.find(from); found; found = tags.find()) {
			depth += tags.group(1).isEmpty() ? 1 : -1;
			if (depth == 0) {
				return html.substring(from, tags.end());
			}
		}
		throw new AssertionError("%s has no section.".formatted(id));
	}

	private static String sheetOfJson(String json, String id) throws IOException {
		for (JsonNode initiatives : new JsonMapper().readTree(json).path("parts").findValues("initiatives")) {
			for (JsonNode one : initiatives) {
				if (one.path("id").asText().equals(id)) {
					return one.toString();
				}
			}
		}
		throw new AssertionError("%s is not in the data.".formatted(id));
	}

	private static String contributionOfJson(String json, String id) throws IOException {
		for (JsonNode one : new JsonMapper().readTree(json).path("contributions")) {
			if (one.path("id").asText().equals(id)) {
				return one.toString();
			}
		}
		throw new AssertionError("%s is not in the data.".formatted(id));
	}

	/**
	 * The text under each heading of a fact sheet or a contribution, and all the rest
	 * under "".
	 */
	private static Map<String, String> sheets(byte[] docx) throws IOException {
		Map<String, StringBuilder> sheets = new LinkedHashMap<>();
		try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(docx))) {
			String sheet = "";
			for (IBodyElement element : document.getBodyElements()) {
				if (element instanceof XWPFParagraph paragraph) {
					String style = String.valueOf(paragraph.getStyle());
					if (style.matches("Heading[123]")) {
						Matcher id = Pattern.compile("^(A\\d\\d-I\\d\\d)\\b").matcher(paragraph.getText());
						boolean within = sheet.startsWith(Contributed.NAME)
								&& List.of("Activities", "Plans").contains(paragraph.getText());
						sheet = within ? sheet : (style.equals("Heading3") && id.find()) ? id.group(1)
								: paragraph.getText().startsWith(Contributed.NAME) ? paragraph.getText() : "";
					}
					sheets.computeIfAbsent(sheet, (key) -> new StringBuilder())
						.append(paragraph.getText())
						.append('\n');
				}
				else if (element instanceof XWPFTable table) {
					sheets.computeIfAbsent(sheet, (key) -> new StringBuilder()).append(table.getText()).append('\n');
				}
			}
		}
		return sheets.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (it) -> it.getValue().toString()));
	}

	/** Each row by the initiative's number. */
	private static Map<String, String> rows(String csv) throws IOException {
		Map<String, String> rows = new LinkedHashMap<>();
		try (CSVParser records = CSVFormat.DEFAULT.parse(new StringReader(csv))) {
			for (CSVRecord row : records) {
				rows.merge(row.get(0), String.join("\n", row), (one, again) -> one + "\n" + again);
			}
		}
		return rows;
	}

	private static Map<String, String> rows(byte[] xlsx) throws IOException {
		Map<String, String> rows = new LinkedHashMap<>();
		try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(xlsx))) {
			for (Sheet sheet : book) {
				for (Row row : sheet) {
					StringBuilder text = new StringBuilder();
					row.forEach((cell) -> text.append(cell).append('\n'));
					rows.merge(String.valueOf(row.getCell(0)), text.toString(), (one, again) -> one + "\n" + again);
				}
			}
		}
		return rows;
	}

	private static List<Passage> passages(ReportModel report) {
		return Passages.of(Composition.of(report)).all().stream().filter((it) -> it.paragraph() != 0).toList();
	}

	private static Map<String, Origin> origins(ReportModel report) {
		return report.paragraphs()
			.stream()
			.collect(Collectors.toMap((it) -> it.place() + "-p" + it.paragraph(), (it) -> it));
	}

	private static String id(Passage passage) {
		return passage.place() + "-p" + passage.paragraph();
	}

	private static List<Initiative> others(ReportModel report, String id) {
		return report.initiatives().filter((it) -> !it.id().equals(id)).toList();
	}

	/**
	 * Passages that rest on any other initiative, and those that somebody wrote; without
	 * the charts, which there are from the first accepted update on.
	 */
	private static List<String> restingElsewhere(ReportModel report, String id) {
		Map<String, Origin> origins = origins(report);
		return passages(report).stream().filter((it) -> !it.place().equals("charts")).filter((it) -> {
			Origin origin = Objects.requireNonNull(origins.get(id(it)));
			return (origin.initiative() != null) ? !origin.initiative().equals(id)
					: origin.from() != Origin.From.COMPILED;
		}).map((it) -> it.place() + " " + it.text()).toList();
	}

	private static Initiative initiative(ReportModel report, String id) {
		return report.initiatives().filter((it) -> it.id().equals(id)).findFirst().orElseThrow();
	}

	private static String written(ReportWriter writer, ReportModel report) throws IOException {
		return new String(bytes(writer, report), StandardCharsets.UTF_8);
	}

	private static byte[] bytes(ReportWriter writer, ReportModel report) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		writer.write(report, out);
		return out.toByteArray();
	}

	/** What may have become of a contribution. */
	enum Became {

		NOTHING, SUBMITTED, RETURNED, TAKEN_BACK, ACCEPTED, LEFT_OUT, DROPPED

	}

	/**
	 * What came of the invitation of a party.
	 *
	 * @param earlier how many versions came before the last
	 * @param activities whether each version says what was done
	 * @param plans whether each says what is planned
	 */
	record Contributed(int number, Became became, int earlier, boolean activities, boolean plans) {

		static final String NAME = "Contributor ";

		private static final int PARTIES = 990_000;

		Contributed called(int number) {
			return new Contributed(number, this.became, this.earlier, this.activities, this.plans);
		}

		String name() {
			return NAME + this.number;
		}

		String place() {
			return "contribution-" + (PARTIES + this.number);
		}

		/** A draft lies over whatever was submitted, as in life. */
		void into(JdbcClient jdbc) {
			long party = PARTIES + this.number;
			jdbc.sql("""
					insert into party (id, name, kind, region, group_id, partner, stakeholder)
					overriding system value values (?, ?, 'stakeholder', 'Asia', ?, false, true)""")
				.params(party, name(), "contributor" + this.number)
				.update();
			boolean over = this.became.ordinal() >= Became.ACCEPTED.ordinal();
			String as = over ? this.became.name().toLowerCase(Locale.ROOT).replace('_', '-') : null;
			jdbc.sql("""
					insert into party_contribution (cycle, party, invited_at, over_as, over_at, over_by, over_because)
					values (:cycle, :party, now(), :as, case when :over then now() end, case when :over then 'aes' end,
					    case when :over then :because end)""")
				.param("cycle", ReportFixture.CYCLE.value())
				.param("party", party)
				.param("as", as)
				.param("over", over)
				.param("because", wordOf("because", 0))
				.update();
			jdbc.sql(
					"insert into party_contribution_draft values (?, ?, 1, jsonb_build_object('activities', ?), now(), 'x')")
				.params(ReportFixture.CYCLE.value(), party, wordOf("draft", 0))
				.update();
			for (int version = 1; version <= last(); version++) {
				submitted(jdbc, party, version);
			}
		}

		private void submitted(JdbcClient jdbc, long party, int version) {
			String verdict = (version < last()) ? (version % 2 == 0) ? "taken-back" : "returned"
					: switch (this.became) {
						case RETURNED, DROPPED -> "returned";
						case TAKEN_BACK -> "taken-back";
						case ACCEPTED -> "accepted";
						case LEFT_OUT -> "left-out";
						default -> null;
					};
			jdbc.sql("""
					insert into party_contribution_submitted (cycle, party, version, activities, plans, objectives,
					    submitted_at, submitted_by, verdict, remark, decided_at, decided_by)
					values (:cycle, :party, :version, :activities, :plans, '{1,3}', now(), 'x', :verdict, :remark,
					    case when cast(:verdict as text) is not null then now() end,
					    case when cast(:verdict as text) is not null then 'aes' end)""")
				.param("cycle", ReportFixture.CYCLE.value())
				.param("party", party)
				.param("version", version)
				.param("activities", this.activities ? said("activities", version) : "")
				.param("plans", this.plans ? said("plans", version) : "")
				.param("verdict", verdict)
				.param("remark", wordOf("remark", version))
				.update();
		}

		/** The words of the accepted version. */
		Set<String> accepted() {
			Set<String> words = new TreeSet<>();
			if (this.became == Became.ACCEPTED) {
				words.addAll(this.activities ? Set.of(wordOf("activities", last())) : Set.of());
				words.addAll(this.plans ? Set.of(wordOf("plans", last())) : Set.of());
			}
			return words;
		}

		private int last() {
			return this.earlier + ((this.became == Became.NOTHING) ? 0 : 1);
		}

		private String said(String field, int version) {
			return "Before <b>%s</b> & after.\n\nMore %s.".formatted(wordOf(field, version), ReportFixture.NASTY);
		}

		private String wordOf(String field, int version) {
			return word("C0%d-I99".formatted(this.number), version, field);
		}

	}

	/**
	 * What came of an initiative.
	 *
	 * @param revisions whether each was accepted
	 * @param contents which fields each revision says
	 * @param open whether one more is submitted that nobody has decided on
	 */
	record Told(String id, List<Boolean> revisions, List<Map<String, Boolean>> contents, boolean open) {

		Told called(String name) {
			return new Told(name, this.revisions, this.contents, this.open && this.revisions.size() < 3);
		}

		void into(ReportFixture fixture) {
			fixture.initiative(this.id, Integer.parseInt(this.id.substring(1, 3)) % 4 + 1, false);
			fixture.request(this.id, "requested", null);
			for (int number = 1; number <= this.revisions.size() + (this.open ? 1 : 0); number++) {
				long revision = fixture.revision(this.id, number, "2023-07-0%dT10:00:00Z".formatted(number),
						content(this.id, number, this.contents.get(number - 1)));
				if (number <= this.revisions.size()) {
					String at = "2023-08-0%dT10:00:00Z".formatted(number);
					if (this.revisions.get(number - 1)) {
						fixture.accepted(revision, at);
					}
					else {
						fixture.returned(revision, at);
					}
				}
			}
		}

		/** The number of the accepted revision; 0 for none. */
		int revision() {
			return this.revisions.lastIndexOf(true) + 1;
		}

		/** The words of all its accepted fields. */
		Set<String> accepted() {
			return (revision() == 0) ? Set.of()
					: this.contents.get(revision() - 1)
						.entrySet()
						.stream()
						.filter(Map.Entry::getValue)
						.map((it) -> word(this.id, revision(), it.getKey()))
						.collect(Collectors.toCollection(TreeSet::new));
		}

	}

}
