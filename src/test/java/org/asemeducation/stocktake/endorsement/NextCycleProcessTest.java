package org.asemeducation.stocktake.endorsement;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import org.asemeducation.stocktake.Jobs;
import org.asemeducation.stocktake.PostOffice;
import org.asemeducation.stocktake.ProcessTest;
import org.asemeducation.stocktake.Stage;
import org.asemeducation.stocktake.Troupe;
import org.asemeducation.stocktake.cycle.Commitment;
import org.asemeducation.stocktake.cycle.ConclusionParagraphs;
import org.asemeducation.stocktake.cycle.CycleInitiatives;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.asemeducation.stocktake.cycle.WorkPlan;
import org.asemeducation.stocktake.endorsement.conclusions.Conclusions;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.notification.transport.OutgoingMail;
import org.asemeducation.stocktake.plan.InitiativeId;
import org.asemeducation.stocktake.plan.change.ChangeForm;
import org.asemeducation.stocktake.plan.change.DecidedChanges;
import org.asemeducation.stocktake.update.Coordinators;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

import static org.asemeducation.stocktake.Troupe.HOST_ONLY;
import static org.asemeducation.stocktake.Troupe.ONE_COORDINATOR;
import static org.asemeducation.stocktake.Troupe.SUPPORTED;
import static org.asemeducation.stocktake.Troupe.TWO_COORDINATORS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

/**
 * A cycle on top of another: what was adopted is what the next forms ask about.
 */
@ProcessTest
class NextCycleProcessTest {

	@Autowired
	private Stage stage;

	@Autowired
	private Jobs jobs;

	@Autowired
	private PostOffice postOffice;

	@Autowired
	private Coordinators coordinators;

	@Autowired
	private Endorsements endorsements;

	@Autowired
	private AnnexEditing editing;

	@Autowired
	private EndorsementActs acts;

	@Autowired
	private Conclusions conclusions;

	@Autowired
	private ConclusionParagraphs paragraphs;

	@Autowired
	private WorkPlan workPlan;

	@Autowired
	private CycleInitiatives initiatives;

	@Test
	void theNextFormShowsTheLinesThatMinistersAdopted() throws IOException {
		// given
		CycleName first = this.endorsements.accepted();
		this.endorsements.withOfficials(first);
		this.endorsements.record(first, MeetingKind.SOM2);
		this.editing.change(first, 1, new Wording("Go on", "2032.", "A book", "Readers.", null), "Malta", 0, aes());
		this.editing.add(first, ONE_COORDINATOR, new Wording("Hold a conference.", null, null, "Talks", null), "SOM2",
				aes());
		this.editing.strike(first, 2, "Thailand", 0, aes());
		this.endorsements.toMinisters(first);
		this.endorsements.adopt(first);
		this.conclusions.attach(first, true, "conclusions.pdf",
				new ClassPathResource("endorsement/conclusions.pdf").getContentAsByteArray(), aes());
		this.conclusions.number(first, Map.of(ONE_COORDINATOR, "12, 14-15"), aes());
		// when
		CycleName second = this.stage.gathering(ONE_COORDINATOR, TWO_COORDINATORS, HOST_ONLY, SUPPORTED);
		// then
		assertThat(said(second, ONE_COORDINATOR, "harbour"))
			.extracting(Commitment::position, Commitment::text, Commitment::source)
			.containsExactly(tuple(1, "Go on (2032.). Expected output: A book. Expected result: Readers.", "adopted"),
					tuple(2, "Hold a conference. Expected result: Talks", "adopted"));
		assertThat(said(second, SUPPORTED, "inland")).as("its only line was struck").isEmpty();
		assertThat(said(second, TWO_COORDINATORS, "malta")).as("it had no line").isEmpty();
		assertThat(this.initiatives.commitments(second, new InitiativeId(HOST_ONLY)))
			.as("it has milestones, and no line")
			.extracting(Commitment::text, Commitment::source)
			.containsExactly(tuple("Confer in 2024.", "plan"));
		assertThat(this.paragraphs.of(second, new InitiativeId(ONE_COORDINATOR))).contains("12, 14-15");
		assertThat(this.paragraphs.of(second, new InitiativeId(SUPPORTED))).isEmpty();
	}

	@Test
	void aPlanThatWasNotAdoptedChangesNothing() {
		// given
		CycleName first = this.endorsements.accepted();
		this.endorsements.withOfficials(first);
		this.endorsements.toMinisters(first);
		this.endorsements.record(first, MeetingKind.ASEMME);
		this.acts.recordAdoption(first, Decision.notAdopted("No time."), aes());
		this.jobs.run(first, Endorsements.PUBLISH_REPORT);
		// when
		CycleName second = this.stage.gathering(ONE_COORDINATOR);
		// then
		assertThat(said(second, ONE_COORDINATOR, "harbour")).isNotEmpty().allMatch((it) -> it.source().equals("plan"));
	}

	@Test
	void theWorkPlanAdoptedLastIsInForceAndAnOlderOneIsNot() {
		// given
		line("LATER1", Endorsements.DAY.plusYears(2), ONE_COORDINATOR, "Newer promise");
		line("EARLIER1", Endorsements.DAY, ONE_COORDINATOR, "Older promise");
		line("EARLIER2", Endorsements.DAY, SUPPORTED, "Older promise");
		// when
		CycleName cycle = this.stage.gathering(ONE_COORDINATOR, SUPPORTED);
		// then
		assertThat(said(cycle, ONE_COORDINATOR, "harbour")).extracting(Commitment::text)
			.containsExactly("Newer promise");
		assertThat(said(cycle, SUPPORTED, "inland")).isEmpty();
	}

