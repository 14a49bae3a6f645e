package org.asemeducation.stocktake.report;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.report.document.Block.Section;
import org.asemeducation.stocktake.report.document.Composition;
import org.asemeducation.stocktake.report.document.Passage;
import org.asemeducation.stocktake.report.document.Passages;
import org.asemeducation.stocktake.report.model.Assessment;
import org.asemeducation.stocktake.report.model.Glance.Count;
import org.asemeducation.stocktake.report.model.JsonReport;
import org.asemeducation.stocktake.report.model.Participation;
import org.asemeducation.stocktake.report.model.ReportChapter;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.asemeducation.stocktake.report.model.ReportModel.State;
import org.asemeducation.stocktake.report.model.Since;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a report makes of its updates as a whole.
 */
class ReadingsTest {

	private final RolledBackDatabase database = new RolledBackDatabase();

	private final ReportFixture fixture = new ReportFixture(this.database.jdbc());

	private final Reports reports = this.fixture.reports();

	@BeforeEach
	void fill() {
		this.fixture.everyStanding().confirmed(1, "1.1").confirmed(2, "2.1");
	}

	@AfterEach
	void undo() {
		this.database.close();
	}

	@Test
	void theChaptersStandInTheirUsualOrder() {
		// when
		List<Section> chapters = Composition.of(compiled()).sections();
		// then
		assertThat(chapters).extracting(Section::id)
			.containsExactly("foreword", "at-a-glance", "figures-and-charts", "how-the-process-works", "action-plan",
					"objective-1", "objective-2", "objective-3", "objective-4", "unconfirmed", "new-activities",
					"analysis", "commitments", "outlook", "participation", "method-and-sources", "annex");
	}

	@Test
	void aCycleHasItsOwnOrderAndDoesWithoutSome() {
		// given
		new Outlines(this.database.jdbc()).choose(ReportFixture.CYCLE, List.of(
				new Outlines.Entry(ReportChapter.COMMITMENTS, true), new Outlines.Entry(ReportChapter.ANALYSIS, false),
				new Outlines.Entry(ReportChapter.FIGURES, false), new Outlines.Entry(ReportChapter.AT_A_GLANCE, true)));
		// when
		List<Section> chapters = Composition.of(compiled()).sections();
		// then
		assertThat(chapters).extracting(Section::id).containsExactly("commitments", "at-a-glance");
	}

	@Test
	void chaptersThatWereChosenBeforeTheFiguresHadTheirOwnKeepThemBehindTheFirstPage() {
		// given
		Outlines outlines = new Outlines(this.database.jdbc());
		outlines.choose(ReportFixture.CYCLE,
				Stream.of(ReportChapter.values())
					.filter((it) -> it != ReportChapter.FIGURES)
					.map((it) -> new Outlines.Entry(it, it != ReportChapter.ANNEX))
					.toList());
		// then
		assertThat(outlines.of(ReportFixture.CYCLE)).hasSize(ReportChapter.values().length)
			.contains(new Outlines.Entry(ReportChapter.FIGURES, true), new Outlines.Entry(ReportChapter.ANNEX, false));
		assertThat(compiled().order()).startsWith("foreword", "at-a-glance", "figures-and-charts",
				"how-the-process-works");
	}

	@Test
	void theFirstPageHasTotalsAndTheListsAndChartsAreAChapterOfTheirOwn() {
		// when
		ReportModel report = compiled();
		// then
		assertThat(text(report, "at-a-glance")).contains("Objective 1 | ").doesNotContain("A01-I01");
		assertThat(text(report, "figures-and-charts")).contains("A01-I01 | ");
		assertThat(section(report, "figures-and-charts").blocks())
			.anyMatch((it) -> it instanceof Section inner && inner.id().equals("charts"));
	}

	@Test
	void aReportWhoseFirstPageHadEverythingStillHas() {
		// given
		ReportModel report = JsonReport.read(JsonReport.canonical(compiled())
			.replace("\"figuresApart\":true,", "")
			.replace("\"at-a-glance\",\"figures-and-charts\",", "\"at-a-glance\","));
		// then
		assertThat(Composition.of(report).sections()).extracting(Section::id).doesNotContain("figures-and-charts");
		assertThat(text(report, "at-a-glance")).contains("A01-I01 | ", "Completion | Partly completed | 1");
		assertThat(section(report, "at-a-glance").blocks()).filteredOn((it) -> it instanceof Section)
			.extracting((it) -> ((Section) it).id())
			.containsExactly("since-the-last-report", "charts");
	}

