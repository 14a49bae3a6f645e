package org.asemeducation.stocktake.rehearsal;

/**
 * The scenario or the call cannot be played, with the reason in one line.
 */
final class BadScenario extends RuntimeException {

	BadScenario(String line) {
		super(line.replaceAll("\\s*\\R\\s*", " "));
	}

	static BadScenario at(String file, String where, String reason) {
		return new BadScenario("%s: %s: %s".formatted(file, where, reason));
	}

}
