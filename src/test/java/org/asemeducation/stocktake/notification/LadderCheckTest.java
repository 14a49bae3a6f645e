package org.asemeducation.stocktake.notification;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.cycle.ReminderDays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What somebody is told who opens a cycle with a ladder that would not do. The requests
 * go out on 5 June 2023.
 */
class LadderCheckTest {

	private static final LocalDate REQUEST = LocalDate.of(2023, 6, 5);

	@Test
	void theUsualLadderInAUsualCycleIsNoMatter() {
		LadderCheck check = new LadderCheck(calendar("2023-09-15", "2023-12-01"));

		assertThat(check.warnings(Rungs.beforeTheDeadline(List.of(-28, -14, -7, -1, 3, 10)))).isEmpty();
		assertThat(check.warnings(Rungs.beforeTheFreeze(List.of(-14, -3)))).isEmpty();
		assertThat(check.warnings(Rungs.beforeTheFreeze(List.of()))).isEmpty();
	}

	@Test
	void aLadderWithoutARungBeforeTheDeadlineIsAWarningWithAProposal() {
		LadderCheck check = new LadderCheck(calendar("2023-06-20", "2023-12-01"));

		assertThat(check.warnings(Rungs.beforeTheDeadline(List.of(-28, 3)))).containsExactly(
				"No reminder comes before the deadline (2023-06-20); none is sent in the week after the requests"
						+ " (2023-06-05). Add -7, -1 to the days from the deadline.");
		assertThat(check.warnings(Rungs.beforeTheDeadline(List.of()))).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource({ "2023-06-13, 0", "2023-06-12, 1" })
	void aRungOnTheSeventhDayAfterTheRequestsIsThere(String deadline, int warnings) {
		LadderCheck check = new LadderCheck(calendar(deadline, "2023-12-01"));

		assertThat(check.warnings(Rungs.beforeTheDeadline(List.of(-1)))).hasSize(warnings);
	}

	@Test
	void whereNoLadderCouldHelpTheDatesAreProposed() {
		LadderCheck check = new LadderCheck(calendar("2023-06-10", "2023-12-01"));

		assertThat(check.warnings(Rungs.beforeTheDeadline(List.of(-1, 3)))).containsExactly(
				"No reminder comes before the deadline (2023-06-10); none is sent in the week after the requests"
						+ " (2023-06-05). Put the deadline on 2023-06-13 or later, or the requests on 2023-06-02 or"
						+ " earlier, with -1 among the days from the deadline.");
	}

	@Test
	void aLadderForTheFreezeMustReachItToo() {
		LadderCheck check = new LadderCheck(calendar("2023-06-10", "2023-06-14"));

		assertThat(check.warnings(Rungs.beforeTheFreeze(List.of(-14, -3)))).containsExactly(
				"No reminder comes before the freeze (2023-06-14); none is sent in the week after the requests"
						+ " (2023-06-05). Put the freeze on 2023-06-15 or later, or the requests on 2023-06-04 or"
						+ " earlier, with -3 among the days from the freeze.");
	}

	@Test
	void whatFallsAfterTheFreezeIsNeverSent() {
		LadderCheck check = new LadderCheck(calendar("2023-09-15", "2023-09-20"));

		assertThat(check.warnings(Rungs.beforeTheDeadline(List.of(-7, 3, 10, 20)))).containsExactly(
				"Nothing is sent after the freeze (2023-09-20): leave out 10, 20 of the days from the deadline.");
	}

	@Test
	void theFormOffersWhatTheCodeCallsUsual() throws Exception {
		String form = new ClassPathResource("static/stocktake/forms/ladders.js")
			.getContentAsString(StandardCharsets.UTF_8);

		assertThat(form).contains("reminders: '%s'".formatted(days(ReminderDays.USUAL)),
				"freezeReminders: '%s'".formatted(days(ReminderDays.OFFERED_BEFORE_THE_FREEZE)));
	}

	private static String days(List<Integer> days) {
		return days.stream().map(String::valueOf).collect(Collectors.joining(", "));
	}

	private static ProposedRequests calendar(String deadline, String freeze) {
		return new ProposedRequests(Asked.ROME, REQUEST, LocalDate.parse(deadline), LocalDate.parse(freeze));
	}

}
