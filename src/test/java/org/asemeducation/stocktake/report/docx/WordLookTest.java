package org.asemeducation.stocktake.report.docx;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFHeader;
import org.asemeducation.stocktake.report.ReportFixture;
import org.asemeducation.stocktake.report.RolledBackDatabase;
import org.asemeducation.stocktake.report.model.JsonReport;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.asemeducation.stocktake.report.model.TemplateSource;
import org.asemeducation.stocktake.update.files.TestFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Templates as somebody makes them in Word, and as nobody should.
 */
class WordLookTest {

	private static final String TEMPLATE = "a".repeat(64);

	private static final byte[] LOGO = TestFiles.jpeg(200, 100);

	private final RolledBackDatabase database = new RolledBackDatabase();

	private final ReportModel report = new ReportFixture(this.database.jdbc()).everyStanding()
		.reports()
		.compile(ReportFixture.CYCLE)
		.lookingLike(TEMPLATE);

	@AfterEach
	void undo() {
		this.database.close();
	}

	@Test
	void theHousesOwnIsATemplate() throws IOException {
		WordLook look = WordLook.of(house());

		assertThat(look.upright().width()).isEqualTo(9638);
		assertThat(look.across().width()).isEqualTo(14_570);
		assertThat(look.parts()).containsKeys("word/styles.xml", "word/header.xml", "word/footer.xml",
				"word/numbering.xml");
	}

	@Test
	void stylesHeaderFooterAndPageComeFromTheTemplate() throws IOException {
		byte[] template = changed(Map.of("word/styles.xml", (it) -> it.replace("17406D", "AA0011"), "word/header.xml",
				(it) -> it.replace("{title}, ", "Ministry of {title} & ".replace("&", "&amp;")), "word/document.xml",
				(it) -> it.replace("w:w=\"11906\"", "w:w=\"12240\"").replace("w:h=\"16838\"", "w:h=\"15840\"")));

		try (XWPFDocument report = read(written(template)); XWPFDocument annex = read(annex(template))) {
			CTPageSz page = report.getDocument().getBody().getSectPr().getPgSz();
			assertThat(page.getW()).hasToString("12240");
			assertThat(report.getStyles().getStyle("Heading1").getCTStyle().xmlText()).contains("AA0011");
			assertThat(report.getHeaderList()).extracting(XWPFHeader::getText)
				.anyMatch((it) -> it.startsWith("Ministry of ASEM Education Stocktaking Report"));
			assertThat(report.getFooterList()).hasSize(1);
			assertThat(report.getTables().get(0).getCTTbl().getTblPr().getTblW().getW()).hasToString("9972");
			assertThat(report.getParagraphs())
				.anyMatch((it) -> "Heading3".equals(it.getStyle()) && it.getText().startsWith("A01-I01"));
			CTPageSz across = annex.getDocument().getBody().getSectPr().getPgSz();
			assertThat(across.getW()).hasToString("15840");
			assertThat(across.getOrient()).hasToString("landscape");
			assertThat(annex.getHeaderList()).extracting(XWPFHeader::getText)
				.anyMatch((it) -> it.startsWith("Ministry of "));
		}
	}

	@Test
	void stylesAreFoundByTheirNamesInWhateverLanguageWordIs() throws IOException {
		byte[] german = changed(Map.of("word/styles.xml",
				(it) -> it.replace("\"Heading1\"", "\"berschrift1\"")
					.replace("\"BodyText\"", "\"Textkrper\"")
					.replace("w:val=\"Body Text\"", "w:val=\"body text\"")
					.replace("\"QuoteSource\"", "\"Heading1\""),
				"word/header.xml", (it) -> it.replace("\"Header\"", "\"berschrift1\"")));

		WordLook look = WordLook.of(german);

		String styles = text(look.parts().get("word/styles.xml"));
		assertThat(styles)
			.contains("w:styleId=\"Heading1\"", "w:styleId=\"BodyText\"", "<w:next w:val=\"BodyText\"/>",
					"w:styleId=\"QuoteSource\"")
			.doesNotContain("berschrift1", "Textkrper");
		assertThat(text(look.parts().get("word/header.xml"))).contains("<w:pStyle w:val=\"Heading1\"/>");
	}

	@Test
	void whatATemplateLacksIsTheHouses() throws IOException {
		byte[] bare = changed(Map.of("word/styles.xml", (it) -> it.replaceAll(
				"(?s)<w:style [^>]*w:styleId=\"(Fact|ReportTable|Objective1|Missing|ParagraphNumber)\">.*?</w:style>",
				"")));

		try (XWPFDocument report = read(written(bare))) {
			assertThat(report.getStyles().getStyle("ReportTable")).isNotNull();
			assertThat(report.getStyles().getStyle("Missing")).isNotNull();
			assertThat(report.getStyles().getStyle("ParagraphNumber")).isNotNull();
		}
	}

	@Test
	void aPictureInTheHeaderComesAlong() throws IOException {
		byte[] logo = changed(withLogo("media/logo.jpg", "image"), Map.of("word/media/logo.jpg", LOGO));

		try (XWPFDocument report = read(written(logo))) {
			assertThat(report.getHeaderList().get(0).getAllPictures()).singleElement()
				.satisfies((it) -> assertThat(it.getData()).isEqualTo(LOGO));
		}
	}

