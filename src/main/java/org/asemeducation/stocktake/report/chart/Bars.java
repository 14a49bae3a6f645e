package org.asemeducation.stocktake.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.asemeducation.stocktake.report.chart.Drawing.Box;
import org.asemeducation.stocktake.report.chart.Drawing.Line;
import org.asemeducation.stocktake.report.chart.Drawing.Mark;
import org.asemeducation.stocktake.report.chart.Drawing.Pattern;
import org.asemeducation.stocktake.report.chart.Drawing.Words;

/**
 * Numbers in rows: a bar for each row, its pieces told apart by pattern, each with its
 * number.
 *
 * @param of what is counted, in the plural
 * @param pieces what the pieces of a bar stand for, at most as many as there are patterns
 * @param rows at least one
 */
public record Bars(String of, List<String> pieces, List<Row> rows) {

	private static final int WIDTH = 480;

	private static final int LABEL = 170;

	private static final int BAR = 16;

	private static final int STEP = 26;

	private static final int LETTERS = 34;

	private static final double SIZE = 8.5;

	public Bars {
		pieces = List.copyOf(pieces);
		rows = List.copyOf(rows);
	}

	/**
	 * The numbers as sentences.
	 * @return for people who cannot see the bars
	 */
	public String sentences() {
		return this.rows.stream()
			.map((row) -> "%s: %s.".formatted(row.name(),
					IntStream.range(0, this.pieces.size())
						.filter((piece) -> row.numbers().get(piece) != 0 || this.pieces.size() == 1)
						.mapToObj((piece) -> (this.pieces.size() == 1) ? String.valueOf(row.numbers().get(piece))
								: "%d %s".formatted(row.numbers().get(piece),
										this.pieces.get(piece).toLowerCase(java.util.Locale.ROOT)))
						.collect(Collectors.collectingAndThen(Collectors.joining(", "),
								(said) -> said.isEmpty() ? "none" : said))))
			.collect(Collectors.joining(" "));
	}

	/**
	 * The bars.
	 * @return a drawing as broad as a page
	 */
	public Drawing drawing() {
		List<Mark> marks = new ArrayList<>();
		int top = (this.pieces.size() > 1) ? legend(marks) : 6;
		int most = Math.max(1, this.rows.stream().mapToInt(Row::sum).max().orElse(1));
		double unit = (WIDTH - LABEL - 40.0) / most;
		int y = top;
		for (Row row : this.rows) {
			row(row, y, unit, marks);
			y += STEP;
		}
		marks.add(new Line(LABEL, top - 4, LABEL, y - 4, 0.75));
		return new Drawing(WIDTH, y, marks);
	}

	private void row(Row row, int y, double unit, List<Mark> marks) {
		List<String> lines = broken(row.name());
		for (int line = 0; line < lines.size(); line++) {
			double offset = (lines.size() == 1) ? 11.5 : 6.5 + 10 * line;
			marks.add(new Words(LABEL - 6, y + offset, SIZE, true, lines.get(line)));
		}
		double x = LABEL;
		for (int piece = 0; piece < row.numbers().size(); piece++) {
			int number = row.numbers().get(piece);
			if (number == 0) {
				continue;
			}
			double width = number * unit;
			marks.add(new Box(x, y, width, BAR, Pattern.values()[piece]));
			if (this.pieces.size() > 1) {
				double plate = 4.0 + 5.2 * String.valueOf(number).length();
				if (width > plate + 2) {
					marks.add(new Box(x + (width - plate) / 2, y + 2.5, plate, BAR - 5, Pattern.EMPTY));
					marks.add(new Words(x + (width - plate) / 2 + 2, y + 11.2, SIZE, false, String.valueOf(number)));
				}
			}
			x += width;
		}
		marks.add(new Words(x + 4, y + 11.5, SIZE, false, String.valueOf(row.sum())));
	}

	private int legend(List<Mark> marks) {
		double x = 0;
		int y = 4;
		for (int piece = 0; piece < this.pieces.size(); piece++) {
			double width = 18 + 4.9 * this.pieces.get(piece).length() + 14;
			if (x + width > WIDTH) {
				x = 0;
				y += 15;
			}
			marks.add(new Box(x, y, 12, 9, Pattern.values()[piece]));
			marks.add(new Words(x + 16, y + 8, SIZE, false, this.pieces.get(piece)));
			x += width;
		}
		return y + 24;
	}

	private static List<String> broken(String name) {
		if (name.length() <= LETTERS) {
			return List.of(name);
		}
		int space = name.lastIndexOf(' ', LETTERS);
		int at = (space > 0) ? space : LETTERS;
		String rest = name.substring(at).strip();
		return List.of(name.substring(0, at), (rest.length() > LETTERS) ? rest.substring(0, LETTERS - 1) + "…" : rest);
	}

	/**
	 * A row.
	 *
	 * @param numbers as many as there are pieces
	 */
	public record Row(String name, List<Integer> numbers) {

		public Row {
			numbers = List.copyOf(numbers);
		}

		int sum() {
			return this.numbers.stream().mapToInt(Integer::intValue).sum();
		}

	}

}
