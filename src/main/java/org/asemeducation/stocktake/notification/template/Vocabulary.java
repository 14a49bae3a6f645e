package org.asemeducation.stocktake.notification.template;

import java.util.List;
import java.util.stream.Stream;

/**
 * The variables of all templates, by what a mail is about.
 */
final class Vocabulary {

	private static final String MOMENT = "Friday 15 September 2023, 23:59 in Rome (Europe/Rome)";

	private static final String FREEZE = "Friday 1 December 2023, 23:59 in Rome (Europe/Rome)";

	/** What every mail may say. */
	private static final List<Variable> ALL = List.of(
			Variable.text("to", "the reader, with whom they speak for", "Kim Lee (ASEF)"),
			Variable.text("email", "the address that the reader signs in with", "kim@example.org"),
			Variable.text("secretariat", "the secretariat's address", "aes@example.org"),
			Variable.link("home", "the start page of Stocktake", "https://stocktake.example.org/"));

	/** What every mail of a cycle may say. */
	private static final List<Variable> CYCLE = and(ALL, Variable.text("cycle", "the cycle's name", "ASEMME9"),
			Variable.text("cycleTitle", "its title", "From Bangkok to Malta"),
			Variable.text("deadline", "when the deadline ends, on the reader's clock and the cycle's", MOMENT),
			Variable.text("deadlineBy", "the reader's last whole day before it, and when it ends", MOMENT),
			Variable.text("deadlineDay", "that day alone, for a subject", "Friday 15 September 2023"),
			Variable.text("freeze", "when the gathering ends, on both clocks", FREEZE),
			Variable.text("freezeBy", "the reader's last whole day before it, and when it ends", FREEZE),
			Variable.text("freezeDay", "that day alone, for a subject", "Friday 1 December 2023"),
			Variable.flag("acceptances", "an update was accepted since the last mail"),
			Variable.list("accepted", "updates accepted since the last mail; often none",
					Variable.text("id", "the initiative", "A01-I01"),
					Variable.text("title", "its title", "ASEM-DUO Fellowship Programme")));

	private static final Variable[] INITIATIVE = { Variable.text("id", "the initiative", "A01-I02"),
			Variable.text("title", "its title", "ASEF’s Education Programmes"),
			Variable.text("action", "the action that it belongs to", "Action 1: Mobility of students"),
			Variable.link("link", "its form", "https://stocktake.example.org/i/ASEMME9/A01-I02"),
			Variable.text("standing", "when it is due, whether that has moved, whether a draft is saved",
					"It is due on " + MOMENT + "."),
			Variable.text("submits", "who submits it, where several coordinate it; else empty",
					"ASEF submits it; what you write is saved for them. Once the deadline is over, any of you may."),
			Variable.text("otherwise", "what the report prints when nothing more comes", "no update received"),
			Variable.text("noted", "how many noted lines wait for a first version; empty for none", "3 lines"),
			Variable.list("placeholders",
					"lines of a draft plan that wait for the reader's words; none in a reporting cycle",
					Variable.text("where", "where the line stands", "Activities and milestones, line 2"),
					Variable.text("line", "the whole line", "To be completed by ASEF")),
			Variable.list("remarks", "what the reviewers ask for; none unless it came back",
					Variable.text("remark", "its number in the list", "1"),
					Variable.text("label", "the field", "Highlights"),
					Variable.list("lines", "the remark", Variable.text("line", "one line of it", "Which years?"))) };

