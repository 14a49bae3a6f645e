package org.asemeducation.stocktake.report.chapter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.asemeducation.stocktake.report.model.ReportChapter;
import org.jspecify.annotations.Nullable;

/**
 * What the secretariat asks for.
 *
 * @param title the chapter's heading, in one line
 * @param behind the chapter that it stands behind
 * @param brief what is asked for
 * @param party the number of the author's party
 * @param contact the number of the author; {@code null}: anybody who speaks for the party
 * @param due the last day, in the cycle's zone
 */
public record NewCommission(String title, ReportChapter behind, String brief, long party, @Nullable Long contact,
		LocalDate due) {

	static final int LONGEST_TITLE = 200;

	private static final int LONGEST_BRIEF = 4_000;

	public NewCommission {
		title = title.strip();
		brief = brief.strip();
		List<Problem> problems = new ArrayList<>();
		if (title.isEmpty() || title.length() > LONGEST_TITLE || title.lines().count() > 1) {
			problems.add(new Problem("title",
					"Give the chapter a title of one line, %d characters at most.".formatted(LONGEST_TITLE)));
		}
		if (brief.isEmpty() || brief.length() > LONGEST_BRIEF) {
			problems.add(new Problem("brief",
					"Say what the author is asked for, in %,d characters at most.".formatted(LONGEST_BRIEF)));
		}
		if (!problems.isEmpty()) {
			throw Refused.invalid("Nothing is commissioned or changed. " + problems.get(0).message(), problems);
		}
		Objects.requireNonNull(due);
	}

}