	@Test
	void aReportFromBeforeIsTheReportItWas() {
		// given
		String now = JsonReport.canonical(compiled());
		String before = now.replaceAll("\"(outline|paragraphs)\":\\[[^]]*],", "")
			.replaceAll("\"commitments\":\\[(\\{\"code\":[^]]*)],", "")
			.replace("\"figuresApart\":true,", "")
			.replaceAll("\"participation\":\\{.*?}]},", "");
		// when
		ReportModel report = JsonReport.read(before);
		// then
		assertThat(report.outline()).isNull();
		assertThat(Composition.of(report).sections()).extracting(Section::id)
			.containsExactly("foreword", "at-a-glance", "how-the-process-works", "objective-1", "objective-2",
					"objective-3", "objective-4", "unconfirmed", "outlook");
		assertThat(text(report, "at-a-glance")).doesNotContain("Status by objective").contains("A01-I01 | ");
		assertThat(JsonReport.canonical(report)).doesNotContain("outline", "participation\":", "since\":");
	}

	@Test
	void commitmentsAreCountedWithThoseOfWhichNothingIsKnown() {
		// when
		ReportModel report = compiled();
		// then
		assertThat(report.glance().commitments()).containsExactly(new Count("done", 1), new Count("partly", 0),
				new Count("changed", 1), new Count("dropped", 0), new Count("not-answered", 2),
				new Count("no-update", 12));
		assertThat(text(report, "commitments")).contains("Kept | 1", "Changed | 1", "Not answered | 2",
				"No update accepted | 12", "All | 16", "A01-I01, revision 2 | Promise 2 of A01-I01 | Changed",
				"No update was accepted of A01-I02, A02-I01");
	}

	@Test
	void aReportIsComparedWithTheLastPublishedOneOverInitiativesInBoth() {
		// given
		this.fixture.seal(State.FOR_OFFICIALS);
		this.fixture.seal(State.FOR_MINISTERS);
		this.reports.publish(ReportFixture.CYCLE);
		ReportModel last = this.reports.published(ReportFixture.CYCLE).orElseThrow();
		ReportModel now = changed(last);
		// when
		Since since = LastReports.compare(last, now);
		// then
		assertThat(since.version()).isEqualTo(last.version());
		assertThat(since.compared()).isEqualTo(7);
		assertThat(since.added()).containsExactly(new Since.Listed("A09-I09", "Initiative A01-I02"));
		assertThat(since.gone()).containsExactly(new Since.Listed("A01-I02", "Initiative A01-I02"));
		assertThat(since.changes()).containsExactly(
				new Since.Change("A01-I01", "completion", "partly-completed", "completed"),
				new Since.Change("A01-I01", "aims", "partly-achieved", null));
		assertThat(since.totals()).contains(new Since.Total("completion", "completed", 0, 1),
				new Since.Total("completion", "partly-completed", 1, 0), new Since.Total("standing", "accepted", 2, 2));
	}

	@Test
	void aLaterCycleSaysWhatChangedSinceAndTheFirstSaysThatThereIsNothingToCompare() {
		// given
		assertThat(text(compiled(), "since-the-last-report")).contains("No earlier report is published here");
		this.fixture.seal(State.FOR_OFFICIALS);
		this.fixture.seal(State.FOR_MINISTERS);
		this.reports.publish(ReportFixture.CYCLE);
		this.database.jdbc()
			.sql("""
					insert into cycle (name, title, zone, state, opened_at, opened_by)
					values ('ASEMME10', 'From Malta on', 'Europe/Rome', 'gathering', now() + interval '1 day', 'aes')""")
			.update();
		this.database.jdbc().sql("""
				insert into cycle_initiative (cycle, initiative, position, action, action_title, title, is_new, wording,
					coordinators)
				select 'ASEMME10', initiative, position, action, action_title, title || ' renamed', false, wording,
					coordinators
				from cycle_initiative where initiative in ('A01-I01', 'A04-I01')""").update();
		// when
		ReportModel later = this.reports.compile(new CycleName("ASEMME10"));
		// then
		assertThat(later.since()).isNotNull().extracting(Since::cycle, Since::compared).containsExactly("ASEMME9", 2);
		assertThat(text(later, "since-the-last-report"))
			.contains("Compared with version 3 of the report of ASEMME9",
					"2 of them have another title, coordinator or status; 0 are new, ",
					"Completion: Completed 0, now 0; Partly completed 1, now 0; Not started 0, now 0")
			.doesNotContain("A01-I01 |");
		assertThat(text(later, "changes-since-the-last-report")).contains("Compared with version 3",
				"A01-I01 | Title | Initiative A01-I01 | Initiative A01-I01 renamed",
				"A01-I01 | Completion | Partly completed | Not said");
	}

