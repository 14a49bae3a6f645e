package org.asemeducation.stocktake.cycle.attendance;

/**
 * A participant as somebody has written it down.
 *
 * @param row where, counted from 1
 * @param party as named there; empty for a guest
 * @param name the person
 * @param function may be empty
 */
record Written(int row, String party, String name, String function) {

	static final int LONGEST = 200;

	Written {
		party = oneLine(party);
		name = oneLine(name);
		function = oneLine(function);
	}

	boolean isEmpty() {
		return this.party.isEmpty() && this.name.isEmpty() && this.function.isEmpty();
	}

	void check() {
		if (this.name.isEmpty()) {
			throw new ListRefusedException("row %d has no name.".formatted(this.row));
		}
		if (this.name.length() > LONGEST || this.function.length() > LONGEST || this.party.length() > LONGEST) {
			throw new ListRefusedException(
					"row %d has more than %d characters in one place.".formatted(this.row, LONGEST));
		}
	}

	private static String oneLine(String text) {
		return text.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}\\p{Zs}]+", " ").replaceAll("\\p{Cf}", "").strip();
	}

}
