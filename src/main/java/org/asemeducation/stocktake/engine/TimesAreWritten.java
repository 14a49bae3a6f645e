package org.asemeducation.stocktake.engine;

import java.util.regex.Pattern;

import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;

/**
 * Every model says for how many days its history is kept, and whatever repeats does so by
 * a cron expression: an ISO repeat restarts at each deployment.
 */
class TimesAreWritten implements ModelRule {

	private static final Pattern DAYS = Pattern.compile("P[1-9][0-9]*D");

	private static final Pattern CRON = Pattern.compile("[0-9*/,?LW#A-Za-z-]+( [0-9*/,?LW#A-Za-z-]+){5,6}");

	@Override
	public void check(Model model, Breaches breaches) {
		for (Process process : model.all(Process.class)) {
			String kept = process.getCamundaHistoryTimeToLiveString();
			if (kept == null || !DAYS.matcher(kept).matches()) {
				breaches.add(model, process.getId(),
						"keeps its history for \"%s\": write historyTimeToLive in days, such as P3650D"
							.formatted(kept));
			}
		}
		for (TimerEventDefinition timer : model.all(TimerEventDefinition.class)) {
			if (timer.getTimeCycle() != null && !CRON.matcher(timer.getTimeCycle().getTextContent()).matches()) {
				breaches.add(model, timer.getParentElement().getAttributeValue("id"),
						"repeats by \"%s\": write a cron expression".formatted(timer.getTimeCycle().getTextContent()));
			}
		}
	}

}
