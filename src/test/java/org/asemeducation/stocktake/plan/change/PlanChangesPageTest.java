package org.asemeducation.stocktake.plan.change;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.StocktakeTest;
import org.asemeducation.stocktake.cycle.CycleInitiatives;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.CycleOpening;
import org.asemeducation.stocktake.cycle.MeetingFormat;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.asemeducation.stocktake.cycle.NewCycle;
import org.asemeducation.stocktake.cycle.NewMeeting;
import org.asemeducation.stocktake.plan.Initiative;
import org.asemeducation.stocktake.plan.InitiativeId;
import org.asemeducation.stocktake.plan.PlanChange;
import org.asemeducation.stocktake.plan.PlanChanges;
import org.asemeducation.stocktake.plan.PlanHistory;
import org.asemeducation.stocktake.plan.PlanParty;
import org.asemeducation.stocktake.plan.PlanRow;
import org.asemeducation.stocktake.plan.Plans;
import org.asemeducation.stocktake.plan.Standing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.util.HtmlUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/**
 * The page where the plan is changed, and what a change does. Every test is undone.
 */
@StocktakeTest
@Transactional
class PlanChangesPageTest {

	private static final InitiativeId ASEF = new InitiativeId("A01-I02");

	@Autowired
	private WebApplicationContext context;

	@Autowired
	private PlanChanges changes;

	@Autowired
	private PlanHistory history;

	@Autowired
	private ChangePlan plan;

	@Autowired
	private Plans plans;

	@Autowired
	private CycleOpening opening;

	@Autowired
	private CycleInitiatives copies;

	@Autowired
	private JdbcClient jdbc;

	private MockMvc pages;

	private LocalDate today;

	@BeforeEach
	void open() {
		this.pages = MockMvcBuilders.webAppContextSetup(this.context).apply(springSecurity()).build();
		this.today = this.changes.today();
	}

	@Test
	void oneInitiativeIsLookedUpAsThePlanHasItToday() throws Exception {
		assertThat(page(get("/api/plan/changes/initiatives/A01-I02").with(user("aes")), 200))
			.contains("\"id\":\"A01-I02\"", "\"title\":\"%s\"".formatted(title()), "\"standing\":\"in force\"");
		assertThat(page(get("/api/plan/changes/initiatives/Z99-I99").with(user("aes")), 404))
			.contains("The plan has no initiative Z99-I99.");
	}

	@Test
	void aChangeIsLookedAtAndThenDone() throws Exception {
		// given
		long before = this.changes.latest();
		// when
		String looked = page(form("rename", ASEF.value(), this.today).param("title", "ASEF’s programmes"), 200);
		// then
		assertThat(looked).contains("is renamed to “ASEF’s programmes”.", "that is, at once.",
				"A cycle that is opened from then on asks for A01-I02 as it then reads");
		assertThat(this.changes.latest()).isEqualTo(before);
		assertThat(title()).isNotEqualTo("ASEF’s programmes");
		// when
		this.pages
			.perform(form("rename", ASEF.value(), this.today).param("title", "ASEF’s programmes")
				.param("seen", String.valueOf(before)))
			.andExpect(redirectedUrl("/desk/plan/changes"));
		// then
		assertThat(title()).isEqualTo("ASEF’s programmes");
		PlanChange change = this.changes.newest(ASEF.value(), 1).get(0);
		assertThat(change.act()).isEqualTo("rename");
		assertThat(change.inForce()).isTrue();
		assertThat(change.decidedBy()).isEqualTo("SOM1 (ASEMME9)");
		assertThat(change.enteredBy()).isEqualTo("aes");
		assertThat(this.jdbc.sql("select after from audit where act = 'change plan' and subject = 'plan/A01-I02'")
			.query(String.class)
			.list()).singleElement().asString().contains("ASEF’s programmes", "SOM1 (ASEMME9)", "It was decided");
		assertThat(page(get("/desk/plan/changes").param("initiative", ASEF.value()).with(user("aes")), 200))
			.contains("What became of A01-I02", "is renamed to “ASEF’s programmes”.", "SOM1 (ASEMME9)");
	}

