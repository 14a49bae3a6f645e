package org.asemeducation.stocktake.notification.letter;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.notification.template.Letter;
import org.asemeducation.stocktake.notification.template.TemplateName;
import org.asemeducation.stocktake.notification.template.Templates;
import org.asemeducation.stocktake.notification.transport.MailSettings;

import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * The words of an escalation: proposed by the template, sent as they stand or as the AES
 * has changed them. Days are those of the cycle's zone: where a superior is, nobody
 * knows.
 */
@Component
public class EscalationLetter {

	private static final String ENGLISH = "en";

	private final Templates templates;

	private final LetterTemplates fixed;

	private final MailSettings settings;

	private final Clock clock;

	EscalationLetter(Templates templates, LetterTemplates fixed, MailSettings settings, Clock clock) {
		this.templates = templates;
		this.fixed = fixed;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * What the template says now.
	 * @param facts what it speaks of
	 * @return subject and both parts; the plain one as a person would type it
	 */
	public Letter propose(Facts facts) {
		Letter letter = this.templates.write(TemplateName.ESCALATION, ENGLISH, words(facts));
		return new Letter(OneLine.of(letter.subject()), letter.text().strip().replaceAll("\n{3,}", "\n\n"),
				letter.body());
	}

	/** The mail in the words that were proposed. */
	public Written asItStands(Letter proposal) {
		return this.fixed.page(proposal, ENGLISH);
	}

	/**
	 * The mail in words of the AES.
	 * @param subject one line
	 * @param text paragraphs with an empty line between them
	 * @return subject and both parts
	 */
	public Written edited(String subject, String text) {
		String body = Arrays.stream(text.split("\n\\s*\n"))
			.map((paragraph) -> "<p>%s</p>"
				.formatted(HtmlUtils.htmlEscape(paragraph.strip(), "UTF-8").replace("\n", "<br>\n")))
			.collect(Collectors.joining("\n"));
		return this.fixed.page(new Letter(subject, text, body), ENGLISH);
	}

	/** Everything that the template may say. */
	Map<String, Object> words(Facts facts) {
		ReaderDays days = new ReaderDays(this.clock.instant(), facts.zone(), facts.zone());
		Map<String, Object> words = new HashMap<>();
		words.put("to", OneLine.of(facts.superior()));
		words.put("party", OneLine.of(facts.party()));
		words.put("contacts", and(facts.contacts()));
		words.put("secretariat", this.settings.replyAddress());
		words.put("cycle", facts.cycle());
		words.put("cycleTitle", OneLine.of(facts.cycleTitle()));
		words.put("deadline", days.at(facts.deadline()));
		words.put("deadlineDay", DateWords.day(facts.deadline()));
		words.put("freeze", days.at(facts.freeze()));
		words.put("freezeDay", DateWords.day(facts.freeze()));
		words.put("owed", facts.owed().stream().map((one) -> owed(one, days)).toList());
		words.put("updates", facts.forPlan() ? "words for the plan"
				: (facts.owed().size() == 1) ? "one update" : facts.owed().size() + " updates");
		words.put("forPlan", facts.forPlan());
		words.put("one", facts.owed().size() == 1);
		return words;
	}

	private static Map<String, Object> owed(Unanswered one, ReaderDays days) {
		boolean over = days.standing(one.due()) == ReaderDays.Standing.OVER;
		return Map.of("id", one.initiative(), "title", OneLine.of(one.title()), "standing",
				"It %s due on %s.".formatted(over ? "was" : "is", days.at(one.due())));
	}

	private static String and(List<String> names) {
		List<String> all = names.stream().map(OneLine::of).toList();
		int last = all.size() - 1;
		return (last < 1) ? String.join("", all)
				: "%s and %s".formatted(String.join(", ", all.subList(0, last)), all.get(last));
	}

	/**
	 * What an escalation speaks of.
	 *
	 * @param superior to whom
	 * @param party above whom they are
	 * @param contacts who of the party was asked
	 * @param forPlan whether words for a plan are owed, and no updates
	 * @param zone where the cycle's days end
	 * @param owed what has not come, in the plan's order
	 */
	public record Facts(String superior, String party, List<String> contacts, String cycle, String cycleTitle,
			boolean forPlan, ZoneId zone, LocalDate deadline, LocalDate freeze, List<Unanswered> owed) {
	}

	/**
	 * An update that has not come.
	 *
	 * @param initiative its id
	 * @param title the initiative's
	 * @param due the day that it has, in the cycle's zone
	 */
	public record Unanswered(String initiative, String title, LocalDate due) {
	}

}
