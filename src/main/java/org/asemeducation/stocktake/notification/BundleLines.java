package org.asemeducation.stocktake.notification;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.stereotype.Component;

/**
 * "Bundle lines" in {@code mail.bpmn}: from now on nothing joins. The mail is written as
 * it leaves.
 */
@Component("bundleLines")
class BundleLines implements JavaDelegate {

	private final Bundling bundling;

	private final Pace pace;

	BundleLines(Bundling bundling, Pace pace) {
		this.bundling = bundling;
		this.pace = pace;
	}

	@Override
	public void execute(DelegateExecution execution) {
		boolean anything = this.bundling.sift(MailProcess.mail(execution));
		MailProcess.answerAnythingToSay(execution, anything);
		if (anything) {
			MailProcess.answerTurn(execution, this.pace.takeTurn());
		}
	}

}
