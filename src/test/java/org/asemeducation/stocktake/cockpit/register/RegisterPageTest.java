package org.asemeducation.stocktake.cockpit.register;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.asemeducation.stocktake.access.ChangeRegister;
import org.asemeducation.stocktake.access.Contact;
import org.asemeducation.stocktake.access.Coordination;
import org.asemeducation.stocktake.access.NewContact;
import org.asemeducation.stocktake.access.NewParty;
import org.asemeducation.stocktake.access.Party;
import org.asemeducation.stocktake.access.PartyId;
import org.asemeducation.stocktake.access.People;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.access.RunningStocktake;
import org.asemeducation.stocktake.access.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@RunningStocktake
class RegisterPageTest {

	private final String mark = UUID.randomUUID().toString().substring(0, 8);

	@Autowired
	private People people;

	@Autowired
	private Register register;

	@Autowired
	private ChangeRegister change;

	@Autowired
	private JdbcClient jdbc;

	private Party party;

	private Visitor desk;

	@BeforeEach
	void signIn() {
		this.party = this.register.register(new NewParty("Register " + this.mark, "R" + this.mark, "stakeholder"));
		this.desk = this.people.signedIn(this.people.secretary());
		this.desk.get("/desk/register");
	}

	@Test
	void thePartnersAndTheStakeholdersStandThere() {
		// when
		Map<String, Object> counted = this.jdbc.sql("""
				select count(*) filter (where kind = 'partner-country' and partner) as countries,
				    count(*) filter (where kind = 'institutional-partner' and partner) as institutions,
				    count(*) filter (where stakeholder) as stakeholders from party""").query().singleRow();

		// then
		assertThat((Long) counted.get("countries")).isGreaterThanOrEqualTo(51);
		assertThat((Long) counted.get("institutions")).isGreaterThanOrEqualTo(2);
		assertThat((Long) counted.get("stakeholders")).isGreaterThan(20);
		assertThat(this.desk.get("/desk/register?kind=institutional-partner").body())
			.contains("European Union", "ASEAN Secretariat")
			.doesNotContain("Malta");
	}

	@Test
	void otherProcessesAndBodiesStandThereAndAreNoPartnersOrStakeholders() {
		// given
		Party apec = this.register.party("APEC").orElseThrow();

		// then
		assertThat(this.jdbc.sql("select acronym from other_body order by 1").query(String.class).list())
			.containsExactly("ADB", "APEC", "BFUG", "ENIC-NARIC", "ENQA", "GDN", "OECD");
		assertThat(this.jdbc.sql(
				"select b.acronym from other_body b join party p on p.id = b.id where partner or stakeholder order by 1")
			.query(String.class)
			.list()).as("the plan lists these two as stakeholders").containsExactly("ADB", "ENQA");
		assertThat(apec.kind()).isEqualTo("process");
		assertThatIllegalArgumentException().isThrownBy(
				() -> this.register.coordinate("X-" + this.mark, List.of(new Coordination(apec.id(), "support", 1))))
			.withMessageContaining("never asked for an update");
		assertThat(this.register.coordination("X-" + this.mark)).isEmpty();
		HttpResponse<String> listed = this.desk.postForm("/desk/register/parties/" + apec.id().value(),
				Map.of("kind", "process", "acronym", "APEC", "stakeholder", "on"));
		HttpResponse<String> made = this.desk.postForm(
				"/desk/register/parties/" + this.register.party("ETF").orElseThrow().id().value(),
				Map.of("kind", "process", "acronym", "ETF"));
		assertThat(made.statusCode()).isEqualTo(422);
		assertThat(made.body()).contains("has a part in the plan");
		assertThat(listed.statusCode()).isEqualTo(422);
		assertThat(listed.body()).contains("is neither a partner nor a stakeholder");
	}

