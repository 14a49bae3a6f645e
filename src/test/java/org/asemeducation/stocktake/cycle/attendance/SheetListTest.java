package org.asemeducation.stocktake.cycle.attendance;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Lists of participants as workbooks: read as Excel writes them, refused whole when
 * anything is wrong.
 */
class SheetListTest {

	private static final String SHEET = "xl/worksheets/sheet1.xml";

	@Test
	void theFirstSheetIsReadByItsColumns() {
		// given
		byte[] book = Workbooks.of(new String[] { "Name", "e-mail", " PARTY ", "Function" },
				new String[] { "Kim Lee", "kim@example.org", "Malta", "Head\nof delegation" },
				new String[] { "", "", "", "" }, new String[] { "A guest", "", "", "" });
		// then
		assertThat(SheetList.read(book)).containsExactly(new Written(2, "Malta", "Kim Lee", "Head of delegation"),
				new Written(4, "", "A guest", ""));
	}

	@Test
	void ofAFormulaOnlyTheResultIsReadThatTheFileBringsAlong() {
		// given
		byte[] book = Workbooks.with((sheet) -> {
			sheet.createRow(0).createCell(0).setCellValue("party");
			sheet.getRow(0).createCell(1).setCellValue("name");
			sheet.createRow(1).createCell(0).setCellValue("Malta");
			sheet.getRow(1).createCell(1).setCellFormula("CONCATENATE(\"Kim\",\" Lee\")");
		});
		byte[] withResult = Workbooks.bent(book,
				Map.of(SHEET, (xml) -> xml.replaceAll("<c r=\"B2\"[^>]*><f>(.*?)</f>(<v.*?</v>|<v/>)?</c>",
						"<c r=\"B2\" t=\"str\"><f>$1</f><v>=cmd|' /C calc'!A0</v></c>")));
		// then
		assertThat(SheetList.read(withResult)).containsExactly(new Written(2, "Malta", "=cmd|' /C calc'!A0", ""));
		assertThat(SheetList.read(book)).as("a formula without a result is nothing")
			.containsExactly(new Written(2, "Malta", "", ""));
	}

	@Test
	void numbersAndTextsInPlaceAreRead() {
		// given
		byte[] book = Workbooks.bent(Workbooks.of(new String[] { "party", "name" }, new String[] { "Malta", "x" }),
				Map.of(SHEET,
						(xml) -> xml
							.replaceAll("<c r=\"B2\".*?</c>",
									"<c r=\"B2\" t=\"inlineStr\"><is><r><t>Kim</t></r><r><t> Lee</t></r></is></c>")
							.replaceAll("<c r=\"A2\".*?</c>", "<c r=\"A2\"><v>42</v></c>")));
		// then
		assertThat(SheetList.read(book)).containsExactly(new Written(2, "42", "Kim Lee", ""));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource
	void whatIsBrokenIsRefusedInOneSentence(String what, byte[] file, String sentence) {
		// when, then
		assertThatExceptionOfType(ListRefusedException.class).isThrownBy(() -> SheetList.read(file))
			.withMessageContaining(sentence);
	}

	static Stream<Arguments> whatIsBrokenIsRefusedInOneSentence() {
		byte[] good = Workbooks.of(new String[] { "party", "name" }, new String[] { "Malta", "Kim Lee" });
		return Stream.of(arguments("no file", new byte[0], "no Excel workbook"),
				arguments("a text", "party,name\nMalta,Kim".getBytes(StandardCharsets.UTF_8), "no Excel workbook"),
				arguments("cut short", Arrays.copyOf(good, good.length / 3), "damaged"),
				arguments("a part of it overwritten", overwritten(good), "damaged"),
				arguments("no sheet in it", Workbooks.bent(good, Map.of(SHEET, (xml) -> null)), "damaged"),
				arguments("no workbook in it", Workbooks.bent(good, Map.of("xl/workbook.xml", (xml) -> null)),
						"no Excel workbook"),
				arguments("a sheet that is no XML", Workbooks.bent(good, Map.of(SHEET, (xml) -> "<worksheet><row")),
						"damaged"),
				arguments("a text that is not there",
						Workbooks.bent(good, Map.of(SHEET, (xml) -> xml.replace("<v>0</v>", "<v>99</v>"))), "damaged"),
				arguments("something declared",
						Workbooks.bent(good,
								Map.of(SHEET, (xml) -> "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
										+ xml.replaceFirst("^<\\?xml.*?\\?>", "").replace("<v>0</v>", "<v>&e;</v>"))),
						"damaged"),
				arguments("an error of Excel",
						Workbooks.bent(good, Map.of(SHEET,
								(xml) -> xml.replaceAll("<c r=\"B2\".*?</c>", "<c r=\"B2\" t=\"e\"><v>#REF!</v></c>"))),
						"row 2 holds an error of Excel (#REF!)"),
				arguments("macros",
						Workbooks.bent(good,
								Map.of("[Content_Types].xml",
										(xml) -> xml.replace("spreadsheetml.sheet.main", "sheet.macroEnabled.main"))),
						"holds macros"),
				arguments("too many rows",
						Workbooks.bent(good, Map.of(SHEET, (xml) -> xml.replace("<row r=\"2\"", "<row r=\"900000\""))),
						"more than 5000 rows"),
				arguments("too large unpacked", bomb(good), "unpacks to more than 32 MB"),
				arguments("too large", new byte[Spreadsheet.LARGEST + 1], "larger than 2 MB"),
				arguments("an empty sheet", Workbooks.of(), "the first sheet is empty"),
				arguments("no column for names", Workbooks.of(new String[] { "party", "who" }),
						"names no column “name”"),
				arguments("a column twice", Workbooks.of(new String[] { "party", "name", "Name" }),
						"the column “name” is there twice"));
	}

	private static byte[] overwritten(byte[] good) {
		byte[] bytes = good.clone();
		Arrays.fill(bytes, bytes.length / 3, bytes.length / 2, (byte) 7);
		return bytes;
	}

	private static byte[] bomb(byte[] good) {
		return Workbooks.bent(good, Map.of("docProps/app.xml", (xml) -> xml + " ".repeat((32 << 20) + 1)));
	}

}
