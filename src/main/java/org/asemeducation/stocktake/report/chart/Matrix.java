package org.asemeducation.stocktake.report.chart;

import java.util.ArrayList;
import java.util.List;

import org.asemeducation.stocktake.report.chart.Drawing.Box;
import org.asemeducation.stocktake.report.chart.Drawing.Line;
import org.asemeducation.stocktake.report.chart.Drawing.Mark;
import org.asemeducation.stocktake.report.chart.Drawing.Pattern;
import org.asemeducation.stocktake.report.chart.Drawing.Words;

/**
 * What goes with what: a full box where a row says that it goes with a column, an empty
 * one where others say so.
 *
 * @param columns their heads, a few letters each
 * @param rows their names and, for each column, what there is
 */
public record Matrix(List<String> columns, List<Row> rows) {

	private static final int LABEL = 70;

	private static final int CELL = 36;

	private static final int STEP = 11;

	private static final double SIZE = 7.5;

	public Matrix {
		columns = List.copyOf(columns);
		rows = List.copyOf(rows);
	}

	/**
	 * The boxes in their grid.
	 * @return a drawing
	 */
	public Drawing drawing() {
		List<Mark> marks = new ArrayList<>();
		int right = LABEL + CELL * this.columns.size();
		for (int column = 0; column < this.columns.size(); column++) {
			marks.add(new Words(LABEL + CELL * column + 11, 10, SIZE, false, this.columns.get(column)));
		}
		int y = 15;
		for (Row row : this.rows) {
			marks.add(new Line(0, y, right, y, 0.25));
			marks.add(new Words(2, y + 8.2, SIZE, false, row.name()));
			for (int column = 0; column < this.columns.size(); column++) {
				double x = LABEL + CELL * column + 14;
				switch (row.cells().get(column)) {
					case SAID -> marks.add(new Box(x, y + 1.75, 7.5, 7.5, Pattern.FULL));
					case MEANT -> marks.add(new Box(x, y + 1.75, 7.5, 7.5, Pattern.EMPTY));
					case NOTHING -> {
					}
				}
			}
			y += STEP;
		}
		marks.add(new Line(0, y, right, y, 0.25));
		return new Drawing(right, y + 3, marks);
	}

	/**
	 * A row.
	 *
	 * @param cells as many as there are columns
	 */
	public record Row(String name, List<Cell> cells) {

		public Row {
			cells = List.copyOf(cells);
		}

	}

	/** What there is at a crossing. */
	public enum Cell {

		SAID, MEANT, NOTHING

	}

}