	@Test
	void aPartyIsAddedChangedAndFound() {
		// when
		HttpResponse<String> added = this.desk.postForm("/desk/register/parties",
				Map.of("name", "Body <b>" + this.mark, "acronym", "", "kind", "other", "region", "", "country", ""));
		String address = added.headers().firstValue("Location").orElseThrow().replaceAll("^https?://[^/]+", "");
		HttpResponse<String> changed = this.desk.postForm(address, Map.of("kind", "working-body", "region", "Asia",
				"country", "SG", "acronym", "B" + this.mark, "stakeholder", "on"));

		// then
		assertThat(added.statusCode()).isEqualTo(302);
		assertThat(changed.statusCode()).isEqualTo(302);
		assertThat(this.desk.get("/desk/register?search=b" + this.mark).body()).contains("Body &lt;b&gt;" + this.mark,
				"(B" + this.mark + ")", "Working body", "Asia, SG", "stakeholder", "1 party");
		assertThat(this.jdbc
			.sql("select act || ' | ' || coalesce(before, '') || ' | ' || after from audit"
					+ " where subject = :subject order by id")
			.param("subject", address.replaceAll(".*/", "party/"))
			.query(String.class)
			.list())
			.satisfiesExactly((add) -> assertThat(add).startsWith("add party |"), (edit) -> assertThat(edit)
				.contains("change party", "other, no region", "working-body, Asia, SG", "listed as a stakeholder"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			nonsense    | ''   | ''      | is not a kind of party
			stakeholder | Mars | ''      | is not a region
			stakeholder | Asia | sg      | is not a country
			stakeholder | Asia | SGP     | is not a country""")
	void whatCannotBeIsRefusedWithASentence(String kind, String region, String country, String sentence) {
		// when
		HttpResponse<String> answer = this.desk.postForm(address(),
				Map.of("kind", kind, "region", region, "country", country, "acronym", ""));

		// then
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body()).contains(sentence);
		assertThat(this.register.party("R" + this.mark)).contains(this.party);
	}

	@Test
	void aPartnerKeepsItsKindAndNoTwoPartiesAreCalledTheSame() {
		// given
		String partner = this.jdbc.sql("select id::text from party where partner and kind = 'partner-country' limit 1")
			.query(String.class)
			.single();

		// when
		HttpResponse<String> kind = this.desk.postForm("/desk/register/parties/" + partner,
				Map.of("kind", "other", "acronym", ""));
		HttpResponse<String> acronym = this.desk.postForm(address(), Map.of("kind", "stakeholder", "acronym", "asef"));
		HttpResponse<String> name = this.desk.postForm("/desk/register/parties",
				Map.of("name", "register " + this.mark, "kind", "other"));

		// then
		assertThat(List.of(kind, acronym, name)).allMatch((answer) -> answer.statusCode() == 422);
		assertThat(kind.body()).contains("its kind stays as it is");
		assertThat(acronym.body()).contains("is how another party is called");
		assertThat(name.body()).contains("is how another party is called");
		assertThat(this.desk.get("/desk/register/parties/999999999").statusCode()).isEqualTo(404);
	}

	@Test
	void howAContactIsWrittenToIsChangedAndStandsInTheAudit() {
		// given
		Contact contact = contact();

		// when
		HttpResponse<String> answer = save(contact, Map.of("language", "fr", "zone", "Asia/Singapore", "noMail", "on",
				"untilDay", LocalDate.now().plusYears(1).toString()));
		HttpResponse<String> same = save(contact, Map.of("language", "fr", "zone", "Asia/Singapore", "noMail", "on",
				"untilDay", LocalDate.now().plusYears(1).toString()));

		// then
		assertThat(answer.statusCode()).isEqualTo(302);
		assertThat(same.statusCode()).isEqualTo(302);
		assertThat(this.desk.get(address()).body()).contains("fr, Asia/Singapore", "receives no mail",
				"to " + LocalDate.now().plusYears(1), "value=\"" + LocalDate.now().plusYears(1) + "\"");
		assertThat(this.jdbc.sql("select after from audit where act = 'change contact' and subject = :subject")
			.param("subject", "contact/" + contact.id().value())
			.query(String.class)
			.list()).singleElement().asString().contains("fr, Asia/Singapore, no mail, until ");
	}

	@Test
	void anAddressIsCorrectedBeforeMailComesBackFromIt() {
		// given
		Contact contact = contact();
		String better = "better-%s@example.org".formatted(this.mark);
		// when
		HttpResponse<String> answer = save(contact, Map.of("email", better));
		// then
		assertThat(answer.statusCode()).isEqualTo(302);
		assertThat(this.register.contact(contact.id()).email()).isEqualTo(better.toLowerCase());
		assertThat(this.jdbc
			.sql("select before || ' | ' || after from audit where act = 'change address' and subject = :user")
			.param("user", contact.userId())
			.query(String.class)
			.list()).containsExactly(contact.email() + " | " + better.toLowerCase());
	}

	@Test
	void nobodyGetsTheAddressOfSomebodyElse() {
		Contact contact = contact();

		HttpResponse<String> answer = save(contact, Map.of("email", contact().email().toUpperCase()));

		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body()).contains("is the address of another contact");
		assertThat(this.register.contact(contact.id()).email()).isEqualTo(contact.email());
	}

	@Test
	void anAddressThatMailDoesNotReachIsMendedByItsTask() {
		// given
		Contact contact = contact();
		this.jdbc.sql(
				"insert into unreachable (contact, address, since, because) values (:id, :email, now(), 'no such user')")
			.param("id", contact.id().value())
			.param("email", contact.email())
			.update();
		try {
			// when
			HttpResponse<String> answer = save(contact, Map.of("email", "better@example.org"));
			// then
			assertThat(answer.statusCode()).isEqualTo(422);
			assertThat(answer.body()).contains("give them another address by their task in Tasklist");
			assertThat(this.register.contact(contact.id()).email()).isEqualTo(contact.email());
		}
		finally {
			this.jdbc.sql("delete from unreachable where contact = :id").param("id", contact.id().value()).update();
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			email    | nobody     | is not an e-mail address
			zone     | Mars/Base  | is not a time zone
			language | French     | is not a language
			untilDay | tomorrow   | is not a day
			untilDay | 2001-01-01 | The last day is over
			name     | ''         | needs a name""")
	void whatNoContactCanHaveIsRefused(String field, String value, String sentence) {
		// given
		Contact contact = contact();

		// when
		HttpResponse<String> answer = save(contact, Map.of(field, value));

		// then
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body()).contains(sentence);
		assertThat(this.register.contact(contact.id())).isEqualTo(contact);
	}

	@Test
	void onTheDayAfterTheLastTheAccountIsClosed() {
		// given
		Contact over = contact();
		Contact today = contact();
		Visitor session = this.people.signedIn(this.people.withPassword(over.email()));
		this.jdbc.sql("update contact set until_day = cast(now() at time zone 'UTC' as date) - 1 where id = :id")
			.param("id", over.id().value())
			.update();
		save(today, Map.of("untilDay", "9999-12-31"));

		// when
		int ended = this.change.endTerms();

		// then
		assertThat(ended).isEqualTo(1);
		assertThat(this.register.contact(over.id()).active()).isFalse();
		assertThat(session.get("/api/me").statusCode()).isEqualTo(401);
		assertThat(this.register.contact(today.id()).active()).isTrue();
	}

	@Test
	void whatAPartyCoordinatesStandsWithItsDays() {
		// when
		String asef = this.register.party("ASEF").orElseThrow().id().value() + "";

		// then
		assertThat(this.desk.get("/desk/register/parties/" + asef).body()).contains("A01-I02", "coordinator, leads");
	}

	@Test
	void whoBecomesLeadIsSaidToLeadFromThenOn() {
		// given
		String name = this.party.name();
		long first = change("2030-01-01");
		row(first, "2030-01-01",
				"[{\"name\": \"Another\", \"role\": \"coordinator\"}, {\"name\": \"%s\", \"role\": \"coordinator\"}]"
					.formatted(name));
		long second = change("2031-01-01");
		row(second, "2031-01-01",
				"[{\"name\": \"%s\", \"role\": \"coordinator\"}, {\"name\": \"Another\", \"role\": \"coordinator\"}]"
					.formatted(name));
		try {
			// when
			String page = this.desk.get(address()).body().replaceAll("\\s+", " ");
			// then
			assertThat(page).contains("<td>coordinator</td> <td>2030-01-01</td> <td>2031-01-01</td>",
					"<td>coordinator, leads</td> <td>2031-01-01</td>");
		}
		finally {
			this.jdbc.sql("delete from plan_row where change in (:first, :second)")
				.param("first", first)
				.param("second", second)
				.update();
			this.jdbc.sql("delete from plan_change where id in (:first, :second)")
				.param("first", first)
				.param("second", second)
				.update();
		}
	}

	@Test
	void whatWasHandedOverInACycleIsSaidOfBoth() {
		// given
		PartyId asef = this.register.party("ASEF").orElseThrow().id();
		this.jdbc.sql(
				"update coordination set party = :to where party = :from and initiative = 'A01-I02' and role = 'coordinator'")
			.param("from", asef.value())
			.param("to", this.party.id().value())
			.update();
		try {
			// when
			String to = this.desk.get(address()).body().replaceAll("\\s+", " ");
			String from = this.desk.get("/desk/register/parties/" + asef.value()).body();
			// then
			assertThat(to)
				.containsPattern("A01-I02 [^<]+</td> <td>coordinator, leads</td> <td>taken over in a cycle</td>");
			assertThat(from).contains("handed over in a cycle");
		}
		finally {
			this.jdbc.sql("update coordination set party = :from where party = :to and initiative = 'A01-I02'")
				.param("from", asef.value())
				.param("to", this.party.id().value())
				.update();
		}
	}

	private long change(String day) {
		return this.jdbc
			.sql("""
					insert into plan_change (act, initiative, from_day, reason, decided_by, means, entered_at, entered_by)
					values ('rename', 'A97-I01', cast(:day as date), 'So it is', 'SOM2', 'Another lead', now(), 'aes') returning id""")
			.param("day", day)
			.query(Long.class)
			.single();
	}

	private void row(long change, String day, String parties) {
		this.jdbc
			.sql("""
					insert into plan_row (initiative, change, from_day, standing, action, position, title, details, is_new,
					    parties, milestones, outcomes, links)
					values ('A97-I01', :change, cast(:day as date), 'in-force', 97, 1, 'Led', '{}', true, cast(:parties as jsonb), '{}', '{}', '{}')""")
			.param("change", change)
			.param("day", day)
			.param("parties", parties)
			.update();
	}

	private Contact contact() {
		String email = "contact%s@register.example".formatted(UUID.randomUUID());
		this.register.addContact(new NewContact(this.party.id(), "Kai Contact", email, "en", null, "coordinator"));
		return this.register.contactByEmail(email).orElseThrow();
	}

	private HttpResponse<String> save(Contact contact, Map<String, String> changed) {
		Map<String, String> form = new HashMap<>(
				Map.of("name", contact.name(), "email", contact.email(), "language", "en", "zone", "", "untilDay", ""));
		form.putAll(changed);
		return this.desk.postForm(address() + "/contacts/" + contact.id().value(), form);
	}

	private String address() {
		return "/desk/register/parties/" + this.party.id().value();
	}

}
