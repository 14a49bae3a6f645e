package org.asemeducation.stocktake.access.doors;

import java.util.List;

/**
 * Words of the rehearsed cycles that not everybody may read.
 */
final class Secrets {

	static final List<String> ALL = List.of("ACCEPTED-WORDS-OF-ANOTHER", "DRAFT-THAT-WAS-LEFT",
			"DRAFT-OF-THE-COORDINATOR", "RETURNED-WORDS", "REMARK-OF-THE-REVIEWER", "SUBMITTED-WORDS-HERE",
			"SUBMITTED-WORDS-OF-ANOTHER", "coordinator@doors.example", "other@doors.example", "reviewer@doors.example",
			"secretariat@doors.example");

	private Secrets() {
	}

	static List<String> besides(String... known) {
		return ALL.stream().filter((secret) -> !List.of(known).contains(secret)).toList();
	}

}
