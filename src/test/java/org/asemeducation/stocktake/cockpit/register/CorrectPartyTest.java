package org.asemeducation.stocktake.cockpit.register;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;

import org.asemeducation.stocktake.access.Contact;
import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.access.NewContact;
import org.asemeducation.stocktake.access.NewParty;
import org.asemeducation.stocktake.access.Party;
import org.asemeducation.stocktake.access.People;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.access.RunningStocktake;
import org.asemeducation.stocktake.access.Visitor;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A party that was entered by mistake is called otherwise, or goes; what the plan or a
 * cycle names stays as it is. A body's page says which updates name it.
 */
@RunningStocktake
class CorrectPartyTest {

	private final String mark = UUID.randomUUID().toString().substring(0, 8);

	private final String better = "Foundation " + this.mark;

	@Autowired
	private People people;

	@Autowired
	private Register register;

	@Autowired
	private IdentityService identities;

	@Autowired
	private JdbcClient jdbc;

	private Party party;

	private Visitor desk;

	@BeforeEach
	void signIn() {
		this.party = this.register.register(new NewParty("Fuondation " + this.mark, null, "stakeholder"));
		this.desk = this.people.signedIn(this.people.secretary());
		this.desk.get("/desk/register");
	}

	@Test
	void aNameIsCorrected() {
		// given
		contact();
		// when
		HttpResponse<String> answer = rename(" " + this.better + " ");
		// then
		assertThat(answer.statusCode()).isEqualTo(302);
		assertThat(this.register.party(this.better)).map(Party::id).contains(this.party.id());
		assertThat(this.identities.createGroupQuery().groupId(this.party.groupId()).singleResult().getName())
			.isEqualTo(this.better);
		assertThat(
				this.jdbc.sql("select before || ' | ' || after from audit where act = 'rename party' and subject = :it")
					.param("it", "party/" + this.party.id().value())
					.query(String.class)
					.list())
			.containsExactly("Fuondation " + this.mark + " | " + this.better);
		assertThat(rename(this.better).statusCode()).as("nothing was different").isEqualTo(302);
	}

	@Test
	void aNameThatIsTakenOrNoneIsRefused() {
		// when
		HttpResponse<String> taken = rename("asef");
		HttpResponse<String> none = rename("  ");
		// then
		assertThat(taken.statusCode()).isEqualTo(422);
		assertThat(taken.body()).contains("is how another party is called", "value=\"asef\"");
		assertThat(none.statusCode()).isEqualTo(422);
		assertThat(this.register.party(this.party.name())).isPresent();
	}

	@Test
	void whatThePlanNamesKeepsItsName() {
		// given
		Party asef = this.register.party("ASEF").orElseThrow();
		Party latvia = this.register.party("Latvia").orElseThrow();
		// when
		HttpResponse<String> answer = post(asef, "/name", Map.of("name", this.better));
		HttpResponse<String> partner = post(latvia, "/name", Map.of("name", this.better));
		HttpResponse<String> removal = post(asef, "/removal", Map.of());
		// then
		assertThat(answer.statusCode()).isEqualTo(409);
		assertThat(answer.body()).contains("its name changes with the plan", "Load a plan that has the other name");
		assertThat(partner.statusCode()).isEqualTo(409);
		assertThat(partner.body()).contains("one of the partners");
		assertThat(removal.statusCode()).isEqualTo(409);
		assertThat(removal.body()).contains("cannot be removed", "the plan, or its history, names it");
		assertThat(this.register.party("ASEF")).contains(asef);
	}

	@Test
	void whatThePlanNamedOnceKeepsItsName() {
		// given
		long change = this.jdbc.sql("""
				insert into plan_change (act, initiative, from_day, reason, decided_by, means, entered_at, entered_by)
				values ('rename', 'A98-I01', '2030-01-01', 'So it is', 'SOM2', 'Named', now(), 'aes') returning id""")
			.query(Long.class)
			.single();
		this.jdbc
			.sql("""
					insert into plan_row (initiative, change, from_day, standing, action, position, title, details, is_new,
					    parties, milestones, outcomes, links)
					values ('A98-I01', :change, '2030-01-01', 'ended', 98, 1, 'Named', '{}', true,
					    jsonb_build_array(jsonb_build_object('name', cast(:name as text), 'role', 'support')), '{}', '{}', '{}')""")
			.param("change", change)
			.param("name", this.party.name())
			.update();
		try {
			// when, then
			assertThat(rename(this.better).statusCode()).isEqualTo(409);
			assertThat(post(this.party, "/removal", Map.of()).body()).contains("the plan, or its history, names it");
		}
		finally {
			this.jdbc.sql("delete from plan_row where change = :change").param("change", change).update();
			this.jdbc.sql("delete from plan_change where id = :change").param("change", change).update();
		}
	}

	@Test
	void whatACycleNamesKeepsItsName() {
		// given
		accepted("C1", "\"%s\"".formatted(this.party.name().toUpperCase()));
		// when
		HttpResponse<String> answer = rename(this.better);
		HttpResponse<String> removal = post(this.party, "/removal", Map.of());
		// then
		assertThat(answer.statusCode()).isEqualTo(409);
		assertThat(answer.body()).contains("A cycle names Fuondation");
		assertThat(removal.body()).contains("a cycle names it");
	}

