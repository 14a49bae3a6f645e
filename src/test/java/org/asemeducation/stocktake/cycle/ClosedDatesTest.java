package org.asemeducation.stocktake.cycle;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;

import org.asemeducation.stocktake.access.People;
import org.asemeducation.stocktake.access.RunningStocktake;
import org.asemeducation.stocktake.access.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The days that the AES enters as closed, and where they warn.
 */
@RunningStocktake
class ClosedDatesTest {

	private static final String CLOSEDLAND = "Closedland";

	@Autowired
	private People people;

	@Autowired
	private JdbcClient jdbc;

	private Visitor desk;

	private String malta;

	@BeforeEach
	void signIn() {
		this.desk = this.people.signedIn(this.people.secretary());
		this.malta = this.jdbc
			.sql("""
					insert into party (name, kind, country, partner, group_id) values ('Closedland', 'partner-country', 'MT', true,
					'closedland') on conflict (name) do update set country = 'MT' returning id::text""")
			.query(String.class)
			.single();
		this.jdbc.sql("""
				insert into cycle (name, title, zone, state, opened_at, opened_by)
				values ('CLOSED9', 'Here', 'Europe/Rome', 'opened', now(), 'aes') on conflict do nothing""").update();
	}

	@AfterEach
	void clearAway() {
		this.jdbc.sql("delete from closed_date where party = " + this.malta).update();
		this.jdbc.sql("delete from cycle where name = 'CLOSED9'").update();
	}

	@Test
	void whatIsEnteredStandsOnThePageWithWeekdayAndReason() {
		// when
		HttpResponse<String> done = add("2040-12-24", "2041-01-01", "closedland", "Christmas <b>");
		// then
		assertThat(done.statusCode()).isEqualTo(302);
		assertThat(this.desk.get("/desk/closed-dates").body()).contains("Mon 24 Dec 2040 – Tue 1 Jan 2041",
				"Closedland", "Christmas &lt;b&gt;");
		assertThat(this.jdbc
			.sql("select count(*) from audit where act = 'add closed date' and subject = '2040-12-24/2041-01-01'")
			.query(Long.class)
			.single()).isOne();
	}

	@ParameterizedTest
	@CsvSource({ "2040-12-32,,x,is not a day: give the first day", "2040-12-24,soon,x,is not a day: give the last day",
			"2040-12-24,2040-12-23,x,is before the first", "2040-12-24,2042-01-01,x,more than a year",
			"2040-12-24,,' ',why it is closed", "+99999-01-01,,x,is not a day" })
	void whatIsWrongIsSaidAndChangesNothing(String from, String to, String reason, String sentence) {
		// when
		HttpResponse<String> answer = add(from, (to != null) ? to : "", CLOSEDLAND, reason);
		// then
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body()).contains(sentence);
		assertThat(entered()).isZero();
	}

	@Test
	void aPartyThatIsNoneIsRefused() {
		assertThat(add("2040-12-24", "", " ", "x").body()).contains("Name the party");
		assertThat(add("2040-12-24", "", "everybody", "x").body())
			.contains("&quot;everybody&quot; is no party of the register", "value=\"everybody\"");
	}

	@Test
	void openingACycleWarnsOfEachDateThatFallsOnOne() {
		// given a Monday to a Tuesday, the deadline on the first and SOM2 on the last of
		// them
		add("2040-12-24", "2041-01-01", CLOSEDLAND, "Christmas");
		// when
		String preview = this.desk.api("POST", "/api/cycles/preview", """
				{"zone": "Europe/Rome", "deadline": "2040-12-24", "freeze": "2041-01-02", "request": "2040-12-23",
				"meetings": [{"kind": "SOM2", "planned": "2041-01-01"}]}""").body();
		// then
		assertThat(preview)
			.contains("The deadline would fall on Monday 24 December 2040, which is closed for Closedland (Christmas).",
					"SOM2 would fall on Tuesday 1 January 2041, which is closed for Closedland (Christmas).",
					"The request date would fall on a weekend: Sunday 23 December 2040.")
			.doesNotContain("The freeze would fall");
	}

	@Test
	void confirmingAMeetingForTheDayItHasWarnsToo() {
		// given
		add("2040-12-26", "", CLOSEDLAND, "St Stephen");
		// when
		String said = this.desk.get("/api/cycles/CLOSED9/dates/SOM1/warnings?on=2040-12-26").body();
		String nothing = this.desk.get("/api/cycles/CLOSED9/dates/SOM1/warnings?on=2040-12-27").body();
		// then
		assertThat(said).isEqualTo(
				"[\"SOM1 would fall on Wednesday 26 December 2040, which is closed for Closedland (St Stephen).\"]");
		assertThat(nothing).isEqualTo("[]");
	}

	@Test
	void whatIsTakenOutWarnsNoMore() {
		// given
		add("2040-12-26", "", CLOSEDLAND, "St Stephen");
		String id = this.jdbc.sql("select id::text from closed_date where party = " + this.malta)
			.query(String.class)
			.single();
		// when
		this.desk.postForm("/desk/closed-dates/%s/removal".formatted(id), Map.of());
		// then
		assertThat(entered()).isZero();
		assertThat(this.desk.get("/api/cycles/CLOSED9/dates/SOM1/warnings?on=2040-12-26").body()).isEqualTo("[]");
	}

	private long entered() {
		return this.jdbc.sql("select count(*) from closed_date where party = " + this.malta).query(Long.class).single();
	}

	private HttpResponse<String> add(String from, String to, String party, String reason) {
		this.desk.get("/desk/closed-dates");
		return this.desk.postForm("/desk/closed-dates",
				new HashMap<>(Map.of("from", from, "to", to, "party", party, "reason", reason)));
	}

}
