package org.asemeducation.stocktake.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.report.model.Glance.Count;
import org.asemeducation.stocktake.report.model.Initiative;
import org.asemeducation.stocktake.report.model.Initiative.Standing;
import org.asemeducation.stocktake.report.model.JsonReport;
import org.asemeducation.stocktake.report.model.Part;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.asemeducation.stocktake.report.model.ReportModel.State;
import org.asemeducation.stocktake.report.model.Update;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ReportsTest {

	private final RolledBackDatabase database = new RolledBackDatabase();

	private final ReportFixture fixture = new ReportFixture(this.database.jdbc());

	private final Reports reports = this.fixture.reports();

	@AfterEach
	void undo() {
		this.database.close();
	}

	@Test
	void everyInitiativeHasItsUpdateOrItsLine() {
		this.fixture.everyStanding();

		ReportModel report = this.reports.compile(ReportFixture.CYCLE);

		Map<String, String> lines = report.initiatives()
			.collect(Collectors.toMap(Initiative::id, (it) -> (it.line() != null) ? it.line() : "update"));
		assertThat(lines).containsOnly(Map.entry("A01-I01", "update"),
				Map.entry("A01-I02", "Submitted on 1 December 2023, under review."),
				Map.entry("A02-I01", "Returned for revision on 8 September 2023, not received again."),
				Map.entry("A02-I02", "Draft not submitted: an update was begun, last saved on 28 November 2023."),
				Map.entry("A03-I01", "No update received."),
				Map.entry("A03-I02", "Not asked yet: a coordinator is being sought."),
				Map.entry("A03-I03", "Not asked yet."), Map.entry("A04-I01", "update"));
	}

	@Test
	void theLatestAcceptedRevisionIsTakenWithWhereItComesFrom() {
		this.fixture.everyStanding();

		ReportModel report = this.reports.compile(ReportFixture.CYCLE);

		Update update = update(report, "A01-I01");
		assertThat(update.revision()).isEqualTo(2);
		assertThat(update.acceptedAt()).isEqualTo("2023-07-15T22:30:00Z");
		assertThat(update.acceptedBy()).isEqualTo("Standing Working Group");
		assertThat(update(report, "A04-I01").progress()).isEqualTo("Only progress was written.");
		assertThat(JsonReport.canonical(report)).doesNotContain(ReportFixture.SECRET);
	}

	@Test
	void aRevisionNamesTheBodyThatAcceptedItAndNoPerson() {
		this.fixture.contact("officer1", "Olga Officer", "secretariat").contact("reader1", "Rudi Reader", "reviewer");
		this.fixture.accepted("A01-I01", "officer1").accepted("A01-I02", "reader1").accepted("A01-I03", "unknown1");

		ReportModel report = this.reports.compile(ReportFixture.CYCLE);

		assertThat(report.initiatives().map((it) -> it.update().acceptedBy()))
			.containsExactly("ASEM Education Secretariat", "Standing Working Group", "Standing Working Group");
		assertThat(JsonReport.canonical(report)).doesNotContain("Olga", "Rudi", "officer1", "reader1", "unknown1");
	}

	@Test
	void everyMilestoneOfTheRowStandsThereOnceItIsAskedAbout() {
		this.fixture.everyStanding();

		ReportModel report = this.fixture.reports().compile(ReportFixture.CYCLE);

		assertThat(update(report, "A01-I01").milestones())
			.containsExactly(new Update.Milestone(1, "Milestone of A01-I01", null, null), new Update.Milestone(2,
					"Other milestone of A01-I01", "under-way", "Under way with the second milestone"));
		assertThat(update(report, "A04-I01").milestones()).isEmpty();
		assertThat(update(report, "A01-I01").objectives())
			.containsExactly(new Update.ObjectiveServed(1, "Title of objective 1", "Serves the whole first objective"));
	}

	@Test
	void commitmentsKeepWhatWasSaidBesideWhatWasDone() {
		this.fixture.everyStanding();

		ReportModel report = this.reports.compile(ReportFixture.CYCLE);

		assertThat(update(report, "A01-I01").commitments()).containsExactly(
				new Update.Commitment(1, "Milestone of A01-I01", "done", "Did the first thing"),
				new Update.Commitment(2, "Promise 2 of A01-I01", "changed", "Changed the second thing"));
		assertThat(update(report, "A04-I01").commitments()).extracting(Update.Commitment::outcome)
			.containsExactly(null, null);
	}

	@Test
	void theGlanceCountsWhoWasAskedAndWhoAnswered() {
		this.fixture.everyStanding();

		ReportModel report = this.reports.compile(ReportFixture.CYCLE);

		assertThat(report.glance().initiatives()).isEqualTo(8);
		assertThat(report.glance().newInitiatives()).isEqualTo(2);
		assertThat(report.glance().asked()).isEqualTo(6);
		assertThat(report.glance().received()).isEqualTo(4);
		assertThat(report.glance().accepted()).isEqualTo(2);
		assertThat(report.glance().responsePercent()).isEqualTo(67);
		assertThat(report.glance().completion()).contains(new Count("partly-completed", 1));
		assertThat(report.glance().standings()).contains(new Count(Standing.NOT_ASKED.code(), 2));
	}

	@Test
	void withoutConfirmedContributionsInitiativesAreListedByAction() {
		this.fixture.everyStanding();

		ReportModel report = this.reports.compile(ReportFixture.CYCLE);

		assertThat(report.parts()).extracting(Part::kind).containsExactly(Part.Kind.BY_ACTION);
		assertThat(report.parts().get(0).actions()).extracting(Part.ActionSection::number).containsExactly(1, 2, 3, 4);
		assertThat(report.parts().get(0).actions()).allMatch((it) -> it.subgoals().isEmpty());
	}

	@Test
	void onlyConfirmedContributionsPutAnActionUnderAnObjective() {
		this.fixture.everyStanding().confirmed(1, "2.1").confirmed(1, "1.1").confirmed(2, "4.1");

		ReportModel report = this.reports.compile(ReportFixture.CYCLE);

		assertThat(report.parts()).extracting(Part::title)
			.containsExactly("Title of objective 1", "Title of objective 2", "Title of objective 3",
					"Title of objective 4", "Actions whose objective is not yet confirmed");
		assertThat(report.parts()).extracting((it) -> it.actions().stream().map(Part.ActionSection::number).toList())
			.containsExactly(List.of(1), List.of(), List.of(), List.of(2), List.of(3, 4));
		assertThat(report.parts().get(1).alsoServedBy()).containsExactly(1);
		assertThat(report.initiatives()).hasSize(8).doesNotHaveDuplicates();
	}

	@Test
	void compilingReadsEachTableOnceHoweverManyInitiativesThereAre() {
		this.fixture.everyStanding();
		this.database.statements().clear();
		this.reports.compile(ReportFixture.CYCLE);
		List<String> few = List.copyOf(this.database.statements());
		for (int i = 0; i < 60; i++) {
			this.fixture.initiative("B-" + i, 5, false);
			this.fixture.request("B-" + i, "settled", "accepted");
			this.fixture.accepted(this.fixture.revision("B-" + i, 1, "2023-08-01T10:00:00Z", ReportFixture.full()),
					"2023-08-04T10:00:00Z");
		}
		this.database.statements().clear();

		ReportModel report = this.reports.compile(ReportFixture.CYCLE);

		assertThat(report.initiatives()).hasSize(68);
		assertThat(this.database.statements()).isEqualTo(few);
		assertThat(few).filteredOn((it) -> it.startsWith("select") && !it.contains("from publication"))
			.filteredOn((it) -> !it.startsWith("select behind, number from chapter_commission")) // where,
																									// beside
																									// what
			.filteredOn((it) -> !it.startsWith("select exists (select from party_contribution")) // whether,
																									// beside
																									// what
			.filteredOn((it) -> !it.startsWith("select p.id, p.name, p.region, case when p.partner")) // their
																										// own
																										// parties
			.flatMap(ReportsTest::tables)
			.doesNotHaveDuplicates();
	}

	@Test
	void everyCompilationIsAVersionAndTheChecksumIsThatOfWhatIsStored() {
		this.fixture.everyStanding();

		ReportModel first = this.reports.compile(ReportFixture.CYCLE);
		ReportModel second = this.reports.compile(ReportFixture.CYCLE);

		assertThat(first.version()).isEqualTo(1);
		assertThat(second.version()).isEqualTo(2);
		assertThat(this.reports.latest(ReportFixture.CYCLE)).contains(second);
		assertThat(this.database.jdbc()
			.sql("select checksum from compiled_report where version = 2")
			.query(String.class)
			.single()).isEqualTo(JsonReport.checksum(this.reports.latest(ReportFixture.CYCLE).orElseThrow()));
	}

	@Test
	void aReportIsPublishedOnceAsItWasSealedLast() {
		this.fixture.everyStanding();
		SealedVersion forOfficials = this.fixture.seal(State.FOR_OFFICIALS);
		SealedVersion forMinisters = this.fixture.seal(State.FOR_MINISTERS);
		this.reports.compile(ReportFixture.CYCLE);
		assertThat(this.reports.published(ReportFixture.CYCLE)).isEmpty();

		SealedVersion published = this.reports.publish(ReportFixture.CYCLE);
		SealedVersion again = this.reports.publish(ReportFixture.CYCLE);

		assertThat(forOfficials.version()).isEqualTo(1);
		assertThat(published).isEqualTo(again).isEqualTo(forMinisters);
		assertThat(this.reports.published(ReportFixture.CYCLE)).get()
			.extracting(ReportModel::version, ReportModel::state)
			.containsExactly(2, State.FOR_MINISTERS);
		assertThat(this.fixture.publications().all()).contains(new Publications.PublishedReport(ReportFixture.CYCLE,
				"From Bangkok to Malta", LocalDate.of(2024, 1, 14), true));
	}

	@Test
	void nothingIsPublishedThatWasNotSealed() {
		this.fixture.everyStanding();
		this.reports.compile(ReportFixture.CYCLE);

		assertThatThrownBy(() -> this.reports.publish(ReportFixture.CYCLE))
			.hasMessageContaining("there is nothing to publish");

		assertThat(this.reports.published(ReportFixture.CYCLE)).isEmpty();
	}

	@Test
	void aCycleThatDoesNotExistIsNamed() {
		CycleName nowhere = new CycleName("NOWHERE");

		assertThatThrownBy(() -> this.reports.compile(nowhere)).hasMessageContaining("no cycle NOWHERE");
	}

	private static Update update(ReportModel report, String initiative) {
		return report.initiatives().filter((it) -> it.id().equals(initiative)).findFirst().orElseThrow().update();
	}

	private static List<String> tables(String statement) {
		Matcher names = Pattern.compile("\\b(?:from|join) ([a-z_]+)").matcher(statement);
		return names.results().map((it) -> it.group(1)).toList();
	}

}
