package org.asemeducation.stocktake.report;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.asemeducation.stocktake.report.document.ScriptRun;
import org.asemeducation.stocktake.report.docx.DocxReport;
import org.asemeducation.stocktake.report.html.HtmlReport;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.asemeducation.stocktake.report.model.ReportWriter;
import org.asemeducation.stocktake.report.model.TemplateSource;
import org.asemeducation.stocktake.report.pdf.PdfReport;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The rehearsal of ASEMME9 names partners in many scripts, so that its files show whether
 * each says its language.
 */
class RehearsedScriptsTest {

	@Test
	void theRehearsalHasEachLanguageThatIsToldByItsScript() throws IOException {
		assertThat(languages()).containsExactlyInAnyOrder("bn", "el", "hi", "ja", "km", "ko", "lo", "my", "th", "zh");
	}

	@Test
	void japaneseIsJapaneseInEveryFile() throws IOException {
		// given
		List<String> japanese = texts().filter((it) -> languages(it).contains("ja")).toList();
		assertThat(japanese).singleElement().asString().startsWith("日本にある東京大学");
		try (RolledBackDatabase database = new RolledBackDatabase()) {
			ReportFixture fixture = new ReportFixture(database.jdbc());
			fixture.initiative("A01-I01", 1, false);
			fixture.accepted(fixture.revision("A01-I01", 1, "2023-07-01T10:00:00Z", Map.of("partners", japanese)),
					"2023-07-02T10:00:00Z");
			// when
			ReportModel report = fixture.reports().compile(ReportFixture.CYCLE);
			String page = new String(bytes(new HtmlReport(ReportFixture.PICTURES), report), StandardCharsets.UTF_8);
			String word = part(bytes(new DocxReport(ReportFixture.PICTURES, TemplateSource.NONE), report));
			Set<String> fonts = new HashSet<>();
			try (PDDocument pdf = Loader.loadPDF(bytes(new PdfReport(ReportFixture.PICTURES), report))) {
				for (PDPage one : pdf.getPages()) {
					for (COSName font : one.getResources().getFontNames()) {
						fonts.add(one.getResources().getFont(font).getName());
					}
				}
			}
			// then
			assertThat(page).contains("<span lang=\"ja\">日本にある東京大学</span>").doesNotContain("lang=\"zh\"");
			assertThat(word).containsPattern("w:eastAsia=\"ja-JP\"/></w:rPr><w:t[^>]*>日本にある東京大学<")
				.doesNotContain("zh-CN");
			assertThat(fonts).anyMatch((it) -> it.contains("NotoSansJP")).noneMatch((it) -> it.contains("NotoSansSC"));
		}
	}

	private static Stream<String> texts() throws IOException {
		return texts(new Yaml().load(new ClassPathResource("rehearsal/asemme9.yaml").getInputStream()));
	}

	private static Stream<String> texts(Object node) {
		if (node instanceof Map<?, ?> map) {
			return map.values().stream().flatMap(RehearsedScriptsTest::texts);
		}
		return (node instanceof List<?> list) ? list.stream().flatMap(RehearsedScriptsTest::texts)
				: Stream.of(String.valueOf(node));
	}

	private static Set<String> languages() throws IOException {
		Set<String> languages = new TreeSet<>();
		texts().forEach((it) -> languages.addAll(languages(it)));
		return languages;
	}

	private static Set<String> languages(String text) {
		Set<String> languages = new TreeSet<>();
		ScriptRun.of(text).stream().map((it) -> it.script().language()).forEach(languages::add);
		languages.remove("");
		return languages;
	}

	private static byte[] bytes(ReportWriter writer, ReportModel report) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		writer.write(report, out);
		return out.toByteArray();
	}

	private static String part(byte[] docx) throws IOException {
		try (ZipInputStream parts = new ZipInputStream(new ByteArrayInputStream(docx))) {
			for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
				if (part.getName().equals("word/document.xml")) {
					return new String(parts.readAllBytes(), StandardCharsets.UTF_8);
				}
			}
		}
		throw new AssertionError("No document.");
	}

}
