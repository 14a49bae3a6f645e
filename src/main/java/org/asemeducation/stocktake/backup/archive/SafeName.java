package org.asemeducation.stocktake.backup.archive;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of files that every system takes: plain letters, never a reserved word, and two
 * never the same but for capitals, since each has its number.
 */
final class SafeName {

	private static final int LONGEST = 60;

	private static final Pattern ENDING = Pattern.compile("\\.[A-Za-z0-9]{1,8}$");

	private SafeName() {
	}

	/**
	 * A name for a file that somebody named.
	 * @param number what sets it apart from the others of its folder
	 * @param name as it was called
	 * @return such as {@code 12-programme.pdf}
	 */
	static String of(long number, String name) {
		return number + "-" + plain(name);
	}

	/** The same letters without marks; what is none becomes a hyphen. */
	private static String plain(String name) {
		Matcher ending = ENDING.matcher(name);
		boolean ends = ending.find();
		String base = Normalizer.normalize(ends ? name.substring(0, ending.start()) : name, Normalizer.Form.NFKD)
			.replaceAll("\\p{M}+", "")
			.replaceAll("[^A-Za-z0-9]+", "-")
			.replaceAll("^-|-$", "");
		String known = base.isEmpty() ? "file" : base.substring(0, Math.min(LONGEST, base.length()));
		return ends ? known + ending.group() : known;
	}

}
