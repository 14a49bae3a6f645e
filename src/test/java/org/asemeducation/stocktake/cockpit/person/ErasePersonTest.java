package org.asemeducation.stocktake.cockpit.person;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.asemeducation.stocktake.access.Contact;
import org.asemeducation.stocktake.access.Coordination;
import org.asemeducation.stocktake.access.NewContact;
import org.asemeducation.stocktake.access.NewParty;
import org.asemeducation.stocktake.access.Party;
import org.asemeducation.stocktake.access.People;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.access.RunningStocktake;
import org.asemeducation.stocktake.access.Visitor;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@RunningStocktake
class ErasePersonTest {

	private static final AtomicInteger NUMBER = new AtomicInteger();

	private final int number = NUMBER.incrementAndGet();

	private final String mark = UUID.randomUUID().toString().replaceAll("[^a-f]", "") + Integer.toString(this.number);

	private final String name = "Zora O'Quill" + this.mark;

	private final String email = "zora.%s@ministry.example".formatted(this.mark);

	@Autowired
	private People people;

	@Autowired
	private Register register;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TaskService tasks;

	private Party party;

	private Contact zora;

	private Visitor desk;

	@BeforeEach
	void zoraIsRegistered() {
		this.party = this.register
			.register(new NewParty("Quill Institute " + this.number, "QI" + this.number, "stakeholder"));
		this.register.addContact(new NewContact(this.party.id(), this.name, this.email, "en", null, "coordinator"));
		this.zora = this.people.withPassword(this.email);
		this.desk = this.people.signedIn(this.people.secretary());
	}

	@Test
	void noColumnOfAnyTableHasTheNameOrTheAddressAfterwards() {
		// given
		Visitor session = this.people.signedIn(this.zora);
		standsEverywhere();
		Set<String> before = scan();
		assertThat(before).hasSizeGreaterThan(15)
			.contains("contact.name", "contact.email", "audit.subject", "mail.recipient", "mail.html", "draft.content",
					"act_id_user.last_", "thread_message.text", "participant.name", "initiative.links", "note.text",
					"note.link", "note.caption", "earlier_note.text");

		// when
		HttpResponse<String> answer = erase("They asked for it.");

		// then
		assertThat(answer.statusCode()).isEqualTo(302);
		assertThat(scan()).isEmpty();
		assertThat(session.get("/api/me").statusCode()).isEqualTo(401);
		assertThat(this.desk.get(address()).body()).contains("Somebody of QI" + this.number, "Erased");
	}

	@Test
	void aMailKeepsItsTimesAndTheHashOfItsWords() {
		// given
		long mail = mail("sent", "Dear Zora,\nplease write.");
		Map<String, Object> before = row(mail);

		// when
		erase("They asked for it.");

		// then
		Map<String, Object> after = row(mail);
		assertThat(List.of("queued_at", "bundled_at", "sent_at", "state", "message_id"))
			.allSatisfy((column) -> assertThat(after.get(column)).as(column).isNotNull().isEqualTo(before.get(column)));
		assertThat(after.get("text_sha256")).isEqualTo(sha256("Dear Zora,\nplease write."));
		assertThat(after.get("recipient")).isEqualTo("erased");
		assertThat(after.get("html")).isNull();
		assertThat(after.get("text")).asString().doesNotContain("please").contains(sha256("Dear Zora,\nplease write."));
	}

	@Test
	void aMailThatHasNotLeftDoesNotLeave() {
		// given
		long mail = mail("queued", "Dear Zora");

		// when
		erase("They asked for it.");

		// then
		assertThat(row(mail).get("state")).isEqualTo("cancelled");
	}

	@Test
	void whatWasSubmittedStaysAndIsThePartys() throws Exception {
		// given
		String words = "{\"progress\": \"We met %s in Riga.\"}".formatted(this.name);
		this.jdbc
			.sql("insert into cycle (name, title, zone, state, opened_at, opened_by)"
					+ " values ('ERASE', 'Erase', 'UTC', 'published', now(), 'x') on conflict do nothing")
			.update();
		copy("Z-" + this.number);
		this.jdbc.sql("""
				insert into revision (cycle, initiative, number, content, submitted_at, submitted_by)
				values ('ERASE', :initiative, 1, :words::jsonb, now(), :user)""")
			.param("initiative", "Z-" + this.number)
			.param("words", words)
			.param("user", this.zora.userId())
			.update();

		// when
		JsonNode named = read("/named");
		JsonNode held = read("/held");
		erase("They asked for it.");

		// then
		assertThat(named.path("kept")).containsExactly(entries("Submitted updates", 1));
		assertThat(named.path("blanked")).containsExactly(entries("Acts in the audit", 2));
		assertThat(held).contains(entries("In the register", 1), entries("Submitted updates", 1));
		assertThat(read("/named")).isEqualTo(new ObjectMapper().readTree("{\"blanked\": [], \"kept\": []}"));
		assertThat(this.jdbc.sql("select content ->> 'progress' from revision where submitted_by = :user")
			.param("user", this.zora.userId())
			.query(String.class)
			.single()).contains(this.name);
		assertThat(this.register.nameOf(this.zora.userId())).isEqualTo("Somebody of QI" + this.number);
	}

