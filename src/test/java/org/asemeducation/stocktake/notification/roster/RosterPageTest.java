package org.asemeducation.stocktake.notification.roster;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.asemeducation.stocktake.access.Contact;
import org.asemeducation.stocktake.access.Party;
import org.asemeducation.stocktake.access.People;
import org.asemeducation.stocktake.access.Register;
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
 * What contacts answer, and what the AES makes of it.
 */
@RunningStocktake
class RosterPageTest {

	private static final String CYCLE = "ROSTER";

	@Autowired
	private People people;

	@Autowired
	private Register register;

	@Autowired
	private JdbcClient jdbc;

	private Contact contact;

	private Party party;

	private Visitor me;

	private Visitor desk;

	@BeforeEach
	void aCycleIsOpen() {
		this.party = this.people.party();
		this.contact = this.people.coordinator(this.party);
		this.me = this.people.signedIn(this.contact);
		this.desk = this.people.signedIn(this.people.secretary());
		sql("""
				insert into cycle (name, title, zone, state, opened_at, opened_by)
				values ('ROSTER', 'From here to there', 'Europe/Rome', 'opened', now(), 'aes')""");
		sql("""
				insert into deadline (cycle, kind, on_date, hard) select 'ROSTER', k, '2040-06-04', k = 'freeze'
				from unnest(array['request', 'deadline', 'freeze', 'reviews', 'comments', 'papers']) as k""");
		sql("""
				insert into cycle_initiative (cycle, initiative, position, action, action_title, title, is_new, wording,
				    coordinators)
				values ('ROSTER', 'A99-I99', 1, 99, 'Act', 'Toolkit', false, 'summary', 'Somebody')""");
		sql("insert into coordination (initiative, party, role, position) values ('A99-I99', %d, 'coordinator', 1)"
			.formatted(this.party.id().value()));
	}

	@AfterEach
	void clearAway() {
		sql("delete from coordination where initiative = 'A99-I99'");
		for (String table : List.of("contact_confirmation", "cycle_initiative", "deadline")) {
			sql("delete from %s where cycle = 'ROSTER'".formatted(table));
		}
		sql("delete from cycle where name = 'ROSTER'");
	}

