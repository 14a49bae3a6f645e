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

	BundleLines(Bundling bundling) {
		this.bundling = bundling;
	}

	@Override
	public void execute(DelegateExecution execution) {
		MailProcess.answerAnythingToSay(execution, this.bundling.sift(MailProcess.mail(execution)));
	}

}