	@Test
	void whatWasChangedMeanwhileIsLookedAtAgain() throws Exception {
		long seen = this.changes.latest();
		make("suspend", "A03-I01", this.today);
		assertThat(page(form("end", ASEF.value(), this.today).param("seen", String.valueOf(seen)), 409))
			.contains("The plan was changed meanwhile, so nothing is done");
		assertThat(this.history.last(ASEF).orElseThrow().standing()).isEqualTo(Standing.IN_FORCE);
	}

	@Test
	void aPartOfThePlanIsAsTheWholeHasIt() throws Exception {
		// given
		make("end", "A03-I01", this.today);
		make("suspend", "A03-I02", this.today);
		make("move", ASEF.value(), this.today, "action", "3");
		make("rename", "A04-I01", this.today.plusDays(9), "title", "Another title");
		for (LocalDate day : List.of(this.history.firstDay().orElseThrow(), this.today, this.today.plusDays(10))) {
			// when
			List<PlanRow> all = this.history.asOf(day);
			List<PlanRow> living = all.stream().filter((row) -> !row.isEnded()).toList();
			// then
			assertThat(this.history.counts(day)).isEqualTo(
					living.stream().collect(Collectors.groupingBy(PlanRow::action, Collectors.summingInt((row) -> 1))));
			assertThat(this.history.ofAction(day, 3, 500))
				.isEqualTo(living.stream().filter((row) -> row.action() == 3).toList());
			assertThat(this.history.ofAction(day, 3, 2))
				.isEqualTo(living.stream().filter((row) -> row.action() == 3).limit(2).toList());
			assertThat(this.history.offered(day, all.size())).isEqualTo(all).isNotEmpty();
			assertThat(this.history.offered(day, all.size() - 1)).isEmpty();
		}
	}

	@Test
	void openCyclesKeepTheirCopy() throws Exception {
		// given
		String title = title();
		CycleName old = cycle("ASEMME21");
		String looked = page(form("rename", ASEF.value(), this.today).param("title", "Another title"), 200);
		assertThat(looked).contains("ASEMME21 keeps its copy of A01-I02 as it was when the cycle was opened");
		// when
		make("rename", ASEF.value(), this.today, "title", "Another title");
		make("move", ASEF.value(), this.today, "action", "3");
		make("coordinators", ASEF.value(), this.today, "parties", "ETF");
		make("end", "A03-I01", this.today);
		CycleName next = cycle("ASEMME22");
		// then
		assertThat(this.copies.find(old, ASEF).orElseThrow().title()).isEqualTo(title);
		assertThat(this.copies.find(old, ASEF).orElseThrow().action()).isEqualTo(1);
		assertThat(this.copies.find(old, ASEF).orElseThrow().coordinators()).contains("Asia-Europe Foundation");
		assertThat(this.copies.find(old, new InitiativeId("A03-I01"))).isPresent();
		assertThat(this.copies.find(next, ASEF).orElseThrow().title()).isEqualTo("Another title");
		assertThat(this.copies.find(next, ASEF).orElseThrow().action()).isEqualTo(3);
		assertThat(this.copies.find(next, ASEF).orElseThrow().coordinators()).contains("European Training Foundation");
		assertThat(this.copies.find(next, new InitiativeId("A03-I01"))).isEmpty();
	}

	@Test
	void whatLiesAheadComesIntoForceOnItsDay() throws Exception {
		// given
		String before = title();
		LocalDate day = this.today.plusDays(30);
		make("rename", ASEF.value(), day, "title", "In a month");
		make("suspend", "A03-I01", day);
		// then
		assertThat(title()).isEqualTo(before);
		assertThat(titleOn(day.minusDays(1))).isEqualTo(before);
		assertThat(titleOn(day)).isEqualTo("In a month");
		assertThat(page(get("/desk/plan/changes").with(user("aes")), 200)).contains("still to come");
		// when its day has not come
		this.plan.putInForce();
		assertThat(title()).isEqualTo(before);
		// when it has
		comes(day);
		this.plan.putInForce();
		// then
		assertThat(title()).isEqualTo("In a month");
		assertThat(this.plans.current().initiative(new InitiativeId("A03-I01"))).isEmpty();
		assertThat(this.changes.due()).isEmpty();
	}

