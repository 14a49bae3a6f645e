package org.asemeducation.stocktake.cockpit.history;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * How an act of the audit is told. In the words, {@code <} stands for what the audit
 * keeps as before, {@code >} for what it keeps as after; the detail is told apart.
 */
enum Act {

	TAKE_OVER("take over update", HappeningKind.DRAFT, "Took the task", ""),
	RELEASE("release update", HappeningKind.DRAFT, "Gave the task back", ""),
	READ_DRAFT("read draft", HappeningKind.DRAFT, "Read the draft", ""),
	EARLIER_DRAFT("take back earlier draft", HappeningKind.DRAFT, "Went back to an earlier draft", "< became >"),
	ATTACH("attach file", HappeningKind.DRAFT, "Attached a file", ">"),
	DELETE_FILE("delete file", HappeningKind.DRAFT, "Deleted a file", "<"),
	WITHDRAW_CONSENT("withdraw consent", HappeningKind.DRAFT, "Withdrew the consent to a picture", "<"),
	WRITE_NOTE("write note", HappeningKind.DRAFT, "Wrote a note", ""),
	CORRECT_NOTE("correct note", HappeningKind.DRAFT, "Corrected a note", ""),
	TAKE_BACK_NOTE("take back note", HappeningKind.DRAFT, "Took a note back", ""),
	PUT_BACK_NOTE("put back note", HappeningKind.DRAFT, "Put a note back", ""),
	ATTACH_TO_NOTE("attach picture to note", HappeningKind.DRAFT, "Attached a picture to a note", ""),
	DELETE_OF_NOTE("delete picture of note", HappeningKind.DRAFT, "Deleted the picture of a note", ""),
	USE_NOTE("use note", HappeningKind.DRAFT, "Put a note into the update", ""),
	OFFER_NOTE("offer note again", HappeningKind.DRAFT, "Said that a note is not in the update", ""),
	ENTER("enter update", HappeningKind.DRAFT, "Began to enter the update >", ""),
	GIVE_UP_ENTERING("give up entering", HappeningKind.DRAFT, "Gave up entering the update <", ""),
	DECIDE_DRAFT("decide on draft", HappeningKind.REVIEW, "Decided on the draft that was not submitted", ">"),
	SUBMIT("submit update", HappeningKind.UPDATE, "Submitted >", ""),
	SUBMIT_FOR("submit for coordinators", HappeningKind.UPDATE, "Entered >", ""),
	CONFIRM_ENTERED("confirm entered update", HappeningKind.UPDATE, "Confirmed > as theirs", ""),
	TAKE_BACK("take back update", HappeningKind.UPDATE, "Took < back", ""),
	TAKE_IN_LATE("take in late update", HappeningKind.UPDATE, "Took in a late update", ">"),
	RETURN("return update", HappeningKind.REVIEW, "Returned <", "Remarks on >"),
	ACCEPT("accept update", HappeningKind.REVIEW, "Accepted <", "Noted on >"),
	AS_RECEIVED("take update as received", HappeningKind.REVIEW, "Took < as received, not reviewed", ">"),
	ANSWER_REMARK("answer remark", HappeningKind.REVIEW, "Answered <", ">"),
	WITHDRAW_ANSWER("withdraw answer to remark", HappeningKind.REVIEW, "Withdrew the answer to <", ""),
	PROPOSE_WORDING("propose wording", HappeningKind.REVIEW, "Proposed other words", "< \u2192 >"),
	WITHDRAW_WORDING("withdraw wording", HappeningKind.REVIEW, "Withdrew the proposed words", "<"),
	AGREE_WORDING("agree to wording", HappeningKind.REVIEW, "Agreed to the proposed words", "< became >"),
	REFUSE_WORDING("refuse wording", HappeningKind.REVIEW, "Refused the proposed words", "<: >"),
	WRITE_MESSAGE("write message", HappeningKind.MESSAGE, "Wrote a message", ""),
	ASK_TIME("ask for more time", HappeningKind.REQUEST, "Asked for more time, until >", ""),
	GIVE_TIME("extend update", HappeningKind.REQUEST, "Gave more time, until >", "Before: <"),
	REFUSE_TIME("refuse more time", HappeningKind.REQUEST, "Gave no more time", ">"),
	REMIND_NOW("remind now", HappeningKind.REQUEST, "Reminded by hand", ">"),
	DROP_TIME("drop question for more time", HappeningKind.REQUEST, "The question for more time fell away", ">"),
	FIND_COORDINATOR("find coordinator", HappeningKind.PEOPLE, "Found a coordinator: >", ""),
	SETTLE_LEAD("settle lead", HappeningKind.PEOPLE, "Settled who leads: >", "Before: <"),
	LET_OTHERS("let the others submit", HappeningKind.PEOPLE, "Let the others submit", "It was for <"),
	LET_HELP("let somebody help", HappeningKind.PEOPLE, "Let somebody help", ">"),
	END_HELP("end help", HappeningKind.PEOPLE, "Ended somebody's help", "<"),
	ASK_HAND_OVER("ask for hand-over", HappeningKind.PEOPLE, "Asked to hand it over", ">"),
	HAND_OVER("hand over", HappeningKind.PEOPLE, "Handed it over", "< \u2192 >"),
	ARRANGE_HAND_OVER("arrange hand-over", HappeningKind.PEOPLE, "The secretariat handed it over", "< \u2192 >"),
	PASS_ON("pass work on", HappeningKind.PEOPLE, "Somebody of the secretariat leaves: passed work on", "< \u2192 >"),
	REFUSE_HAND_OVER("refuse hand-over", HappeningKind.PEOPLE, "Refused to hand it over", ">"),
	DROP_HAND_OVER("drop hand-over", HappeningKind.PEOPLE, "The hand-over fell away", ">"),
	NOT_THEIRS("say that it is not theirs", HappeningKind.PEOPLE, "Said that it is not theirs", "<: >"),
	INVITE_CONTRIBUTION("invite contribution", HappeningKind.PEOPLE, "Invited to contribute: >", ""),
	DROP_CONTRIBUTION("drop contribution", HappeningKind.PEOPLE, "Not asked to contribute any more: <", ">"),
	SUBMIT_CONTRIBUTION("submit contribution", HappeningKind.UPDATE, "Submitted the contribution of >", ""),
	TAKE_BACK_CONTRIBUTION("take back contribution", HappeningKind.UPDATE, "Took the contribution of < back", ""),
	ACCEPT_CONTRIBUTION("accept contribution", HappeningKind.REVIEW, "Accepted the contribution of <", ""),
	RETURN_CONTRIBUTION("return contribution", HappeningKind.REVIEW, "Asked for a change of the contribution of <",
			">"),
	LEAVE_OUT_CONTRIBUTION("leave out contribution", HappeningKind.REVIEW, "Left the contribution of < out", ">"),
	MISSING("choose for missing update", HappeningKind.OUTCOME, "Chose what the report prints instead", ">"),
	NUMBER("number paragraphs", HappeningKind.OUTCOME, "Numbered its paragraphs in the Chair's Conclusions", ">"),
	BRING_IN("bring in from paper", HappeningKind.OUTCOME, "Brought in from paper: >", ""),
	TAKE_BACK_PAPER("take back from paper", HappeningKind.OUTCOME, "Taken back, as brought in from paper: <", ">"),
	PROPOSAL("settle proposal for the plan", HappeningKind.OUTCOME, "Settled a proposal for the plan", "<: >");

