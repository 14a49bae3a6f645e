package org.asemeducation.stocktake.cockpit.person;

import java.util.List;
import java.util.stream.Stream;

import org.springframework.web.util.HtmlUtils;

/**
 * By which words somebody is known, as PostgreSQL looks for them: any case, any space
 * between names, as text, in markup and in JSON.
 *
 * @param patterns regular expressions of PostgreSQL, at least one
 */
record PersonalWords(List<String> patterns) {

	PersonalWords {
		patterns = List.copyOf(patterns);
	}

	/**
	 * The words of one person.
	 * @param whom whom
	 * @param nameIsTheirs whether nobody else bears the name
	 */
	static PersonalWords of(Whom whom, boolean nameIsTheirs) {
		Stream<String> names = nameIsTheirs ? whom.names().stream() : Stream.of();
		Stream<String> words = names
			.flatMap((name) -> Stream.of(name, HtmlUtils.htmlEscape(name), HtmlUtils.htmlEscapeDecimal(name)));
		return new PersonalWords(
				Stream.concat(Stream.of(whom.email()), words).distinct().map(PersonalWords::pattern).toList());
	}

	/** All of them as one expression. */
	String pattern() {
		return String.join("|", this.patterns);
	}

	private static String pattern(String words) {
		StringBuilder pattern = new StringBuilder("(?<![[:alnum:]])");
		words.codePoints().forEach((letter) -> {
			if (Character.isWhitespace(letter)) {
				pattern.append("(\\s|\\\\n)+");
			}
			else if (Character.isLetterOrDigit(letter)) {
				pattern.appendCodePoint(letter);
			}
			else {
				pattern.append('\\').appendCodePoint(letter);
			}
		});
		return pattern.append("(?![[:alnum:]])").toString();
	}

}
