package org.asemeducation.stocktake.cockpit;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.cycle.Cycle;
import org.asemeducation.stocktake.engine.LongAnswer;
import org.asemeducation.stocktake.engine.OwnPlan;
import org.asemeducation.stocktake.report.RolledBackDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * What the table of initiatives shows, out of a cycle with one in each state.
 */
class InitiativeLinesTest {

	private static final String[] ALL = { "A01-I01", "A01-I02", "A02-I01", "A02-I02", "A03-I01", "A03-I02", "A04-I01",
			"A04-I02", "A05-I01" };

	private final RolledBackDatabase database = new RolledBackDatabase();

	private final JdbcClient jdbc = this.database.jdbc();

	private final Standings standings = new Standings(this.jdbc, Clock.fixed(WrittenCycle.NOW, ZoneOffset.UTC));

	private final InitiativeLines lines = new InitiativeLines(this.standings, new OwnPlan(this.jdbc),
			new LongAnswer(this.jdbc));

	private WrittenCycle written;

	@BeforeEach
	void write() {
		this.written = new WrittenCycle(this.jdbc, "BOARD");
	}

	@AfterEach
	void undo() {
		this.database.close();
	}

	@Test
	void everyInitiativeIsListedWithItsState() {
		assertThat(all()).extracting(InitiativeLine::initiative, InitiativeLine::state)
			.containsExactly(tuple("A01-I01", "not-asked"), tuple("A01-I02", "unstaffed"),
					tuple("A02-I01", "requested"), tuple("A02-I02", "draft"), tuple("A03-I01", "returned"),
					tuple("A03-I02", "in-review"), tuple("A04-I01", "accepted"), tuple("A04-I02", "no-update-received"),
					tuple("A05-I01", "draft-not-submitted"));
	}

	@Test
	void whatIsDueFollowsTheState() {
		Map<String, InitiativeLine> line = byId();

		assertThat(line.get("A02-I01").due()).as("the deadline").isEqualTo(LocalDate.parse("2026-03-09"));
		assertThat(line.get("A03-I02").due()).as("the reviews").isEqualTo(LocalDate.parse("2026-04-10"));
		assertThat(line.get("A03-I01").due()).as("ten days, or the freeze").isEqualTo(LocalDate.parse("2026-03-13"));
		assertThat(line.get("A04-I01").due()).as("settled").isNull();
	}

	@Test
	void aReturnedUpdateIsNeverDueAfterTheFreeze() {
		this.jdbc.sql("update verdict set given_at = '2026-03-09T10:00Z' where given_at = '2026-03-02T23:30Z'")
			.update();

		assertThat(byId().get("A03-I01").due()).isEqualTo(LocalDate.parse("2026-03-15"));
	}

	@Test
	void overdueIsWhatSomebodyWasAskedForAndIsPast() {
		assertThat(ids(new Wanted("", null, true, SortBy.INITIATIVE, false, 1, 100))).containsExactly("A01-I02",
				"A02-I01", "A02-I02");
		assertThat(byId().get("A01-I01").overdue()).as("never asked").isFalse();
	}

	@Test
	void aDayEndsInTheZoneOfTheCycle() {
		InitiativeLines stillYesterday = new InitiativeLines(
				new Standings(this.jdbc, Clock.fixed(Instant.parse("2026-03-09T22:59:59Z"), ZoneOffset.UTC)),
				new OwnPlan(this.jdbc), new LongAnswer(this.jdbc));

		assertThat(stillYesterday.of(cycle(), new Wanted("", null, true, SortBy.INITIATIVE, false, 1, 100)).found())
			.isZero();
	}

	@Test
	void theLastStepIsToldWithItsVersionAndTime() {
		assertThat(all()).extracting(InitiativeLine::step, InitiativeLine::version, InitiativeLine::at)
			.containsExactly(tuple(null, null, null), tuple(null, null, null),
					tuple("asked", null, Instant.parse("2026-02-01T08:00:00Z")),
					tuple("draft-saved", null, Instant.parse("2026-03-05T10:00:00Z")),
					tuple("returned", 1, Instant.parse("2026-03-02T23:30:00Z")),
					tuple("submitted", 2, Instant.parse("2026-03-08T10:00:00Z")),
					tuple("accepted", 1, Instant.parse("2026-03-03T10:00:00Z")),
					tuple("no-update-received", null, Instant.parse("2026-03-09T23:00:00Z")),
					tuple("draft-not-submitted", null, Instant.parse("2026-03-09T23:30:00Z")));
	}

