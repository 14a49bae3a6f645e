package org.asemeducation.stocktake.plan;

import java.util.List;

/**
 * A plan file that cannot be read. Its message is one sentence for the person who brought
 * the file: file, line, reason. Nothing of the file has been loaded.
 */
public final class PlanRefused extends RuntimeException {

	private final String file;

	private final transient List<Fault> faults;

	PlanRefused(String file, int line, String reason) {
		this(file, "line", List.of(new Fault(line, reason)));
	}

	/**
	 * Refuses a file for several reasons.
	 * @param file as its owner calls it
	 * @param place what its places are called: {@code line} or {@code row}
	 * @param faults at least one
	 */
	public PlanRefused(String file, String place, List<Fault> faults) {
		super("%s%s: %s".formatted(file,
				(faults.get(0).line() > 0) ? ", %s %d".formatted(place, faults.get(0).line()) : "",
				faults.get(0).reason()));
		this.file = file;
		this.faults = List.copyOf(faults);
	}

	/**
	 * The file as its owner calls it.
	 * @return a name without folders
	 */
	public String file() {
		return this.file;
	}

	/**
	 * Where to look first.
	 * @return the line, from 1; 0 when the reason lies in no line
	 */
	public int line() {
		return this.faults.get(0).line();
	}

	/**
	 * Everything that is wrong, as far as the file could be read.
	 * @return in the file's order, at least one
	 */
	public List<Fault> faults() {
		return this.faults;
	}

	/**
	 * One thing that is wrong.
	 *
	 * @param line the line or row, from 1; 0 when it lies in none
	 * @param reason a sentence
	 */
	public record Fault(int line, String reason) {

		public Fault {
			reason = (reason.endsWith(".") || reason.endsWith("?")) ? reason : reason + ".";
		}

	}

}
