package org.asemeducation.stocktake.cockpit.play;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.asemeducation.stocktake.cockpit.outlook.Outlook;
import org.asemeducation.stocktake.cockpit.outlook.ResponseCurve;
import org.asemeducation.stocktake.report.chart.Curves;
import org.asemeducation.stocktake.report.chart.Curves.Stair;
import org.asemeducation.stocktake.report.document.Block.Chart;

/**
 * How answers come in, drawn beside the cycles before.
 */
final class PlayAnswers {

	/** Days in the table below it, about. */
	private static final int DAYS = 14;

	private final Outlook outlook;

	private final ResponseCurve now;

	PlayAnswers(Outlook outlook) {
		this.outlook = outlook;
		this.now = outlook.responses().get(0);
	}

	String sentence() {
		int day = this.outlook.day();
		if (day < 0) {
			return "The requests go out in %d %s.".formatted(-day, (day == -1) ? "day" : "days");
		}
		return "%d of %d initiatives have sent in a first version.".formatted(this.now.by(day), this.now.asked())
				+ ((this.outlook.projection() != null) ? " " + this.outlook.projection().words() : "");
	}

	Chart chart(int number) {
		String before = this.outlook.responses()
			.stream()
			.skip(1)
			.map((curve) -> "In %s %d of %d had come by its freeze.".formatted(curve.cycle(), curve.by(curve.freeze()),
					curve.asked()))
			.collect(Collectors.joining(" "));
		return new Chart(number, "Share of initiatives that have sent in a first version, by day",
				(sentence() + " " + before).strip(), curves().drawing());
	}

	private Curves curves() {
		int last = last();
		List<Curves.Series> series = new ArrayList<>();
		for (ResponseCurve curve : this.outlook.responses()) {
			int until = (curve == this.now) ? Math.min(Math.max(0, this.outlook.day()), last) : last;
			series.add(new Curves.Series(curve.cycle(),
					curve.points()
						.stream()
						.filter((point) -> point.day() <= until)
						.map((point) -> new Stair(point.day(), share(point.received(), curve), ""))
						.toList(),
					until));
		}
		return new Curves(last, List.of(new Stair(0, 0, "Requests"), new Stair(this.now.deadline(), 0, "Deadline"),
				new Stair(this.now.freeze(), 0, "Freeze")), series, expected());
	}

	private List<Stair> expected() {
		return (this.outlook.projection() == null) ? List.of()
				: List.of(new Stair(this.outlook.day(), share(this.now.by(this.outlook.day()), this.now), ""),
						new Stair(this.now.freeze(), share(this.outlook.projection().received(), this.now), ""));
	}

	/** A day of the table; days of this cycle that are still to come have no number. */
	List<List<Object>> rows() {
		TreeSet<Integer> days = new TreeSet<>(List.of(this.now.deadline(), this.now.freeze()));
		int last = last();
		int step = Math.max(1, (last + DAYS - 1) / DAYS);
		IntStream.iterate(0, (day) -> day <= last, (day) -> day + step).forEach(days::add);
		if (this.outlook.day() >= 0 && this.outlook.day() <= last) {
			days.add(this.outlook.day());
		}
		return days.stream().filter((day) -> day >= 0).map(this::row).toList();
	}

	private List<Object> row(int day) {
		List<Object> row = new ArrayList<>();
		row.add("Day %d%s".formatted(day, named(day)));
		for (ResponseCurve curve : this.outlook.responses()) {
			row.add((curve == this.now && day > this.outlook.day()) ? "" : (Object) curve.by(day));
		}
		return row;
	}

	private String named(int day) {
		return ((day == this.now.deadline()) ? ", deadline" : "") + ((day == this.now.freeze()) ? ", freeze" : "")
				+ ((day == this.outlook.day()) ? ", today" : "");
	}

	List<String> heads() {
		return this.outlook.responses()
			.stream()
			.map((curve) -> "%s (of %d)".formatted(curve.cycle(), curve.asked()))
			.toList();
	}

	private int last() {
		return this.outlook.responses()
			.stream()
			.mapToInt((curve) -> curve.points().isEmpty() ? curve.freeze()
					: Math.max(curve.freeze(), curve.points().get(curve.points().size() - 1).day()))
			.reduce(1, Math::max);
	}

	private static double share(int received, ResponseCurve curve) {
		return (double) received / Math.max(1, curve.asked());
	}

}
