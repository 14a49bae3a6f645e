package org.asemeducation.stocktake.update.files;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.asemeducation.stocktake.update.files.TestFiles.PLACE;
import static org.asemeducation.stocktake.update.files.TestFiles.join;
import static org.asemeducation.stocktake.update.files.TestFiles.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What is kept of a file, and which are not taken.
 */
class CheckingTest {

	@TempDir
	Path folder;

	private final Checking checking = new Checking();

	@Test
	void whatIsTakenIsKnownByItsContent() throws IOException {
		// when, then
		assertThat(check("a.jpg", TestFiles.jpeg(40, 30)).type()).isEqualTo(FileType.JPEG);
		assertThat(check("a.png", TestFiles.png(40, 30)).type()).isEqualTo(FileType.PNG);
		assertThat(check("a.webp", TestFiles.webp()).type()).isEqualTo(FileType.WEBP);
		assertThat(check("a.pdf", TestFiles.pdf()).type()).isEqualTo(FileType.PDF);
		assertThat(check("a.docx", TestFiles.docx()).type()).isEqualTo(FileType.DOCX);
		assertThat(check("a.XLSX", TestFiles.xlsx()).type()).isEqualTo(FileType.XLSX);
	}

	@Test
	void whereAPhotographWasTakenIsNotKept() throws IOException {
		// given
		byte[] photograph = TestFiles.photograph(400, 300, 1);
		assertThat(latin(photograph)).contains(PLACE, "GPSLatitude", "Photoshop");
		// when
		byte[] kept = kept("harbour.jpg", photograph);
		// then
		assertThat(latin(kept)).doesNotContain(PLACE, "GPSLatitude", "Photoshop", "Exif", "xap/1.0");
		assertThat(points(kept)).isEqualTo(points(photograph));
	}

	@Test
	void howAPhotographIsTurnedIsKept() throws IOException {
		// when
		CheckedFile file = check("harbour.jpg", TestFiles.photograph(400, 200, 6));
		// then
		String kept = latin(Files.readAllBytes(file.content()));
		assertThat(kept).doesNotContain(PLACE)
			.contains("Exif\0\0MM\0\u002A\0\0\0\b\0\u0001\u0001\u0012\0\u0003\0\0\0\u0001\0\u0006");
		assertThat(file.picture().shownWidth()).isEqualTo(200);
		assertThat(file.picture().shownHeight()).isEqualTo(400);
	}

	/** The red quarter of the test's picture is at its upper left as it lies. */
	@ParameterizedTest
	@CsvSource({ "1, left, top", "2, right, top", "3, right, bottom", "4, left, bottom", "5, left, top",
			"6, right, top", "7, right, bottom", "8, left, bottom" })
	void theSmallPictureStandsUpright(int orientation, String side, String height) throws IOException {
		// when
		CheckedFile file = check("harbour.jpg", TestFiles.photograph(800, 400, orientation));
		// then
		BufferedImage small = ImageIO.read(new ByteArrayInputStream(file.print().small()));
		assertThat(small.getWidth()).isEqualTo((orientation < 5) ? 240 : 120);
		assertThat(small.getHeight()).isEqualTo((orientation < 5) ? 120 : 240);
		int x = side.equals("left") ? small.getWidth() / 4 : small.getWidth() * 3 / 4;
		int y = height.equals("top") ? small.getHeight() / 4 : small.getHeight() * 3 / 4;
		assertThat(isRed(small, x, y)).isTrue();
		assertThat(isRed(small, small.getWidth() - x, y)).isFalse();
		assertThat(isRed(small, x, small.getHeight() - y)).isFalse();
	}

	@Test
	void aLargePhotographIsPrintedUprightAndOfASizeThatAPageHasRoomFor() throws IOException {
		// when
		Print print = check("harbour.jpg", TestFiles.noise(4000, 3000, 6)).print();
		// then
		BufferedImage image = ImageIO.read(new ByteArrayInputStream(print.bytes()));
		assertThat(print.type()).isEqualTo("jpeg");
		assertThat(new int[] { print.width(), print.height() }).containsExactly(900, 1200)
			.containsExactly(image.getWidth(), image.getHeight());
		assertThat(print.bytes()).hasSizeLessThan(2 * Print.ENOUGH);
		assertThat(print.small()).hasSizeLessThan(60_000);
	}

