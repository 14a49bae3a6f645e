package org.asemeducation.stocktake.rehearsal;

import java.time.LocalDate;
import java.util.List;

import org.asemeducation.stocktake.rehearsal.Scenario.Down;
import org.asemeducation.stocktake.rehearsal.Scenario.Event;

/**
 * Nobody does anything while nothing runs.
 */
final class CheckOutages {

	private CheckOutages() {
	}

	/**
	 * Looks whether something of a file happens in a time in which nothing runs.
	 * @param scenarios all of the file: they are played on one machine
	 * @throws BadScenario with the first that does
	 */
	static void check(List<Scenario> scenarios) {
		for (Scenario down : scenarios) {
			for (Down event : down.downs()) {
				scenarios.forEach((scenario) -> check(scenario, down, event));
			}
		}
	}

	private static void check(Scenario scenario, Scenario other, Down down) {
		refuse(scenario, "cycle, opens", scenario.opens(), other, down);
		for (Event event : scenario.events()) {
			if (!(event instanceof Down)) {
				refuse(scenario, event.where(), event.date(), other, down);
			}
		}
	}

	private static void refuse(Scenario scenario, String where, LocalDate date, Scenario other, Down down) {
		if (down.outage(other.zone()).holds(scenario.noon(date))) {
			throw BadScenario.at(scenario.file(), where,
					"it would happen at 12:00, when nothing runs (event %d of %s is down from %s to %s); choose another day"
						.formatted(down.number(), other.name(), down.from(), down.to()));
		}
	}

}
