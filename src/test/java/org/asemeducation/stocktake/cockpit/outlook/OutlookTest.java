package org.asemeducation.stocktake.cockpit.outlook;

import java.util.List;
import java.util.Map;

import com.jayway.jsonpath.JsonPath;
import org.asemeducation.stocktake.StocktakeTest;
import org.asemeducation.stocktake.cockpit.WrittenCycle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/**
 * Over a cycle that is long over, so that everything open in it is late.
 */
@StocktakeTest
class OutlookTest {

	private static final String FIRST = "$.rows[?(@.initiative == '%s')].%s";

	private static int number;

	@Autowired
	private WebApplicationContext application;

	@Autowired
	private JdbcClient jdbc;

	private MockMvc browser;

	private String cycle;

	@BeforeEach
	void openABrowser() {
		this.browser = MockMvcBuilders.webAppContextSetup(this.application).apply(springSecurity()).build();
		this.cycle = new WrittenCycle(this.jdbc, "OUTLOOK-" + ++number).name();
	}

	@AfterEach
	void everybodyIsReached() {
		this.jdbc.sql("delete from unreachable where address = 'gone@example.org'").update();
	}

	@Test
	void theCalendarHasDeadlinesAndMeetingsInTheirOrder() throws Exception {
		assertThat(JsonPath.<List<String>>read(read("outlook"), "$.calendar[*].name")).containsExactly("ISOM",
				"request", "SOM1", "deadline", "freeze", "reviews", "comments", "papers", "SOM2");
	}

	@Test
	void whatIsLateOrLiesLongInReviewMatters() throws Exception {
		String concerns = read("concerns");

		assertThat(why(concerns, "A02-I01")).containsExactly("late");
		assertThat(JsonPath.<List<String>>read(concerns, FIRST.formatted("A02-I01", "since")))
			.containsExactly("2026-03-09");
		assertThat(JsonPath.<List<String>>read(concerns, FIRST.formatted("A02-I02", "about")))
			.contains("A draft is begun");
		assertThat(why(concerns, "A03-I02")).containsExactly("long-in-review");
		assertThat(why(concerns, "A04-I01")).as("accepted").isEmpty();
		assertThat(why(concerns, "A04-I02")).as("closed").isEmpty();
	}

	@Test
	void whoCannotBeAskedMattersMore() throws Exception {
		String concerns = read("concerns");

		assertThat(why(concerns, "A01-I02")).containsExactly("no-contact");
		assertThat(JsonPath.<List<String>>read(concerns, FIRST.formatted("A01-I02", "about")))
			.containsExactly("Nobody coordinates it");
		assertThat(JsonPath.<List<String>>read(concerns, "$.rows[*].kind")).startsWith("no-contact");
	}

	@Test
	void anAddressThatMailDoesNotReachMattersMost() throws Exception {
		// given
		this.jdbc.sql("""
				insert into unreachable (contact, address, since, because)
				select c.id, 'gone@example.org', '2026-03-01T23:30Z', 'no such user' from contact c
				join contact_role r on r.contact = c.id and r.role = 'coordinator'
				join coordination k on k.party = r.party and k.role = 'coordinator' and k.initiative = 'A02-I01'
				where c.active order by c.id limit 1""").update();

		// when
		String concerns = read("concerns");

		// then
		assertThat(why(concerns, "A02-I01")).containsExactly("bounced", "late");
		assertThat(JsonPath.<List<String>>read(concerns, FIRST.formatted("A02-I01", "since"))).first()
			.as("the day in the cycle's zone")
			.isEqualTo("2026-03-02");
		assertThat(JsonPath.<List<String>>read(concerns, FIRST.formatted("A02-I01", "about"))).first()
			.asString()
			.endsWith("<gone@example.org>");
	}

	@Test
	void whoseContactsReceiveNoMailHasNobodyToAsk() throws Exception {
		// given
		assertThat(why(read("concerns"), "A02-I01")).doesNotContain("no-contact");
		this.jdbc.sql("update contact set no_mail = true where active").update();
		// when
		String concerns = read("concerns");
		this.jdbc.sql("update contact set no_mail = false").update();
		// then
		assertThat(why(concerns, "A02-I01")).contains("no-contact");
		assertThat(JsonPath.<List<String>>read(concerns, FIRST.formatted("A02-I01", "about")))
			.contains("Its coordinators have no contact who receives mail");
	}