	@Test
	void aChartIsPrintedSharpAndASmallPictureIsNotEnlarged() throws IOException {
		// when
		Print chart = check("chart.png", TestFiles.png(600, 400)).print();
		// then
		assertThat(chart.type()).isEqualTo("png");
		assertThat(points(chart.bytes())).isEqualTo(points(TestFiles.png(600, 400)));
	}

	@Test
	void aWebpIsPrintedToo() throws IOException {
		// when
		Print print = check("a.webp", TestFiles.webp()).print();
		// then
		assertThat(ImageIO.read(new ByteArrayInputStream(print.bytes())).getWidth()).isEqualTo(1);
	}

	@Test
	void ofAPngOnlyThePictureIsKept() throws IOException {
		// given
		byte[] png = TestFiles.pngWithPlace(300, 200, 1);
		assertThat(latin(png)).contains(PLACE, "eXIf", "iTXt");
		// when
		byte[] kept = kept("chart.png", png);
		byte[] turned = kept("chart.png", TestFiles.pngWithPlace(300, 200, 8));
		// then
		assertThat(latin(kept)).doesNotContain(PLACE, "eXIf", "iTXt", "tEXt");
		assertThat(points(kept)).isEqualTo(points(png));
		assertThat(latin(turned)).doesNotContain(PLACE).contains("eXIfMM");
	}

	@Test
	void ofAWebpOnlyThePictureIsKept() throws IOException {
		// given
		byte[] simple = TestFiles.webp();
		byte[] picture = Arrays.copyOfRange(simple, 12, simple.length);
		byte[] head = { 'V', 'P', '8', 'X', 10, 0, 0, 0, 0x0C, 0, 0, 0, 0, 0, 0, 0, 0, 0 };
		byte[] exif = TestFiles.exif(3);
		byte[] chunk = join(text("EXIF"), new byte[] { (byte) exif.length, 0, 0, 0 }, exif, new byte[exif.length % 2]);
		byte[] xmp = join(text("XMP "), new byte[] { 24, 0, 0, 0 }, text(PLACE));
		byte[] body = join(text("WEBP"), head, picture, chunk, xmp);
		byte[] webp = join(text("RIFF"), new byte[] { (byte) body.length, (byte) (body.length >> 8), 0, 0 }, body,
				text("behind it"));
		// when
		byte[] kept = kept("a.webp", webp);
		// then
		assertThat(latin(webp)).contains(PLACE);
		assertThat(latin(kept)).doesNotContain(PLACE, "XMP ", "behind").contains("EXIF\u001A\0\0\0MM");
		assertThat(kept).hasSize(8 + (kept[4] & 0xFF));
	}

	@Test
	void whatHangsBehindAPictureIsCutOff() throws IOException {
		// given
		byte[] behind = TestFiles.docx();
		// when, then
		for (byte[] picture : new byte[][] { TestFiles.jpeg(64, 64), TestFiles.png(64, 64) }) {
			assertThat(kept("a.jpg", join(picture, behind))).isEqualTo(kept("a.jpg", picture));
		}
		assertThat(latin(kept("a.webp", join(TestFiles.webp(), behind)))).doesNotContain("PK");
	}

	@Test
	void aPictureUnderTheNameOfAnotherKindGetsItsRightEnding() throws IOException {
		// when, then
		assertThat(check("a.b.jpg", TestFiles.png(4, 4)).name()).isEqualTo("a.b.png");
		assertThat(check("photo", TestFiles.jpeg(4, 4)).name()).isEqualTo("photo.jpg");
		assertThat(check("photo.JPEG", TestFiles.jpeg(4, 4)).name()).isEqualTo("photo.JPEG");
	}

