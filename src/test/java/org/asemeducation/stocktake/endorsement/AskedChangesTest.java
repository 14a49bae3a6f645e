package org.asemeducation.stocktake.endorsement;

import java.time.LocalDate;
import java.util.List;

import org.asemeducation.stocktake.Jobs;
import org.asemeducation.stocktake.ProcessTest;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.asemeducation.stocktake.cycle.WorkPlan;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.plan.InitiativeId;
import org.asemeducation.stocktake.report.Editors;
import org.asemeducation.stocktake.report.model.FreeChapter;
import org.asemeducation.stocktake.report.model.ReportModel.State;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.asemeducation.stocktake.Troupe.ONE_COORDINATOR;
import static org.asemeducation.stocktake.Troupe.SUPPORTED;
import static org.asemeducation.stocktake.Troupe.TWO_COORDINATORS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What officials asked to change, and the list of it that comes with the next sealed
 * version.
 */
@ProcessTest
class AskedChangesTest {

	@Autowired
	private Jobs jobs;

	@Autowired
	private Endorsements endorsements;

	@Autowired
	private Editors editors;

	@Autowired
	private Asking asking;

	@Autowired
	private AnnexEditing editing;

	@Autowired
	private EndorsementActs acts;

	@Autowired
	private EndorsementViews views;

	@Autowired
	private WorkPlan workPlan;

	@Autowired
	private JdbcClient jdbc;

	private CycleName cycle;

	@BeforeEach
	void putToOfficials() {
		this.cycle = this.endorsements.accepted();
		this.endorsements.withOfficials(this.cycle);
		this.endorsements.record(this.cycle, MeetingKind.SOM2);
	}

	@Test
	void theNextVersionListsExactlyWhatWasAsked() {
		// when
		this.editing.change(this.cycle, 1, saying("Go on with two partners more"), "Malta", 0, aes());
		this.editing.strike(this.cycle, 2, "Thailand", 0, aes());
		this.editing.add(this.cycle, TWO_COORDINATORS, saying("Hold a closing conference"), "SOM2", aes());
		this.asking.add(this.cycle, "foreword", "Thank the host.", "Latvia", aes());
		this.asking.add(this.cycle, ONE_COORDINATOR, "Say how many took part.", "Japan", aes());
		int mistaken = this.asking.add(this.cycle, "outlook", "Entered by mistake.", "Nobody", aes());
		this.asking.takeBack(this.cycle, mistaken, aes());
		this.editors.write(this.cycle, FreeChapter.FOREWORD, 0, "With thanks to Malta.");
		takeIn("Be shorter.");
		// then
		String changes = changes();
		assertThat(rows(changes)).isEqualTo(6);
		assertThat(changes).contains("Line 1 (%s)".formatted(ONE_COORDINATOR), "Go on with two partners more", "Malta")
			.contains("Line 2 (%s)".formatted(SUPPORTED), "Struck", "Thailand")
			.contains("Line 3 (%s)".formatted(TWO_COORDINATORS), "Added", "SOM2")
			.contains("No line stays as it was.")
			.contains("Foreword", "Thank the host.", "Latvia")
			.contains("Say how many took part.", "As before: the fact sheets are the coordinators’ own words")
			.contains("Be shorter.")
			.doesNotContain("Entered by mistake.", "was accepted since", "reads otherwise");
	}

	@Test
	void whatDiffersThoughNobodyAskedStandsByItself() {
		// when
		this.endorsements.accept(this.cycle, TWO_COORDINATORS, "harbour");
		takeIn(null);
		// then
		assertThat(changes()).contains("No line was asked to change.", "2 lines stay as they were.",
				"Nothing else was asked to change.", "Different though nobody asked", TWO_COORDINATORS,
				"its update was accepted since");
	}

	@Test
	void aVersionThatFollowsNoneHasNoListOfChanges() {
		assertThat(this.jdbc.sql("select count(*) from sealed_file where cycle = :cycle and name = 'changes.html'")
			.param("cycle", this.cycle.value())
			.query(Integer.class)
			.single()).isZero();
	}

