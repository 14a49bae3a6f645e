package org.asemeducation.stocktake.cockpit.person;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.asemeducation.stocktake.access.Contact;
import org.asemeducation.stocktake.access.NewContact;
import org.asemeducation.stocktake.access.NewParty;
import org.asemeducation.stocktake.access.Party;
import org.asemeducation.stocktake.access.People;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.access.RunningStocktake;
import org.asemeducation.stocktake.access.Visitor;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody from outside who proposed something by a link asks for their data, and to be
 * erased.
 */
@RunningStocktake
class EraseOutsiderTest {

	private final String mark = UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "x";

	private final String name = "Yola O'Park" + this.mark;

	private final String email = "yola.%s@far.example".formatted(this.mark);

	@Autowired
	private People people;

	@Autowired
	private Register register;

	@Autowired
	private RuntimeService runtime;

	@Autowired
	private HistoryService history;

	@Autowired
	private JdbcClient jdbc;

	private Visitor desk;

	private long invitation;

	private String token;

	@BeforeEach
	void sheIsInvited() {
		this.desk = this.people.signedIn(this.people.secretary());
		this.invitation = invite();
		this.token = secret();
	}

	@Test
	void noColumnHasNameOrAddressAfterwardsAndTheProposalStays() {
		// given
		long proposal = sent();
		check(proposal, "pass");
		assertThat(this.desk.get(parts() + "/held").body()).contains("Invitations to propose",
				"Proposals as they were");
		assertThat(this.desk.get(parts() + "/named").body()).contains("\"what\":\"Mails\"");
		assertThat(scan()).contains("proposal_invitation.name", "proposal_invitation.email", "mail.addressee",
				"mail.recipient", "mail.text", "mail.html", "proposal.content", "proposal_version.content");
		// when
		HttpResponse<String> answer = erase();
		// then
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
		assertThat(scan()).isEmpty();
		assertThat(this.desk.get("/desk/proposals/" + proposal).body())
			.contains("Somebody (Far University)", "Lighthouses teach well", "Lantern Foundation " + this.mark)
			.doesNotContain("O&#39;Park");
		assertThat(text("select state from proposal where id = " + proposal)).isEqualTo("advising");
		assertThat(text("select content ->> 'reason' from proposal_version where proposal = " + proposal))
			.isEqualTo("Lighthouses teach well.");
		assertThat(this.desk.get("/proposal/" + this.token).statusCode()).isEqualTo(404);
		assertThat(this.desk.get(address()).body()).contains("Erased");
		assertThat(this.desk.get(parts() + "/held").body()).isEqualTo("[]");
		assertThat(erase().statusCode()).isEqualTo(409);
		// when it goes on, nobody from outside is written to
		long before = mails();
		HttpResponse<String> advice = this.desk.api("POST", "/api/proposals/" + proposal + "/advice",
				"{\"advice\": \"recommend\", \"words\": \"Good.\"}");
		assertThat(advice.statusCode()).as(advice.body()).isEqualTo(204);
		assertThat(mails()).isEqualTo(before);
	}

	@Test
	void mailsKeepTheirTimesAndTheHashOfTheirWords() {
		// given
		String text = text("select text from mail where recipient = '%s'".formatted(this.email));
		String id = text("select id::text from mail where recipient = '%s'".formatted(this.email));
		Object queued = row(id).get("queued_at");
		// when
		erase();
		// then
		Map<String, Object> after = row(id);
		assertThat(after.get("queued_at")).isEqualTo(queued);
		assertThat(after.get("erased_at")).isNotNull();
		assertThat(after.get("recipient")).isEqualTo("erased");
		assertThat(after.get("addressee")).isEqualTo("erased");
		assertThat(after.get("secret")).isNull();
		assertThat(after.get("text_sha256"))
			.isEqualTo(this.jdbc.sql("select encode(sha256(convert_to(:text, 'UTF8')), 'hex')")
				.param("text", text)
				.query(String.class)
				.single());
		assertThat(after.get("text")).asString().doesNotContain("Far University", this.mark);
	}