	@Test
	void ofAMailIsSaidWhatWasFoundInIt() throws IOException {
		// given
		String plain = "From: \"A. Person\" <a.person@harbour.example>\r\nDate: Mon, 5 Jun 2023 23:30:00 +0200\r\n"
				+ "Subject: =?utf-8?Q?Our_update_=E2=80=93_A01?=\r\n\r\nDear all,\r\n";
		String parts = "Received: by x\nFrom: b@harbour.example\nDate: Mon, 5 Jun 2023 09:00:00 +0000\n"
				+ "Content-Type: multipart/mixed; boundary=cut\n\n--cut\n\nDear all\n--cut\n"
				+ "Content-Disposition: attachment; filename=update.docx\n\nx\n--cut--\n";
		// when, then
		assertThat(check("update.eml", text(plain)).type()).isEqualTo(FileType.EML);
		assertThat(check("update.eml", text(plain)).found())
			.isEqualTo("a mail of 5 June 2023 from A. Person (a.person@harbour.example), “Our update – A01”");
		assertThat(check("update", text(parts)).found())
			.isEqualTo("a mail of 5 June 2023 from b@harbour.example, without a subject, with 1 attachment");
		assertThat(check("update", text(parts)).name()).isEqualTo("update.eml");
	}

	@ParameterizedTest
	@MethodSource
	void aFileThatIsNotWhatItSaysIsRefusedInOneSentence(String name, byte[] content, String said) {
		assertThatExceptionOfType(NotTaken.class).isThrownBy(() -> check(name, content))
			.withMessageContaining(said)
			.satisfies((refused) -> assertThat(refused.getMessage()).matches("its? .*[a-z)]\\.").hasSizeLessThan(220));
	}

	static Stream<Arguments> aFileThatIsNotWhatItSaysIsRefusedInOneSentence() {
		Map<String, byte[]> macros = parts("word/vbaProject.bin", text("x"));
		Map<String, byte[]> macroType = TestFiles.docxParts();
		macroType.put("[Content_Types].xml",
				text(latin(macroType.get("[Content_Types].xml")).replace(
						"vnd.openxmlformats-officedocument.wordprocessingml.document.main",
						"vnd.ms-word.document.macroEnabled.main")));
		Map<String, byte[]> entity = TestFiles.docxParts();
		entity.put("[Content_Types].xml",
				text("<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><Types>&a;</Types>"));
		Map<String, byte[]> noDocument = TestFiles.docxParts();
		noDocument.put("word/document.xml", text("<html/>"));
		byte[] truncated = TestFiles.jpeg(200, 200);
		byte[] flipped = TestFiles.png(200, 200);
		flipped[flipped.length / 2] ^= 1;
		return Stream.of(Arguments.of("holiday.jpg", text("<html><script>alert(1)</script>"), "web page"),
				Arguments.of("drawing.svg", text("<?xml version=\"1.0\"?><svg/>"), "web page or a drawing"),
				Arguments.of("holiday.png", text("MZ\u0090\0"), "a program"),
				Arguments.of("run.pdf", text("#!/bin/sh\nrm"), "a program"),
				Arguments.of("plan.docx", TestFiles.pdf(), "ends in .docx, but it holds a PDF file"),
				Arguments.of("plan.pdf", TestFiles.docx(), "ends in .pdf, but it holds a Word file"),
				Arguments.of("plan.exe", TestFiles.pdf(), "ends in .exe"),
				Arguments.of("photo.pdf", TestFiles.jpeg(4, 4), "ends in .pdf, but it holds a JPEG picture"),
				Arguments.of("a.docx", text("\u00D0\u00CF\u0011\u00E0 anything"), "protected by a password"),
				Arguments.of("a.docx", TestFiles.archive(macros), "macros"),
				Arguments.of("a.docx", TestFiles.archive(macroType), "macros"),
				Arguments.of("a.docx", TestFiles.archive(parts("word/activeX/activeX1.xml", text("<a/>"))), "macros"),
				Arguments.of("a.docx", TestFiles.archive(entity), "damaged"),
				Arguments.of("a.docx", TestFiles.archive(noDocument), "damaged"),
				Arguments.of("a.docx", TestFiles.archive(parts("../../evil", text("x"))), "damaged"),
				Arguments.of("a.docx", TestFiles.archive(Map.of("plan.txt", text("x"))), "an archive"),
				Arguments.of("a.docx", join(TestFiles.docx(), text("behind")), "damaged"),
				Arguments.of("a.docx", Arrays.copyOf(TestFiles.docx(), 300), "damaged"),
				Arguments.of("a.pdf", join(TestFiles.pdf(), TestFiles.docx()), "damaged"),
				Arguments.of("a.pdf", pdfAround(TestFiles.docx()), "archive at once"),
				Arguments.of("a.pdf", Arrays.copyOf(TestFiles.pdf(), 100), "damaged"),
				Arguments.of("a.pdf", text("%PDF-1.4 and nothing else"), "damaged"),
				Arguments.of("a.jpg", Arrays.copyOf(truncated, truncated.length - 2), "damaged"),
				Arguments.of("a.jpg", text("\u00FF\u00D8\u00FF\u00E0\0\u0010JFIF"), "damaged"),
				Arguments.of("a.png", flipped, "damaged"),
				Arguments.of("a.png", TestFiles.pngOf(20_000, 20_000), "20,000 by 20,000 pixels"),
				Arguments.of("a.png", TestFiles.pngOf(20, 20), "cannot be read as a picture"),
				Arguments.of("a.heic", text("\0\0\0\u0018ftypheic"), "HEIC"),
				Arguments.of("a.gif", text("GIF89a"), "GIF"), Arguments.of("a.pdf", new byte[0], "empty"),
				Arguments.of("a.txt", text("Hello"), "something"),
				Arguments.of("a.eml", text("Subject: Hello\n\nNo sender"), "not a mail"),
				Arguments.of("a.eml", text("From: a@x.example\n\nNo date"), "not a mail"),
				Arguments.of("a.eml", text("From: a@x.example\nDate: Mon, 5 Jun 2023 09:00:00 +0000"), "not a mail"),
				Arguments.of("a.eml", text("<html>From: a@x.example"), "web page"),
				Arguments.of("a.eml", TestFiles.pdf(), "ends in .eml, but it holds a PDF file"),
				Arguments.of("a.pdf", text("From: a@x.example\nDate: Mon, 5 Jun 2023 09:00:00 +0000\n\nDear all"),
						"ends in .pdf, but it holds a mail"));
	}

