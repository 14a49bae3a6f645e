package org.asemeducation.stocktake.access.doors;

import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/**
 * Texts that somebody could type or send to do harm, or by accident.
 */
final class Hostile {

	/**
	 * A script, a formula, a path, a statement, a template, a header, and what deceives
	 * the eye.
	 */
	static final List<String> TEXTS = List.of("<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>",
			"=HYPERLINK(\"http://evil.example\",\"click\")", "@SUM(1+1)*cmd|' /C calc'!A0", "-2+3", "+1",
			"../../../../etc/passwd", "C:\\Windows\\win.ini", "'; drop table contact; --", "%' or '1'='1", "${71*73}",
			"#{71*73}", "__${T(Runtime)}__::.x", "[[${71*73}]]", "{token}", "%s%n%x", "javascript:alert(1)",
			"data:text/html,<script>alert(1)</script>", "Kim\r\nBcc: everybody@example.org", "\u202Egnp.exe",
			"\u2066isolated", "a\u200Bb\u200Dc\uFEFFd", "\uD83D\uDE00\uD83C\uDDEA\uD83C\uDDFA", "\uD842\uDFB7",
			"e\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301", "\uFDD0\uFFFE\uFFFF", "\u0007\u001B[31m",
			"\u2028\u2029\u0085", "\u0130\u0131\u00DF\u1E9E", "null", "undefined", "NaN", "true", "1e999", "", " ",
			"\t\n", "\u05E9\u05DC\u05D5\u05DD \u0645\u0631\u062D\u0628\u0627 abc");

	/** What the database cannot keep. */
	static final List<String> UNKEEPABLE = List.of("\u0000", "before\u0000after", "\uD800", "half \uDC00 of it",
			"\uDC00\uD800");

	private Hostile() {
	}

	static Arbitrary<String> texts() {
		return Arbitraries.frequencyOf(Tuple.of(6, Arbitraries.of(TEXTS)), Tuple.of(1, Arbitraries.of(UNKEEPABLE)),
				Tuple.of(3, Arbitraries.strings().all().ofMaxLength(40)),
				Tuple.of(1, Arbitraries.of("x", "<", "\uD83D\uDE00").map((it) -> it.repeat(25_000))));
	}

}
