package org.asemeducation.stocktake.cycle.paper;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The action under which an initiative stood in the plan of an earlier cycle.
 *
 * @param number in the plan of that time
 * @param title as it was called then; empty when not known
 */
public record PaperAction(int number, String title) {

	private static final int LONGEST_TITLE = 500;

	private static final Pattern WRITTEN = Pattern.compile("([1-9]\\d{0,2})(?:\\.0+)?(?:[.:]?\\s+(\\S.*))?");

	/**
	 * Reads what was written of it.
	 * @param text its number, which its title may follow, such as {@code 5 Mobility}
	 * @return the action
	 * @throws IllegalArgumentException with what is wrong, to follow a name
	 */
	public static PaperAction read(String text) {
		Matcher written = WRITTEN.matcher(text.strip().replaceAll("\\s+", " "));
		if (!written.matches()) {
			throw new IllegalArgumentException(
					"holds no number of an action: write it as 5, or with its title as 5 Mobility");
		}
		String title = (written.group(2) != null) ? written.group(2) : "";
		if (title.length() > LONGEST_TITLE) {
			throw new IllegalArgumentException("has more than %d characters".formatted(LONGEST_TITLE));
		}
		return new PaperAction(Integer.parseInt(written.group(1)), title);
	}

	/**
	 * How it is written.
	 * @return its number and its title, as {@link #read} takes them
	 */
	public String inWords() {
		return (this.number + " " + this.title).strip();
	}

}
