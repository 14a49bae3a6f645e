package org.asemeducation.stocktake.rehearsal;

/**
 * The scenario or the call cannot be played, with the reason in one line.
 */
final class BadScenario extends RuntimeException {

	/** Characters; what a scenario says may be quoted and has no end. */
	private static final int LONGEST = 1000;

	BadScenario(String line) {
		super(shortened(line.replaceAll("\\s*\\R\\s*", " ")));
	}

	private static String shortened(String line) {
		return (line.length() <= LONGEST) ? line : line.substring(0, LONGEST) + "…";
	}

	static BadScenario at(String file, String where, String reason) {
		return new BadScenario("%s: %s: %s".formatted(file, where, reason));
	}

}
