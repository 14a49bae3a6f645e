package org.asemeducation.stocktake.access.doors;

import java.util.Map;
import java.util.Set;

import org.springframework.util.AntPathMatcher;

/**
 * A line of the table.
 *
 * @param door what is tried; a star in its path covers files
 * @param about what it is, in words
 * @param said what each role is answered
 */
record Row(Door door, String about, Map<Role, String> said) {

	private static final Set<String> WORDS = Set.of("open", "heard", "may", "sign-in", "refused", "nothing");

	private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

	Row {
		said.forEach((role, word) -> {
			if (!WORDS.contains(word)) {
				throw new IllegalArgumentException(
						"%s says \"%s\" to %s: use one of %s.".formatted(door, word, role.word(), WORDS));
			}
		});
	}

	boolean covers(Door other) {
		if (!this.door.path().contains("*")) {
			return this.door.nameless().equals(other.nameless());
		}
		return this.door.method().equals(other.method()) && new AntPathMatcher().match(this.door.path(), other.path());
	}

	/** Whether a try by this role can change anything. */
	boolean changes(Role role) {
		return !READING.contains(this.door.method()) && (said(role).equals("may") || said(role).equals("open"));
	}

	String said(Role role) {
		return this.said.getOrDefault(role, "");
	}

}