	@Test
	void whoTakesPartIsCountedByPartnerStakeholderAndRegion() {
		// given
		ReportModel before = compiled();
		party("Landia", "LAN", "Asia", true, false);
		party("Seeland", null, "Europe", true, false);
		party("Stake Holders Union", "SHU", "Europe", false, true);
		coordinates("A01-I01", "Landia", "coordinator");
		coordinates("A03-I01", "Landia", "coordinator");
		coordinates("A01-I01", "Stake Holders Union", "support");
		coordinates("B99-I01", "Seeland", "coordinator");
		// when
		ReportModel report = compiled();
		// then
		assertThat(report.participation().partners()).isEqualTo(before.participation().partners() + 2);
		assertThat(report.participation().parties())
			.contains(new Participation.Party("Landia", "partner", "Asia", 2, 1, 0, 0),
					new Participation.Party("Stake Holders Union", "stakeholder", "Europe", 0, 0, 1, 0))
			.noneMatch((it) -> it.name().equals("Seeland"));
		Participation.Region asia = region(report, "Asia");
		Participation.Region asiaBefore = region(before, "Asia");
		assertThat(asia.partners()).isEqualTo(asiaBefore.partners() + 1);
		assertThat(asia.takingPart()).isEqualTo(asiaBefore.takingPart() + 1);
		assertThat(text(report, "participation")).contains("Landia | Asia | 2 | 1 | 0 | 0", "Asia | ");
		assertThat(text(report, "charts"))
			.contains("Asia | %d | %d".formatted(asia.answered(), asia.initiatives() - asia.answered()));
	}

	@Test
	void whatAnUpdateNamesTakesPartWhole() {
		// given
		party("Peking University", null, "Asia", false, true);
		party("Peking", null, "Asia", false, true);
		party("King", null, "Asia", false, true);
		// when
		ReportModel report = compiled();
		// then
		assertThat(report.participation().parties()).filteredOn((it) -> it.named() > 0)
			.extracting(Participation.Party::name)
			.contains("Peking University", "Peking")
			.doesNotContain("King");
	}

	@Test
	void claimsAndTheAssessmentOfASubgoalStandSideBySide() {
		// given
		Assessments assessments = this.fixture.assessments();
		assessments.save(ReportFixture.CYCLE, "1.1", 0, "partly", "Balance is not in sight.", "aes");
		assessments.save(ReportFixture.CYCLE, "2.1", 0, "little", "", "aes");
		assessments.save(ReportFixture.CYCLE, "3.1", 0, null, "Only a beginning.", "aes");
		assessments.save(ReportFixture.CYCLE, "4.1", 0, "nothing-reported", "", "aes");
		// when
		ReportModel report = compiled();
		// then
		assertThat(report.assessments()).containsExactly(new Assessment("1.1", "partly", "Balance is not in sight."),
				new Assessment("4.1", "nothing-reported", ""));
		assertThat(text(report, "subgoal-1-1-claims"))
			.contains("A01-I01, revision 2 | Contributes to balanced mobility");
		assertThat(text(report, "subgoal-1-1-assessment")).contains("Contribution: Partly", "Balance is not in sight.");
		assertThat(text(report, "subgoal-2-1-assessment")).contains("has not assessed this subgoal yet");
		assertThat(text(report, "subgoal-3-1-assessment")).doesNotContain("Only a beginning.");
		assertThat(text(report, "subgoal-4-1-claims")).contains("No accepted update states a contribution");
		assertThat(text(report, "analysis-objective-1-claims")).contains("Serves the whole first objective");
	}

