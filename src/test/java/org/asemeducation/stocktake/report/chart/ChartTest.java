package org.asemeducation.stocktake.report.chart;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;

import org.asemeducation.stocktake.report.chart.Bars.Row;
import org.asemeducation.stocktake.report.chart.Drawing.Box;
import org.asemeducation.stocktake.report.chart.Drawing.Pattern;
import org.asemeducation.stocktake.report.chart.Drawing.Words;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

import static org.assertj.core.api.Assertions.assertThat;

class ChartTest {

	private final Bars bars = new Bars("initiatives", List.of("Completed", "Partly completed", "Not started"), List
		.of(new Row("Objective 1: <Quality> & more", List.of(7, 2, 0)), new Row("Objective 2", List.of(0, 0, 0))));

	@Test
	void theSentencesHaveTheNumbersOfTheBars() {
		assertThat(this.bars.sentences())
			.isEqualTo("Objective 1: <Quality> & more: 7 completed, 2 partly completed. Objective 2: none.");
		assertThat(words(this.bars.drawing())).contains("7", "9", "0");
	}

	@Test
	void piecesDifferByPatternAndTheirLengthIsTheirNumber() {
		// when
		List<Box> pieces = this.bars.drawing()
			.marks()
			.stream()
			.filter(Box.class::isInstance)
			.map(Box.class::cast)
			.filter((box) -> box.height() == 16)
			.toList();
		// then
		assertThat(pieces).extracting(Box::pattern).containsExactly(Pattern.FULL, Pattern.ROWS);
		assertThat(pieces.get(0).width() / pieces.get(1).width()).isCloseTo(3.5,
				org.assertj.core.data.Offset.offset(0.01));
		assertThat(Set.of(Pattern.values()))
			.extracting((it) -> it.lines(new Box(0, 0, 30, 30, it)).size() + "/" + it.colour())
			.doesNotHaveDuplicates();
	}

	@Test
	void everyMarkLiesOnTheSheet() {
		Drawing drawing = this.bars.drawing();

		assertThat(drawing.marks()).filteredOn(Box.class::isInstance).extracting(Box.class::cast).allSatisfy((box) -> {
			assertThat(box.x()).isNotNegative();
			assertThat(box.x() + box.width()).isLessThanOrEqualTo(drawing.width());
			assertThat(box.y() + box.height()).isLessThanOrEqualTo(drawing.height());
		});
	}

	@Test
	void thePageHasItAsXmlWithItsTextsAndNoStyle() throws Exception {
		// when
		String svg = ChartSvg.of(this.bars.drawing(), "chart-1", "Title & <b>", this.bars.sentences());
		Document parsed = DocumentBuilderFactory.newInstance()
			.newDocumentBuilder()
			.parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
		// then
		assertThat(parsed.getElementsByTagName("desc").item(0).getTextContent()).isEqualTo(this.bars.sentences());
		assertThat(parsed.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("Title & <b>");
		assertThat(svg).doesNotContain("style", "<script");
	}

	@Test
	void thePictureIsAsLargeAsTheDrawingAndNotBlank() throws Exception {
		// when
		var picture = ImageIO.read(new ByteArrayInputStream(ChartPainter.png(this.bars.drawing(), 3)));
		// then
		assertThat(picture.getWidth()).isEqualTo(3 * this.bars.drawing().width());
		assertThat(picture.getHeight()).isEqualTo(3 * this.bars.drawing().height());
		assertThat(java.util.stream.IntStream.range(0, picture.getWidth())
			.filter((x) -> (picture.getRGB(x, 3 * 34) & 0xffffff) != 0xffffff)
			.count()).isGreaterThan(100);
	}

	@Test
	void aMatrixHasAFullBoxWhereSomethingIsSaid() {
		Drawing drawing = new Matrix(List.of("1.1", "1.2", "2.1"),
				List.of(new Matrix.Row("A01-I01", List.of(Matrix.Cell.SAID, Matrix.Cell.MEANT, Matrix.Cell.NOTHING))))
			.drawing();

		assertThat(drawing.marks().stream().filter(Box.class::isInstance).map((it) -> ((Box) it).pattern()))
			.containsExactly(Pattern.FULL, Pattern.EMPTY);
		assertThat(words(drawing)).contains("1.1", "2.1", "A01-I01");
	}

	private static Set<String> words(Drawing drawing) {
		return drawing.marks()
			.stream()
			.filter(Words.class::isInstance)
			.map((it) -> ((Words) it).text())
			.collect(Collectors.toSet());
	}

}