	@Test
	void whatCameBackTwiceMatters() throws Exception {
		// given
		this.jdbc.sql("""
				with again as (
				    insert into revision (cycle, initiative, number, content, submitted_at, submitted_by)
				    values (:cycle, 'A03-I01', 2, '{}', '2026-03-05T10:00Z', 'asef') returning id
				) insert into verdict select id, false, '2026-03-06T10:00Z', 'swg' from again""")
			.param("cycle", this.cycle)
			.update();

		// when
		String concerns = read("concerns");

		// then
		assertThat(why(concerns, "A03-I01")).containsExactly("returned-twice", "late");
		assertThat(JsonPath.<List<String>>read(concerns, FIRST.formatted("A03-I01", "about"))).contains("2 times");
		assertThat(JsonPath.<Map<String, Integer>>read(concerns, "$.counts")).containsEntry("returned-twice", 1)
			.containsKeys("bounced", "no-contact", "long-in-review", "late");
	}

	@Test
	void muchOfOneKindLeavesRoomForTheOthers() throws Exception {
		// given
		int before = JsonPath.<Integer>read(read("concerns"), "$.counts['no-contact']");
		this.jdbc
			.sql("""
					insert into cycle_initiative (cycle, initiative, position, action, action_title, title, is_new, wording, coordinators)
					select :cycle, 'B01-I' || n, 100 + n, 1, 'Action', 'One of many', false, 'summary', ''
					from generate_series(1, 150) n""")
			.param("cycle", this.cycle)
			.update();
		this.jdbc.sql("""
				insert into update_request (cycle, initiative, state, asked_at)
				select cycle, initiative, 'unstaffed', '2026-02-01T08:00Z' from cycle_initiative
				where cycle = :cycle and initiative like 'B01%'""").param("cycle", this.cycle).update();

		// when
		String concerns = read("concerns");

		// then
		assertThat(JsonPath.<Map<String, Integer>>read(concerns, "$.counts")).containsEntry("no-contact", before + 150);
		assertThat(JsonPath.<List<String>>read(concerns, "$.rows[?(@.kind == 'no-contact')].initiative")).hasSize(100);
		assertThat(why(concerns, "A02-I01")).containsExactly("late");
	}

	@Test
	void nothingMattersOnceTheReportIsPublished() throws Exception {
		this.jdbc.sql("update cycle set state = 'published', published_at = now() where name = :cycle")
			.param("cycle", this.cycle)
			.update();

		assertThat(JsonPath.<List<String>>read(read("concerns"), "$.rows[*].kind")).isEmpty();
	}

	@Test
	void answersAreCountedByTheDayOfTheirFirstVersion() throws Exception {
		// given
		this.jdbc.sql("update cycle set requested_at = '2026-02-01T08:00Z' where name = :cycle")
			.param("cycle", this.cycle)
			.update();

		// when
		String outlook = read("outlook");

		// then two on the first of March, one on the second
		assertThat(JsonPath.<List<Integer>>read(outlook, "$.responses[0].points[*].day")).containsExactly(28, 29);
		assertThat(JsonPath.<List<Integer>>read(outlook, "$.responses[0].points[*].received")).containsExactly(2, 3);
		assertThat(JsonPath.<Integer>read(outlook, "$.responses[0].asked")).isEqualTo(8);
		assertThat(JsonPath.<Integer>read(outlook, "$.responses[0].freeze")).isEqualTo(42);
	}

	@Test
	void initiativesAreCountedByObjectiveRegionAndKind() throws Exception {
		// given
		this.jdbc.sql("update cycle_initiative set objective = 2 where cycle = :cycle and initiative = 'A04-I01'")
			.param("cycle", this.cycle)
			.update();

		// when
		String parts = read("parts");

		// then
		assertThat(
				JsonPath.<List<Map<String, Integer>>>read(parts, "$[?(@.by == 'objective' && @.name == '2')].counts"))
			.containsExactly(Map.of("accepted", 1));
		assertThat(JsonPath.<List<Map<String, Integer>>>read(parts, "$[?(@.by == 'objective')].counts")
			.stream()
			.flatMap((counts) -> counts.values().stream())
			.mapToInt(Integer::intValue)
			.sum()).isEqualTo(9);
		assertThat(JsonPath.<List<String>>read(parts, "$[*].by")).contains("region", "kind");
	}

	private static List<String> why(String concerns, String initiative) {
		return JsonPath.read(concerns, FIRST.formatted(initiative, "kind"));
	}

	private String read(String what) throws Exception {
		return this.browser.perform(get("/api/cockpit/cycles/%s/%s".formatted(this.cycle, what)).with(user("aes")))
			.andReturn()
			.getResponse()
			.getContentAsString();
	}

}
