package org.asemeducation.stocktake.report.chart;

import java.util.List;

/**
 * Shapes on a sheet, in points, from the upper left corner.
 *
 * @param width of the sheet
 * @param height of the sheet
 */
public record Drawing(int width, int height, List<Mark> marks) {

	public Drawing {
		marks = List.copyOf(marks);
	}

	/** A shape. */
	public sealed interface Mark {

	}

	/**
	 * A rectangle with a frame.
	 *
	 * @param pattern tells it from others without colour
	 */
	public record Box(double x, double y, double width, double height, Pattern pattern) implements Mark {
	}

	/**
	 * A straight line.
	 */
	public record Line(double x1, double y1, double x2, double y2, double thickness) implements Mark {
	}

	/**
	 * Words on a line.
	 *
	 * @param x where they begin, or end
	 * @param y their baseline
	 */
	public record Words(double x, double y, double size, boolean ending, String text) implements Mark {
	}

	/** How a rectangle is filled. */
	public enum Pattern {

		/** Dark. */
		FULL(0x17406d, 0, 0),
		/** Lines from left to right. */
		ROWS(0xdce6f1, 0, 3),
		/** Lines from top to bottom. */
		COLUMNS(0xf6e3cf, 3, 0),
		/** Both. */
		GRID(0xe7d6ea, 3.5, 3.5),
		/** Nothing. */
		EMPTY(0xffffff, 0, 0);

		private final int colour;

		private final double columns;

		private final double rows;

		Pattern(int colour, double columns, double rows) {
			this.colour = colour;
			this.columns = columns;
			this.rows = rows;
		}

		/**
		 * The colour behind the lines.
		 * @return red, green and blue
		 */
		public int colour() {
			return this.colour;
		}

		/**
		 * The lines in a rectangle.
		 * @param box which one
		 * @return none for a plain pattern
		 */
		public List<Line> lines(Box box) {
			List<Line> lines = new java.util.ArrayList<>();
			for (double x = this.columns; this.columns > 0 && x < box.width(); x += this.columns) {
				lines.add(new Line(box.x() + x, box.y(), box.x() + x, box.y() + box.height(), 0.5));
			}
			for (double y = this.rows; this.rows > 0 && y < box.height(); y += this.rows) {
				lines.add(new Line(box.x(), box.y() + y, box.x() + box.width(), box.y() + y, 0.5));
			}
			return lines;
		}

	}

}
