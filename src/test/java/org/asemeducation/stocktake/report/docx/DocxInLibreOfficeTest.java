package org.asemeducation.stocktake.report.docx;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.asemeducation.stocktake.report.ReportFixture;
import org.asemeducation.stocktake.report.RolledBackDatabase;
import org.asemeducation.stocktake.report.model.JsonReport;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.asemeducation.stocktake.report.model.ReportWriter;
import org.asemeducation.stocktake.report.model.TemplateSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * What another program than Word makes of the report and its annex: it opens them, and
 * finds their headings, contents and tables. Skipped where LibreOffice is not installed.
 */
class DocxInLibreOfficeTest {

	private static final String TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";

	private static final String TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";

	@TempDir
	private Path folder;

	@Test
	void theReportAndItsAnnexKeepTheirHeadingsContentsAndTables() throws Exception {
		// given
		ReportModel report;
		try (RolledBackDatabase database = new RolledBackDatabase()) {
			ReportModel draft = new ReportFixture(database.jdbc()).everyStanding()
				.confirmed(1, "1.1")
				.reports()
				.compile(ReportFixture.CYCLE);
			report = JsonReport.read(JsonReport.canonical(draft.with(ReportFixture.annex(draft))));
		}
		byte[] whole = written(new DocxReport(ReportFixture.PICTURES, TemplateSource.NONE), report);
		byte[] annex = written(new DocxAnnex(TemplateSource.NONE), report);
		Files.write(this.folder.resolve("report.docx"), whole);
		Files.write(this.folder.resolve("annex.docx"), annex);
		// when
		assumeThat(isOpened("report.docx", "annex.docx")).as("LibreOffice is installed").isTrue();
		Document office = opened("report.fodt");
		// then
		try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(whole))) {
			List<String> headings = word.getParagraphs()
				.stream()
				.filter((it) -> String.valueOf(it.getStyle()).matches("Heading[1-6]"))
				.map((it) -> it.getStyle().substring("Heading".length()) + " " + plain(it.getText()))
				.toList();
			assertThat(headings).hasSizeGreaterThan(40);
			assertThat(elements(office, TEXT, "h")
				.map((it) -> it.getAttributeNS(TEXT, "outline-level") + " " + plain(it.getTextContent())))
				.containsExactlyElementsOf(headings);
			isTabled(word, office);
			assertThat(elements(office, TEXT, "table-of-content")).singleElement()
				.satisfies((it) -> assertThat(plain(it.getTextContent())).contains("At a glance", "A01-I01"));
		}
		try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(annex))) {
			isTabled(word, opened("annex.fodt"));
		}
	}

	/** As many tables, with as many rows, each with a head that is repeated. */
	private static void isTabled(XWPFDocument word, Document office) {
		List<Integer> rows = new ArrayList<>();
		for (XWPFTable table : word.getTables()) {
			rows.add(table.getRows().size());
		}
		assertThat(rows).isNotEmpty();
		List<Element> tables = elements(office, TABLE, "table").toList();
		assertThat(tables).extracting((it) -> within(it, "table-row").size()).containsExactlyElementsOf(rows);
		assertThat(tables).allSatisfy((it) -> assertThat(within(it, "table-header-rows")).hasSize(1));
	}

	private boolean isOpened(String... files) throws InterruptedException {
		List<String> command = new ArrayList<>(
				List.of("soffice", "-env:UserInstallation=" + this.folder.resolve("profile").toUri(), "--headless",
						"--convert-to", "fodt", "--outdir", this.folder.toString()));
		for (String file : files) {
			command.add(this.folder.resolve(file).toString());
		}
		try {
			new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start()
				.waitFor();
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

	private Document opened(String file) throws Exception {
		DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
		factory.setNamespaceAware(true);
		return factory.newDocumentBuilder().parse(this.folder.resolve(file).toFile());
	}

	private static Stream<Element> elements(Document document, String space, String name) {
		return list(document.getElementsByTagNameNS(space, name)).stream();
	}

	private static List<Element> within(Element element, String name) {
		return list(element.getElementsByTagNameNS(TABLE, name));
	}

	private static List<Element> list(NodeList nodes) {
		List<Element> elements = new ArrayList<>();
		for (int i = 0; i < nodes.getLength(); i++) {
			elements.add((Element) nodes.item(i));
		}
		return elements;
	}

	private static String plain(String text) {
		return text.replaceAll("\\s+", " ").strip();
	}

	private static byte[] written(ReportWriter writer, ReportModel report) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		writer.write(report, out);
		return out.toByteArray();
	}

}
