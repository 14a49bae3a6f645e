package org.asemeducation.stocktake.notification.ledger;

import java.net.http.HttpResponse;

import org.asemeducation.stocktake.access.Contact;
import org.asemeducation.stocktake.access.People;
import org.asemeducation.stocktake.access.RunningStocktake;
import org.asemeducation.stocktake.access.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the secretariat finds in the ledger, and what nobody else does.
 */
@RunningStocktake
class MailsPageTest {

	@Autowired
	private People people;

	@Autowired
	private JdbcClient jdbc;

	private Contact coordinator;

	private Visitor desk;

	private long sent;

	private long failed;

	@BeforeEach
	void twoMailsToOneCoordinator() {
		this.coordinator = this.people.coordinator(this.people.party());
		this.desk = this.people.signedIn(this.people.secretary());
		this.sent = mail("sent", "2023-06-05 07:01:00Z", "=1+1 Please submit <b>now</b>");
		line(this.sent, "request", "A01-I02");
		attempt(this.sent, 1, "451 not now", null);
		attempt(this.sent, 2, "sent", "250 2.0.0 queued as 4711");
		this.failed = mail("sending", "2023-07-05 07:01:00Z", "A reminder");
		line(this.failed, "reminder", "A17-I01");
		attempt(this.failed, 1, "421 too busy", null);
	}

	@Test
	void oneMailIsShownWithItsTextItsAttemptsAndWhatItFulfilled() {
		// given
		claim("request", "A01-I02");
		// when
		String page = this.desk.get("/desk/mails/" + this.sent).body();
		// then
		assertThat(page)
			.contains("=1+1 Please submit &lt;b&gt;now&lt;/b&gt;", this.coordinator.email(),
					"&lt;mail-%d@stocktake.example&gt;".formatted(this.sent), "451 not now", "250 2.0.0 queued as 4711",
					"Dear Kim, this is the text.", "A01-I02", "Fri 15 Sep 2023", "Mon 5 Jun 2023")
			.doesNotContain("<b>now");
	}

	@ParameterizedTest
	@CsvSource({ "initiative=A01-I02,true,false", "initiative=A17-I01,false,true", "initiative=A01,false,false",
			"kind=request,true,false", "kind=reminder,false,true", "state=sent,true,false", "state=tried,false,true",
			"state=waiting,false,false", "from=2023-06-06,false,true", "until=2023-07-04,true,false",
			"from=2023-06-05&until=2023-06-05,true,false", "cycle=NONE,false,false" })
	void isSearched(String search, boolean sentFound, boolean failedFound) {
		// when
		String page = this.desk.get("/desk/mails?person=%s&%s".formatted(this.coordinator.email(), search)).body();
		// then
		assertThat(page.contains("/desk/mails/" + this.sent + "\"")).isEqualTo(sentFound);
		assertThat(page.contains("/desk/mails/" + this.failed + "\"")).isEqualTo(failedFound);
	}