	/** What a mail to somebody who owes an update may say. */
	static final List<Variable> ASKING = and(CYCLE,
			Variable.list("asked", "the initiatives that the mail is about, the most urgent first", INITIATIVE),
			Variable.flag("waiting", "the reader owes others too"),
			Variable.list("rest", "others that the reader owes; often none", INITIATIVE),
			Variable.flag("telling", "something is only for information"),
			Variable.list("informed", "initiatives that the reader's party supports or hosts; often none",
					Variable.text("id", "the initiative", "A01-I04"),
					Variable.text("title", "its title", "ESN Pilot project"),
					Variable.text("part", "what the reader's party does", "support"),
					Variable.flag("staffed", "somebody coordinates it"),
					Variable.text("coordinators", "who; may be empty", "ESN")),
			Variable.text("first", "the id of the most urgent", "A01-I02"),
			Variable.text("number", "how many initiatives", "2"), Variable.flag("one", "it is a single one"),
			Variable.text("updates", "one update, or how many", "2 updates"),
			Variable.text("yourUpdates", "the same, naming a single one", "2 updates"),
			Variable.flag("forPlan", "words for a plan are asked for, and no updates"),
			Variable.flag("submitting", "first versions are asked for"),
			Variable.text("submit", "how many of them", "2 updates"),
			Variable.text("submitYours", "the same, naming a single one", "2 updates"),
			Variable.flag("several", "there are several of them"),
			Variable.text("alsoRevise", "how many came back beside these; empty for none", "one update"),
			Variable.text("due", "when the first is due, on both clocks", MOMENT),
			Variable.text("dueBy", "the reader's last whole day for it, and when it ends", MOMENT),
			Variable.text("dueDay", "that day alone, for a subject", "Friday 15 September 2023"),
			Variable.text("open", "the same as due; once that is over, the end of the gathering", MOMENT),
			Variable.text("openBy", "the reader's last whole day for that", MOMENT),
			Variable.text("openDay", "that day alone, for a subject", "Friday 15 September 2023"),
			Variable.flag("ahead", "the first is not due yet"), Variable.flag("lastDay", "it is due today"),
			Variable.flag("over", "it is overdue"),
			Variable.text("unsubmitted", "which drafts are saved and not submitted, as a sentence; empty for none",
					"Your draft of A01-I02 ASEF’s Education Programmes is saved but not submitted."),
			Variable.text("missing", "what has not come, for a subject", "your draft of A01-I02 is not submitted"));

	/** What a mail may say that asks whether the reader still is the contact. */
	static final List<Variable> CONFIRM = and(CYCLE,
			Variable.list("initiatives", "the initiatives that the reader's party coordinates",
					Variable.text("id", "the initiative", "A01-I02"),
					Variable.text("title", "its title", "ASEF’s Education Programmes")),
			Variable.text("updates", "one update, or how many will be asked for", "2 updates"),
			Variable.flag("again", "it is the reminder"),
			Variable.link("confirm", "the page to answer on", "https://stocktake.example.org/my/contact/ASEMME9"),
			Variable.text("requests", "the day on which the updates are asked for", "Monday 5 June 2023"));

	/** What a mail that asks for nothing may say. */
	static final List<Variable> NO_LONGER_DUE = and(CYCLE,
			Variable.list("noLongerDue", "the initiatives of which nothing more is asked",
					Variable.text("id", "the initiative", "A01-I02"),
					Variable.text("title", "its title", "ASEF’s Education Programmes")),
			Variable.text("calendar", "the moment in the reader's calendar", MOMENT),
			Variable.text("calendarDay", "its day, for a subject", "Friday 15 September 2023"));

	/** What a mail about an adopted work plan may say. */
	static final List<Variable> ADOPTED = and(CYCLE, Variable.text("adoptedOn", "the day", "Friday 26 January 2024"),
			Variable.text("plans", "whose lines, for a subject", "your plans for 2 initiatives"),
			Variable.link("report", "the published report", "https://stocktake.example.org/reports/ASEMME9"),
			Variable.list("asked", "the initiatives", Variable.text("id", "the initiative", "A01-I02"),
					Variable.text("title", "its title", "ASEF’s Education Programmes"),
					Variable.text("action", "the action that it belongs to", "Action 1: Mobility of students"),
					Variable.list("lines", "its lines of the work plan",
							Variable.text("activity", "what is planned", "Second call"),
							Variable.text("period", "when; may be empty", "Spring 2024"),
							Variable.text("output", "the expected output; may be empty", "120 pairs"),
							Variable.text("result", "the expected result; may be empty", "Balance"))));

