package org.asemeducation.stocktake.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.asemeducation.stocktake.report.document.Paragraphs;
import org.asemeducation.stocktake.report.model.CleanText;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What must be found in a file of the fixture's report, and what must not.
 */
public final class AcceptedWords {

	private static final Set<String> CODES = Set.of("completion", "aims", "continuation", "outcome", "subgoal",
			"objective", "kind", "url", "link", "file");

	private static final List<String> TWICE = List.of("Contributes to ", "Serves the whole ", "Plan: ", "Spring 2024",
			"Winter 2025");

	private AcceptedWords() {
	}

	/** Every paragraph of every accepted field, as a reader sees it. */
	public static List<String> paragraphs() {
		List<String> paragraphs = new ArrayList<>();
		collect(ReportFixture.full(), paragraphs);
		paragraphs.add("Only progress was written.");
		return paragraphs;
	}

	public static void assertEachStandsOnceIn(String text) {
		assertThat(paragraphs()).hasSizeGreaterThan(35).allSatisfy((paragraph) -> {
			int first = text.indexOf(paragraph);
			assertThat(first).as("'%s' is there", paragraph).isNotNegative();
			int second = text.indexOf(paragraph, first + 1);
			int once = (isToldTwice(paragraph) && second >= 0) ? second : first;
			assertThat(text.indexOf(paragraph, once + 1)).as("'%s' is there too often", paragraph).isNegative();
		});
	}

	/**
	 * What is said of a subgoal stands beside the assessment of the subgoal too, and what
	 * is planned, with its time, in the chapter on future activities.
	 * @param paragraph one of {@link #paragraphs}
	 * @return whether it may stand twice
	 */
	public static boolean isToldTwice(String paragraph) {
		return TWICE.stream().anyMatch(paragraph::startsWith);
	}

	public static void assertNothingUnacceptedIn(String text) {
		assertThat(text).isNotEmpty()
			.doesNotContain(ReportFixture.SECRET, ReportFixture.SECRET.replace("-", ""), "refused.jpg");
	}

	private static void collect(Object value, List<String> paragraphs) {
		if (value instanceof String text) {
			paragraphs.addAll(Paragraphs.of(CleanText.of(text)));
		}
		else if (value instanceof Collection<?> list) {
			list.forEach((it) -> collect(it, paragraphs));
		}
		else if (value instanceof Map<?, ?> fields && !Boolean.FALSE.equals(fields.get("consent"))
				&& !"99".equals(fields.get("file"))) {
			fields.forEach((name, field) -> {
				if (!CODES.contains(name)) {
					collect(field, paragraphs);
				}
			});
		}
	}

}