	@Test
	void anArchiveThatUnpacksToTooMuchIsRefused() {
		// given
		Map<String, byte[]> parts = parts("word/media/zeros.xml", new byte[100 << 20]);
		parts.put("word/media/more.xml", new byte[100 << 20]);
		parts.put("word/media/most.xml", new byte[100 << 20]);
		byte[] bomb = TestFiles.archive(parts);
		assertThat(bomb).hasSizeLessThan(1 << 20);
		// when, then
		assertThatExceptionOfType(NotTaken.class).isThrownBy(() -> check("a.docx", bomb))
			.withMessageContaining("unpacks to more than 256 MB");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			../../../etc/passwd          | passwd
			C:\\Users\\me\\photo.jpg     | photo.jpg
			\u202Egpj.exe                | gpj.exe
			.htaccess                    | file.htaccess
			a\u0007b  c.pdf              | ab c.pdf
			"x".png                      | x.png
			Ħarbour – 港.jpg             | Ħarbour – 港.jpg
			""")
	void aNameIsOnlyAName(String sent, String plain) {
		assertThat(FileName.plain(sent)).isEqualTo(plain);
	}

	@Test
	void aLongNameKeepsItsEnding() {
		assertThat(FileName.plain("x".repeat(500) + ".docx")).hasSize(120).endsWith("x.docx");
	}

	private static byte[] pdfAround(byte[] other) {
		String inside = latin(other);
		String start = "%PDF-1.4\n" + inside + "\n";
		return text(start + "xref\n0 0\ntrailer\n<<>>\nstartxref\n" + start.length() + "\n%%EOF\n");
	}

	private static Map<String, byte[]> parts(String name, byte[] part) {
		Map<String, byte[]> parts = new LinkedHashMap<>(TestFiles.docxParts());
		parts.put(name, part);
		return parts;
	}

	private CheckedFile check(String name, byte[] content) throws IOException {
		Path arrived = Files.write(this.folder.resolve("arrived"), content);
		return this.checking.check(name, arrived, this.folder.resolve("clean"));
	}

	private byte[] kept(String name, byte[] content) throws IOException {
		return Files.readAllBytes(check(name, content).content());
	}

	private static int[] points(byte[] picture) throws IOException {
		BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture));
		return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
	}

	private static boolean isRed(BufferedImage image, int x, int y) {
		int point = image.getRGB(x, y);
		return (point >> 16 & 0xFF) > 128 && (point & 0xFF) < 128;
	}

	private static String latin(byte[] bytes) {
		return new String(bytes, StandardCharsets.ISO_8859_1);
	}

}