	@Test
	void nobodyIsErasedWhomAnInitiativeHasAlone() {
		// given
		String initiative = this.jdbc.sql("select min(id) from initiative where in_force").query(String.class).single();
		List<Coordination> before = this.register.coordination(initiative);
		this.register.coordinate(initiative, List.of(new Coordination(this.party.id(), "coordinator", 1)));

		// when
		HttpResponse<String> alone = erase("They asked for it.");
		this.people.coordinator(this.party);
		HttpResponse<String> withAnother = erase("They asked for it.");
		this.register.coordinate(initiative, before);

		// then
		assertThat(alone.statusCode()).isEqualTo(409);
		assertThat(alone.body()).contains("Nothing was erased", "could write for " + initiative,
				"enter another contact of the party");
		assertThat(withAnother.statusCode()).isEqualTo(302);
	}

	@Test
	void nobodyIsErasedWithATaskThatNobodyElseCouldTake() {
		// given
		String task = this.people.task(this.party);
		this.tasks.setAssignee(task, this.zora.userId());

		// when
		HttpResponse<String> holding = erase("They asked for it.");
		this.tasks.setAssignee(task, null);
		HttpResponse<String> free = erase("They asked for it.");

		// then
		assertThat(holding.statusCode()).isEqualTo(409);
		assertThat(holding.body()).contains("open tasks that nobody else could take");
		assertThat(free.statusCode()).isEqualTo(302);
	}

	@Test
	void nobodyIsErasedWhoIsStillToBeWrittenToAsASuperior() {
		// given
		insert("superior (party, name, email, entered_at, entered_by) values (" + this.party.id().value()
				+ ", :name, :email, now(), 'x')");

		// when
		HttpResponse<String> superior = erase("They asked for it.");
		this.jdbc.sql("delete from superior where email = '" + this.email + "'").update();
		HttpResponse<String> removed = erase("They asked for it.");

		// then
		assertThat(superior.statusCode()).isEqualTo(409);
		assertThat(superior.body()).contains("the superior of QI" + this.number, "Settle it first.");
		assertThat(removed.statusCode()).isEqualTo(302);
	}

	@Test
	void aNameThatTwoBearIsLeftInWordsAndTheAddressGoes() {
		// given
		this.register
			.addContact(new NewContact(this.party.id(), this.name, "other" + this.email, "en", null, "coordinator"));
		this.jdbc.sql("insert into audit (at, who, act, subject, after) values (now(), 'x', 'say', 'twins', :words)")
			.param("words", this.name + " or " + this.email)
			.update();

		// when
		erase("They asked for it.");

		// then
		assertThat(this.jdbc.sql("select after from audit where subject = 'twins' order by id desc limit 1")
			.query(String.class)
			.single()).isEqualTo(this.name + " or [erased]");
		assertThat(this.register.contactByEmail("other" + this.email).orElseThrow().name()).isEqualTo(this.name);
	}

	@Test
	void withoutReasonOrConfirmationNothingHappens() {
		// when
		this.desk.get(address());
		HttpResponse<String> unconfirmed = this.desk.postForm(address() + "/erasure", Map.of("reason", "Asked."));
		HttpResponse<String> unexplained = erase(" ");
		HttpResponse<String> unexported = this.desk.postForm(address() + "/export", Map.of("reason", ""));

		// then
		assertThat(List.of(unconfirmed, unexplained, unexported))
			.allSatisfy((answer) -> assertThat(answer.statusCode()).isEqualTo(422));
		assertThat(unconfirmed.body()).contains("Nothing was erased");
		assertThat(this.register.contactByEmail(this.email)).isPresent();
	}

