package org.asemeducation.stocktake.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * The table of figures. A figure that misses its target is printed as missed.
 */
final class Figures {

	private static final String HEAD = """
			| figure | size | value | floor | ratio | target | |
			|---|---:|---:|---:|---:|---|---|
			""";

	private final List<String> rows = new ArrayList<>();

	/**
	 * A figure that is compared with its floor.
	 * @param most how many times the floor it may be; {@code null} when nothing is asked
	 */
	void beside(String figure, int size, String unit, double value, double floor, @Nullable Double most) {
		double ratio = value / floor;
		add(figure, size, number(value) + " " + unit, number(floor) + " " + unit, number(ratio),
				(most != null) ? "≤ %s × floor".formatted(number(most)) : "", (most != null) ? ratio <= most : null);
	}

	/** A figure of which nothing is asked. */
	void plain(String figure, int size, String unit, double value) {
		add(figure, size, number(value) + " " + unit, "", "", "", null);
	}

	/** A figure that must not be more than something, beside its floor if it has one. */
	void atMost(String figure, int size, String unit, double value, @Nullable Double floor, double most) {
		add(figure, size, number(value) + " " + unit, (floor != null) ? number(floor) + " " + unit : "",
				(floor != null) ? number(value / floor) : "", "≤ %s %s".formatted(number(most), unit), value <= most);
	}

	/** A rate that must be at least a part of the bare loop's. */
	void atLeast(String figure, int size, String unit, double value, double floor, double part) {
		add(figure, size, number(value) + " " + unit, number(floor) + " " + unit, number(value / floor),
				"≥ %s × floor".formatted(number(part)), value >= part * floor);
	}

	private void add(String figure, int size, String value, String floor, String ratio, String target,
			@Nullable Boolean met) {
		String row = "| %s | %,d | %s | %s | %s | %s | %s |".formatted(figure, size, value, floor, ratio, target,
				(met != null) ? (met ? "met" : "**MISSED**") : "");
		this.rows.add(row);
		System.out.println(row);
	}

	void write(Path file, String preface) throws IOException {
		Files.createDirectories(file.getParent());
		Files.writeString(file, preface + "\n" + HEAD + String.join("\n", this.rows) + "\n");
	}

	int size() {
		return this.rows.size();
	}

	private static String number(double value) {
		return (value >= 100) ? "%,.0f".formatted(value)
				: String.format(Locale.ROOT, (value >= 10) ? "%.1f" : "%.2f", value);
	}

}
