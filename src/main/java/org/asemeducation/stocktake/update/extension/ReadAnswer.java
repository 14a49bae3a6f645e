package org.asemeducation.stocktake.update.extension;

import java.util.Optional;

import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.engine.BusinessKey;
import org.asemeducation.stocktake.update.UpdateKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.stereotype.Component;

/**
 * Step "Read answer".
 */
@Component("readAnswer")
class ReadAnswer implements JavaDelegate {

	private final Extensions extensions;

	private final Cycles cycles;

	ReadAnswer(Extensions extensions, Cycles cycles) {
		this.extensions = extensions;
		this.cycles = cycles;
	}

	@Override
	public void execute(DelegateExecution execution) {
		UpdateKey key = UpdateKey.of(BusinessKey.parse(execution.getProcessBusinessKey()));
		ExtendUpdateProcess.answer(execution,
				this.extensions.latest(key)
					.filter(Extension::pastFreeze)
					.flatMap((extension) -> Optional.ofNullable(extension.until()))
					.map((until) -> this.cycles.get(key.cycle()).endOf(until).plusMillis(1))
					.orElse(null));
	}

}