	@Test
	void whoRevisesAReturnedUpdateSavesADraft() {
		this.jdbc.sql("update draft set version = 2, saved_at = '2026-03-06T10:00Z' where initiative = 'A03-I01'")
			.update();

		assertThat(byId().get("A03-I01").step()).isEqualTo("draft-saved");
		assertThat(byId().get("A03-I01").state()).isEqualTo("returned");
	}

	@Test
	void aReminderIsAStepUnlessItWasSkipped() {
		claim("request", 0, "2026-02-01T09:00:00Z", false);
		claim("reminder", -7, "2026-03-02T08:00:00Z", false);
		claim("reminder", -1, "2026-03-08T08:00:00Z", true);

		assertThat(byId().get("A02-I01").step()).isEqualTo("reminded");
		assertThat(byId().get("A02-I01").at()).isEqualTo("2026-03-02T08:00:00Z");
	}

	@Test
	void askedIsWhenTheFirstOfItsContactsWasToldOnceThatIsKnown() {
		claim("request", 0, "2026-02-03T09:00:00Z", false);

		assertThat(byId().get("A02-I01").at()).isEqualTo("2026-02-03T09:00:00Z");
	}

	@Test
	void thePartyIsWhoCoordinatesToday() {
		coordinate("A02-I01", "Lifelong Learning Hub", "LLLHUB", 1);
		coordinate("A02-I01", "Ministry of Learning", null, 2);

		assertThat(byId().get("A02-I01").party()).isEqualTo("LLLHUB, Ministry of Learning");
		assertThat(byId().get("A02-I02").party()).as("not in the register").isEqualTo("Belgium (Flemish Community)");
		assertThat(byId().get("A01-I02").party()).as("nobody").isNull();
	}

	@Test
	void aPublishedCycleKeepsThePartiesThatItPrinted() {
		coordinate("A02-I01", "Lifelong Learning Hub", "LLLHUB", 1);
		coordinate("A01-I02", "Ministry of Learning", null, 1);

		Map<String, InitiativeLine> line = byId(this.written.cycle(Cycle.State.PUBLISHED));

		assertThat(line.get("A02-I01").party()).isEqualTo("ASEF");
		assertThat(line.get("A01-I02").party()).as("found on the way").isEqualTo("Ministry of Learning");
	}

	@ParameterizedTest
	@CsvSource({ "INITIATIVE, false, A01-I01", "INITIATIVE, true, A05-I01", "PARTY, false, A02-I01",
			"PARTY, true, A01-I01", "STATE, false, A01-I01", "STATE, true, A05-I01", "DUE, false, A01-I01",
			"DUE, true, A03-I02", "STEP, false, A02-I01", "STEP, true, A05-I01" })
	void theTableIsSortedByAnyColumnBothWays(SortBy column, boolean descending, String first) {
		List<String> sorted = ids(new Wanted("", null, false, column, descending, 1, 100));

		assertThat(sorted).containsExactlyInAnyOrder(ALL).startsWith(first);
	}

	@Test
	void whatHasNoValueComesLastEitherWay() {
		for (boolean descending : new boolean[] { false, true }) {
			assertThat(ids(new Wanted("", null, false, SortBy.DUE, descending, 1, 100))).endsWith("A04-I01", "A04-I02",
					"A05-I01");
			assertThat(ids(new Wanted("", null, false, SortBy.STEP, descending, 1, 100))).endsWith("A01-I01",
					"A01-I02");
		}
	}

	@ParameterizedTest
	@CsvSource({ "a02-i01, A02-I01", "SUMMER, A01-I01", "flemish, A02-I02", "of A05, A05-I01", "100%, A02-I02",
			"'rectors'' m', A05-I01" })
	void searchLooksIntoIdTitlePartyAndAction(String search, String found) {
		assertThat(ids(new Wanted(search, null, false, SortBy.INITIATIVE, false, 1, 100))).containsExactly(found);
	}

