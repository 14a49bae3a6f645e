package org.asemeducation.stocktake.update.people;

import org.asemeducation.stocktake.Troupe;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.update.UpdateKey;
import org.jspecify.annotations.Nullable;

/**
 * Who answers in place of an update, for the process tests of other stages too.
 */
public class Answerers {

	private final Answering answering;

	private final Troupe troupe;

	Answerers(Answering answering, Troupe troupe) {
		this.answering = answering;
		this.troupe = troupe;
	}

	public void answer(CycleName cycle, String initiative, String who, String answer, String because) {
		answer(cycle, initiative, who, new Answer(answer, null, because));
	}

	public void merged(CycleName cycle, String initiative, String who, @Nullable String into, String because) {
		answer(cycle, initiative, who, new Answer("merged", into, because));
	}

	void answer(CycleName cycle, String initiative, String who, Answer answer) {
		this.troupe.recast(initiative);
		this.answering.answer(UpdateKey.of(cycle.value(), initiative), answer, this.troupe.user(who));
	}

}