	@Test
	void whatIsNotSentOrWasAskedBackEnds() {
		// given
		long asked = sent();
		check(asked, "ask-back");
		long unused = invite();
		save(secret());
		// when
		assertThat(erase().statusCode()).isEqualTo(302);
		// then
		assertThat(text("select state from proposal where id = " + asked)).isEqualTo("withdrawn");
		assertThat(this.runtime.createProcessInstanceQuery().processInstanceBusinessKey("proposal/" + asked).count())
			.isZero();
		assertThat(
				this.jdbc.sql("select count(*) from proposal where invitation = " + unused).query(Long.class).single())
			.isZero();
		assertThat(text("select withdrawn_at::text from proposal_invitation where id = " + unused)).isNotNull();
		assertThat(scan()).isEmpty();
	}

	@Test
	void theProcessHoldsNothingButIds() {
		// given
		long proposal = sent();
		check(proposal, "pass");
		// then
		assertThat(this.history.createHistoricVariableInstanceQuery()
			.processInstanceId(this.runtime.createProcessInstanceQuery()
				.processInstanceBusinessKey("proposal/" + proposal)
				.singleResult()
				.getId())
			.list()).isNotEmpty()
			.allSatisfy(
					(variable) -> assertThat(variable.getValue()).as(variable.getName()).isInstanceOf(Boolean.class));
		assertThat(scan()).noneMatch((column) -> column.startsWith("act_"));
	}

	@Test
	void whatIsHeldIsHandedOutWithoutSecrets() throws Exception {
		// given
		long proposal = sent();
		check(proposal, "ask-back");
		this.desk.get(address());
		// when
		HttpResponse<String> json = this.desk.postForm(address() + "/export",
				Map.of("reason", "They asked.", "format", "json"));
		HttpResponse<String> html = this.desk.postForm(address() + "/export",
				Map.of("reason", "They asked.", "format", "html"));
		// then
		JsonNode held = new ObjectMapper().readTree(json.body()).get("held");
		assertThat(held.properties().stream().map(Map.Entry::getKey)).contains("proposal_invitation", "proposal",
				"proposal_version", "proposal_step", "proposal_link", "mail", "mail_line");
		assertThat(held.get("proposal").get(0).get("id").asLong()).isEqualTo(proposal);
		assertThat(held.get("proposal_link").get(0).has("token_hash")).isFalse();
		assertThat(held.get("mail").get(0).has("secret")).isFalse();
		assertThat(html.body()).contains("O&#39;Park", this.email, "Lighthouses teach well", "Invitations to propose");
		assertThat(this.jdbc
			.sql("select count(*) from audit where act = 'export person' and subject = 'proposal-invitation/%d'"
				.formatted(this.invitation))
			.query(Long.class)
			.single()).isEqualTo(2);
	}

	@Test
	void whoIsInTheRegisterByThatAddressIsErasedThereWithWhatTheyProposed() {
		// given
		Party party = this.register.register(new NewParty("Park " + this.mark, null, "stakeholder"));
		this.register.addContact(new NewContact(party.id(), this.name, this.email, "en", null, "coordinator"));
		Contact contact = this.people.withPassword(this.email);
		sent();
		// when
		HttpResponse<String> refused = erase();
		String page = "/desk/register/people/" + contact.id().value();
		this.desk.get(page);
		HttpResponse<String> done = this.desk.postForm(page + "/erasure",
				Map.of("reason", "Asked.", "confirmed", "on"));
		// then
		assertThat(refused.statusCode()).isEqualTo(409);
		assertThat(refused.body()).contains("is in the register by this address");
		assertThat(done.statusCode()).isEqualTo(302);
		assertThat(scan()).isEmpty();
	}

	@Test
	void theyAreFoundByTheirAddressAndOnlyTheSecretariatMayLook() {
		// given
		Visitor reviewer = this.people.signedIn(this.people.reviewer());
		reviewer.get("/");
		// then
		assertThat(this.desk.get("/desk/register/people?search=" + this.email).body()).contains(address());
		assertThat(this.desk.get("/desk/register/outsiders/999999999").statusCode()).isEqualTo(404);
		assertThat(reviewer.get(address()).statusCode()).isEqualTo(403);
		assertThat(reviewer.postForm(address() + "/erasure", Map.of("reason", "x", "confirmed", "on")).statusCode())
			.isEqualTo(403);
		this.desk.get(address());
		assertThat(this.desk.postForm(address() + "/erasure", Map.of("reason", "Asked.")).statusCode()).isEqualTo(422);
		assertThat(this.desk.postForm(address() + "/erasure", Map.of("reason", " ", "confirmed", "on")).statusCode())
			.isEqualTo(422);
		assertThat(scan()).isNotEmpty();
	}