	@Test
	void aChapterThatNobodyAskedToChangeKeepsTheVersionOpen() {
		// given
		this.editors.write(this.cycle, FreeChapter.OUTLOOK, 0, "Words that nobody asked for.");
		// when, then
		assertRefused(() -> this.acts.takeInChanges(this.cycle, null, aes()),
				"Expert reflections and outlook reads otherwise than in version 1, and nobody is recorded");
		this.asking.add(this.cycle, "outlook", "An outlook.", "Malta", aes());
		takeIn(null);
		assertThat(changes()).contains("An outlook.");
	}

	@Test
	void aChapterThatWasAskedToChangeIsNotForgotten() {
		// given
		int number = this.asking.add(this.cycle, "foreword", "Thank the host.", "Latvia", aes());
		// when, then
		assertRefused(() -> this.acts.takeInChanges(this.cycle, null, aes()),
				"The chapter Foreword was asked to change and reads as in version");
		this.asking.takeBack(this.cycle, number, aes());
		takeIn(null);
		assertThat(changes()).contains("Nothing else was asked to change.");
	}

	@Test
	void aLineOfTheWorkPlanBeforeIsCarriedOver() {
		// given
		this.workPlan.adopt(new CycleName("BEFORE-" + this.cycle), "The plan before", LocalDate.of(2030, 12, 31),
				List.of(new WorkPlan.Line(new InitiativeId(SUPPORTED), "Done already", null, null, null, null),
						new WorkPlan.Line(new InitiativeId(SUPPORTED), "Promised then", "2028", null, null, null)));
		// when
		int line = this.editing.carryOver(this.cycle, SUPPORTED, 2, "Thailand", aes());
		assertRefused(() -> this.editing.carryOver(this.cycle, SUPPORTED, 2, "Thailand", aes()),
				"is carried over already");
		assertRefused(() -> this.editing.carryOver(this.cycle, SUPPORTED, 3, "Thailand", aes()),
				"The line is not carried over.");
		assertRefused(() -> this.editing.strike(this.cycle, line, "Malta", 1, aes()), "take it back instead");
		takeIn(null);
		// then
		assertThat(this.endorsements.lines(this.cycle, State.FOR_MINISTERS))
			.contains("%d %s Promised then".formatted(line, SUPPORTED))
			.hasSize(3);
		assertThat(changes()).contains("Carried over from the work plan before", "When: 2028", "Thailand");
	}

	@Test
	void whatIsMissingIsNamed() {
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.asking.add(this.cycle, "annex", " ", null, aes()))
			.satisfies((refused) -> assertThat(refused.problems()).extracting(Refused.Problem::field)
				.containsExactly("about", "text", "askedBy"));
		assertThat(this.views.of(this.cycle).askedFor()).isEmpty();
	}

	@Test
	void nothingIsAskedForOnceAllIsTakenIn() {
		// given
		this.asking.add(this.cycle, "report", "Shorter.", "Malta", aes());
		takeIn(null);
		// when, then
		assertRefused(() -> this.asking.add(this.cycle, "report", "Longer.", "Malta", aes()), "taken in already");
		assertRefused(() -> this.asking.takeBack(this.cycle, 1, aes()), "taken in already");
	}

	private static Wording saying(String activity) {
		return new Wording(activity, null, null, null, null);
	}

	private void takeIn(String words) {
		this.acts.takeInChanges(this.cycle, words, aes());
		this.jobs.run(this.cycle, Endorsements.SEAL_FOR_MINISTERS);
	}

	private String changes() {
		return this.jdbc.sql("""
				select convert_from(content, 'UTF8') from sealed_file join sealed_version using (cycle, version)
				where cycle = :cycle and state = 'for-ministers' and name = 'changes.html'""")
			.param("cycle", this.cycle.value())
			.query(String.class)
			.single();
	}

	private static long rows(String page) {
		return page.lines().filter((line) -> line.contains("role=\"rowheader\"")).count();
	}

	private static void assertRefused(ThrowingCallable act, String why) {
		assertThatExceptionOfType(Refused.class).isThrownBy(act).withMessageContaining(why);
	}

	private String aes() {
		return this.endorsements.aes();
	}

}