	@Test
	void openingThePageChangesNothing() {
		// when
		HttpResponse<String> page = this.me.get("/my/contact/" + CYCLE);
		// then
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.body()).contains("Are you still the contact for " + this.party.name(), this.contact.email());
		assertThat(answers()).isEmpty();
	}

	@Test
	void whoConfirmsStandsAmongTheConfirmed() {
		// when
		HttpResponse<String> done = answer("still", "", "");
		// then
		assertThat(done.statusCode()).isEqualTo(302);
		assertThat(answers()).containsExactly("still");
		assertThat(this.desk.get("/desk/roster").body()).contains("1 confirmed").doesNotContain("<h3>To decide</h3>");
		assertThat(audited()).containsExactly("still");
	}

	@Test
	void aSuccessorIsEnteredByTheSecretariatAndTheOldContactIsOutAtOnce() {
		// given
		String email = "successor" + this.contact.id().value() + "@stocktake.example";
		// when
		answer("now", "Sam Roy", email);
		// then
		assertThat(this.register.contactByEmail(email)).as("nobody but the secretariat enters anybody").isEmpty();
		assertThat(this.me.get("/my/contact/" + CYCLE).body()).contains("it is now Sam Roy");
		// when
		HttpResponse<String> entered = settle("entering");
		// then
		assertThat(entered.statusCode()).isEqualTo(302);
		Contact successor = this.register.contactByEmail(email).orElseThrow();
		assertThat(this.register.partiesOf(successor.id())).containsExactly(this.party);
		assertThat(this.register.contactByEmail(this.contact.email())).isEmpty();
		assertThat(this.me.get("/my/contact/" + CYCLE).statusCode()).as("signed out").isNotEqualTo(200);
		assertThat(count("select count(*) from invitation where contact = " + successor.id().value())).isOne();
		assertThat(settle("entering").statusCode()).as("once").isEqualTo(409);
	}

	@Test
	void aSecondContactJoinsTheFirst() {
		// given
		String email = "second" + this.contact.id().value() + "@stocktake.example";
		answer("two", "Sam Roy", email);
		// when
		settle("entering");
		// then
		assertThat(this.register.contactByEmail(email)).isPresent();
		assertThat(this.register.contactByEmail(this.contact.email())).isPresent();
		assertThat(this.me.get("/my/contact/" + CYCLE).body()).contains("The secretariat has entered that.")
			.doesNotContain("Your answer</legend>");
		assertThat(answer("still", "", "").statusCode()).as("it has been acted on").isEqualTo(409);
	}

	@Test
	void whatIsLeftAsItIsEntersNobody() {
		// given
		String email = "nobody" + this.contact.id().value() + "@stocktake.example";
		answer("now", "Sam Roy", email);
		// when
		settle("leaving");
		// then
		assertThat(this.register.contactByEmail(email)).isEmpty();
		assertThat(this.desk.get("/desk/roster").body()).contains("1 confirmed");
	}

	@Test
	void anAnswerMayBeChangedUntilTheSecretariatHasActed() {
		// given
		answer("now", "Sam Roy", "sam.roy@stocktake.example");
		// when
		answer("still", "", "");
		// then
		assertThat(answers()).containsExactly("still");
		assertThat(settle("entering").statusCode()).as("there is nothing to enter").isEqualTo(409);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "now | Sam Roy | nowhere  | is not an e-mail address",
			"now |         | sam@stocktake.example | A contact needs a name",
			"two | Sam Roy | self | is your own address", "     |         |          | Choose one of the three answers",
			"maybe |   |          | Choose one of the three" })
	void whatNamesNobodyIsRefusedInOneSentence(String answer, String name, String email, String sentence) {
		// when
		HttpResponse<String> refused = answer(answer, name, "self".equals(email) ? this.contact.email() : email);
		// then
		assertThat(refused.statusCode()).isEqualTo(422);
		assertThat(refused.body()).contains(sentence);
		assertThat(answers()).isEmpty();
	}

	@Test
	void onceTheRequestsHaveGoneOutNothingIsTaken() {
		// given
		sql("update cycle set state = 'gathering' where name = 'ROSTER'");
		// when, then
		assertThat(answer("still", "", "").statusCode()).isEqualTo(409);
		assertThat(answers()).isEmpty();
		assertThat(this.me.get("/my/contact/" + CYCLE).body()).contains("The requests have gone out.");
	}

	@Test
	void othersFindNothingHere() {
		// given
		Visitor stranger = this.people.signedIn(this.people.coordinator(this.people.party()));
		// when, then
		assertThat(stranger.get("/my/contact/" + CYCLE).statusCode()).isEqualTo(403);
		assertThat(this.me.get("/desk/roster").statusCode()).isEqualTo(403);
		assertThat(this.me.get("/my/contact/NONE").statusCode()).isEqualTo(404);
	}

	@Test
	void whoIsNoContactOfTheCycleAnswersNothing() {
		// given
		Visitor stranger = this.people.signedIn(this.people.coordinator(this.people.party()));
		// when, then
		assertThat(stranger.postForm("/my/contact/" + CYCLE, Map.of("answer", "still")).statusCode()).isEqualTo(403);
		assertThat(answers()).isEmpty();
	}

	@Test
	void whatTheSecretariatHasActedOnIsNotChangedByAnotherAnswer() {
		// given
		answer("two", "Sam Roy", "sam.roy@stocktake.example");
		settle("leaving");
		// when
		HttpResponse<String> refused = answer("still", "", "");
		// then
		assertThat(refused.statusCode()).isEqualTo(409);
		assertThat(refused.body()).contains("The secretariat has acted on your answer");
		assertThat(answers()).containsExactly("two");
	}

	@Test
	void theListSaysWhoIsSilentNotReachedAndWithoutContact() {
		// given
		assertThat(this.desk.get("/desk/roster").body()).contains("<h3>Silent</h3>", this.contact.email(), "not yet");
		// when
		sql("insert into unreachable (contact, address, since, because) select id, email, now(), '550' from contact where id = "
				+ this.contact.id().value());
		// then
		assertThat(this.desk.get("/desk/roster").body()).contains("Mail does not reach them", this.contact.email());
		sql("delete from unreachable where contact = " + this.contact.id().value());
		// when
		sql("delete from coordination where initiative = 'A99-I99'");
		// then
		assertThat(this.desk.get("/desk/roster").body()).doesNotContain(this.contact.email())
			.contains("No contact at all", "A99-I99 Toolkit: Somebody");
	}

	@Test
	void ofALongListTheFirstAreShownAndOthersAreFound() {
		// given
		sql("""
				insert into contact (user_id, name, email, language, added_at)
				select 'roster' || n, 'Zo Roster ' || to_char(n, 'FM000'), 'zo' || n || '@roster.example', 'en', now()
				from generate_series(1, 101) n""");
		sql("""
				insert into contact_role (contact, party, role)
				select id, %d, 'coordinator' from contact where user_id like 'roster%%'"""
			.formatted(this.party.id().value()));
		// when
		String all = this.desk.get("/desk/roster").body();
		String found = this.desk.get("/desk/roster?search=ROSTER+101").body();
		String party = this.desk
			.get("/desk/roster?search=" + URLEncoder.encode(this.party.name(), StandardCharsets.UTF_8))
			.body();
		String others = this.desk.get("/desk/roster?search=ASEM+Education+Secretariat").body();
		String settled = this.desk
			.postForm("/desk/roster/%s/%d/leaving".formatted(CYCLE, this.contact.id().value()),
					Map.of("search", "zo 1"))
			.body();
		sql("delete from contact_role where contact in (select id from contact where user_id like 'roster%')");
		sql("delete from contact where user_id like 'roster%'");
		// then
		assertThat(all)
			.contains("0 of 102 confirmed", "102 silent", "The first 100 of 102 by name; find others above.",
					"zo99@roster.example")
			.doesNotContain("zo101@roster.example");
		assertThat(party).contains("Found: 0 of 102 confirmed");
		assertThat(others).contains("Found: 0 of 0 confirmed");
		assertThat(settled).as("there is nothing to settle").contains("value=\"zo 1\"");
		assertThat(found).contains("Found: 0 of 1 confirmed", "zo101@roster.example").doesNotContain("The first 100");
	}

	private HttpResponse<String> answer(String answer, String name, String email) {
		Map<String, String> fields = new HashMap<>();
		fields.put("answer", (answer != null) ? answer : "");
		fields.put("name", (name != null) ? name : "");
		fields.put("email", (email != null) ? email : "");
		this.me.get("/my/contact/" + CYCLE);
		return this.me.postForm("/my/contact/" + CYCLE, fields);
	}

	private HttpResponse<String> settle(String act) {
		this.desk.get("/desk/roster");
		return this.desk.postForm("/desk/roster/%s/%d/%s".formatted(CYCLE, this.contact.id().value(), act), Map.of());
	}

	private List<String> answers() {
		return this.jdbc.sql("select answer from contact_confirmation where cycle = 'ROSTER'")
			.query(String.class)
			.list();
	}

	private List<String> audited() {
		return this.jdbc.sql("select after from audit where act = 'confirm contact' and who = ?")
			.param(this.contact.userId())
			.query(String.class)
			.list();
	}

	private long count(String sql) {
		return this.jdbc.sql(sql).query(Long.class).single();
	}

	private void sql(String sql) {
		this.jdbc.sql(sql).update();
	}

}