	@Test
	void whatIsNoTemplateIsRefusedWithASentence() throws IOException {
		refused(new byte[0], "The file is no Word document (.docx).");
		refused("no archive".getBytes(StandardCharsets.UTF_8), "The file is no Word document (.docx).");
		refused(zip(Map.of("word/document.xml", new byte[0])), "The file is no Word document (.docx).");
		refused(new byte[(4 << 20) + 1], "The file is larger than 4 MB.");
		refused(changed(Map.of(), Map.of("word/bomb.xml", new byte[40 << 20])),
				"The file unpacks to more than 32 MB or 500 parts.");
		refused(changed(Map.of("[Content_Types].xml",
				(it) -> it.replace("openxmlformats-officedocument.wordprocessingml.document.main",
						"ms-word.document.macroEnabled.main"))),
				"The file holds macros");
		refused(changed(Map.of(), Map.of("word/vbaProject.bin", new byte[1])), "The file holds macros");
		refused(changed(Map.of(), Map.of("word/embeddings/table.xlsx", new byte[1])), "The file holds macros");
		refused(changed(Map.of("word/styles.xml",
				(it) -> it.replace("\"heading 3\"", "\"my heading\"").replace("\"Title\"", "\"My title\""))),
				"The template has no style called “Title”, “heading 3”");
		refused(changed(Map.of("word/styles.xml", (it) -> it.substring(0, 2000))),
				"its part word/styles.xml is no XML");
		refused(changed(Map.of("word/styles.xml",
				(it) -> it.replaceFirst("<w:styles",
						"<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><w:styles"))),
				"its part word/styles.xml is no XML");
		refused(changed(Map.of("word/document.xml", (it) -> it.replaceAll("<w:pgSz[^>]*>", ""))),
				"does not say how large its page is");
		refused(changed(Map.of("word/document.xml", (it) -> it.replaceAll("<w:pgMar[^>]*>", ""))),
				"does not say how wide its margins are");
		refused(changed(Map.of("word/document.xml", (it) -> it.replace("w:w=\"11906\"", "w:w=\"3000\""))),
				"less than 9 cm");
		refused(changed(Map.of("word/document.xml", (it) -> it.replace("r:id=\"header\"", "r:id=\"gone\""))),
				"A header or footer of the template is missing");
		refused(changed(
				Map.of("word/footer.xml", (it) -> it.replace(" NUMPAGES ", " INCLUDETEXT \"http://example.org\" "))),
				"The footer of the template fetches something from elsewhere.");
		refused(changed(withLogo("charts/chart1.xml", "chart"), Map.of()),
				"The header of the template may have text, links and pictures");
		refused(changed(withLogo("http://example.org/x.png\" TargetMode=\"External", "image"), Map.of()),
				"The header of the template may have text");
		refused(changed(withLogo("media/../../x.png", "image"), Map.of()), "The header of the template may have text");
	}

	private static void refused(byte[] template, String sentence) {
		assertThatIllegalArgumentException().isThrownBy(() -> WordLook.of(template)).withMessageContaining(sentence);
	}

	private static Map<String, UnaryOperator<String>> withLogo(String target, String kind) {
		return Map.of("word/_rels/header.xml.rels",
				(it) -> """
						<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
						<Relationship Id="logo" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" Target="%s"/>
						</Relationships>"""
					.formatted(kind, target));
	}

	private byte[] written(byte[] template) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		new DocxReport(ReportFixture.PICTURES, source(template)).write(this.report, out);
		return out.toByteArray();
	}

	private byte[] annex(byte[] template) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		new DocxAnnex(source(template))
			.write(JsonReport.read(JsonReport.canonical(this.report.with(ReportFixture.annex(this.report)))), out);
		return out.toByteArray();
	}

	private static TemplateSource source(byte[] template) {
		return (sha256) -> Optional.of(template).filter((it) -> sha256.equals(TEMPLATE));
	}

	private static XWPFDocument read(byte[] docx) throws IOException {
		return new XWPFDocument(new ByteArrayInputStream(docx));
	}

	private static byte[] house() throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		WordLook.writeHouse(out);
		return out.toByteArray();
	}

	private static byte[] changed(Map<String, UnaryOperator<String>> changes) throws IOException {
		return changed(changes, Map.of());
	}

	private static byte[] changed(Map<String, UnaryOperator<String>> changes, Map<String, byte[]> added)
			throws IOException {
		Map<String, byte[]> parts = new LinkedHashMap<>();
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(house()))) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				parts.put(entry.getName(), zip.readAllBytes());
			}
		}
		changes.forEach((name, change) -> {
			String before = parts.containsKey(name) ? text(parts.get(name)) : "";
			String after = change.apply(before);
			assertThat(after).as(name).isNotEqualTo(before);
			parts.put(name, after.getBytes(StandardCharsets.UTF_8));
		});
		parts.putAll(added);
		return zip(parts);
	}

	private static byte[] zip(Map<String, byte[]> parts) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(out)) {
			for (Map.Entry<String, byte[]> part : new HashMap<>(parts).entrySet()) {
				zip.putNextEntry(new ZipEntry(part.getKey()));
				zip.write(part.getValue());
			}
		}
		return out.toByteArray();
	}

	private static String text(byte[] part) {
		return new String(part, StandardCharsets.UTF_8);
	}

}
