package org.asemeducation.stocktake.plan.change;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.asemeducation.stocktake.plan.InitiativeId;
import org.asemeducation.stocktake.plan.PlanRow;
import org.asemeducation.stocktake.plan.Standing;

/**
 * Says what a change would mean before it is done.
 */
class ForeseenChange {

	private final LocalDate today;

	private final OpenCopies copies;

	ForeseenChange(LocalDate today, OpenCopies copies) {
		this.today = today;
		this.copies = copies;
	}

	List<String> inWords(Asked asked, Outcome outcome) {
		List<String> words = new ArrayList<>(List.of(outcome.means()));
		LocalDate from = asked.basis().from();
		words
			.add(from.isAfter(this.today)
					? "In force from %s. Until then the plan stays as it is, and the change can be called off."
						.formatted(Days.inWords(from))
					: "In force from %s, that is, at once.".formatted(Days.inWords(from)));
		for (PlanRow row : outcome.rows()) {
			words.add("A cycle that is opened from then on %s.".formatted((row.standing() == Standing.IN_FORCE)
					? "asks for %s as it then reads".formatted(row.id()) : "does not ask for %s".formatted(row.id())));
			words.addAll(this.copies.of(row.id()));
		}
		InitiativeId into = asked.other();
		if (asked.act() == Act.MERGE && into != null) {
			words.addAll(this.copies.alongWith(asked.initiative(), into));
		}
		return words;
	}

}
