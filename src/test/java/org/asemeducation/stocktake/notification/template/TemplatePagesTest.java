package org.asemeducation.stocktake.notification.template;

import java.net.http.HttpResponse;
import java.util.Map;

import org.asemeducation.stocktake.access.Contact;
import org.asemeducation.stocktake.access.People;
import org.asemeducation.stocktake.access.RunningStocktake;
import org.asemeducation.stocktake.access.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The secretariat changes the words of mails.
 */
@RunningStocktake
class TemplatePagesTest {

	private static final String GOOD = "Subject: Hello {{to}}\n{{to}}, please <now>.\n\n{{#asked}}\n[Open]({{link}})\n{{/asked}}\n";

	@Autowired
	private People people;

	@Autowired
	private Templates templates;

	@Autowired
	private JdbcClient jdbc;

	private Contact secretary;

	private Visitor desk;

	@BeforeEach
	void signIn() {
		this.secretary = this.people.secretary();
		this.desk = this.people.signedIn(this.secretary);
	}

	@AfterEach
	void asShipped() {
		this.jdbc.sql("delete from mail_template").update();
	}

	@Test
	void everyTemplateIsListedAndShowsItsWordsAndVariables() {
		// when
		String list = this.desk.get("/desk/templates").body();
		// then
		for (TemplateName name : TemplateName.values()) {
			assertThat(list).contains(name.label(), "/desk/templates/" + name.word());
			String page = this.desk.get("/desk/templates/" + name.word()).body();
			for (Variable variable : name.variables()) {
				assertThat(page).contains("<code>" + variable.use() + "</code>");
			}
			assertThat(page).contains("Subject: ", "These are the words that Stocktake ships.");
		}
	}

	@Test
	void aPreviewShowsExamplesAndSavesNothing() {
		// when
		String page = post("preview", 0, GOOD).body();
		// then
		assertThat(page).contains("Hello Kim Lee (ASEF)", "please &lt;now&gt;",
				"href=\"https://stocktake.example.org/i/ASEMME9/A01-I02\">Open</a>", "Nothing is saved yet.");
		assertThat(saved()).isZero();
	}

	@Test
	void whatIsSavedCountsAtOnceAndIsKeptWithItsAuthor() {
		// when
		HttpResponse<String> answer = post("save", 0, GOOD);
		// then
		assertThat(answer.statusCode()).isEqualTo(302);
		assertThat(subject("en")).isEqualTo("Hello Kim");
		assertThat(subject("ko")).isEqualTo("Hello Kim");
		assertThat(this.desk.get("/desk/templates").body()).contains("changed (en)");
		assertThat(this.desk.get("/desk/templates/request").body()).contains("Version 1, ",
				"by " + this.secretary.userId(), "Hello {{to}}");
		assertThat(this.jdbc.sql("select count(*) from audit where who = :who and act = 'save template'")
			.param("who", this.secretary.userId())
			.query(Long.class)
			.single()).isOne();
	}

	@Test
	void theWordsThatAreShippedCanBeHadBack() {
		// given
		post("save", 0, GOOD);
		// when
		post("back", 1, GOOD);
		// then
		assertThat(subject("en")).contains("please submit");
		assertThat(saved()).isEqualTo(2);
		assertThat(this.desk.get("/desk/templates/request").body()).contains("back to the words that Stocktake ships",
				"the secretariat had its own before");
	}

	@Test
	void aLanguageHasWordsOfItsOwn() {
		// when
		this.desk.postForm("/desk/templates/request",
				Map.of("act", "save", "seen", "0", "language", "FR", "source", GOOD.replace("Hello", "Bonjour")));
		// then
		assertThat(subject("fr")).isEqualTo("Bonjour Kim");
		assertThat(subject("en")).contains("please submit");
	}

	@Test
	void anUnknownVariableIsRefusedWithItsLineAndTheWordsStayInTheForm() {
		// when
		HttpResponse<String> answer = post("save", 0, GOOD + "\n{{coordinator}}");
		// then
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body()).contains(
				"Nothing is saved. Line 8: {{coordinator}} is unknown here: use one of acceptances, accepted,",
				"Hello {{to}}");
		assertThat(saved()).isZero();
		assertThat(subject("en")).contains("please submit");
	}

	@Test
	void whoeverHasSeenAnOlderVersionIsToldAndReplacesNothing() {
		// given
		post("save", 0, GOOD);
		// when
		HttpResponse<String> late = post("save", 0, GOOD.replace("Hello", "Late"));
		// then
		assertThat(late.statusCode()).isEqualTo(409);
		assertThat(late.body()).contains("somebody has saved another version meanwhile", "Subject: Late");
		assertThat(subject("en")).isEqualTo("Hello Kim");
	}

	private HttpResponse<String> post(String act, int seen, String source) {
		this.desk.get("/desk/templates/request");
		return this.desk.postForm("/desk/templates/request",
				Map.of("act", act, "seen", Integer.toString(seen), "language", "en", "source", source));
	}

	private long saved() {
		return this.jdbc.sql("select count(*) from mail_template").query(Long.class).single();
	}

	private String subject(String language) {
		return this.templates.write(TemplateName.REQUEST, language, Map.of("to", "Kim")).subject();
	}

}
