package org.asemeducation.stocktake.notification.trouble;

import java.time.Instant;
import java.util.Locale;

/**
 * A step of a process that failed and is not tried again by itself.
 *
 * @param step the step's id, such as {@code serviceTask_startMails}
 * @param model what its process is called
 * @param about the business key; empty when the process is about nothing
 * @param since when it was given up
 * @param words what went wrong
 * @param process the instance
 */
public record FailedStep(String step, String model, String about, Instant since, String words, String process) {

	/**
	 * What the step is called: its id says its label.
	 * @return such as {@code Start mails}
	 */
	public String called() {
		String words = this.step.substring(this.step.indexOf('_') + 1)
			.replaceAll("(?=[A-Z])", " ")
			.toLowerCase(Locale.ROOT);
		return words.isEmpty() ? this.step : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
	}

}