	@Test
	void whatGoesAlongWithAMergerIsSaidBefore() throws Exception {
		// given
		this.jdbc.sql("insert into work_plan (cycle, title, adopted_on) values ('ASEMME20', 'Work plan', '2099-01-01')")
			.update();
		this.jdbc.sql("""
				insert into adopted_line (cycle, initiative, position, activity)
				values ('ASEMME20', 'A01-I02', 1, 'Go on'), ('ASEMME20', 'A01-I02', 2, 'Go further')""").update();
		this.jdbc.sql("""
				insert into note (initiative, day, text, written_at, written_by)
				values ('A01-I02', '2026-01-01', 'A summer', now(), 'asef')""").update();
		int notes = this.jdbc.sql("select count(*) from note where initiative = 'A01-I02' and taken_back_at is null")
			.query(Integer.class)
			.single();
		// when
		String looked = page(form("merge", ASEF.value(), this.today).param("other", "A03-I01"), 200);
		// then
		assertThat(looked).contains(
				"From the next cycle on, A03-I01 is also asked about what the last work plan says of A01-I02 (lines: 2)",
				"(notes: %d)".formatted(notes));
		assertThat(page(form("merge", "A03-I02", this.today).param("other", "A03-I01"), 200))
			.doesNotContain("is also asked about");
	}

	@Test
	void aNewCycleIsOpenedOnThePlanOfItsDay() throws Exception {
		LocalDate day = this.today.plusDays(30);
		make("rename", ASEF.value(), day, "title", "In a month");
		comes(day);
		assertThat(this.copies.find(cycle("ASEMME23"), ASEF).orElseThrow().title()).isEqualTo("In a month");
	}

	@Test
	void whatLiesAheadIsCalledOffTheLastFirst() throws Exception {
		// given
		LocalDate day = this.today.plusDays(30);
		make("rename", ASEF.value(), day, "title", "In a month");
		long first = this.changes.newest(ASEF.value(), 1).get(0).id();
		make("end", ASEF.value(), day.plusDays(1));
		long second = this.changes.newest(ASEF.value(), 1).get(0).id();
		// then
		assertThat(page(callOff(first), 409)).contains("call that off first");
		this.pages.perform(callOff(second)).andExpect(redirectedUrl("/desk/plan/changes"));
		this.pages.perform(callOff(first)).andExpect(redirectedUrl("/desk/plan/changes"));
		assertThat(page(callOff(first), 409)).contains("Only what is still to come can be called off.");
		assertThat(page(callOff(999_999), 404)).contains("There is no change 999999 of the plan.");
		assertThat(titleOn(day.plusDays(2))).isEqualTo(title());
		make("rename", ASEF.value(), this.today, "title", "At once");
		assertThat(titleOn(day)).isEqualTo("At once");
	}

	@Test
	void whoLeadsAndWhoHelpsIsTheRegistersWordAtOnce() throws Exception {
		make("coordinators", ASEF.value(), this.today, "parties", "ETF\nASEF\nMalta (support)");
		Initiative initiative = this.plans.current().initiative(ASEF).orElseThrow();
		assertThat(initiative.parties()).extracting(PlanParty::label).containsExactly("ETF", "ASEF", "Malta");
		assertThat(initiative.coordinators()).extracting(PlanParty::label).containsExactly("ETF", "ASEF");
	}

