package org.asemeducation.stocktake.notification.bounce;

import java.util.List;
import java.util.regex.Pattern;

/**
 * That a mail did not arrive, as a server reports it (RFC 3464).
 *
 * @param report what it came in: its Message-ID, or else a hash
 * @param originals Message-IDs of the mail that it may be about, the likeliest first
 * @param status RFC 3463, such as {@code 5.1.1}
 * @param words the refusing server's, or the status where it gave none
 */
record Bounce(String report, List<String> originals, String status, String words) {

	/** What a server says about us, the size of a mail or a full mailbox. */
	private static final Pattern NOT_THE_ADDRESS = Pattern.compile("5\\.(7\\.\\d+|2\\.[23]|3\\.4)");

	/**
	 * Whether the address will not take mail tomorrow either.
	 */
	boolean isPermanent() {
		return this.status.startsWith("5.") && !NOT_THE_ADDRESS.matcher(this.status).matches();
	}

}
