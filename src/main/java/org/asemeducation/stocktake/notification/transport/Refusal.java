package org.asemeducation.stocktake.notification.transport;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;

/**
 * What a server said to an address. Final is what it says about the address itself; what
 * it says about us (policy, relaying), about now (a full mailbox) or about the way there
 * may be different tomorrow, and would else mark everybody at once.
 */
final class Refusal {

	private static final Set<Integer> ABOUT_THE_ADDRESS = Set.of(510, 511, 550, 551, 553, 556);

	/** RFC 3463: address, except the sender's; mailbox disabled; nobody of that name. */
	private static final Pattern FINAL = Pattern.compile("5\\.(1\\.[^78]\\d*|1\\.\\d\\d+|2\\.1|0\\.\\d+|4\\.1)");

	private static final Pattern ENHANCED = Pattern.compile("(?<![\\d.])\\d\\.\\d{1,3}\\.\\d{1,3}(?!\\.?\\d)");

	private static final Pattern ABOUT_US = Pattern.compile(
			"relay|block|black|spam|reputation|policy|authenticat|quota|full|rate|limit|too many|try again",
			Pattern.CASE_INSENSITIVE);

	private Refusal() {
	}

	/**
	 * Whether the address will be refused tomorrow too.
	 * @param failure what sending ended with
	 */
	static boolean isFinal(MessagingException failure) {
		for (Exception one = failure; one instanceof MessagingException next; one = next.getNextException()) {
			if (one instanceof SMTPAddressFailedException refused) {
				return isFinal(refused.getReturnCode(), String.valueOf(refused.getMessage()));
			}
		}
		return false;
	}

	static boolean isFinal(int code, String words) {
		Matcher enhanced = ENHANCED.matcher(words);
		if (enhanced.find()) {
			return code >= 500 && FINAL.matcher(enhanced.group()).matches();
		}
		return ABOUT_THE_ADDRESS.contains(code) && !ABOUT_US.matcher(words).find();
	}

}
