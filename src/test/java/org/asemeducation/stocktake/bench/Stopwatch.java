package org.asemeducation.stocktake.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Durations in milliseconds; any number of people may be timed at once.
 */
final class Stopwatch {

	private final List<Double> laps = Collections.synchronizedList(new ArrayList<>());

	static double millis(Runnable act) {
		long start = System.nanoTime();
		act.run();
		return (System.nanoTime() - start) / 1e6;
	}

	void time(Runnable act) {
		this.laps.add(millis(act));
	}

	void add(double millis) {
		this.laps.add(millis);
	}

	double median() {
		return part(0.5);
	}

	/** All but the slowest twentieth. */
	double nineteenTwentieths() {
		return part(0.95);
	}

	double longest() {
		return part(1);
	}

	double sum() {
		return this.laps.stream().mapToDouble(Double::doubleValue).sum();
	}

	int laps() {
		return this.laps.size();
	}

	private double part(double part) {
		List<Double> sorted = new ArrayList<>(this.laps);
		Collections.sort(sorted);
		return sorted.get((int) Math.min(sorted.size() - 1L, Math.floor(part * sorted.size())));
	}

}