	/** What every mail about a comment round may say. */
	private static final List<Variable> ANY_ROUND = and(CYCLE,
			Variable.text("round", "the number of the comment round", "2"),
			Variable.link("page", "the page of the round", "https://stocktake.example.org/reports/ASEMME9/rounds/2"),
			Variable.text("closes", "when the round closes, on both clocks", MOMENT),
			Variable.text("closesBy", "the reader's last whole day for it, and when it ends", MOMENT),
			Variable.text("closesDay", "that day alone, for a subject", "Friday 15 September 2023"));

	/** What a mail may say that asks for comments. */
	static final List<Variable> ROUND = and(ANY_ROUND, Variable.flag("again", "it is the reminder"));

	/** What a mail may say of a round that is not as was said. */
	static final List<Variable> ROUND_CHANGED = and(ANY_ROUND,
			Variable.flag("calledOff", "it is called off; else it is prolonged"),
			Variable.flag("reopened", "it had closed, and is open again"),
			Variable.list("because", "why", Variable.text("line", "one line of it", "Many asked for more time.")));

	/** What a mail may say that invites to contribute. */
	static final List<Variable> CONTRIBUTION = and(CYCLE,
			Variable.text("parties", "the parties that the reader speaks for and that are invited", "Latvia"),
			Variable.link("page", "the page with the form", "https://stocktake.example.org/my/contributions"));

	/** What a mail may say that asks for a change of a contribution. */
	static final List<Variable> CONTRIBUTION_RETURNED = and(CYCLE,
			Variable.text("party", "the party whose contribution it is", "Latvia"),
			Variable.link("page", "the form with its text", "https://stocktake.example.org/contributions/ASEMME9/17"),
			Variable.list("because", "what to change", Variable.text("line", "one line of it", "How many schools?")));

	/** What every mail about a no-objection round may say. */
	private static final List<Variable> ANY_NO_OBJECTION = and(CYCLE,
			Variable.text("round", "the number of the no-objection round", "1"),
			Variable.link("page", "the page to answer on",
					"https://stocktake.example.org/officials/ASEMME9/no-objection"),
			Variable.text("members", "the members for which the reader speaks", "Malta"),
			Variable.text("object", "the verb after them", "objects"),
			Variable.text("version", "what the round is on", "version 4"),
			Variable.text("closes", "when the round closes, on the reader's clock and as it was named",
					"Saturday 20 January 2024, 18:00 (Europe/Rome)"),
			Variable.text("closesShort", "the same as it was named, for a subject",
					"Saturday 20 January 2024, 18:00 (Europe/Rome)"));