	@Test
	void whatIsHeldIsHandedOutWithoutSecretsAndOthers() throws Exception {
		// given
		standsEverywhere();
		this.jdbc
			.sql("insert into audit (at, who, act, subject) values (now(), :user, 'invite', 'friend@other.example')")
			.param("user", this.zora.userId())
			.update();
		this.desk.get(address());

		// when
		HttpResponse<String> json = this.desk.postForm(address() + "/export",
				Map.of("reason", "They asked.", "format", "json"));
		HttpResponse<String> html = this.desk.postForm(address() + "/export",
				Map.of("reason", "They asked.", "format", "html"));

		// then
		JsonNode held = new ObjectMapper().readTree(json.body()).get("held");
		assertThat(held.get("contact").get(0).get("email").asText()).isEqualTo(this.email);
		assertThat(held.properties().stream().map(Map.Entry::getKey)).contains("contact_role", "mail", "mail_line",
				"delivery_attempt", "audit", "thread_message", "draft", "act_id_user", "act_ru_authorization",
				"invitation");
		assertThat(held.get("act_id_user").get(0).has("pwd_")).isFalse();
		assertThat(held.get("invitation").get(0).has("token_hash")).isFalse();
		assertThat(html.headers().firstValue("Content-Disposition"))
			.hasValueSatisfying((value) -> assertThat(value).startsWith("attachment").contains(".html"));
		assertThat(html.body()).contains("O&#39;Quill", this.email, "Questions and answers about updates");
		assertThat(List.of(json.body(), html.body()))
			.allSatisfy((body) -> assertThat(body).doesNotContain("friend@other.example")
				.contains("(another person’s address)"));
		assertThat(acts("export person")).isEqualTo(2);
	}

	@Test
	void onlyTheSecretariatMayLook() {
		// given
		Visitor self = this.people.signedIn(this.zora);
		self.get("/");

		// then
		assertThat(self.get(address()).statusCode()).isEqualTo(403);
		assertThat(self.get("/desk/register/people").statusCode()).isEqualTo(403);
		assertThat(self.get("/api/register/people/%d/held".formatted(this.zora.id().value())).statusCode())
			.isEqualTo(403);
		assertThat(self.postForm(address() + "/erasure", Map.of("reason", "x", "confirmed", "on")).statusCode())
			.isEqualTo(403);
		assertThat(this.desk.get("/desk/register/people?search=O'QUILL" + this.mark).body()).contains(this.email);
		assertThat(this.desk.get("/desk/register/people/999999999").statusCode()).isEqualTo(404);
		assertThat(this.desk.get("/api/register/people/999999999/held").statusCode()).isEqualTo(404);
		assertThat(this.desk.get("/api/register/people/999999999/named").statusCode()).isEqualTo(404);
	}

	/** A row of every sort that has names or addresses, one way or another. */
	private void standsEverywhere() {
		String initiative = "Z-" + this.number;
		this.jdbc
			.sql("insert into cycle (name, title, zone, state, opened_at, opened_by)"
					+ " values ('ERASE', 'Erase', 'UTC', 'published', now(), 'x') on conflict do nothing")
			.update();
		copy(initiative);
		mail("sent", "Dear " + this.name);
		long mail = mail("queued", "To " + this.email);
		insert("mail_line (mail, kind) values (" + mail + ", 'request')");
		insert("delivery_attempt (mail, number, at, outcome, recipient, answer)"
				+ " values (%d, 1, now(), 'sent', :email, '250 taken for ' || :email)".formatted(mail));
		insert("bounce (mail, report, noted_at, recipient, status, permanent, words)"
				+ " values (%d, 'r', now(), :email, '5.1.1', true, '<' || upper(:email) || '> unknown')"
					.formatted(mail));
		insert("unreachable (contact, address, since, because, settled_at, settled_as, settled_by)"
				+ " values (:id, :email, now(), 'no ' || :email, now(), 'mended', :user)");
		insert("hand_over (cycle, initiative, name, email, reason, asked_at, asked_by, outcome, answered_at, answered_by)"
				+ " values ('ERASE', :initiative, :name, :email, :name || ' is new', now(), 'x', 'confirmed', now(), 'x')");
		insert("thread_message (cycle, initiative, text, secretariat, written_at, written_by)"
				+ " values ('ERASE', :initiative, E'Ask \\n' || replace(:name, ' ', E'\\n') || '.', false, now(), :user)");
		insert("draft (cycle, initiative, version, content, saved_at, saved_by) values ('ERASE', :initiative, 1,"
				+ " jsonb_build_object('progress', 'By \"' || :name || '\"', 'mail', :email), now(), :user)");
		insert("note (initiative, day, text, link, caption, written_at, written_by)"
				+ " values (:initiative, now(), 'With ' || :name, 'https://q.example/' || :email, :name, now(), :user)");
		insert("earlier_note (note, version, day, text, consent, until)"
				+ " select max(id), 1, now(), :email, false, now() from note where initiative = :initiative");
		insert("entry (cycle, initiative, on_behalf, desk, words, begun_at, begun_by)"
				+ " values ('ERASE', :initiative, 'QI', false, 'From: ' || :name || ' <' || :email || '>', now(), 'x')");
		insert("meeting (cycle, kind, decisions) values ('ERASE', 'ISOM', 'None') on conflict do nothing");
		insert("participant_list (cycle, kind, version, loaded_at, loaded_by) values ('ERASE', 'ISOM', 1, now(), 'x') on conflict do nothing");
		insert("participant (cycle, kind, position, name) values ('ERASE', 'ISOM', %d, :name)".formatted(this.number));
		insert("audit (at, who, act, subject, before, after) values (now(), 'x', 'say', :email, :name, :name || ' <' || :email || '>')");
		insert("invitation (token_hash, contact, created_at, expires_at) values (:name, :id, now(), now())");
		Contact other = this.people.coordinator(this.party);
		insert("mail (contact, recipient, state, queued_at, bundled_at, sent_at, subject, text, html) values (%d, '%s', 'sent', now(), now(), now(), :name || ' wrote', :name, '<p>' || replace(:name, '''', '&#39;') || '</p>')"
			.formatted(other.id().value(), other.email()));
		this.jdbc
			.sql("update initiative set links = links || array['mailto:' || :email, :name]"
					+ " where id = (select min(id) from initiative)")
			.param("email", this.email)
			.param("name", this.name)
			.update();
	}