	@ParameterizedTest
	@CsvSource({ "kind=gossip,is no kind of mail", "state=lost,is no state of a mail", "from=yesterday,is not a day",
			"until=2023-13-01,is not a day", "from=2023-07-01&until=2023-06-01,swap them", "page=0,counted from 1" })
	void aSearchThatCannotBeIsAnsweredWithASentence(String search, String sentence) {
		// when
		HttpResponse<String> answer = this.desk.get("/desk/mails?" + search);
		HttpResponse<String> file = this.desk.get("/desk/mails.csv?" + search);
		// then
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body()).contains(sentence);
		if (!search.startsWith("page")) {
			assertThat(file.statusCode()).isEqualTo(400);
			assertThat(file.body()).contains(sentence);
		}
	}

	@Test
	void comesInPages() {
		// given
		for (int number = 0; number < MailSearch.SIZE; number++) {
			mail("sent", "2023-05-01 07:00:00Z", "Many " + number);
		}
		String search = "/desk/mails?person=" + this.coordinator.email();
		// when
		String first = this.desk.get(search).body();
		String second = this.desk.get(search + "&page=2").body();
		String beyond = this.desk.get(search + "&page=99").body();
		// then
		assertThat(first).contains("52 mails", "Page 1 of 2", "/desk/mails/" + this.failed + "\"", "&amp;page=2")
			.containsPattern("person=[^\"&]*" + this.coordinator.email().substring(0, 6));
		assertThat(second).contains("Page 2 of 2").doesNotContain("/desk/mails/" + this.failed + "\"");
		assertThat(beyond).contains("Page 2 of 2");
	}

	@Test
	void theFileIsForASpreadsheetAndRunsNothing() {
		// given
		for (int number = 0; number < LedgerFile.CHUNK; number++) {
			mail("sent", "2023-05-01 07:00:00Z", "Many");
		}
		// when
		HttpResponse<String> file = this.desk.get("/desk/mails.csv?person=" + this.coordinator.email());
		// then
		assertThat(file.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
		assertThat(file.body()).startsWith("\uFEFFnumber,").contains("'=1+1 Please submit", "250 2.0.0 queued as 4711");
		assertThat(file.body().lines()).hasSize(1 + 2 + LedgerFile.CHUNK);
		assertThat(file.body().lines().skip(1).map((line) -> line.split(",")[0])).doesNotHaveDuplicates();
	}

	@Test
	void aCoordinatorSeesTheirOwnMailsAndNobodyElses() {
		// given
		Visitor me = this.people.signedIn(this.coordinator);
		Visitor colleague = this.people.signedIn(this.people.coordinator(this.people.party()));
		Visitor reviewer = this.people.signedIn(this.people.reviewer());
		// then
		assertThat(me.get("/mails").body()).contains("/mails/" + this.sent + "\"", "/mails/" + this.failed + "\"");
		assertThat(me.get("/mails/" + this.sent).body()).contains("Dear Kim, this is the text.")
			.doesNotContain("/desk/");
		assertThat(me.get("/").body()).contains("Mails to me");
		assertThat(colleague.get("/mails").body()).doesNotContain("/mails/" + this.sent);
		assertThat(colleague.get("/mails/" + this.sent).statusCode()).isEqualTo(404);
		assertThat(reviewer.get("/mails").statusCode()).isEqualTo(403);
		for (Visitor other : new Visitor[] { me, colleague, reviewer }) {
			assertThat(other.get("/desk/mails").statusCode()).isEqualTo(403);
			assertThat(other.get("/desk/mails/" + this.sent).statusCode()).isEqualTo(403);
			assertThat(other.get("/desk/mails.csv").statusCode()).isEqualTo(403);
		}
	}

	@Test
	void aMailToSomebodyWithoutAnAccountIsFoundByNameAndNobodysOwn() {
		// given
		long mail = this.jdbc
			.sql("""
					with written as (
					    insert into mail (cycle, addressee, recipient, state, queued_at, bundled_at, subject, text, html, sent_at)
					    values ('LEDGER', 'Ada Above', 'ada@above.example', 'sent', now(), now(), 'Still owed', 'Please see to it.',
					        '', now()) returning id)
					insert into mail_line (mail, kind) select id, 'escalation' from written returning mail""")
			.query(Long.class)
			.single();
		// when
		String page = this.desk.get("/desk/mails?person=ada+above&kind=escalation").body();
		String whole = this.desk.get("/desk/mails/" + mail).body();
		HttpResponse<String> own = this.people.signedIn(this.coordinator).get("/mails/" + mail);
		// then
		assertThat(page).contains("/desk/mails/" + mail + "\"", "Ada Above", "ada@above.example");
		assertThat(whole).contains("Please see to it.", "escalation");
		assertThat(own.statusCode()).isEqualTo(404);
	}

	private long mail(String state, String at, String subject) {
		long mail = this.jdbc
			.sql("""
					insert into mail (cycle, contact, recipient, state, queued_at, bundled_at, subject, text, html, sent_at)
					values ('LEDGER', :contact, :email, :state, cast(:at as timestamptz), cast(:at as timestamptz), :subject,
					    'Dear Kim, this is the text.', '', case when :state = 'sent' then cast(:at as timestamptz) end)
					returning id""")
			.param("contact", this.coordinator.id().value())
			.param("email", this.coordinator.email())
			.param("state", state)
			.param("at", at)
			.param("subject", subject)
			.query(Long.class)
			.single();
		this.jdbc.sql("update mail set message_id = '<mail-' || id || '@stocktake.example>' where id = " + mail)
			.update();
		return mail;
	}

	private void line(long mail, String kind, String initiative) {
		this.jdbc.sql("""
				insert into mail_line (mail, kind, initiative, ladder, counted)
				values (:mail, :kind, :initiative, :kind, '2023-09-15')""")
			.param("mail", mail)
			.param("kind", kind)
			.param("initiative", initiative)
			.update();
	}

	private void claim(String ladder, String initiative) {
		this.jdbc.sql("""
				insert into claim (cycle, initiative, ladder, round, rung, deadline, contact, claimed_at)
				values ('LEDGER', :initiative, :ladder, 0, 0, '2023-09-15', :contact, '2023-06-05 07:00:00Z')""")
			.param("initiative", initiative)
			.param("ladder", ladder)
			.param("contact", this.coordinator.id().value())
			.update();
	}

	private void attempt(long mail, int number, String outcome, String answer) {
		this.jdbc.sql("""
				insert into delivery_attempt (mail, number, at, outcome, recipient, answer)
				values (:mail, :number, '2023-06-05 07:01:00Z', :outcome, :recipient, :answer)""")
			.param("mail", mail)
			.param("number", number)
			.param("outcome", outcome)
			.param("recipient", this.coordinator.email())
			.param("answer", answer)
			.update();
	}

}
