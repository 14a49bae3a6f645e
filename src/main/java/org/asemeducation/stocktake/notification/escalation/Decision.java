package org.asemeducation.stocktake.notification.escalation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What the AES makes of a proposed escalation.
 *
 * @param choice {@code send} as it stands, {@code soften} and send, or {@code hold}
 * @param subject the proposed one, or what it was changed to; needed unless it is held
 * @param text the same for the plain part
 * @param reason why it is held; needed only then
 */
record Decision(@Nullable String choice, @Nullable String subject, @Nullable String text, @Nullable String reason) {

	static final String SEND = "send";

	static final String SOFTEN = "soften";

	static final String HOLD = "hold";

	private static final int LONGEST_LINE = 200;

	private static final int LONGEST_TEXT = 10_000;

	private static final int LONGEST_REASON = 1000;

	private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029&&[^\\n]]");

	Decision {
		subject = tidy(subject);
		text = tidy(text);
		reason = tidy(reason);
	}

	boolean isHeld() {
		return HOLD.equals(this.choice);
	}

	boolean isSentAsItStands() {
		return SEND.equals(this.choice);
	}

	/**
	 * Refuses what cannot be done.
	 * @throws Refused with what is missing or wrong
	 */
	void check() {
		List<Problem> problems = new ArrayList<>();
		if (!List.of(SEND, SOFTEN, HOLD).contains(String.valueOf(this.choice))) {
			problems.add(new Problem("choice", "Choose: send it as it stands, soften it, or hold it."));
		}
		else if (isHeld()) {
			check(problems, "reason", this.reason, LONGEST_REASON, "Say in a few words why it is not sent.");
		}
		else {
			check(problems, "subject", this.subject, LONGEST_LINE, "Write what the mail is about.");
			if (this.subject != null && this.subject.indexOf('\n') >= 0) {
				problems.add(new Problem("subject", "Write the subject on one line."));
			}
			check(problems, "text", this.text, LONGEST_TEXT, "Write the mail, or hold it.");
		}
		if (!problems.isEmpty()) {
			throw Refused.invalid("Nothing is decided yet.", problems);
		}
	}

	private static void check(List<Problem> problems, String field, @Nullable String value, int longest,
			String missing) {
		if (value == null || value.isEmpty()) {
			problems.add(new Problem(field, missing));
		}
		else if (value.length() > longest) {
			problems.add(new Problem(field, "Say it in at most %,d characters.".formatted(longest)));
		}
	}

	private static @Nullable String tidy(@Nullable String typed) {
		return (typed != null) ? CONTROL.matcher(typed.replace("\r\n", "\n").replace('\t', ' ')).replaceAll("").strip()
				: null;
	}

}
