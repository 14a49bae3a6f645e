package org.asemeducation.stocktake.access;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

import javax.sql.DataSource;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@RunningStocktake
class PasswordResetTest {

	private static final AtomicInteger NETWORK = new AtomicInteger();

	private static final Pattern TOKEN = Pattern.compile("<input type=\"hidden\" name=\"_csrf\" value=\"[^\"]*\"");

	private static final String NEW = "Another-Horse-8-Battery";

	private final String home = "198.18.0." + NETWORK.incrementAndGet();

	@Autowired
	private People people;

	@Autowired
	private Register register;

	@Autowired
	private PasswordResets resets;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private DataSource database;

	@Test
	void everybodyGetsTheSameAnswerAndOnlyWhoIsKnownAMail() {
		// given
		Contact person = this.people.coordinator(this.people.party());
		Contact removed = this.people.coordinator(this.people.party());
		this.register.remove(removed.id());

		// when
		List<HttpResponse<String>> answers = List.of(ask("nobody@example.org"), ask(removed.email()), ask("no address"),
				ask("bell\u0007@example.org"), ask(person.email()));

		// then
		Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> links(person).size() == 1);
		assertThat(answers).allSatisfy((answer) -> {
			assertThat(answer.statusCode()).isEqualTo(200);
			assertThat(comparable(answer)).isEqualTo(comparable(answers.get(0)));
		});
		assertThat(answers.get(0).body()).contains("If somebody in Stocktake has this address");
		assertThat(links(removed)).isEmpty();
	}

	/** So its time tells nothing: nobody can be looked up meanwhile. */
	@Test
	void theAnswerDoesNotWaitForLookingAnybodyUp() throws Exception {
		// given
		Contact person = this.people.coordinator(this.people.party());
		try (Connection elsewhere = this.database.getConnection(); Statement holding = elsewhere.createStatement()) {
			elsewhere.setAutoCommit(false);
			holding.execute("lock table contact in access exclusive mode");

			// when
			HttpResponse<String> answer = ask(person.email());

			// then
			assertThat(answer.body()).contains("If somebody in Stocktake has this address");
			elsewhere.rollback();
		}
		Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> links(person).size() == 1);
	}

	@Test
	void linkSetsThePasswordOnceAndOpeningItChangesNothing() {
		// given
		Contact person = this.people.coordinator(this.people.party());
		String page = "/password-reset/" + link(person);
		Visitor visitor = visitor();

		// when
		HttpResponse<String> open = visitor.get(page);
		HttpResponse<String> openAgain = visitor.get(page);
		HttpResponse<String> sent = send(visitor, page, NEW, NEW);
		HttpResponse<String> again = send(visitor, page, "Third-Horse-9-Battery", "Third-Horse-9-Battery");

		// then
		assertThat(open.body()).contains(person.email());
		assertThat(openAgain.statusCode()).isEqualTo(200);
		assertThat(location(sent)).endsWith("/login?welcome");
		assertThat(visitor.cookie("STOCKTAKE-DEVICE")).as("this browser is known now").isNotEmpty();
		assertThat(again.statusCode()).isEqualTo(410);
		assertThat(location(visitor().signIn(person.email(), NEW))).endsWith("/");
		assertThat(location(visitor().signIn(person.email(), People.PASSWORD))).endsWith("?failed");
	}

	@Test
	void otherSessionsOfThePersonEndAndTheNextOneStays() {
		// given
		Contact person = this.people.coordinator(this.people.party());
		Contact other = this.people.coordinator(this.people.party());
		Visitor elsewhere = this.people.signedIn(person);
		Visitor others = this.people.signedIn(other);
		elsewhere.get("/camunda/app/tasklist/default/");
		assertThat(elsewhere.get("/api/me").statusCode()).isEqualTo(200);

		// when
		Visitor visitor = visitor();
		String page = "/password-reset/" + link(person);
		visitor.get(page);
		send(visitor, page, NEW, NEW);

		// then
		assertThat(elsewhere.engine("GET", "/task", "").statusCode()).isEqualTo(401);
		assertThat(elsewhere.get("/api/me").statusCode()).isEqualTo(401);
		assertThat(others.get("/api/me").statusCode()).isEqualTo(200);
		visitor.signIn(person.email(), NEW);
		assertThat(visitor.get("/api/me").statusCode()).isEqualTo(200);
	}

	@Test
	void oneLinkThatIsUsedTakesTheOthersAlongButANewOneDoesNot() {
		// given
		Contact person = this.people.coordinator(this.people.party());
		String first = link(person);

		// when
		String second = link(person);

		// then
		assertThat(this.resets.asked(first)).isPresent();
		assertThat(this.resets.accept(second, NEW)).isPresent();
		assertThat(this.resets.asked(first)).isEmpty();
	}

	@Test
	void linkLastsAnHourAndNotLongerThanThePerson() {
		// given
		Contact late = this.people.coordinator(this.people.party());
		Contact leaving = this.people.coordinator(this.people.party());
		String old = link(late);
		String open = link(leaving);

		// when
		this.jdbc.sql("update password_reset set expires_at = expires_at - interval '1 hour' where contact = :contact")
			.param("contact", late.id().value())
			.update();
		this.register.remove(leaving.id());

		// then
		assertThat(this.resets.accept(old, NEW)).isEmpty();
		assertThat(this.resets.accept(open, NEW)).isEmpty();
		HttpResponse<String> page = visitor().get("/password-reset/" + old);
		assertThat(page.statusCode()).isEqualTo(410);
		assertThat(page.body()).contains("This link no longer works", "Ask for a new one");
	}

	@Test
	void weakOrMistypedPasswordKeepsTheLink() {
		// given
		Contact person = this.people.coordinator(this.people.party());
		String page = "/password-reset/" + link(person);
		Visitor visitor = visitor();
		visitor.get(page);

		// then
		assertThat(send(visitor, page, "demo", "demo").body()).contains("too weak");
		assertThat(send(visitor, page, NEW, NEW + "!").body()).contains("differ");
		assertThat(visitor.get(page).statusCode()).isEqualTo(200);
	}

	@Test
	void nobodyGetsMoreThanThreeMailsInAnHour() {
		// given
		Contact person = this.people.coordinator(this.people.party());

		// when
		for (int again = 0; again < 6; again++) {
			this.resets.ask(person.email());
		}

		// then
		assertThat(links(person)).hasSize(3);
	}

	@Test
	void oneNetworkAsksTwentyTimesInAnHour() {
		// when
		List<Integer> answers = java.util.stream.IntStream.range(0, 21)
			.mapToObj((each) -> ask("nobody%d@example.org".formatted(each)).statusCode())
			.toList();

		// then
		assertThat(answers.subList(0, 20)).containsOnly(200);
		assertThat(answers.get(20)).isEqualTo(429);
	}

	@Test
	void tokenIsKeptOnlyInTheMailThatWaits() {
		// given
		Contact person = this.people.coordinator(this.people.party());
		String token = link(person);

		// then
		assertThat(this.jdbc.sql("select token_hash from password_reset").query(String.class).list())
			.doesNotContain(token);
		assertThat(new PasswordResetAsked(person.id(), token).toString()).doesNotContain(token);
	}

	private HttpResponse<String> ask(String email) {
		Visitor visitor = visitor();
		visitor.get("/password-reset");
		return visitor.postForm("/password-reset", Map.of("email", email));
	}

	/** What a mail has just been queued with. */
	private String link(Contact person) {
		int before = links(person).size();
		this.resets.ask(person.email());
		assertThat(links(person)).hasSize(before + 1);
		return links(person).get(before);
	}

	private List<String> links(Contact person) {
		return this.jdbc.sql("""
				select secret from mail where contact = :contact
				and exists (select from mail_line where mail = mail.id and kind = 'password-reset') order by id
				""").param("contact", person.id().value()).query(String.class).list();
	}

	private HttpResponse<String> send(Visitor visitor, String page, String password, String repeated) {
		return visitor.postForm(page, Map.of("password", password, "repeated", repeated));
	}

	private Visitor visitor() {
		return this.people.visitor().from(this.home);
	}

	private static String comparable(HttpResponse<String> answer) {
		return TOKEN.matcher(answer.body()).replaceAll("");
	}

	private static String location(HttpResponse<String> answer) {
		return answer.headers().firstValue("Location").orElseThrow();
	}

}
