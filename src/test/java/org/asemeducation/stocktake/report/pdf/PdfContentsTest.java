package org.asemeducation.stocktake.report.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.asemeducation.stocktake.report.document.Block.Prose;
import org.asemeducation.stocktake.report.document.Block.Section;
import org.asemeducation.stocktake.report.document.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Long titles, whose line in the contents breaks only because of the number behind it.
 */
class PdfContentsTest {

	@ParameterizedTest
	@ValueSource(ints = { 78, 80, 81, 82, 83, 84, 85, 86, 87, 88, 90, 92 })
	void contentsThatGrowWithTheirNumbersAreWritten(int letters) throws IOException {
		// given
		String title = "nnn ".repeat(letters / 4) + "nnn".substring(0, letters % 4);
		Document document = new Document("Report", "Cycle", "Version 1", false, List.of(), "One.",
				"2024-01-14T09:30:00Z",
				IntStream.range(0, 90)
					.mapToObj((it) -> new Section(Section.Kind.CHAPTER, "one-" + it, null, title.strip(), null, null,
							List.of(new Prose(Prose.Tone.PLAIN, "Text."))))
					.toList());
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		// when
		PdfFile.write(document, (picture) -> Optional.empty(), PrintLayout.REPORT, out);
		// then
		try (PDDocument pdf = Loader.loadPDF(out.toByteArray())) {
			assertThat(pdf.getNumberOfPages()).isGreaterThan(5);
		}
	}

}
