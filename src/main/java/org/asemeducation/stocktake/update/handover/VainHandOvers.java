package org.asemeducation.stocktake.update.handover;

import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.update.UpdateGivenBack;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a hand-over back when nobody is left to hand over: the last coordinator has said
 * that the initiative is not theirs.
 */
@Component
class VainHandOvers {

	private final HandOvers handOvers;

	private final HandOverProcess process;

	private final Audit audit;

	VainHandOvers(HandOvers handOvers, HandOverProcess process, Audit audit) {
		this.handOvers = handOvers;
		this.process = process;
		this.audit = audit;
	}

	@EventListener
	@Transactional
	void on(UpdateGivenBack back) {
		this.handOvers.open(back.key()).ifPresent((asked) -> {
			this.handOvers.answer(back.key(), HandOver.NOT_NEEDED, null, "stocktake");
			this.audit.record("stocktake", "drop hand-over", back.key().toString(), asked.name(), "not theirs");
			this.process.notNeeded(back.key());
		});
	}

}
