package org.asemeducation.stocktake.cockpit.person;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.asemeducation.stocktake.access.NewContact;
import org.asemeducation.stocktake.access.NewParty;
import org.asemeducation.stocktake.access.Party;
import org.asemeducation.stocktake.access.People;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.access.RunningStocktake;
import org.asemeducation.stocktake.access.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody asks for their data, and to be erased, who has no account and was invited to
 * nothing: a superior, a successor who was refused, an addressee for information.
 */
@RunningStocktake
class EraseAddressTest {

	private final String mark = UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "y";

	private final String name = "Odo O'Reed" + this.mark;

	private final String email = "odo.%s@ministry.example".formatted(this.mark);

	@Autowired
	private People people;

	@Autowired
	private Register register;

	@Autowired
	private JdbcClient jdbc;

	private Party party;

	private Visitor desk;

	@BeforeEach
	void signIn() {
		this.party = this.register.register(new NewParty("Reed House " + this.mark, null, "stakeholder"));
		this.desk = this.people.signedIn(this.people.secretary());
		this.desk.get("/desk/register");
	}

	@AfterEach
	void clearAway() {
		this.jdbc.sql("delete from superior where email = :email").param("email", this.email).update();
		this.jdbc.sql("delete from for_information where email = :email").param("email", this.email).update();
	}

	@Test
	void eachIsFoundByNameOrAddressAndLedToByARow() {
		// given
		long mail = mail(this.name);
		long handOver = handOver("refused");
		superior();
		// when
		String byName = people("o'reed" + this.mark);
		String byAddress = people(this.email.toUpperCase());
		// then
		assertThat(List.of(byName, byAddress)).allSatisfy((page) -> assertThat(page)
			.contains("/desk/register/addresses/mail-" + mail, this.email, "a hand-over, a mail to it, a superior"));
		assertThat(this.desk.get("/desk/register/addresses/hand-over-" + handOver).body()).contains(this.email);
		assertThat(this.desk.get("/desk/register/addresses/superior-" + this.party.id().value()).body())
			.contains("The superior of Reed House %s has this address: change that first.".formatted(this.mark));
		assertThat(List.of("mail-999999999", "contact-1", "mail-x", "mail-" + contactsMail()))
			.allMatch((row) -> this.desk.get("/desk/register/addresses/" + row).statusCode() == 404);
	}

	@Test
	void whoIsAContactIsFoundThereAndNotHere() {
		// given
		mail(this.name);
		// when
		this.register.addContact(new NewContact(this.party.id(), this.name, this.email, "en", null, "coordinator"));
		// then
		assertThat(people(this.email)).contains("/desk/register/people/").doesNotContain("/desk/register/addresses/");
	}

	@Test
	void noColumnHasNameOrAddressAfterwards() {
		// given
		long mail = mail(this.name);
		handOver("refused");
		String page = "/desk/register/addresses/mail-" + mail;
		String text = text("select text from mail where id = " + mail);
		assertThat(scan()).contains("mail.recipient", "mail.addressee", "mail.text", "hand_over.name",
				"hand_over.email", "hand_over.reason");
		assertThat(this.desk.get("/api/register/addresses/mail-" + mail + "/held").body()).contains("Mails",
				"Hand-overs");
		assertThat(this.desk.get("/api/register/addresses/mail-" + mail + "/named").body())
			.contains("\"what\":\"Mails\"");
		// when
		HttpResponse<String> answer = erase(page);
		// then
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
		assertThat(scan()).isEmpty();
		Map<String, Object> after = this.jdbc.sql("select * from mail where id = " + mail).query().singleRow();
		assertThat(after).containsEntry("recipient", "erased").containsEntry("state", "sent");
		assertThat(after.get("sent_at")).isNotNull();
		assertThat(after.get("text_sha256"))
			.isEqualTo(this.jdbc.sql("select encode(sha256(convert_to(:text, 'UTF8')), 'hex')")
				.param("text", text)
				.query(String.class)
				.single());
		assertThat(this.desk.get(page).body()).contains("Erased", "Somebody");
		assertThat(this.desk.get("/api/register/addresses/mail-" + mail + "/held").body()).isEqualTo("[]");
		assertThat(erase(page).statusCode()).isEqualTo(409);
		assertThat(text(
				"select after from audit where act = 'erase person' and subject = 'address/mail-%d'".formatted(mail)))
			.isEqualTo("They asked for it.");
	}

