package org.asemeducation.stocktake.update.compare;

import java.util.List;

import org.asemeducation.stocktake.plan.change.WordsCompared;

import org.springframework.stereotype.Component;

/**
 * Compares words of the plan as those of updates are compared.
 */
@Component
class PlanWords implements WordsCompared {

	@Override
	public List<Stretch> of(String earlier, String later) {
		return WordComparison.of(earlier, later)
			.stream()
			.map((part) -> new Stretch(Kind.valueOf(part.kind().name()), part.text()))
			.toList();
	}

}
