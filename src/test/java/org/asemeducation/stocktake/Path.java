package org.asemeducation.stocktake;

import java.util.List;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;

/**
 * What an instance has gone through. Camunda's own {@code hasPassed} counts a task that a
 * boundary event ended; here it does not count.
 */
public class Path {

	private final HistoryService history;

	Path(HistoryService history) {
		this.history = history;
	}

	/**
	 * The elements that were completed.
	 * @param instance running or ended
	 * @return ids in order
	 */
	public List<String> of(ProcessInstance instance) {
		return of(instance.getId());
	}

	/**
	 * The elements that were completed by an instance that may have ended unseen.
	 * @param process the model's key
	 * @param about the business key
	 * @return ids in order
	 */
	public List<String> of(String process, Object about) {
		return of(this.history.createHistoricProcessInstanceQuery()
			.processDefinitionKey(process)
			.processInstanceBusinessKey(about.toString())
			.singleResult()
			.getId());
	}

	private List<String> of(String instance) {
		return this.history.createHistoricActivityInstanceQuery()
			.processInstanceId(instance)
			.finished()
			.orderPartiallyByOccurrence()
			.asc()
			.list()
			.stream()
			.filter((activity) -> !activity.isCanceled())
			.map(HistoricActivityInstance::getActivityId)
			.toList();
	}

}
