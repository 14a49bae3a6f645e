package org.asemeducation.stocktake.cycle;

import java.net.http.HttpResponse;
import java.util.Map;

import org.asemeducation.stocktake.access.People;
import org.asemeducation.stocktake.access.RunningStocktake;
import org.asemeducation.stocktake.access.Visitor;
import org.asemeducation.stocktake.plan.InitiativeId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which paragraphs of the last Chair's Conclusions an initiative answers.
 */
@RunningStocktake
class ConclusionsTest {

	private static final CycleName CYCLE = new CycleName("CONCLUDED9");

	@Autowired
	private People people;

	@Autowired
	private ConclusionParagraphs paragraphs;

	@Autowired
	private JdbcClient jdbc;

	private Visitor desk;

	@BeforeEach
	void aCycleIsUnderWay() {
		this.desk = this.people.signedIn(this.people.secretary());
		this.jdbc.sql("""
				insert into cycle (name, title, zone, state, opened_at, opened_by)
				values ('CONCLUDED9', 'Here', 'Europe/Rome', 'opened', now(), 'aes')""").update();
		this.jdbc.sql("""
				insert into cycle_initiative (cycle, initiative, position, action, action_title, title, is_new, wording,
				    coordinators)
				select 'CONCLUDED9', 'Z01-I0' || n, n, 1, 'Act', 'Title <b>' || n, false, 'adopted', 'ASEF'
				from generate_series(1, 2) n""").update();
	}

	@AfterEach
	void clearAway() {
		this.jdbc.sql("delete from cycle_initiative where cycle = 'CONCLUDED9'").update();
		this.jdbc.sql("delete from cycle where name = 'CONCLUDED9'").update();
	}

	@Test
	void theSecretariatNamesThemAndThePageShowsThem() {
		// when
		HttpResponse<String> done = this.desk.postForm("/desk/conclusions/CONCLUDED9",
				Map.of("Z01-I01", " 42 and 57 "));
		// then
		assertThat(done.statusCode()).isEqualTo(302);
		assertThat(this.desk.get("/desk/conclusions?cycle=CONCLUDED9&page=1").body())
			.contains("Kept for 1 initiative.", "value=\"42 and 57\"", "Title &lt;b&gt;1")
			.doesNotContain("Title <b>");
		assertThat(this.paragraphs.of(CYCLE, new InitiativeId("Z01-I01"))).contains("42 and 57");
		assertThat(this.paragraphs.of(CYCLE, new InitiativeId("Z01-I02"))).isEmpty();
	}

	@Test
	void whatIsTooLongIsSaidAndNothingIsKept() {
		// when
		HttpResponse<String> refused = this.desk.postForm("/desk/conclusions/CONCLUDED9",
				Map.of("Z01-I01", "42", "Z01-I02", "word ".repeat(50)));
		// then
		assertThat(refused.statusCode()).isEqualTo(422);
		assertThat(refused.body()).contains("Z01-I02: “word", "is too long", "value=\"42\"");
		assertThat(this.paragraphs.of(CYCLE, new InitiativeId("Z01-I01"))).isEmpty();
	}

	@Test
	void aLongListIsKeptPageByPage() {
		// given
		this.jdbc.sql("""
				insert into cycle_initiative (cycle, initiative, position, action, action_title, title, is_new, wording,
				    coordinators)
				select 'CONCLUDED9', 'Z02-I' || to_char(n, 'FM000'), 2 + n, 1, 'Act', 'Further', false, 'adopted', 'IAU'
				from generate_series(1, 100) n""").update();
		assertThat(this.desk.get("/desk/conclusions?cycle=CONCLUDED9").body())
			.contains("102 initiatives", "Z02-I098 Further", "Keep, and go on to the next page", "Page 1 of 2")
			.doesNotContain("Z02-I099", "page before");
		// when
		HttpResponse<String> done = this.desk.postForm("/desk/conclusions/CONCLUDED9",
				Map.of("Z02-I001", "7007", "page", "1", "next", "2", "search", ""));
		// then
		assertThat(done.headers().firstValue("Location").orElseThrow()).endsWith("?cycle=CONCLUDED9&page=2");
		assertThat(this.desk.get("/desk/conclusions?cycle=CONCLUDED9&page=2").body())
			.contains("Z02-I099 Further", "Z02-I100 Further", "Keep, and go to the page before")
			.doesNotContain("Z02-I098", "next page");
		assertThat(this.paragraphs.page(CYCLE, "iau", 2).found()).isEqualTo(100);
		assertThat(this.paragraphs.page(CYCLE, "z02-i001", 1).lines())
			.containsExactly(new ConclusionPage.Line("Z02-I001", "Further", "IAU", "7007"));
	}

	@Test
	void whatSomebodyElseKeptMeanwhileIsNotWrittenOver() {
		// given both have the page open
		this.desk.postForm("/desk/conclusions/CONCLUDED9", Map.of("Z01-I01", "42", "seen.Z01-I01", ""));
		// when
		HttpResponse<String> done = this.desk.postForm("/desk/conclusions/CONCLUDED9",
				Map.of("Z01-I01", "", "seen.Z01-I01", "", "Z01-I02", "57", "seen.Z01-I02", "", "search", "title",
						"found", "", "find", "find"));
		// then
		assertThat(done.headers().firstValue("Location").orElseThrow())
			.endsWith("?cycle=CONCLUDED9&search=title&page=1");
		assertThat(this.paragraphs.of(CYCLE, new InitiativeId("Z01-I01"))).contains("42");
		assertThat(this.paragraphs.of(CYCLE, new InitiativeId("Z01-I02"))).contains("57");
	}

	@Test
	void aCycleThatIsOverIsLeftAlone() {
		// given
		this.jdbc.sql("update cycle set state = 'published' where name = 'CONCLUDED9'").update();
		// when, then
		assertThat(this.desk.postForm("/desk/conclusions/CONCLUDED9", Map.of("Z01-I01", "42")).statusCode())
			.isEqualTo(404);
		assertThat(this.paragraphs.of(CYCLE, new InitiativeId("Z01-I01"))).isEmpty();
	}

}
