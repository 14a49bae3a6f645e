package org.asemeducation.stocktake.notification.escalation;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.asemeducation.stocktake.access.Contact;
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
 * Whom the AES enters above a party's contacts.
 */
@RunningStocktake
class SuperiorsPageTest {

	@Autowired
	private People people;

	@Autowired
	private JdbcClient jdbc;

	private Contact secretary;

	private Visitor desk;

	private static final String PARTY = "Superiorland";

	private String party;

	@BeforeEach
	void signIn() {
		this.secretary = this.people.secretary();
		this.desk = this.people.signedIn(this.secretary);
		this.party = this.jdbc.sql("""
				insert into party (name, kind, group_id) values (:name, 'other', 'superiorland')
				on conflict (name) do update set kind = 'other' returning id::text""")
			.param("name", PARTY)
			.query(String.class)
			.single();
	}

	@AfterEach
	void clearAway() {
		this.jdbc.sql("delete from superior where party = " + this.party).update();
	}

	@Test
	void whoIsEnteredStandsOnThePageAndTheNextTakesTheirPlace() {
		// when
		HttpResponse<String> done = enter(PARTY, " Ada <b>Lane ", "Ada@Ministry.example");
		enter(PARTY, "Eva Lane", "eva@ministry.example");
		// then
		assertThat(done.statusCode()).isEqualTo(302);
		assertThat(this.desk.get("/desk/superiors").body()).contains("Superiorland", "Eva Lane", "eva@ministry.example")
			.doesNotContain("ada@ministry.example");
		assertThat(audited()).endsWith("enter superior: null -> Ada <b>Lane <ada@ministry.example>",
				"enter superior: Ada <b>Lane <ada@ministry.example> -> Eva Lane <eva@ministry.example>");
	}

	@Test
	void whoIsTakenOutIsGone() {
		// given
		enter(PARTY, "Ada Lane", "ada@ministry.example");
		// when
		this.desk.get("/desk/superiors");
		this.desk.postForm("/desk/superiors/%s/removal".formatted(this.party), Map.of());
		// then
		assertThat(entered()).isZero();
		assertThat(audited()).contains("remove superior: Ada Lane <ada@ministry.example> -> null");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			''    | Ada | ada@ministry.example | Name the party: its name or acronym
			Nowhere | Ada | ada@ministry.example | &quot;Nowhere&quot; is no party of the register
			PARTY | ''  | ada@ministry.example | needs a name
			PARTY | Ada | ministry.example     | is not an e-mail address
			PARTY | Ada | ''                   | is not an e-mail address
			""")
	void whatIsMissingIsSaidAndNothingChanges(String whose, String name, String email, String sentence) {
		// when
		HttpResponse<String> answer = enter(whose.replace("PARTY", PARTY), name, email);
		// then
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body()).contains(sentence);
		assertThat(entered()).isZero();
	}

	private HttpResponse<String> enter(String whose, String name, String email) {
		this.desk.get("/desk/superiors");
		return this.desk.postForm("/desk/superiors",
				new HashMap<>(Map.of("party", whose, "name", name, "email", email)));
	}

	private long entered() {
		return this.jdbc.sql("select count(*) from superior where party = " + this.party).query(Long.class).single();
	}

	private List<String> audited() {
		return this.jdbc.sql("""
				select act || ': ' || coalesce(before, 'null') || ' -> ' || coalesce(after, 'null') from audit
				where subject = :about and who = :who order by id""")
			.param("about", "party/" + this.party)
			.param("who", this.secretary.userId())
			.query(String.class)
			.list();
	}

}
