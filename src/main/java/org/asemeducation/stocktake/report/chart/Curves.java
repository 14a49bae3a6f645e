package org.asemeducation.stocktake.report.chart;

import java.util.ArrayList;
import java.util.List;

import org.asemeducation.stocktake.report.chart.Drawing.Line;
import org.asemeducation.stocktake.report.chart.Drawing.Mark;
import org.asemeducation.stocktake.report.chart.Drawing.Words;

/**
 * Shares that grow from day to day, as stairs: one line for each series, told apart by
 * dashes and thickness.
 *
 * @param days the last day of the drawing, at least 1
 * @param feet days that bear a name
 * @param series at most three, what matters most first
 * @param expected where the first series is expected to go, as a straight line; of no
 * stair for nothing
 */
public record Curves(int days, List<Stair> feet, List<Series> series, List<Stair> expected) {

	private static final int WIDTH = 480;

	private static final int HEIGHT = 210;

	private static final int LEFT = 34;

	private static final int TOP = 26;

	private static final int BOTTOM = HEIGHT - 22;

	private static final double SIZE = 8.5;

	/**
	 * What is drawn and what is left out, in turns; nothing left out for a whole line.
	 */
	private static final double[][] DASHES = { { 1, 0 }, { 7, 4 }, { 1.5, 2.5 } };

	private static final double[] THICKNESS = { 2, 1.2, 1.2 };

	public Curves {
		feet = List.copyOf(feet);
		series = List.copyOf(series);
		expected = List.copyOf(expected);
		if (series.size() > DASHES.length) {
			throw new IllegalArgumentException(
					"A chart tells %d lines apart, not %d.".formatted(DASHES.length, series.size()));
		}
	}

	/**
	 * The lines in their grid.
	 * @return a drawing as broad as a page
	 */
	public Drawing drawing() {
		List<Mark> marks = new ArrayList<>();
		for (int quarter = 0; quarter <= 4; quarter++) {
			marks.add(new Line(LEFT, y(quarter / 4.0), WIDTH, y(quarter / 4.0), 0.25));
			marks.add(new Words(LEFT - 4, y(quarter / 4.0) + 3, SIZE, true, quarter * 25 + "%"));
		}
		for (Stair foot : this.feet) {
			marks.add(new Line(x(foot.day()), TOP, x(foot.day()), BOTTOM, 0.5));
			marks.add(new Words(x(foot.day()), BOTTOM + 14, SIZE, foot.day() > this.days / 2, foot.name()));
		}
		double key = LEFT;
		for (int index = 0; index < this.series.size(); index++) {
			Series one = this.series.get(index);
			dashed(List.of(new double[] { key, 8 }, new double[] { key + 30, 8 }), index, marks);
			marks.add(new Words(key + 34, 11, SIZE, false, one.name()));
			key += 50 + 5.2 * one.name().length();
			dashed(stairs(one), index, marks);
		}
		dashed(this.expected.stream().map((stair) -> new double[] { x(stair.day()), y(stair.share()) }).toList(), 2,
				marks);
		return new Drawing(WIDTH, HEIGHT, marks);
	}

	private List<double[]> stairs(Series series) {
		List<double[]> corners = new ArrayList<>(List.of(new double[] { x(0), y(0) }));
		double before = 0;
		for (Stair stair : series.stairs()) {
			corners.add(new double[] { x(stair.day()), y(before) });
			corners.add(new double[] { x(stair.day()), y(stair.share()) });
			before = stair.share();
		}
		corners.add(new double[] { x(series.until()), y(before) });
		return corners;
	}

	/** The pattern goes on round corners. */
	private static void dashed(List<double[]> corners, int style, List<Mark> marks) {
		double drawn = DASHES[style][0];
		double period = drawn + DASHES[style][1];
		double gone = 0;
		for (int corner = 1; corner < corners.size(); corner++) {
			double[] from = corners.get(corner - 1);
			double[] to = corners.get(corner);
			double length = Math.hypot(to[0] - from[0], to[1] - from[1]);
			for (double at = 0; at < length;) {
				double phase = (drawn == period) ? 0 : gone % period;
				double step = (drawn == period) ? length
						: Math.min(length - at, Math.max(1e-3, ((phase < drawn) ? drawn : period) - phase));
				if (phase < drawn) {
					marks.add(new Line(from[0] + (to[0] - from[0]) * at / length,
							from[1] + (to[1] - from[1]) * at / length,
							from[0] + (to[0] - from[0]) * (at + step) / length,
							from[1] + (to[1] - from[1]) * (at + step) / length, THICKNESS[style]));
				}
				at += step;
				gone += step;
			}
		}
	}

	private double x(int day) {
		return LEFT + Math.min(1, Math.max(0, day) / (double) this.days) * (WIDTH - LEFT - 2);
	}

	private static double y(double share) {
		return BOTTOM - Math.min(1, share) * (BOTTOM - TOP);
	}

	/**
	 * A line.
	 *
	 * @param stairs in the order of their days
	 * @param until the day with which it ends
	 */
	public record Series(String name, List<Stair> stairs, int until) {

		public Series {
			stairs = List.copyOf(stairs);
		}

	}

	/**
	 * A share from a day on.
	 *
	 * @param name of the day; empty for none
	 * @param share of one
	 */
	public record Stair(int day, double share, String name) {
	}

}
