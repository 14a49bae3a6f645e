package org.asemeducation.stocktake.cycle;

import org.asemeducation.stocktake.engine.TaskFaces;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.stereotype.Component;

/**
 * Step "Date tasks": the next of the open tasks of a cycle are due when the calendar says
 * so now.
 */
@Component("dateTasks")
class DateTasks implements JavaDelegate {

	/** So many in one transaction: whoever submits one of them waits for no more. */
	private static final int CHUNK = 50;

	private final TaskFaces faces;

	DateTasks(TaskFaces faces) {
		this.faces = faces;
	}

	@Override
	public void execute(DelegateExecution execution) {
		MoveDateProcess.answerDated(execution,
				this.faces.renewNext(execution.getProcessBusinessKey(), MoveDateProcess.datedUpTo(execution), CHUNK));
	}

}