	private static final Map<String, Act> BY_WORD = Arrays.stream(values())
		.collect(Collectors.toMap((act) -> act.word, Function.identity()));

	private static final Pattern REVISION = Pattern.compile("\\brevision (\\d)");

	private static final Pattern CHECKSUM = Pattern.compile(" \\([0-9a-f]{64}\\)");

	private final String word;

	private final HappeningKind kind;

	private final String words;

	private final String detail;

	Act(String word, HappeningKind kind, String words, String detail) {
		this.word = word;
		this.kind = kind;
		this.words = words;
		this.detail = detail;
	}

	/**
	 * What an act is told as; one that nobody has given words tells itself.
	 * @param word as the audit keeps it, such as {@code return update}
	 * @param before what the audit keeps; {@code null} for nothing
	 * @param after what the audit keeps; {@code null} for nothing
	 * @return what happened
	 */
	static Told tell(String word, @Nullable String before, @Nullable String after) {
		Act act = BY_WORD.get(word);
		if (act == null) {
			return new Told(HappeningKind.OUTCOME, StringUtils.capitalize(word), fill("< \u2192 >", before, after));
		}
		String words = fill(act.words, before, after);
		return new Told(act.kind, (words != null) ? words : StringUtils.capitalize(word),
				fill(act.detail, before, after));
	}

	static boolean isKnown(String word) {
		return BY_WORD.containsKey(word);
	}

	/** Nothing where all that it speaks of is missing. */
	private static @Nullable String fill(String words, @Nullable String before, @Nullable String after) {
		String one = plain(before);
		String other = plain(after);
		boolean asksBefore = words.contains("<");
		boolean asksAfter = words.contains(">");
		if (words.isEmpty()
				|| ((asksBefore || asksAfter) && !(asksBefore && !one.isEmpty()) && !(asksAfter && !other.isEmpty()))) {
			return null;
		}
		if (asksBefore && asksAfter && (one.isEmpty() || other.isEmpty())) {
			return one.isEmpty() ? other : one;
		}
		return words.replace("<", "\u0001").replace(">", "\u0002").replace("\u0001", one).replace("\u0002", other);
	}

	/** As a person says it: versions have numbers, and nobody reads a checksum. */
	private static String plain(@Nullable String kept) {
		if (kept == null) {
			return "";
		}
		String words = CHECKSUM.matcher(REVISION.matcher(kept).replaceAll("version $1")).replaceAll("");
		return (words.startsWith("[") && words.endsWith("]")) ? words.substring(1, words.length() - 1) : words;
	}

	/**
	 * What happened.
	 *
	 * @param kind what it is about
	 * @param words what happened
	 * @param detail more of it; {@code null} when that is all
	 */
	record Told(HappeningKind kind, String words, @Nullable String detail) {
	}

}