	@Test
	void aPartyIsFoundByEitherOfItsNames() {
		coordinate("A03-I02", "Lifelong Learning Hub", "LLLHUB", 1);

		for (String name : new String[] { "lllhub", "learning hub", "etf" }) {
			assertThat(ids(new Wanted(name, null, false, SortBy.INITIATIVE, false, 1, 100))).as(name)
				.containsExactly("A03-I02");
		}
	}

	@ParameterizedTest
	@CsvSource({ "%", "_", "' or true --", "\\" })
	void searchTakesEveryCharacterAsItIs(String search) {
		List<String> found = ids(new Wanted(search, null, false, SortBy.INITIATIVE, false, 1, 100));

		assertThat(found).isEqualTo("%".equals(search) ? List.of("A02-I02") : List.of());
	}

	@Test
	void stateAndSearchNarrowTogether() {
		assertThat(ids(new Wanted("f", Standing.RETURNED, false, SortBy.INITIATIVE, false, 1, 100)))
			.containsExactly("A03-I01");
		assertThat(ids(new Wanted("survey", Standing.RETURNED, false, SortBy.INITIATIVE, false, 1, 100))).isEmpty();
	}

	@Test
	void objectiveRegionAndKindNarrowAsTheyAreCounted() {
		coordinate("A03-I02", "Estonia", "EST-X", 1);
		this.jdbc.sql("update party set region = 'Europe', kind = 'stakeholder' where acronym = 'EST-X'").update();
		this.jdbc.sql(
				"update cycle_initiative set objective = 2 where cycle = 'BOARD' and initiative in ('A03-I02', 'A04-I01')")
			.update();

		assertThat(among("2", "", "")).containsExactly("A03-I02", "A04-I01");
		assertThat(among("2", "Europe", "stakeholder")).containsExactly("A03-I02");
		assertThat(among("2", "", "none")).doesNotContain("A03-I02");
		assertThat(among("none", "", "")).hasSize(7).doesNotContain("A03-I02");
		assertThat(among("", "none", "")).doesNotContain("A03-I02");
		assertThat(among("", "Atlantis", "")).isEmpty();
	}

	private List<String> among(String objective, String region, String kind) {
		return ids(new Wanted("", null, false, new Among(objective, region, kind), SortBy.INITIATIVE, false, 1, 100));
	}

	@Test
	void pagesAreCutByTheDatabase() {
		InitiativePage page = this.lines.of(cycle(), new Wanted("", null, false, SortBy.INITIATIVE, false, 2, 4));

		assertThat(page.found()).isEqualTo(9);
		assertThat(page.lines()).extracting(InitiativeLine::initiative)
			.containsExactly("A03-I01", "A03-I02", "A04-I01", "A04-I02");
	}

	@Test
	void aPageThatIsNoMoreIsTheLastOne() {
		InitiativePage page = this.lines.of(cycle(), new Wanted("", null, false, SortBy.INITIATIVE, false, 70, 4));

		assertThat(page.page()).isEqualTo(3);
		assertThat(page.lines()).extracting(InitiativeLine::initiative).containsExactly("A05-I01");
	}

	@Test
	void filesHaveTheRowsOfThePagesInTheirOrder() {
		for (SortBy column : SortBy.values()) {
			for (Wanted wanted : List.of(new Wanted("", null, false, column, true, 1, 100),
					new Wanted("a0", null, false, column, false, 1, 100),
					new Wanted("", Standing.REQUESTED, false, column, false, 1, 100),
					new Wanted("", null, true, column, false, 1, 100),
					new Wanted("", null, false, new Among("none", "", ""), column, false, 1, 100))) {
				List<InitiativeLine> file = new ArrayList<>();
				this.lines.all(cycle(), wanted, file::add);
				assertThat(file).as("%s", wanted).isNotEmpty().isEqualTo(this.lines.of(cycle(), wanted).lines());
			}
		}
	}

