package org.asemeducation.stocktake.cycle;

import java.time.LocalDate;
import java.util.List;

import org.asemeducation.stocktake.Calendars;
import org.asemeducation.stocktake.ProcessTest;
import org.asemeducation.stocktake.Stage;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * What the secretariat sees of reminders before it opens a cycle, and what is kept.
 */
@ProcessTest
class CyclePreviewTest {

	@Autowired
	private CyclePreview preview;

	@Autowired
	private Calendars calendars;

	@Autowired
	private Stage stage;

	@Autowired
	private WorkPlan workPlan;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void everyDayOfTheLaddersIsForeseenWithThoseItReaches() {
		// given requests in 30 days, deadline in 60, freeze in 90
		NewCycle proposal = with(this.calendars.proposal(), List.of(-28, -14, 3), List.of(-3));
		// when
		CyclePreview.Preview foreseen = this.preview.of(proposal);
		// then Harbour University, Malta and the Inland Institute coordinate something
		assertThat(foreseen.reminders())
			.extracting(ForeseenReminders.Day::kind, ForeseenReminders.Day::rung, ForeseenReminders.Day::on,
					ForeseenReminders.Day::contacts)
			.containsExactly(tuple("reminder", -14, proposal.deadline().minusDays(14), 3),
					tuple("reminder", 3, proposal.deadline().plusDays(3), 3),
					tuple("freeze-reminder", -3, proposal.freeze().minusDays(3), 3));
		assertThat(foreseen.warnings()).noneMatch((warning) -> warning.contains("reminder"));
	}

	@Test
	void aLadderThatLeavesNothingBeforeTheDeadlineIsAWarning() {
		// given
		NewCycle proposal = with(this.calendars.proposal(), List.of(3), null);
		// when, then
		assertThat(this.preview.of(proposal).warnings())
			.anyMatch((warning) -> warning.startsWith("No reminder comes before the deadline")
					&& warning.endsWith("Add -14, -7, -1 to the days from the deadline."));
	}

	@Test
	void aWorkPlanThatIsStillToBeAdoptedIsAWarning() {
		// given
		CycleName earlier = this.stage.open();
		String warning = "The work plan of %s is not adopted yet: a cycle opened now starts from the plan before it."
			.formatted(earlier);
		assertThat(this.preview.of(this.calendars.proposal()).warnings()).contains(warning);
		// when
		this.workPlan.adopt(earlier, "Work plan", LocalDate.of(2031, 1, 1), List.of());
		// then
		assertThat(this.preview.of(this.calendars.proposal()).warnings()).doesNotContain(warning);
	}

	@Test
	void aProposalThatCannotBeOpenedIsNotForeseen() {
		// given
		NewCycle proposal = with(this.calendars.proposal(), List.of(-7, -7), null);
		// when, then
		assertThat(this.preview.of(proposal).reminders()).isEmpty();
		assertThat(proposal.problems()).singleElement().satisfies((problem) -> {
			assertThat(problem.field()).isEqualTo("reminders");
			assertThat(problem.message()).isEqualTo("Give each day once, and at most 30 days.");
		});
	}

	@Test
	void daysFartherThanAYearAreRefused() {
		assertThat(with(this.calendars.proposal(), null, List.of(-366)).problems()).singleElement()
			.satisfies((problem) -> assertThat(problem.field()).isEqualTo("freezeReminders"));
	}

	@Test
	void theLaddersAreKeptWithTheCycleAndUsualWhereNoneIsNamed() {
		// when
		CycleName own = this.stage.open(with(this.calendars.proposal(), List.of(-5, 2), List.of(-1)));
		CycleName usual = this.stage.open(this.calendars.proposal());
		// then
		assertThat(ladders(own)).isEqualTo("{-5,2} {-1}");
		assertThat(ladders(usual)).isEqualTo("{-28,-14,-7,-1,3,10} {}");
	}

	private String ladders(CycleName cycle) {
		return this.jdbc.sql(
				"select cast(reminders as text) || ' ' || cast(freeze_reminders as text) from cycle where name = :cycle")
			.param("cycle", cycle.value())
			.query(String.class)
			.single();
	}

	private static NewCycle with(NewCycle of, List<Integer> reminders, List<Integer> freezeReminders) {
		LocalDate request = of.request();
		return new NewCycle(of.name(), of.title(), of.zone(), of.meetings(), request, of.deadline(), of.freeze(),
				of.reviews(), of.comments(), of.papers(), of.questions(), reminders, freezeReminders);
	}

}
