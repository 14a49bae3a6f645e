package org.asemeducation.stocktake.notification.template;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The mails whose words the secretariat may change. Another one is a constant here and a
 * file {@code templates/letter/NAME.en.txt}. Mails about accounts, which carry secrets,
 * and alerts are not among them.
 */
public enum TemplateName {

	/** A contact is asked whether they still are the contact. */
	CONFIRM("Confirm the contact", "to coordinators, four and two weeks before the requests", Vocabulary.CONFIRM,
			"confirm"),
	/** An update is asked for. */
	REQUEST("Request", "to coordinators, when updates are asked for", Vocabulary.ASKING, "link"),
	/** An update is asked of others. */
	INFORM("Request, for information", "to supporters and hosts, with the requests", Vocabulary.ASKING, "informed"),
	/** The deadline comes near. */
	REMINDER_BEFORE("Reminder before the deadline", "on the days of the ladder before it", Vocabulary.ASKING, "link"),
	/** The deadline is today. */
	REMINDER_ON_THE_DAY("Reminder on the day", "on the reader's last whole day before the deadline, and after it",
			Vocabulary.ASKING, "link"),
	/** The deadline is over. */
	REMINDER_OVERDUE("Reminder, overdue", "on the days of the ladder after the deadline", Vocabulary.ASKING, "link"),
	/** The freeze comes near. */
	FREEZE_REMINDER("Freeze", "on the days of the ladder before the end of the gathering", Vocabulary.ASKING, "link"),
	/** A revision came back. */
	RETURNED("Returned", "at once when a review returns an update", Vocabulary.ASKING, "link"),
	/** A revision that came back is waited for. */
	RETURNED_REMINDER("Reminder of a returned update", "before, on and after its own day", Vocabulary.ASKING, "link"),
	/** Words for a plan are asked for. */
	WORDS_REQUEST("Request for words", "to whoever a placeholder names, when a draft of a plan goes round",
			Vocabulary.ASKING, "link"),
	/** Words for a plan are waited for. */
	WORDS_REMINDER("Reminder of words", "on the days of both ladders of a round that completes a plan",
			Vocabulary.ASKING, "link"),
	/** Words for a plan came back. */
	WORDS_RETURNED("Words returned",
			"at once when a review returns words for a plan, and before, on and after their own day", Vocabulary.ASKING,
			"link"),
	/** A day has moved. */
	DATE_MOVED("Date moved", "when the day moves by which the reader owes something", Vocabulary.ASKING, "link"),
	/** Nothing is owed any more. */
	NO_LONGER_DUE("Nothing more due", "once nothing is owed by a day in the reader's calendar",
			Vocabulary.NO_LONGER_DUE, "noLongerDue"),
	/** Ministers adopted the work plan. */
	ADOPTED("Adopted", "to coordinators, when the adoption is recorded", Vocabulary.ADOPTED, "lines"),
	/** Comments on a draft are asked for. */
	ROUND("Comment round", "to everybody who is asked in a comment round, as it opens and three days before it closes",
			Vocabulary.ROUND, "page"),
	/** What became of comments. */
	ROUND_ANSWERS("Answers to comments",
			"to everybody who commented on a draft, when the secretariat sends the answers", Vocabulary.ROUND_ANSWERS,
			"decision"),
	/** A comment round is not as was said. */
	ROUND_CHANGED("Comment round changed",
			"to everybody who was asked in a comment round that is prolonged, open again or called off",
			Vocabulary.ROUND_CHANGED, "because"),
	/** A member is asked whether it objects. */
	NO_OBJECTION("No-objection round",
			"to officials of each member, as the round opens and, while a member is silent, before it closes",
			Vocabulary.NO_OBJECTION, "page"),
	/** A no-objection round is not as was said. */
	NO_OBJECTION_CHANGED("No-objection round changed",
			"to officials who were told of the round, when it is stopped, prolonged or called off",
			Vocabulary.NO_OBJECTION_CHANGED, "because"),
	/** A member comments or objects. */
	POSITION("Answer in a no-objection round", "to the secretariat, when a member comments or objects",
			Vocabulary.POSITION, "text"),
	/** A party still owes an update after the last reminder. */
	ESCALATION("Escalation", "to a party's superior, only if the secretariat decides so", Vocabulary.ESCALATION,
			"standing"),
	/** A meeting is to be held, or not as was told before. */
	MEETING("Meeting", "to the roster when a meeting is announced, to whoever was told when it changes",
			Vocabulary.MEETING, "link"),
	/** Somebody asks for time at a meeting. */
	SLOT_ASKED("Slot asked for", "to the secretariat, when a coordinator asks for time at a meeting",
			Vocabulary.SLOT_ASKED, "link"),
	/** They are answered. */
	SLOT_ANSWERED("Slot answered", "to the coordinators, when the secretariat gives the time or says why not",
			Vocabulary.SLOT_ANSWERED, "because"),
	/** A step of a meeting waits for its host. */
	HOST_STEP("Step of a host", "to the host of a meeting, when a step of it comes up", Vocabulary.HOST_STEP, "step"),
	/** A chapter of the report is asked for, or something has become of it. */
	CHAPTER("Commissioned chapter",
			"to its author, when it is commissioned, changed, returned, accepted, withdrawn or left out; seven days and one before its day and three after it",
			Vocabulary.CHAPTER, "link"),
	/** A partner or stakeholder without an initiative is invited to contribute. */
	CONTRIBUTION("Invitation to contribute",
			"to those who speak for a partner or stakeholder without an initiative, once, while the cycle gathers",
			Vocabulary.CONTRIBUTION, "page"),
	/** A change of a contribution is asked for. */
	CONTRIBUTION_RETURNED("Contribution returned",
			"at once, when the secretariat asks those who contribute without an initiative for a change",
			Vocabulary.CONTRIBUTION_RETURNED, "page"),
	/** Minutes are put to those who take part. */
	MINUTES("Minutes", "to the roster, when the secretariat sends a version of the minutes", Vocabulary.MINUTES,
			"link"),
	/** A remark on them is answered. */
	MINUTES_REMARK("Remark on minutes answered", "to whoever said something about the minutes",
			Vocabulary.MINUTES_REMARK, "because"),
	/** A proposal waits for its reader, or something has become of theirs. */
	PROPOSAL("Proposal",
			"to its proposer with each step; to the secretariat and the reviewing body, when it waits for them",
			Vocabulary.PROPOSAL, "link"),
	/** Somebody from outside is invited to propose something. */
	PROPOSAL_INVITATION("Invitation to propose", "to whom the secretariat invites to propose something",
			Vocabulary.PROPOSAL_INVITATION, "link"),
	/** Tasks wait. */
	DIGEST("Digest", "to reviewers and the secretariat, at most once a day", Vocabulary.DIGEST, "link");

	private final String label;

	private final String when;

	private final List<Variable> variables;

	private final String needed;

	TemplateName(String label, String when, List<Variable> variables, String needed) {
		this.label = label;
		this.when = when;
		this.variables = variables;
		this.needed = needed;
	}

	/** As files, tables and addresses call it, such as {@code reminder-before}. */
	public String word() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	public String label() {
		return this.label;
	}

	public String when() {
		return this.when;
	}

	List<Variable> variables() {
		return this.variables;
	}

	/** What a letter has to bring along. */
	public Set<String> names() {
		return this.variables.stream().map(Variable::name).collect(Collectors.toUnmodifiableSet());
	}

	/** What no version may leave out: without it the mail would be of no use. */
	String needed() {
		return this.needed;
	}

	/**
	 * The template of that name.
	 * @param word as in {@link #word()}
	 * @return none when the secretariat may not change such a mail
	 */
	public static Optional<TemplateName> of(String word) {
		return Arrays.stream(values()).filter((name) -> name.word().equals(word)).findFirst();
	}

}