	@Test
	void whatACycleAskedKeepsItsName() {
		// given
		cycle();
		this.jdbc.sql("insert into party_contribution (cycle, party, invited_at) values (:cycle, :party, now())")
			.param("cycle", "CORR" + this.mark)
			.param("party", this.party.id().value())
			.update();
		try {
			// when, then
			assertThat(rename(this.better).body()).contains("A cycle names Fuondation");
			assertThat(post(this.party, "/removal", Map.of()).body())
				.contains("entries point at it (party contribution)");
		}
		finally {
			this.jdbc.sql("delete from party_contribution where party = :party")
				.param("party", this.party.id().value())
				.update();
		}
	}

	@Test
	void whatNothingPointsAtIsRemoved() {
		// when
		HttpResponse<String> answer = post(this.party, "/removal", Map.of());
		// then
		assertThat(answer.statusCode()).isEqualTo(302);
		assertThat(this.register.party(this.party.name())).isEmpty();
		assertThat(this.desk.get("/desk/register").body()).contains("Fuondation " + this.mark + " is removed.");
		assertThat(this.desk.get(address(this.party)).statusCode()).isEqualTo(404);
		assertThat(this.jdbc.sql("select before from audit where act = 'remove party' and subject = :it")
			.param("it", "party/" + this.party.id().value())
			.query(String.class)
			.list()).containsExactly(this.party.name());
		assertThat(post(this.party, "/removal", Map.of()).statusCode()).isEqualTo(404);
	}

	@Test
	void whatHasOrHadAContactStays() {
		// given
		Contact contact = contact();
		// when
		HttpResponse<String> now = post(this.party, "/removal", Map.of());
		this.desk.postForm(address(this.party) + "/contacts/" + contact.id().value() + "/end",
				Map.of("role", "coordinator"));
		HttpResponse<String> later = post(this.party, "/removal", Map.of());
		// then
		assertThat(now.statusCode()).isEqualTo(409);
		assertThat(later.statusCode()).isEqualTo(409);
		assertThat(later.body()).contains("somebody is or was a contact of it");
	}

	@Test
	void aBodysPageSaysWhichAcceptedUpdatesNameIt() {
		// given
		Party oecd = this.register.party("OECD").orElseThrow();
		accepted("N1", "\"ASEF\", \"oecd\"");
		accepted("N2", "\"Organisation for Economic Co-operation and Development\"");
		accepted("N3", "\"OECD watchers\"");
		this.jdbc.sql("delete from verdict where revision in (select id from revision where initiative = :it)")
			.param("it", "N2" + this.mark)
			.update();
		// when
		String page = this.desk.get(address(oecd)).body();
		// then
		assertThat(page).contains("Updates that name it", "/i/CORR" + this.mark + "/N1" + this.mark)
			.doesNotContain("N2" + this.mark, "N3" + this.mark);
		assertThat(this.desk.get(address(this.party)).body()).doesNotContain("Updates that name it");
	}

	private void cycle() {
		this.jdbc.sql("""
				insert into cycle (name, title, zone, state, opened_at, opened_by)
				values (:name, 'Correct', 'UTC', 'published', now(), 'x') on conflict do nothing""")
			.param("name", "CORR" + this.mark)
			.update();
	}

	private void accepted(String initiative, String partners) {
		cycle();
		this.jdbc.sql("""
				insert into cycle_initiative (cycle, initiative, position, action, action_title, title, is_new, wording,
				    coordinators)
				values (:cycle, :initiative, 1, 1, 'Action', 'Title', false, 'Wording', 'Nobody')""")
			.param("cycle", "CORR" + this.mark)
			.param("initiative", initiative + this.mark)
			.update();
		this.jdbc.sql("""
				with given as (
				    insert into revision (cycle, initiative, number, content, submitted_at, submitted_by)
				    values (:cycle, :initiative, 1, cast(:content as jsonb), now(), 'x') returning id)
				insert into verdict (revision, accepted, given_at, given_by) select id, true, now(), 'x' from given""")
			.param("cycle", "CORR" + this.mark)
			.param("initiative", initiative + this.mark)
			.param("content", "{\"partners\": [%s]}".formatted(partners))
			.update();
	}

	private Contact contact() {
		String email = "kim%s@correct.example".formatted(UUID.randomUUID());
		ContactId id = this.register
			.addContact(new NewContact(this.party.id(), "Kim Contact", email, "en", null, "coordinator"));
		return this.register.contact(id);
	}

	private HttpResponse<String> rename(String name) {
		return post(this.party, "/name", Map.of("name", name));
	}

	private HttpResponse<String> post(Party whose, String act, Map<String, String> form) {
		return this.desk.postForm(address(whose) + act, form);
	}

	private static String address(Party whose) {
		return "/desk/register/parties/" + whose.id().value();
	}

}
