package org.asemeducation.stocktake.notification.letter;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.asemeducation.stocktake.engine.PublicUrl;
import org.asemeducation.stocktake.notification.trouble.FailedStep;
import org.asemeducation.stocktake.notification.trouble.LastRun;
import org.asemeducation.stocktake.notification.trouble.Troubles;
import org.asemeducation.stocktake.notification.trouble.UndeliveredMail;

import org.springframework.stereotype.Component;

/**
 * The words that the template of an alert has.
 */
@Component
class AlertWords {

	private static final int LONGEST_ANSWER = 240;

	private final AlertFacts facts;

	private final PublicUrl publicUrl;

	AlertWords(AlertFacts facts, PublicUrl publicUrl) {
		this.facts = facts;
		this.publicUrl = publicUrl;
	}

	boolean areFor(long mail) {
		return this.facts.isAlert(mail);
	}

	Map<String, Object> of(long mail) {
		Troubles troubles = this.facts.troubles();
		ZoneId zone = this.facts.zone(mail);
		Map<String, Object> words = new HashMap<>();
		words.put("summary", summary(troubles));
		words.put("cockpit", this.publicUrl.to("/camunda/app/cockpit/"));
		words.put("contacts", this.publicUrl.to("/desk/contacts"));
		words.put("mails", troubles.mails().stream().map((undelivered) -> item(undelivered, zone)).toList());
		words.put("moreMails", troubles.allMails() - troubles.mails().size());
		words.put("steps", troubles.steps().stream().map((step) -> item(step, zone)).toList());
		words.put("moreSteps", troubles.allSteps() - troubles.steps().size());
		words.put("late", troubles.reminders().late());
		words.put("worked", worked(troubles.reminders(), zone));
		return words;
	}

	private static String summary(Troubles troubles) {
		List<String> parts = new ArrayList<>();
		if (troubles.reminders().late()) {
			parts.add("reminders do not go out");
		}
		if (troubles.allMails() > 0) {
			parts.add((troubles.allMails() == 1) ? "1 mail was not delivered"
					: troubles.allMails() + " mails were not delivered");
		}
		if (troubles.allSteps() > 0) {
			parts.add((troubles.allSteps() == 1) ? "1 step failed" : troubles.allSteps() + " steps failed");
		}
		int last = parts.size() - 1;
		return (last < 1) ? String.join("", parts)
				: String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
	}

	private AlertItem item(UndeliveredMail mail, ZoneId zone) {
		String tried = "It was tried %s since %s%s The answer was: %s".formatted(
				(mail.attempts() == 1) ? "once" : mail.attempts() + " times", DateWords.moment(mail.since(), zone),
				mail.givenUp() ? ", and is not tried again by itself." : ", and is tried again by itself.",
				quoted(mail.answer()));
		String next = mail.givenUp()
				? "If the address is wrong, remove the contact and add the right one. Else choose Retry in Cockpit once the cause is gone."
				: "Nothing has to be done unless the address is wrong: then remove the contact and add the right one.";
		return new AlertItem("To %s <%s>: %s".formatted(mail.name(), mail.address(), mail.subject()), tried, next,
				(mail.process() != null) ? instance(mail.process()) : "");
	}

	private AlertItem item(FailedStep step, ZoneId zone) {
		String where = step.about().isEmpty() ? step.model() : "%s, %s".formatted(step.model(), step.about());
		return new AlertItem("%s (%s)".formatted(step.called(), where),
				"It was given up on %s. What went wrong: %s".formatted(DateWords.moment(step.since(), zone),
						quoted(step.words())),
				"What waits behind it stands still. Choose Retry in Cockpit once the cause is gone; if you do not know the cause, show this to whoever runs Stocktake.",
				instance(step.process()));
	}

	private static String worked(LastRun run, ZoneId zone) {
		Instant covered = run.coveredUntil();
		return (covered != null) ? "It last did its work on %s.".formatted(DateWords.moment(covered, zone))
				: "It has never done its work.";
	}

	private static String quoted(String words) {
		String line = OneLine.of(words);
		return "“%s”".formatted((line.length() <= LONGEST_ANSWER) ? line : line.substring(0, LONGEST_ANSWER) + "…");
	}

	private String instance(String process) {
		return this.publicUrl
			.to("/camunda/app/cockpit/default/#/process-instance/%s/runtime?tab=incidents-tab".formatted(process));
	}

}
