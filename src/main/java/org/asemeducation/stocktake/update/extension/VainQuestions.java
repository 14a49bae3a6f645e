package org.asemeducation.stocktake.update.extension;

import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.update.GatheringEnded;
import org.asemeducation.stocktake.update.UpdateGivenBack;
import org.asemeducation.stocktake.update.UpdateKey;
import org.asemeducation.stocktake.update.UpdateSubmitted;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes the question for more time back when nothing is left to extend: the update has
 * come, or the gathering is over.
 */
@Component
class VainQuestions {

	private final Extensions extensions;

	private final ExtendUpdateProcess process;

	private final Audit audit;

	VainQuestions(Extensions extensions, ExtendUpdateProcess process, Audit audit) {
		this.extensions = extensions;
		this.process = process;
		this.audit = audit;
	}

	@EventListener
	@Transactional
	void on(UpdateSubmitted submitted) {
		this.extensions.latest(submitted.key())
			.filter(Extension::isOpen)
			.ifPresent((asked) -> takeBack(submitted.key(), "submitted"));
	}

	@EventListener
	@Transactional
	void on(UpdateGivenBack back) {
		this.extensions.latest(back.key())
			.filter(Extension::isOpen)
			.ifPresent((asked) -> takeBack(back.key(), "not theirs"));
	}

	@EventListener
	@Transactional
	void on(GatheringEnded ended) {
		this.extensions.open(ended.cycle()).forEach((asked) -> takeBack(asked.key(), "the gathering is over"));
	}

	private void takeBack(UpdateKey key, String because) {
		this.extensions.answer(key, Extension.NOT_NEEDED, null, null, "stocktake");
		this.audit.record("stocktake", "drop question for more time", key.toString(), null, because);
		this.process.notNeeded(key);
	}

}
