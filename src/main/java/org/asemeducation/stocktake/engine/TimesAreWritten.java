package org.asemeducation.stocktake.engine;

import java.util.Map;
import java.util.regex.Pattern;

import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;

/**
 * Every model says for how long its history is kept (a week for hourly runs, 90 days for
 * mails, ten years for the rest), and whatever repeats does so by a cron expression: an
 * ISO repeat restarts at each deployment.
 */
class TimesAreWritten implements ModelRule {

	/** In days: hourly runs say nothing later, mails are in our own tables. */
	private static final Map<String, String> KEPT = Map.of("reminder", "P7D", "mail", "P90D");

	private static final String KEPT_OTHERWISE = "P3650D";

	private static final Pattern CRON = Pattern.compile("[0-9*/,?LW#A-Za-z-]+( [0-9*/,?LW#A-Za-z-]+){5,6}");

	@Override
	public void check(Model model, Breaches breaches) {
		for (Process process : model.all(Process.class)) {
			String kept = KEPT.getOrDefault(process.getId(), KEPT_OTHERWISE);
			if (!kept.equals(process.getCamundaHistoryTimeToLiveString())) {
				breaches.add(model, process.getId(), "keeps its history for \"%s\": write historyTimeToLive=\"%s\""
					.formatted(process.getCamundaHistoryTimeToLiveString(), kept));
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
