package org.asemeducation.stocktake.notification.ledger;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Why somebody is written to: the kinds of a mail's lines.
 */
enum MailKind {

	/** A contact is asked whether they still are the contact. */
	CONFIRM("confirmation of a contact"),
	/** An update is asked for, or somebody learns that it is. */
	REQUEST("request"),
	/** A deadline comes near or is over. */
	REMINDER("reminder"),
	/** A revision came back with remarks. */
	RETURNED("returned update"),
	/** The day of a revision that came back comes near or is over. */
	RETURNED_REMINDER("reminder of a returned update"),
	/** The freeze comes near. */
	FREEZE_REMINDER("reminder of the freeze"),
	/** A date was moved, or a meeting dropped. */
	DATE_MOVED("moved date"),
	/** More time was asked for in vain. */
	NOT_EXTENDED("no more time"),
	/** Other words are proposed for an accepted text. */
	WORDING("proposed wording"),
	/** Nothing is left to do by a day in somebody's calendar. */
	NO_LONGER_DUE("nothing more due"),
	/** An update was accepted. */
	ACCEPTED("acceptance"),
	/** Ministers adopted lines of the work plan. */
	ADOPTED("adopted work plan"),
	/** Comments on a draft are asked for. */
	ROUND("comment round"),
	/** A comment round closes soon. */
	ROUND_REMINDER("reminder of a comment round"),
	/** What became of comments. */
	ROUND_ANSWERS("answers to comments"),
	/** A comment round closes later, or is called off. */
	ROUND_CHANGED("changed comment round"),
	/** A party still owes an update after the last reminder. */
	ESCALATION("escalation"),
	/** A colleague is asked to help with an update. */
	HELP("help with an update"),
	/** Somebody else has taken an initiative over. */
	HANDED_OVER("hand-over"),
	/** The secretariat has not confirmed a hand-over. */
	NOT_HANDED_OVER("no hand-over"),
	/** The secretariat has entered an update for its coordinators. */
	ENTERED("update entered for others"),
	/** Somebody has written about an update. */
	MESSAGE("question or answer"),
	/** A meeting is announced, or what was announced has changed. */
	MEETING("meeting"),
	/** Somebody asks for time at a meeting, or is answered. */
	SLOT("slot at a meeting"),
	/** A step of a meeting waits for its host. */
	HOST("step of a host"),
	/** A chapter of the report is asked for, or something has become of it. */
	CHAPTER("commissioned chapter"),
	/** Minutes are put to those who take part, or a remark on them is answered. */
	MINUTES("minutes"),
	/** A party has left an initiative to others. */
	NOT_THEIRS("not theirs"),
	/** Officials of a member are asked whether they object. */
	NO_OBJECTION("no-objection round"),
	/** A no-objection round closes soon. */
	NO_OBJECTION_REMINDER("reminder of a no-objection round"),
	/** A no-objection round is stopped, closes later, or is called off. */
	NO_OBJECTION_CHANGED("changed no-objection round"),
	/** A member comments or objects in a no-objection round. */
	POSITION("answer in a no-objection round"),
	/** A proposal waits for its reader, or something has become of theirs. */
	PROPOSAL("proposal"),
	/** The advice on a proposal is due soon. */
	ADVICE_REMINDER("reminder of the advice on a proposal"),
	/** Somebody from outside is invited to propose something. */
	PROPOSAL_INVITATION("invitation to propose"),
	/** A partner or stakeholder without an initiative is invited to contribute. */
	CONTRIBUTION("invitation to contribute"),
	/** A change of a contribution is asked for. */
	CONTRIBUTION_RETURNED("returned contribution"),
	/** A report was published, or corrected. */
	PUBLISHED("publication"),
	/** A mail to come, shown to the secretariat. */
	SAMPLE("sample"),
	/** Tasks wait. */
	DIGEST("digest of tasks"),
	/** Something does not work. */
	ALERT("alert"),
	/** An account was opened. */
	INVITATION("invitation"),
	/** An account was opened where passwords are switched off. */
	WELCOME("welcome"),
	/** A new password was asked for. */
	PASSWORD_RESET("new password");

	private final String label;

	MailKind(String label) {
		this.label = label;
	}

	public String word() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	public String label() {
		return this.label;
	}

	static MailKind of(String word) {
		return Arrays.stream(values())
			.filter((kind) -> kind.word().equals(word))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("\"%s\" is no kind of mail: take one of %s.".formatted(word,
					Arrays.stream(values()).map(MailKind::word).collect(Collectors.joining(", ")))));
	}

}
