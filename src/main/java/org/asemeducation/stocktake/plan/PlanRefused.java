package org.asemeducation.stocktake.plan;

/**
 * A plan file that cannot be read. Its message is one sentence for the person who brought
 * the file: file, line, reason. Nothing of the file has been loaded.
 */
public final class PlanRefused extends RuntimeException {

	private final String file;

	private final int line;

	PlanRefused(String file, int line, String reason) {
		super("%s%s: %s".formatted(file, (line > 0) ? ", line " + line : "", sentence(reason)));
		this.file = file;
		this.line = line;
	}

	private static String sentence(String reason) {
		return reason.endsWith(".") || reason.endsWith("?") ? reason : reason + ".";
	}

	/**
	 * The file as its owner calls it.
	 * @return a name without folders
	 */
	public String file() {
		return this.file;
	}

	/**
	 * Where to look.
	 * @return the line, from 1; 0 when the reason lies in no line
	 */
	public int line() {
		return this.line;
	}

}