	private void copy(String initiative) {
		this.jdbc
			.sql("""
					insert into cycle_initiative (cycle, initiative, position, action, action_title, title, is_new, wording, coordinators)
					values ('ERASE', :initiative, 1, 1, 'Act', 'Title', false, 'summary', 'QI') on conflict do nothing""")
			.param("initiative", initiative)
			.update();
	}

	private void insert(String row) {
		this.jdbc.sql("insert into " + row)
			.param("id", this.zora.id().value())
			.param("user", this.zora.userId())
			.param("name", this.name)
			.param("email", this.email)
			.param("initiative", "Z-" + this.number)
			.update();
	}

	private long mail(String state, String text) {
		return this.jdbc
			.sql("""
					insert into mail (contact, recipient, state, queued_at, bundled_at, sent_at, message_id, subject, text, html)
					values (:id, :email, :state, now(), now(), case :state when 'sent' then now() end, gen_random_uuid()::text,
					    'For ' || :name, :text, '<p>' || :name || '</p>') returning id""")
			.param("id", this.zora.id().value())
			.param("email", this.email)
			.param("name", this.name)
			.param("state", state)
			.param("text", text)
			.query(Long.class)
			.single();
	}

	private Map<String, Object> row(long mail) {
		return this.jdbc.sql("select * from mail where id = :id").param("id", mail).query().singleRow();
	}

	private String sha256(String text) {
		return this.jdbc.sql("select encode(sha256(convert_to(:text, 'UTF8')), 'hex')")
			.param("text", text)
			.query(String.class)
			.single();
	}

	private int acts(String act) {
		return this.jdbc.sql("select count(*) from audit where act = :act and subject = :subject")
			.param("act", act)
			.param("subject", "contact/" + this.zora.id().value())
			.query(Integer.class)
			.single();
	}

	/**
	 * The columns, ours and the engine's, words and bytes, in which name or address
	 * stands.
	 */
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
		assertThat(columns).hasSizeGreaterThan(500).anyMatch((column) -> column[0].startsWith("act_hi_"));
		for (String[] column : columns) {
			String words = column[2].equals("bytea") ? "encode(\"%s\", 'escape')".formatted(column[1])
					: "\"%s\"::text".formatted(column[1]);
			boolean stands = this.jdbc
				.sql("""
						select exists (select from "%s" where lower(%s) like any(array[:email, :first, :quoted]))"""
					.formatted(column[0], words))
				.param("email", "%" + this.email + "%")
				.param("first", "%o'quill" + this.mark + "%")
				.param("quoted", "%o&#39;quill" + this.mark + "%")
				.query(Boolean.class)
				.single();
			if (stands) {
				found.add(column[0] + "." + column[1]);
			}
		}
		return found;
	}

	private HttpResponse<String> erase(String reason) {
		this.desk.get(address());
		return this.desk.postForm(address() + "/erasure", Map.of("reason", reason, "confirmed", "on"));
	}

	/** What the page asks for once it is shown. */
	private JsonNode read(String part) throws Exception {
		return new ObjectMapper()
			.readTree(this.desk.get("/api/register/people/" + this.zora.id().value() + part).body());
	}

	private static JsonNode entries(String what, int count) {
		return new ObjectMapper().createObjectNode().put("what", what).put("count", count);
	}

	private String address() {
		return "/desk/register/people/" + this.zora.id().value();
	}

}