	/** What a mail may say that asks whether a member objects. */
	static final List<Variable> NO_OBJECTION = and(ANY_NO_OBJECTION, Variable.flag("again", "it is the reminder"),
			Variable.flag("amended", "an objection to an earlier version came before"),
			Variable.text("checksum", "of the version; empty before it is sealed",
					"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));

	/** What a mail may say of a no-objection round that is not as was said. */
	static final List<Variable> NO_OBJECTION_CHANGED = and(ANY_NO_OBJECTION,
			Variable.flag("stopped", "an objection has stopped it"), Variable.flag("prolonged", "it closes later"),
			Variable.flag("calledOff", "it is called off"),
			Variable.text("news", "the same, for a subject", "is stopped by an objection"),
			Variable.list("because", "what was objected to, and by whom; or why it is prolonged or called off",
					Variable.text("line", "one line of it", "Thailand: line 3 names the wrong year.")));

	/** What a mail may say that answers comments. */
	static final List<Variable> ROUND_ANSWERS = and(ANY_ROUND,
			Variable.text("howMany", "your comment, or how many", "your 2 comments"),
			Variable.list("comments", "what the reader said, in the order of the draft",
					Variable.text("where", "the paragraph",
							"A01-I02 ASEF’s Education Programmes, Highlights, paragraph 1"),
					Variable.list("said", "the comment", Variable.text("line", "one line of it", "Which years?")),
					Variable.list("suggested", "the suggested words; often none",
							Variable.text("line", "one line of them", "In 2022 and 2023")),
					Variable.text("decision", "what became of it", "Partly taken."),
					Variable.list("because", "the reason; may be none",
							Variable.text("line", "one line of it", "The second year is not over."))));

	/** What a mail to somebody above a party's contacts may say: they have no account. */
	static final List<Variable> ESCALATION = List.of(Variable.text("to", "the superior", "Ada Lane"),
			Variable.text("party", "above whom they are", "ASEF"),
			Variable.text("contacts", "who of the party was asked and reminded; may be empty", "Kim Lee and Sam Roy"),
			Variable.text("secretariat", "the secretariat's address", "aes@example.org"),
			Variable.text("cycle", "the cycle's name", "ASEMME9"),
			Variable.text("cycleTitle", "its title", "From Bangkok to Malta"),
			Variable.text("deadline", "when the deadline of the cycle ends", MOMENT),
			Variable.text("deadlineDay", "that day alone, for a subject", "Friday 15 September 2023"),
			Variable.text("freeze", "when the gathering ends", FREEZE),
			Variable.text("freezeDay", "that day alone, for a subject", "Friday 1 December 2023"),
			Variable.list("owed", "the initiatives whose updates the party still owes, in the plan's order",
					Variable.text("id", "the initiative", "A01-I02"),
					Variable.text("title", "its title", "ASEF’s Education Programmes"),
					Variable.text("standing", "when it is or was due", "It was due on " + MOMENT + ".")),
			Variable.text("updates", "one update, or how many", "2 updates"),
			Variable.flag("one", "it is a single one"),
			Variable.flag("forPlan", "words for a plan are owed, and no updates"));

	/** What a mail about a meeting may say. */
	static final List<Variable> MEETING = and(ALL, Variable.text("cycle", "the cycle's name", "ASEMME9"),
			Variable.text("cycleTitle", "its title", "From Bangkok to Malta"),
			Variable.text("meeting", "which of the four", "SOM1"),
			Variable.text("meetingName", "the same in words", "first Senior Officials’ Meeting"),
			Variable.text("news", "what becomes of it, with day and place, to go on from its name",
					"takes place on Monday 22 May 2023, St Julian’s"),
			Variable.flag("on", "it takes place"),
			Variable.text("day", "its first day; empty when it has none", "Monday 22 May 2023"),
			Variable.text("place", "where; may be empty", "St Julian’s"),
			Variable.text("host", "who hosts it; may be empty", "Ministry for Education of Malta"),
			Variable.text("was", "the day that was told before, where it is another; else empty", "Monday 15 May 2023"),
			Variable.text("reason", "why it was postponed or dropped; may be empty", "Elections"),
			Variable.flag("said", "the secretariat says something with it"),
			Variable.list("lines", "what it says", Variable.text("line", "one line of it", "Please book early.")),
			Variable.flag("agenda", "the agenda goes along"),
			Variable.list("points", "its points, and the slots under them",
					Variable.text("point", "number and title", "1 Minutes of the last meeting")),
			Variable.link("link", "the page of the meeting", "https://stocktake.example.org/meetings/ASEMME9/SOM1"));

	/** What every mail about a step of a meeting may say. */
	private static final List<Variable> ANY_MEETING = and(ALL, Variable.text("cycle", "the cycle's name", "ASEMME9"),
			Variable.text("meeting", "which of the four", "SOM1"));

	private static final List<Variable> SLOT = and(ANY_MEETING, Variable.text("id", "the initiative", "A01-I02"),
			Variable.text("title", "its title", "ASEF’s Education Programmes"),
			Variable.text("called", "what the slot is called", "A harbour for all"),
			Variable.list("purpose", "what it is for", Variable.text("line", "one line of it", "A short report.")));

	/** What a mail may say that asks for a slot. */
	static final List<Variable> SLOT_ASKED = and(SLOT, Variable.text("by", "who asks", "Kim Lee"),
			Variable.text("minutes", "for how long", "10 minutes"), Variable.link("link", "the slots of the meeting",
					"https://stocktake.example.org/desk/meetings/ASEMME9/SOM1/slots"));

	/** What a mail may say that answers who asked for a slot. */
	static final List<Variable> SLOT_ANSWERED = and(SLOT, Variable.flag("given", "they have it"),
			Variable.text("minutes", "for how long; empty when it is not given", "8 minutes"),
			Variable.text("at", "when; empty when it is not given", "first day, 14:30"),
			Variable.list("because", "why not; none when it is given",
					Variable.text("line", "one line of it", "The day is full.")),
			Variable.text("asked", "for how long it was asked", "10 minutes"),
			Variable.link("link", "the form of the initiative", "https://stocktake.example.org/i/ASEMME9/A01-I02"));

	/** What a mail may say that asks a host for something. */
	static final List<Variable> HOST_STEP = and(ANY_MEETING,
			Variable.text("step", "what is to be done, to go on with “of” and the meeting", "propose date and place"),
			Variable.link("link", "Tasklist", "https://stocktake.example.org/camunda/app/tasklist/default/"));

	/** What a mail may say about a commissioned chapter. */
	static final List<Variable> CHAPTER = and(ALL, Variable.text("cycle", "the cycle's name", "ASEMME9"),
			Variable.text("title", "the chapter's", "Expert reflections"),
			Variable.flag("asked", "it is to be written, for the first time or by somebody else than before"),
			Variable.flag("changed", "its day, title, place or brief is another"),
			Variable.flag("returned", "it is to be written again"), Variable.flag("reminded", "its day comes near"),
			Variable.flag("overdue", "its day is over"), Variable.flag("accepted", "it will be printed"),
			Variable.flag("withdrawn", "it is not needed any more"),
			Variable.flag("leftOut", "the report was sealed without it"),
			Variable.flag("waits", "the reader is to write it"),
			Variable.text("due", "when its day ends, on both clocks", MOMENT),
			Variable.text("dueBy", "the reader's last whole day for it, and when it ends", MOMENT),
			Variable.text("dueDay", "that day alone, for a subject", "Friday 15 September 2023"),
			Variable.list("brief", "what is asked for",
					Variable.text("line", "one line of it", "What has mobility changed? Two pages.")),
			Variable.list("because", "why it is returned or withdrawn; else none",
					Variable.text("line", "one line of it", "Please name your sources.")),
			Variable.link("link", "Tasklist", "https://stocktake.example.org/camunda/app/tasklist/default/"));

	private static final List<Variable> ANY_MINUTES = and(ANY_MEETING, Variable.link("link", "the page of the minutes",
			"https://stocktake.example.org/meetings/ASEMME9/SOM1/minutes"));

	/** What a mail may say that puts minutes to the roster. */
	static final List<Variable> MINUTES = and(ANY_MINUTES, Variable.text("version", "which version they are", "2"),
			Variable.flag("corrected", "others were sent before"));

	/** What a mail may say that answers a remark on minutes. */
	static final List<Variable> MINUTES_REMARK = and(ANY_MINUTES, Variable.flag("taken", "the remark is taken"),
			Variable.list("because", "why not; may be none",
					Variable.text("line", "one line of it", "It was said later.")),
			Variable.list("remark", "what the reader said",
					Variable.text("line", "one line of it", "Malta was there too.")));

	/** What a mail may say of a member that comments or objects. */
	static final List<Variable> POSITION = and(ALL, Variable.text("cycle", "the cycle's name", "ASEMME9"),
			Variable.text("round", "the number of the no-objection round", "1"),
			Variable.text("member", "who answers", "Malta"), Variable.text("says", "how", "objects"),
			Variable.text("version", "what the round is on", "4"), Variable.flag("objects", "it objects"),
			Variable.list("text", "what it says",
					Variable.text("line", "one line of it", "Line 3 names a wrong year.")),
			Variable.link("link", "the page of the round",
					"https://stocktake.example.org/officials/ASEMME9/no-objection"));

	/** What a mail may say about a proposal. */
	static final List<Variable> PROPOSAL = and(ALL,
			Variable.text("title", "what is proposed", "New initiative “Teachers on the move”"),
			Variable.text("from", "who proposes it", "Kim Park (ASEF)"),
			Variable.flag("sent", "its proposer has sent it: a receipt"),
			Variable.flag("askedBack", "its proposer is to correct it"),
			Variable.flag("passed", "it is put to the reviewing body"), Variable.flag("advised", "it was advised on"),
			Variable.flag("declined", "the secretariat does not take it up"),
			Variable.flag("postponed", "another meeting is to decide"),
			Variable.flag("decided", "a meeting has decided for it"),
			Variable.flag("turnedDown", "a meeting has decided against it"),
			Variable.flag("withdrawn", "its proposer has taken it back"),
			Variable.flag("check", "the reader, of the secretariat, is to check it"),
			Variable.flag("advise", "the reader, of the reviewing body, is to advise on it"),
			Variable.flag("adviceMoved", "the reader, of the reviewing body, has another day for it"),
			Variable.flag("adviceReminded", "the reader, of the reviewing body, is reminded of it"),
			Variable.flag("decide", "the reader, of the secretariat, is to bring it before a meeting"),
			Variable.flag("gone", "the reader, of the secretariat, need not do anything more about it"),
			Variable.text("due", "when the advice is due, on both clocks; empty for others", MOMENT),
			Variable.text("dueBy", "the reader's last whole day for it; empty for others", MOMENT),
			Variable.text("dueDay", "that day alone, for a subject; empty for others", "Friday 15 September 2023"),
			Variable.list("words", "what was said; may be none",
					Variable.text("line", "one line of it", "Please name the coordinators.")),
			Variable.list("content", "what was sent; only in the receipt and for those who are to act",
					Variable.text("line", "one line of it", "Title: Teachers on the move")),
			Variable.link("link", "the proposal", "https://stocktake.example.org/my/proposals/12"));

	/** What a mail may say that invites somebody to propose something. */
	static final List<Variable> PROPOSAL_INVITATION = and(ALL,
			Variable.flag("plan", "a change of the plan may be proposed; else a stakeholder"),
			Variable.text("until", "the last day", "15 September 2023"),
			Variable.list("words", "what the secretariat adds; may be none",
					Variable.text("line", "one line of it", "We spoke about this in Valletta.")),
			Variable.link("link", "the reader's own page", "https://stocktake.example.org/proposal/secret"));

	/** What a digest may say. */
	static final List<Variable> DIGEST = and(ALL,
			Variable.list("tasks", "the tasks that wait, the nearest date first, at most forty",
					Variable.text("called", "as Tasklist calls it", "Review update: A01-I02 (ASEMME9)"),
					Variable.flag("fresh", "the reader has not been told of it"),
					Variable.text("standing", "when it is due", "It is due on " + MOMENT + "."),
					Variable.link("link", "the task", "https://stocktake.example.org/camunda/app/tasklist/")),
			Variable.text("howMany", "one task, or how many", "5 tasks"), Variable.flag("one", "it is a single one"),
			Variable.text("fresh", "how many are new, as a clause; may be empty", ", 3 of them new"),
			Variable.text("dueClause", "when the first is due, as a clause; may be empty",
					"; the first is due by " + MOMENT),
			Variable.text("dueDay", "its day, for a subject; may be empty", "Friday 15 September 2023"),
			Variable.text("more", "how many beyond forty; empty for none", "3"),
			Variable.flag("gathering", "a gathering is under way, for the secretariat"),
			Variable.list("standings", "how the gatherings stand, for the secretariat; else none",
					Variable.text("line", "one gathering", "ASEMME9: 31 accepted, 4 in review")));

	private Vocabulary() {
	}

	private static List<Variable> and(List<Variable> some, Variable... more) {
		return Stream.concat(some.stream(), Stream.of(more)).toList();
	}

}
