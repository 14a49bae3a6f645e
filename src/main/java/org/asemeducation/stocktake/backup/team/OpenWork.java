package org.asemeducation.stocktake.backup.team;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.access.Contact;
import org.jspecify.annotations.Nullable;

import org.springframework.util.DigestUtils;

/**
 * What would pass from some people to somebody else.
 *
 * @param leaving who leaves
 * @param taker who takes over
 * @param lines all of it
 * @param problems why it cannot be passed on so, each with what to do; none: it can
 */
public record OpenWork(List<Contact> leaving, Contact taker, List<Line> lines, List<String> problems) {

	public OpenWork {
		leaving = List.copyOf(leaving);
		lines = List.copyOf(lines);
		problems = List.copyOf(problems);
	}

	/**
	 * Tells whether it is still what somebody has looked at.
	 * @return changes with whatever is in it
	 */
	public String seen() {
		String all = this.leaving + " " + this.taker.id() + " "
				+ this.lines.stream()
					.map((line) -> line.id() + line.holder())
					.sorted()
					.collect(Collectors.joining(" "));
		return DigestUtils.md5DigestAsHex(all.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * How those who leave are called.
	 * @return names in a sentence
	 */
	public String names() {
		return this.leaving.stream().map(Contact::name).collect(Collectors.joining(", "));
	}

	/**
	 * How many they are.
	 * @return such as {@code 3 tasks and other duties}
	 */
	public String count() {
		return switch (this.lines.size()) {
			case 0 -> "nothing";
			case 1 -> "1 task or duty";
			default -> this.lines.size() + " tasks and duties";
		};
	}

	/**
	 * One thing that somebody has to do.
	 *
	 * @param id tells it from all others
	 * @param what in words
	 * @param about the business key, such as {@code ASEMME9/SOM1}
	 * @param due when; {@code null}: nothing says so
	 * @param holder the user id of who has it
	 * @param name of that person
	 */
	public record Line(String id, String what, String about, @Nullable Instant due, String holder, String name) {
	}

}