	@Test
	void nothingThatIsLikeThatIsAnEmptyPage() {
		InitiativePage none = this.lines.of(cycle(), new Wanted("zebra", null, false, SortBy.PARTY, false, 1, 4));
		assertThat(none.found()).isZero();
		assertThat(none.page()).isOne();
		assertThat(this.lines.of(cycle(), new Wanted("zebra", null, false, SortBy.PARTY, false, 3, 4))).isEqualTo(none);
	}

	@Test
	void whatIsCountedAlongIsCountedOverAllPages() {
		for (SortBy column : SortBy.values()) {
			InitiativePage first = this.lines.of(cycle(), new Wanted("a0", null, false, column, false, 1, 4));
			InitiativePage past = this.lines.of(cycle(), new Wanted("a0", null, false, column, false, 70, 4));
			assertThat(List.of(first.found(), past.found())).as(column.word()).containsOnly(9L);
			assertThat(List.of(first.page(), past.page())).containsExactly(1, 3);
			assertThat(first.lines()).hasSize(4);
			assertThat(past.lines()).hasSize(1).doesNotContainAnyElementsOf(first.lines());
		}
	}

	@Test
	void everyStateIsCountedEvenWithNone() {
		assertThat(this.standings.count(cycle())).extracting(Count::state).containsExactlyElementsOf(Standing.words());
		assertThat(this.standings.count(cycle())).allSatisfy((count) -> assertThat(count.initiatives()).isOne());
		assertThat(this.standings.count(cycle())).filteredOn((count) -> count.overdue() > 0)
			.extracting(Count::state)
			.containsExactly("unstaffed", "requested", "draft");
		this.jdbc.sql("delete from cycle_initiative where initiative = 'A01-I01' and cycle = 'BOARD'").update();
		assertThat(this.standings.count(cycle())).contains(new Count("not-asked", 0, 0));
	}

	@Test
	void onePageIsTwoStatementsHoweverManyRowsPlannedForItsCycle() {
		int before = this.database.statements().size();

		all();

		List<String> statements = this.database.statements();
		assertThat(statements.subList(before, statements.size())).hasSize(4)
			.first()
			.asString()
			.endsWith("plan_cache_mode = force_custom_plan");
	}

	private Cycle cycle() {
		return this.written.cycle(Cycle.State.CLOSED);
	}

	private List<InitiativeLine> all() {
		return this.lines.of(cycle(), new Wanted("", null, false, SortBy.INITIATIVE, false, 1, 100)).lines();
	}

	private List<String> ids(Wanted wanted) {
		return this.lines.of(cycle(), wanted).lines().stream().map(InitiativeLine::initiative).toList();
	}

	private Map<String, InitiativeLine> byId() {
		return byId(cycle());
	}

	private Map<String, InitiativeLine> byId(Cycle cycle) {
		return this.lines.of(cycle, new Wanted("", null, false, SortBy.INITIATIVE, false, 1, 100))
			.lines()
			.stream()
			.collect(Collectors.toMap(InitiativeLine::initiative, Function.identity()));
	}

	private void coordinate(String initiative, String name, String acronym, int position) {
		this.jdbc.sql("""
				with added as (insert into party (name, acronym, kind, group_id)
				    values (:name, :acronym, 'stakeholder', :group) returning id)
				insert into coordination (initiative, party, role, position)
				select :initiative, id, 'coordinator', :position from added""")
			.param("name", name)
			.param("acronym", acronym)
			.param("group", "board" + position + initiative.toLowerCase().replace("-", ""))
			.param("initiative", initiative)
			.param("position", position)
			.update();
	}

	private void claim(String ladder, int rung, String at, boolean skipped) {
		this.jdbc.sql("""
				insert into contact (user_id, name, email, added_at) values ('board', 'Kim', 'board@example.org', now())
				on conflict do nothing""").update();
		this.jdbc.sql("""
				insert into claim (cycle, initiative, ladder, round, rung, deadline, contact, claimed_at, skipped)
				select 'BOARD', 'A02-I01', :ladder, 0, :rung, '2026-03-09', id, :at, :skipped from contact
				where user_id = 'board'""")
			.param("ladder", ladder)
			.param("rung", rung)
			.param("at", Timestamp.from(Instant.parse(at)))
			.param("skipped", skipped)
			.update();
	}

}
