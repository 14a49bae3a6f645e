package org.asemeducation.stocktake.report.receipt;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlOptions;
import org.asemeducation.stocktake.report.docx.DocxText;
import org.asemeducation.stocktake.report.pdf.PdfText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.DocumentDocument;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A receipt says what was submitted, all of it, with a checksum that anybody comes to.
 */
class ReceiptTest {

	private static final JsonMapper JSON = new JsonMapper();

	@Test
	void theTextIsWrittenInOneWayOnly() throws Exception {
		// given
		JsonNode one = JSON.readTree(
				"""
						{"progress": "We met \\"twice\\".\\n\\tŁódź \\u0001 / \\\\", "media": [ {"file": "7", "consent": true, "caption": ""} ], "answers": {}, "plans": []}""");
		JsonNode other = JSON.readTree(
				"""
						{"plans":[],"answers":{},"media":[{"consent":true,"caption":"","file":"7"}],"progress":"We met \\"twice\\".\\n\\tŁódź \\u0001 / \\\\"}""");
		// when
		byte[] text = CanonicalText.of(one);
		// then
		assertThat(new String(text, StandardCharsets.UTF_8)).isEqualTo(
				"{\"answers\":{},\"media\":[{\"caption\":\"\",\"consent\":true,\"file\":\"7\"}],\"plans\":[],\"progress\":\"We met \\\"twice\\\".\\n\\tŁódź \\u0001 / \\\\\"}");
		assertThat(CanonicalText.of(other)).isEqualTo(text);
		assertThat(JSON.readTree(text)).isEqualTo(one);
		assertThat(CanonicalText.sha256(one))
			.isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text)));
		assertThat(CanonicalText.sha256(JSON.readTree("{\"progress\":\"We met.\"}")))
			.isNotEqualTo(CanonicalText.sha256(JSON.readTree("{\"progress\":\"We met!\"}")));
	}

	@Test
	void theChecksumIsThatOfTheFileByTheCommandThatTheReceiptNames(@TempDir Path folder) throws Exception {
		// given
		Path file = Files.write(folder.resolve("text.json"), CanonicalText.of(receipt("We met.").content()));
		// when
		Process command = new ProcessBuilder("sha256sum", file.toString()).start();
		String sum = new String(command.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		// then
		assertThat(sum).startsWith(receipt("We met.").sha256() + " ");
	}

	@Test
	void bothFilesSayWhatWasSubmittedWhenByWhomAndTheChecksum() throws IOException {
		// given
		Receipt receipt = receipt("We met in Łódź, Αθήνα and Москва.\n\nA second paragraph.");
		// when, then
		for (String text : List.of(pdfText(receipt), docxText(receipt))) {
			assertThat(text.replaceAll("\\s+", " ")).contains("Receipt", "A01-I02 One initiative",
					"Version 2, submitted on Monday 5 June 2023, 09:01:22",
					"Monday 5 June 2023, 09:01:22 in Europe/Rome; Monday 5 June 2023, 07:01:22 UTC", "Kim Person",
					"We met in Łódź, Αθήνα and Москва.", "A second paragraph.", "Partly completed", "Who came?",
					"Everybody.", "Four schools join", "Go on", "Harbour at dawn", "harbour.jpg",
					"https://stocktake.example/i/ASEMME9/A01-I02/receipts/2.json");
			assertThat(text.replaceAll("\\s+", "")).contains(receipt.sha256(), "f00d".repeat(16));
		}
	}

	@Test
	void thePdfIsTaggedAndBringsItsFonts() throws IOException {
		try (PDDocument pdf = Loader.loadPDF(pdf(receipt("We met.")))) {
			assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
			assertThat(pdf.getDocumentCatalog().getStructureTreeRoot().getKids()).isNotEmpty();
			assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en");
			assertThat(pdf.getDocumentCatalog().getDocumentOutline().children()).hasSize(3);
			assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Receipt – A01-I02 One initiative");
			assertThat(new String(pdf.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8))
				.containsPattern("pdfuaid:part(=\"1\"|>1<)");
			for (PDPage page : pdf.getPages()) {
				for (COSName name : page.getResources().getFontNames()) {
					assertThat(page.getResources().getFont(name).isEmbedded()).as(name.getName()).isTrue();
				}
			}
		}
	}

	@Test
	void lettersThatThePdfCannotShowAreSaidAndStandInTheWordFile() throws IOException {
		// given
		Receipt receipt = receipt("We met in 東京 and \uD800\uDF30.");
		// when, then
		assertThat(pdfText(receipt)).contains("This file cannot show all letters", "We met in 東京 and ?.");
		assertThat(docxText(receipt)).contains("We met in 東京 and \uD800\uDF30.");
		assertThat(pdfText(receipt("We met."))).doesNotContain("cannot show");
	}

	@Test
	void whatSomebodyTypesIsTextInBothFiles() throws IOException {
		// given
		Receipt receipt = receipt("<script>alert(1)</script> & \"<b>\" ]]> <img src=\"file:///etc/passwd\"/>");
		// when, then
		assertThat(pdfText(receipt)).contains("<script>alert(1)</script> & \"<b>\" ]]>", "<img src=");
		assertThat(docxText(receipt)).contains("<script>alert(1)</script> & \"<b>\" ]]>");
	}

	@Test
	void theWordFileIsSound() throws Exception {
		// given
		List<XmlError> errors = new ArrayList<>();
		// when
		try (OPCPackage file = OPCPackage.open(new ByteArrayInputStream(docx(receipt("We met."))))) {
			DocumentDocument.Factory
				.parse(file.getPart(PackagingURIHelper.createPartName("/word/document.xml")).getInputStream())
				.validate(new XmlOptions().setErrorListener(errors));
		}
		// then
		assertThat(errors).isEmpty();
	}

	private static Receipt receipt(String progress) throws IOException {
		JsonNode content = JSON.readTree("""
				{"completion": "partly-completed", "answers": {"1": "Everybody."},
				 "commitments": [{"position": 1, "outcome": "done", "sentence": "They did."}],
				 "plans": [{"activity": "Go on", "when": "2031"}], "partners": ["IAU", "ETF"],
				 "media": [{"kind": "picture", "file": "7", "caption": "Harbour at dawn", "consent": true}]}""");
		((com.fasterxml.jackson.databind.node.ObjectNode) content).put("progress", progress);
		return new Receipt("ASEMME9", "From Valletta onwards", ZoneId.of("Europe/Rome"), "A01-I02", "One initiative",
				"1: Do something", "Harbour University", 2, Instant.parse("2023-06-05T07:01:22Z"), "Kim Person", false,
				content, "https://stocktake.example/i/ASEMME9/A01-I02/receipts/2.json", Map.of("1", "Who came?"),
				Map.of("1", "Four schools join"),
				Map.of("7", new Receipt.AttachedFile("harbour.jpg", 1234, "f00d".repeat(16))));
	}

	private static byte[] pdf(Receipt receipt) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		new PdfText().write(ReceiptComposition.of(receipt), bytes);
		return bytes.toByteArray();
	}

	private static byte[] docx(Receipt receipt) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		new DocxText().write(ReceiptComposition.of(receipt), bytes);
		return bytes.toByteArray();
	}

	private static String pdfText(Receipt receipt) throws IOException {
		byte[] pdf = pdf(receipt);
		Files.createDirectories(Path.of("target", "receipts"));
		Files.write(Path.of("target", "receipts", "receipt.pdf"), pdf);
		try (PDDocument document = Loader.loadPDF(pdf)) {
			PDFTextStripper stripper = new PDFTextStripper();
			stripper.setSortByPosition(true);
			return stripper.getText(document);
		}
	}

	private static String docxText(Receipt receipt) throws IOException {
		byte[] docx = docx(receipt);
		Files.write(Path.of("target", "receipts", "receipt.docx"), docx);
		try (XWPFWordExtractor text = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(docx)))) {
			return text.getText();
		}
	}

}