	@Test
	void twoWhoWereToldOfTheSamePublicationAreErasedOneAfterTheOther() {
		// given
		long first = mail(this.name);
		informed(first, this.email);
		String other = this.email.replace("odo", "una");
		long second = mail("Una Other" + this.mark, other);
		informed(second, other);
		// when, then
		assertThat(erase("/desk/register/addresses/mail-" + first).statusCode()).isEqualTo(302);
		assertThat(erase("/desk/register/addresses/mail-" + second).statusCode()).isEqualTo(302);
		assertThat(scan()).isEmpty();
	}

	@Test
	void whatStillWritesToThemStandsInTheWay() {
		// given
		long handOver = handOver(null);
		String page = "/desk/register/addresses/hand-over-" + handOver;
		superior();
		this.jdbc.sql("""
				insert into for_information (party, name, email, entered_at, entered_by)
				values (:party, 'Education desk', :email, now(), 'x')""")
			.param("party", this.party.id().value())
			.param("email", this.email)
			.update();
		// when
		HttpResponse<String> answer = erase(page);
		// then
		assertThat(answer.statusCode()).isEqualTo(409);
		assertThat(answer.body()).contains("Nothing was erased.", "The superior of Reed House",
				"The list “for information” has this address", "A hand-over of R-" + this.mark + " waits");
		assertThat(scan()).contains("superior.email", "hand_over.email");
	}

	@Test
	void aNameThatIsNotSurelyAPersonsIsLeftInWords() {
		// given
		long mail = mail("Education desk");
		informed(mail, this.email);
		this.register.register(new NewParty("Education desk " + this.mark, null, "other"));
		this.jdbc.sql("insert into audit (at, who, act, subject, after) values (now(), 'x', 'say', :mark, :words)")
			.param("mark", "say" + this.mark)
			.param("words", "The Education desk and " + this.email)
			.update();
		String page = "/desk/register/addresses/mail-" + mail;
		// when
		String before = this.desk.get(page).body();
		erase(page);
		// then
		assertThat(before).contains("it is not surely a person’s");
		assertThat(text("select after from audit where subject = 'say%s'".formatted(this.mark)))
			.isEqualTo("The Education desk and [erased]");
	}

	@Test
	void whatIsHeldIsHandedOut() throws Exception {
		// given
		long mail = mail(this.name);
		handOver("refused");
		superior();
		String page = "/desk/register/addresses/mail-" + mail;
		// when
		HttpResponse<String> json = this.desk.postForm(page + "/export",
				Map.of("reason", "They asked.", "format", "json"));
		HttpResponse<String> without = this.desk.postForm(page + "/export", Map.of("reason", " ", "format", "json"));
		// then
		JsonNode held = new ObjectMapper().readTree(json.body()).get("held");
		assertThat(held.properties().stream().map(Map.Entry::getKey)).contains("mail", "hand_over", "superior");
		assertThat(without.statusCode()).isEqualTo(422);
		assertThat(text(
				"select after from audit where act = 'export person' and subject = 'address/mail-%d'".formatted(mail)))
			.isEqualTo("They asked.");
	}

	@Test
	void onlyTheSecretariatMayLook() {
		// given
		String page = "/desk/register/addresses/mail-" + mail(this.name);
		Visitor reviewer = this.people.signedIn(this.people.reviewer());
		reviewer.get("/");
		// then
		assertThat(reviewer.get(page).statusCode()).isEqualTo(403);
		assertThat(reviewer.postForm(page + "/erasure", Map.of("reason", "x", "confirmed", "on")).statusCode())
			.isEqualTo(403);
		assertThat(this.desk.postForm(page + "/erasure", Map.of("reason", "Asked.")).statusCode()).isEqualTo(422);
		assertThat(scan()).isNotEmpty();
	}

