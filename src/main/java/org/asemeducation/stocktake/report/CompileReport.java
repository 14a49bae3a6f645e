package org.asemeducation.stocktake.report;

import org.asemeducation.stocktake.cycle.CycleName;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.stereotype.Component;

/**
 * Step "Compile report".
 */
@Component("compileReport")
class CompileReport implements JavaDelegate {

	private final Reports reports;

	CompileReport(Reports reports) {
		this.reports = reports;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.reports.compile(new CycleName(execution.getProcessBusinessKey()));
	}

}