	@Test
	void aLineWhoseInitiativeThePlanHasNoMoreIsLeftOut() {
		// given
		line("OLD1", Endorsements.DAY, "A77-I01", "Promise of somebody who has gone");
		// when
		CycleName cycle = this.stage.gathering(ONE_COORDINATOR);
		// then
		assertThat(said(cycle, ONE_COORDINATOR, "harbour")).extracting(Commitment::source).containsOnly("plan");
	}

	@Test
	void theLinesOfWhatWasMergedAreAskedAboutWithTheOther(@Autowired DecidedChanges decided) {
		// given
		this.workPlan.adopt(new CycleName("MERGED1"), "Work plan of MERGED1", Endorsements.DAY.plusYears(3),
				List.of(line(ONE_COORDINATOR, "Go on"), line(ONE_COORDINATOR, "Go further"),
						line(TWO_COORDINATORS, "Meet"), line(SUPPORTED, "Stay")));
		merge(decided, ONE_COORDINATOR, SUPPORTED);
		merge(decided, TWO_COORDINATORS, HOST_ONLY);
		try {
			// when
			CycleName cycle = this.stage.gathering(HOST_ONLY, SUPPORTED);
			// then
			assertThat(said(cycle, SUPPORTED, "inland"))
				.extracting(Commitment::position, Commitment::text, Commitment::source)
				.containsExactly(tuple(1, "Stay", "adopted"), tuple(2, "(A01-I01) Go on", "adopted"),
						tuple(3, "(A01-I01) Go further", "adopted"));
			assertThat(this.initiatives.commitments(cycle, new InitiativeId(HOST_ONLY))).as("its own milestones stay")
				.extracting(Commitment::text, Commitment::source)
				.containsExactly(tuple("Confer in 2024.", "plan"), tuple("(A01-I02) Meet", "adopted"));
		}
		finally {
			revive(decided, ONE_COORDINATOR);
			revive(decided, TWO_COORDINATORS);
			this.workPlan.takeBack(new CycleName("MERGED1"));
		}
	}

	@Test
	void aWorkPlanIsAdoptedOnceAndNamesActivities() {
		// given
		line("ONCE1", Endorsements.DAY, ONE_COORDINATOR, "Promise");
		// when, then
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> line("ONCE1", Endorsements.DAY, ONE_COORDINATOR, "Other promise"))
			.withMessage("The work plan of ONCE1 was adopted before.");
		assertThatIllegalArgumentException().isThrownBy(() -> line("ONCE2", Endorsements.DAY, ONE_COORDINATOR, " "))
			.withMessageContaining("names no activity");
		assertThat(this.workPlan.lines(new CycleName("ONCE1"))).extracting(WorkPlan.Line::activity)
			.containsExactly("Promise");
	}

	@Test
	void everyCoordinatorGetsTheLinesOfTheirOwnInOneMail() {
		// given
		CycleName cycle = this.stage.gathering(ONE_COORDINATOR, TWO_COORDINATORS, SUPPORTED);
		this.endorsements.accept(cycle, ONE_COORDINATOR, "harbour");
		this.endorsements.accept(cycle, TWO_COORDINATORS, "harbour");
		this.endorsements.accept(cycle, SUPPORTED, "inland");
		this.postOffice.deliver(cycle);
		this.endorsements.withOfficials(cycle);
		this.endorsements.toMinisters(cycle);
		// when
		this.endorsements.adopt(cycle);
		List<OutgoingMail> mails = this.postOffice.deliver(cycle);
		// then
		assertThat(mails).extracting(OutgoingMail::recipient)
			.containsExactlyInAnyOrder(Troupe.address("harbour"), Troupe.address("malta"), Troupe.address("inland"));
		assertThat(to("harbour", mails).text()).contains(ONE_COORDINATOR, TWO_COORDINATORS).doesNotContain(SUPPORTED);
		assertThat(to("malta", mails).text()).contains(TWO_COORDINATORS).doesNotContain(ONE_COORDINATOR, SUPPORTED);
		assertThat(to("inland", mails).text()).contains("- Go on", "When: 2031", "Wednesday 1 January 2031");
		assertThat(to("inland", mails).subject()).isEqualTo("%s: ministers have adopted your plans for %s", cycle,
				SUPPORTED);
		assertThat(this.workPlan.lines(cycle)).hasSize(3);
	}

	private static WorkPlan.Line line(String initiative, String activity) {
		return new WorkPlan.Line(new InitiativeId(initiative), activity, null, null, null, null);
	}

	private void merge(DecidedChanges decided, String initiative, String into) {
		decided.make(new ChangeForm("merge", initiative, into, null, null, null, null, null, null, null, today(),
				"They are one", null), aes());
	}

	private void revive(DecidedChanges decided, String initiative) {
		decided.make(new ChangeForm("revive", initiative, null, null, null, null, null, null, null, null, today(),
				"The test is over", null), aes());
	}

	private String today() {
		return LocalDate.ofInstant(this.stage.now(), ZoneOffset.UTC).toString();
	}

	private void line(String cycle, LocalDate on, String initiative, String activity) {
		this.workPlan.adopt(new CycleName(cycle), "Work plan of " + cycle, on,
				List.of(new WorkPlan.Line(new InitiativeId(initiative), activity, null, null, null, null)));
	}

	/** What the form of an update shows to its coordinator. */
	private List<Commitment> said(CycleName cycle, String initiative, String who) {
		return this.coordinators.commitments(cycle, initiative, who);
	}

	private static OutgoingMail to(String who, List<OutgoingMail> mails) {
		return mails.stream().filter((mail) -> mail.recipient().equals(Troupe.address(who))).findFirst().orElseThrow();
	}

	private String aes() {
		return this.endorsements.aes();
	}

}