	private String people(String search) {
		return this.desk
			.get("/desk/register/people?search="
					+ java.net.URLEncoder.encode(search, java.nio.charset.StandardCharsets.UTF_8))
			.body();
	}

	private HttpResponse<String> erase(String page) {
		return this.desk.postForm(page + "/erasure", Map.of("reason", "They asked for it.", "confirmed", "on"));
	}

	private long mail(String addressee) {
		return mail(addressee, this.email);
	}

	private long mail(String addressee, String recipient) {
		return this.jdbc.sql("""
				insert into mail (addressee, recipient, state, queued_at, bundled_at, sent_at, subject, text)
				values (:name, :email, 'sent', now(), now(), now(), 'Of the report', :words) returning id""")
			.param("name", addressee)
			.param("email", recipient)
			.param("words", "Dear %s, read it.".formatted(addressee))
			.query(Long.class)
			.single();
	}

	private long contactsMail() {
		return this.jdbc
			.sql("""
					insert into mail (contact, recipient, state, queued_at, bundled_at, sent_at, subject, text)
					select max(id), 'kim@example.org', 'sent', now(), now(), now(), 'Of it', 'Words' from contact returning id""")
			.query(Long.class)
			.single();
	}

	private void informed(long mail, String whom) {
		this.jdbc.sql("insert into informed (email, cycle, number, mail) values (:email, 'TOLD', 0, :mail)")
			.param("email", whom)
			.param("mail", mail)
			.update();
	}

	private void superior() {
		this.jdbc.sql("""
				insert into superior (party, name, email, entered_at, entered_by)
				values (:party, :name, :email, now(), 'x')""")
			.param("party", this.party.id().value())
			.param("name", this.name)
			.param("email", this.email)
			.update();
	}

	private long handOver(String outcome) {
		this.jdbc
			.sql("insert into cycle (name, title, zone, state, opened_at, opened_by)"
					+ " values ('REED', 'Reed', 'UTC', 'published', now(), 'x') on conflict do nothing")
			.update();
		this.jdbc.sql("""
				insert into cycle_initiative (cycle, initiative, position, action, action_title, title, is_new, wording,
				    coordinators) values ('REED', :initiative, 1, 1, 'Action', 'Title', false, 'Wording', 'Nobody')""")
			.param("initiative", "R-" + this.mark)
			.update();
		return this.jdbc
			.sql("""
					insert into hand_over (cycle, initiative, name, email, reason, asked_at, asked_by, outcome, answered_at, answered_by)
					values ('REED', :initiative, :name, :email, :reason, now(), 'x', :outcome,
					    case when :outcome is not null then now() end, case when :outcome is not null then 'x' end)
					returning id""")
			.param("initiative", "R-" + this.mark)
			.param("name", this.name)
			.param("email", this.email)
			.param("reason", this.name + " knows it best")
			.param("outcome", outcome, java.sql.Types.VARCHAR)
			.query(Long.class)
			.single();
	}

	private String text(String sql) {
		return this.jdbc.sql(sql).query(String.class).single();
	}

	/** The columns in which name or address stands. */
	private Set<String> scan() {
		Set<String> found = new TreeSet<>();
		List<String[]> columns = this.jdbc.sql("""
				select table_name, column_name from information_schema.columns
				join information_schema.tables using (table_schema, table_name)
				where table_schema = current_schema and table_type = 'BASE TABLE'
				and (data_type in ('text', 'character', 'character varying', 'json', 'jsonb') or udt_name = '_text')""")
			.query((row, at) -> new String[] { row.getString(1), row.getString(2) })
			.list();
		for (String[] column : columns) {
			boolean stands = this.jdbc
				.sql("select exists (select from \"%s\" where lower(\"%s\"::text) like any(array[:email, :name]))"
					.formatted(column[0], column[1]))
				.param("email", "%" + this.email + "%")
				.param("name", "%o'reed" + this.mark + "%")
				.query(Boolean.class)
				.single();
			if (stands) {
				found.add(column[0] + "." + column[1]);
			}
		}
		return found;
	}

}