	private long invite() {
		this.desk.get("/desk/proposals/invitations");
		HttpResponse<String> answer = this.desk.postForm("/desk/proposals/invitations",
				Map.of("name", this.name, "organisation", "Far University", "email", this.email, "language", "en",
						"subject", "register", "until", java.time.LocalDate.now().plusDays(20).toString(), "words",
						"Dear %s, please propose.".formatted(this.name)));
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
		return this.jdbc.sql("select max(id) from proposal_invitation").query(Long.class).single();
	}

	private String secret() {
		return text("select secret from mail where recipient = '%s' order by id desc limit 1".formatted(this.email));
	}

	private void save(String by) {
		this.desk.get("/proposal/" + by);
		HttpResponse<String> saved = this.desk.api("PUT", "/api/invited-proposals/" + by,
				"""
						{"version": 0, "content": {"kind": "stakeholder", "name": "Lantern Foundation %s", "partyKind": "stakeholder",
						 "contact": "%s", "email": "%s", "reason": "Lighthouses teach well."}}"""
					.formatted(this.mark, this.name, this.email));
		assertThat(saved.statusCode()).as(saved.body()).isEqualTo(200);
	}

	private long sent() {
		save(this.token);
		HttpResponse<String> answer = this.desk.api("POST", "/api/invited-proposals/" + this.token + "/sent",
				"{\"version\": 1}");
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
		return this.jdbc.sql("select id from proposal where invitation = " + this.invitation)
			.query(Long.class)
			.single();
	}

	private void check(long proposal, String verdict) {
		HttpResponse<String> answer = this.desk.api("POST", "/api/proposals/%d/check".formatted(proposal),
				"{\"number\": 1, \"verdict\": \"%s\", \"due\": \"%s\", \"words\": \"About what %s wrote.\"}"
					.formatted(verdict, java.time.LocalDate.now().plusDays(20), this.name));
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
	}

	private HttpResponse<String> erase() {
		this.desk.get(address());
		return this.desk.postForm(address() + "/erasure", Map.of("reason", "They asked for it.", "confirmed", "on"));
	}

	private String parts() {
		return address().replace("/desk/", "/api/");
	}

	private String address() {
		return "/desk/register/outsiders/" + this.invitation;
	}

	private long mails() {
		return this.jdbc.sql("select count(*) from mail where contact is null").query(Long.class).single();
	}

	private Map<String, Object> row(String mail) {
		return this.jdbc.sql("select * from mail where id = " + mail).query().singleRow();
	}

	private String text(String sql) {
		return this.jdbc.sql(sql).query(String.class).single();
	}

	/** The columns in which name or address stands. */
	private Set<String> scan() {
		Set<String> found = new TreeSet<>();
		List<String[]> columns = this.jdbc
			.sql("""
					select table_name, column_name, data_type from information_schema.columns
					join information_schema.tables using (table_schema, table_name)
					where table_schema = current_schema and table_type = 'BASE TABLE'
					and (data_type in ('text', 'character', 'character varying', 'json', 'jsonb', 'bytea') or udt_name = '_text')""")
			.query((row, at) -> new String[] { row.getString(1), row.getString(2), row.getString(3) })
			.list();
		for (String[] column : columns) {
			String words = column[2].equals("bytea") ? "encode(\"%s\", 'escape')".formatted(column[1])
					: "\"%s\"::text".formatted(column[1]);
			boolean stands = this.jdbc
				.sql("select exists (select from \"%s\" where lower(%s) like any(array[:email, :name, :quoted]))"
					.formatted(column[0], words))
				.param("email", "%" + this.email + "%")
				.param("name", "%o'park" + this.mark + "%")
				.param("quoted", "%o&#39;park" + this.mark + "%")
				.query(Boolean.class)
				.single();
			if (stands) {
				found.add(column[0] + "." + column[1]);
			}
		}
		return found;
	}

}