	@Test
	void aProgrammeIsToldOnceAndEachRowKeepsItsOwn() {
		// given
		Map<String, Object> common = new HashMap<>(
				Map.of("progress", "The programme went on.", "highlights", "A fair.", "challenges", "Money."));
		accept("A01-I01", 3, common, "Did it under action 1", "Plan of row 1");
		common.put("challenges", "Only here.");
		accept("A04-I01", 3, common, "Did it under action 4", "Plan of row 4");
		this.fixture.programme("A01-I01", "duo").programme("A04-I01", "duo");
		// when
		ReportModel report = compiled();
		// then
		assertThat(text(report, "A01-I01-progress")).isEqualTo("The programme went on.");
		assertThat(text(report, "A04-I01-progress")).isEmpty();
		assertThat(text(report, "A04-I01-highlights")).isEmpty();
		assertThat(text(report, "A04-I01-challenges")).isEqualTo("Only here.");
		assertThat(text(report, "A04-I01-told-elsewhere"))
			.isEqualTo("A01-I01 Initiative A01-I01, revision 3: progress and achievements, highlights");
		assertThat(text(report, "A01-I01-told-elsewhere")).isEmpty();
		assertThat(text(report, "A01-I01-commitments")).contains("Did it under action 1");
		assertThat(text(report, "A04-I01-commitments")).contains("Did it under action 4");
		assertThat(text(report, "A04-I01-plans")).contains("Plan of row 4");
		assertThat(JsonReport.canonical(report).split("The programme went on", -1)).hasSize(3);
	}

	private void accept(String id, int number, Map<String, Object> common, String did, String plan) {
		Map<String, Object> content = new HashMap<>(common);
		content.put("commitments", List.of(Map.of("position", 1, "outcome", "done", "sentence", did)));
		content.put("plans", List.of(Map.of("activity", plan)));
		this.fixture.accepted(this.fixture.revision(id, number, "2023-09-01T10:00:00Z", content),
				"2023-09-02T10:00:00Z");
	}

	private ReportModel compiled() {
		return this.reports.compile(ReportFixture.CYCLE);
	}

	/** The same, but that A01-I01 is further and A01-I02 is another. */
	private static ReportModel changed(ReportModel last) {
		return JsonReport.read(JsonReport.canonical(last)
			.replace("\"completion\":\"partly-completed\"", "\"completion\":\"completed\"")
			.replace("\"aims\":\"partly-achieved\",", "")
			.replace("\"id\":\"A01-I02\"", "\"id\":\"A09-I09\""));
	}

	private static Participation.Region region(ReportModel report, String name) {
		return report.participation()
			.regions()
			.stream()
			.filter((it) -> it.region().equals(name))
			.findFirst()
			.orElseThrow();
	}

	private void party(String name, String acronym, String region, boolean partner, boolean stakeholder) {
		Map<String, Object> values = new HashMap<>(Map.of("name", name, "region", region, "partner", partner,
				"stakeholder", stakeholder, "group", name.toLowerCase(Locale.ROOT).replace(" ", "")));
		values.put("acronym", acronym);
		this.database.jdbc().sql("""
				insert into party (name, acronym, kind, region, partner, stakeholder, group_id)
				values (:name, :acronym, 'other', :region, :partner, :stakeholder, :group)""").params(values).update();
	}

	private void coordinates(String initiative, String party, String role) {
		this.database.jdbc().sql("""
				insert into coordination (initiative, party, role, position)
				select ?, id, ?, 9 from party where name = ?""").params(initiative, role, party).update();
	}

	private static Section section(ReportModel report, String id) {
		return Composition.of(report).sections().stream().filter((it) -> it.id().equals(id)).findFirst().orElseThrow();
	}

	private static String text(ReportModel report, String place) {
		return Passages.of(Composition.of(report))
			.all()
			.stream()
			.filter((it) -> it.place().equals(place))
			.map(Passage::text)
			.collect(Collectors.joining("\n"));
	}

}