	@Test
	void aNewInitiativeStandsLastUnderItsAction() throws Exception {
		make("add", "A02-I90", this.today, "title", "A summer school", "action", "2", "parties", "ASEF", "milestones",
				"Hold it.\nAnd again.", "outcomes", "Friends.");
		List<Initiative> second = this.plans.current().actions().get(1).initiatives();
		assertThat(second.get(second.size() - 1).id().value()).isEqualTo("A02-I90");
		assertThat(second.get(second.size() - 1).milestones()).containsExactly("Hold it.", "And again.");
		assertThat(this.plans.current().actions().get(2).initiatives().get(0).id().value()).isEqualTo("A03-I01");
		assertThat(this.jdbc.sql("select count(distinct position) = count(*) from initiative where in_force")
			.query(Boolean.class)
			.single()).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			sing        | A01-I02 | title=x                       | Choose what to do to the plan.
			rename      |         | title=x                       | Say which initiative, as in A01-I02.
			rename      | A 1!    | title=x                       | The plan has never had an initiative A
			rename      | Ä       | title=x                       | is not an initiative
			rename      | A99-I01 | title=x                       | The plan has never had an initiative A99-I01
			rename      | A01-I02 | title=                        | The title of initiative A01-I02 is empty.
			move        | A01-I02 | action=x                      | Choose the action under which it stands.
			merge       | A01-I02 | other=                        | Say which initiative, as in A01-I02.
			coordinators| A01-I02 | parties=The Moon              | The register has no party “The Moon”
			end         | A01-I02 | from=tomorrow                 | “tomorrow” is not a day
			end         | A01-I02 | from=1999-01-01               | was last changed with effect from
			end         | A01-I02 | reason=                       | Say in at most 500 characters why.
			""")
	void badInputIsOneSentenceAndNothingChanges(String act, String initiative, String field, String sentence)
			throws Exception {
		long before = this.changes.latest();
		String[] value = field.split("=", 2);
		String name = value[0].strip();
		for (boolean doIt : new boolean[] { false, true }) {
			MockHttpServletRequestBuilder asked = post("/desk/plan/changes").with(user("aes")).with(csrf());
			asked.param("act", act.strip()).param("initiative", (initiative != null) ? initiative : "");
			asked.param(name, value[1].strip());
			if (!name.equals("from")) {
				asked.param("from", this.today.toString());
			}
			if (!name.equals("reason")) {
				asked.param("reason", "It was decided");
			}
			if (doIt) {
				asked.param("seen", String.valueOf(before));
			}
			assertThat(page(asked, 422)).contains("Nothing has changed.", sentence);
		}
		assertThat(this.changes.latest()).isEqualTo(before);
	}

	@Test
	void thePlanIsComparedBetweenTwoDays() throws Exception {
		// given
		LocalDate later = this.today.plusDays(40);
		make("rename", ASEF.value(), this.today.plusDays(20), "title", "ASEF’s Education Programmes of tomorrow");
		make("move", ASEF.value(), this.today.plusDays(21), "action", "3");
		make("end", "A03-I01", this.today.plusDays(20));
		make("suspend", "A03-I02", this.today.plusDays(20));
		make("add", "A02-I90", this.today.plusDays(20), "title", "A summer school", "action", "2");
		make("coordinators", "A01-I01", this.today.plusDays(20), "parties", "ETF\nASEM-DUO");
		// when
		String page = page(get("/desk/plan/history").param("on", later.toString())
			.param("with", this.today.toString())
			.with(user("aes")), 200);
		// then
		assertThat(page).contains("From %s to %s".formatted(Days.inWords(this.today), Days.inWords(later)))
			.contains("<strong>Moved from action 1 to action 3 · Renamed</strong>", "<strong>Added</strong>",
					"<strong>Ended</strong>", "<strong>Suspended</strong>", "<strong>Coordinators changed")
			.contains("<ins>tomorrow</ins>", "<td>suspended</td>", "A02-I90")
			.contains("value=\"%s\"".formatted(later), "value=\"%s\"".formatted(this.today));
		assertThat(page(get("/desk/plan/history").param("on", this.today.toString())
			.param("with", later.toString())
			.with(user("aes")), 200)).contains("<ins>tomorrow</ins>").doesNotContain("A02-I90</a>");
		assertThat(page(get("/desk/plan/history").param("on", this.today.plusDays(19).toString())
			.param("with", this.today.toString())
			.with(user("aes")), 200)).contains("The plan reads the same on both days.", "52 initiatives",
					"What it said of A01-I02", "Activities and milestones");
	}

	@Test
	void dayBeforeTheFirstHasNoPlan() throws Exception {
		assertThat(page(get("/desk/plan/history").param("on", "1999-01-01").with(user("aes")), 200))
			.contains("0 initiatives");
		assertThat(page(get("/desk/plan/history").param("on", "soon").with(user("aes")), 422))
			.contains("“soon” is not a day");
	}

	@Test
	void everyActHasAForm() throws Exception {
		for (Act act : Act.values()) {
			assertThat(page(get("/desk/plan/changes").param("act", act.word())
				.param("initiative", ASEF.value())
				.with(user("aes")), 200)).contains(act.title(), "Look at what it means");
		}
	}

	@Test
	void onlyTheSecretariatChangesThePlan() throws Exception {
		for (String name : List.of("asef", "swg")) {
			this.pages.perform(get("/desk/plan/changes").with(user(name))).andExpect(status().isForbidden());
			this.pages.perform(post("/desk/plan/changes").with(user(name)).with(csrf()))
				.andExpect(status().isForbidden());
			this.pages.perform(post("/desk/plan/changes/1/calling-off").with(user(name)).with(csrf()))
				.andExpect(status().isForbidden());
		}
	}

	private CycleName cycle(String name) {
		LocalDate day = this.today.plusDays(300);
		return this.opening.open(new NewCycle(name, "A cycle", "Europe/Rome",
				List.of(new NewMeeting(MeetingKind.SOM1, day, "Seoul", MeetingFormat.HYBRID, null)), day.minusDays(100),
				day.minusDays(60), day.minusDays(40), day.minusDays(30), day.minusDays(20), day.minusDays(10),
				List.of(), null, null), "aes");
	}

	/** The day of what is to come is today. */
	private void comes(LocalDate day) {
		this.jdbc.sql("update plan_row set from_day = :today where from_day = :day")
			.param("today", this.today)
			.param("day", day)
			.update();
		this.jdbc.sql("update plan_change set from_day = :today where from_day = :day")
			.param("today", this.today)
			.param("day", day)
			.update();
	}

	private String title() {
		return this.plans.current().initiative(ASEF).orElseThrow().title();
	}

	private String titleOn(LocalDate day) {
		return this.history.asOf(day)
			.stream()
			.filter((row) -> row.id().equals(ASEF))
			.map((row) -> row.initiative().title())
			.findFirst()
			.orElseThrow();
	}

	private void make(String act, String initiative, LocalDate from, String... fields) throws Exception {
		MockHttpServletRequestBuilder asked = form(act, initiative, from).param("seen",
				String.valueOf(this.changes.latest()));
		for (int i = 0; i < fields.length; i += 2) {
			asked.param(fields[i], fields[i + 1]);
		}
		String answer = this.pages.perform(asked).andReturn().getResponse().getContentAsString();
		assertThat(problem(answer)).isEmpty();
	}

	private static String problem(String page) {
		Matcher problem = Pattern.compile("role=\"alert\">(.*?)</p>", Pattern.DOTALL).matcher(page);
		return problem.find() ? problem.group(1) : "";
	}

	private static MockHttpServletRequestBuilder form(String act, String initiative, LocalDate from) {
		return post("/desk/plan/changes").param("act", act)
			.param("initiative", initiative)
			.param("from", from.toString())
			.param("reason", "It was decided")
			.param("decidedBy", "SOM1 (ASEMME9)")
			.with(user("aes"))
			.with(csrf());
	}

	private static MockHttpServletRequestBuilder callOff(long change) {
		return post("/desk/plan/changes/%d/calling-off".formatted(change)).with(user("aes")).with(csrf());
	}

	private String page(MockHttpServletRequestBuilder asked, int status) throws Exception {
		return HtmlUtils.htmlUnescape(this.pages.perform(asked)
			.andExpect(status().is(status))
			.andReturn()
			.getResponse()
			.getContentAsString());
	}

}
