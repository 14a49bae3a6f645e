package org.asemeducation.stocktake.cockpit.outlook;

import java.util.List;

/**
 * How answers came in: how many initiatives had sent in a first version by the end of a
 * day.
 *
 * @param cycle the cycle's name
 * @param asked how many were asked for
 * @param deadline the deadline's day, counted from the day of the requests, which is 0
 * @param freeze the freeze's day, counted likewise
 * @param points the days on which some came, in order
 */
public record ResponseCurve(String cycle, int asked, int deadline, int freeze, List<Point> points) {

	public ResponseCurve {
		points = List.copyOf(points);
	}

	/**
	 * How many were in by the end of a day.
	 * @param day counted from the day of the requests
	 * @return the number, 0 before the first
	 */
	public int by(int day) {
		return this.points.stream().filter((point) -> point.day() <= day).mapToInt(Point::received).max().orElse(0);
	}

	/**
	 * A day on which answers came.
	 *
	 * @param day counted from the day of the requests
	 * @param received how many were in by its end
	 */
	public record Point(int day, int received) {
	}

}
