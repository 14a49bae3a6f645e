package org.asemeducation.stocktake.cockpit.register;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.asemeducation.stocktake.access.ChangeRegister;
import org.asemeducation.stocktake.access.Contact;
import org.asemeducation.stocktake.access.ContactSettings;
import org.asemeducation.stocktake.access.NewContact;
import org.asemeducation.stocktake.access.NewParty;
import org.asemeducation.stocktake.access.Party;
import org.asemeducation.stocktake.access.People;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.access.RunningStocktake;
import org.asemeducation.stocktake.access.Visitor;
import org.asemeducation.stocktake.engine.Refused;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What somebody does for one party ends, and what else they do goes on; of the
 * secretariat somebody is always left.
 */
@RunningStocktake
class EndRoleTest {

	private final String mark = UUID.randomUUID().toString().substring(0, 8);

	@Autowired
	private People people;

	@Autowired
	private Register register;

	@Autowired
	private ChangeRegister change;

	@Autowired
	private RegisterTables tables;

	@Autowired
	private IdentityService identities;

	@Autowired
	private TaskService tasks;

	@Autowired
	private JdbcClient jdbc;

	private Party party;

	private Party other;

	private Contact secretary;

	private Visitor desk;

	@BeforeEach
	void signIn() {
		this.party = this.register.register(new NewParty("Role " + this.mark, "RO" + this.mark, "stakeholder"));
		this.other = this.register.register(new NewParty("Role of " + this.mark, "OR" + this.mark, "stakeholder"));
		this.secretary = this.people.secretary();
		this.desk = this.people.signedIn(this.secretary);
		this.desk.get("/desk/register");
	}

	@Test
	void theAccountStaysForWhatElseTheyDo() {
		// given
		Contact kai = contact("coordinator", this.party);
		also(kai, "coordinator", this.other);
		Visitor session = this.people.signedIn(kai);
		String task = this.people.task(this.party);
		String elsewhere = this.people.task(this.other);
		this.tasks.setAssignee(task, kai.userId());
		this.tasks.setAssignee(elsewhere, kai.userId());
		// when
		String before = this.desk.get(address()).body();
		HttpResponse<String> answer = end(kai, "coordinator");
		// then
		assertThat(before).contains("They keep their account for what else they do",
				"Nobody else speaks for this party");
		assertThat(answer.statusCode()).isEqualTo(302);
		assertThat(groups(kai)).containsExactly(this.other.groupId());
		assertThat(assignee(task)).isNull();
		assertThat(assignee(elsewhere)).isEqualTo(kai.userId());
		assertThat(session.get("/api/me").statusCode()).isEqualTo(200);
		assertThat(this.register.partiesOf(kai.id())).containsExactly(this.other);
		assertThat(
				this.jdbc.sql("select who || ' | ' || before from audit where act = 'take role' and subject = :email")
					.param("email", kai.email())
					.query(String.class)
					.list())
			.containsExactly(this.secretary.userId() + " | coordinator of RO" + this.mark);
		assertThat(former()).containsExactly("Kai Contact coordinator");
		assertThat(this.desk.get(address()).body().replaceAll("\\s+", " ")).contains(
				"Kai Contact no longer acts as coordinator for RO" + this.mark + ", and keeps the account.",
				"Who was a contact before", "<td>%1$s</td> <td>%1$s</td>".formatted(LocalDate.now(ZoneOffset.UTC)));
	}

	@Test
	void whoDoesNothingElseHasNoAccountAfterwards() {
		// given
		Contact kai = contact("coordinator", this.party);
		Visitor session = this.people.signedIn(kai);
		// when
		String before = this.desk.get(address()).body();
		end(kai, "coordinator");
		// then
		assertThat(before).contains("their account is closed");
		assertThat(this.register.contact(kai.id()).active()).isFalse();
		assertThat(session.get("/api/me").statusCode()).isEqualTo(401);
		assertThat(former()).as("once, not for the account as well").containsExactly("Kai Contact coordinator");
		assertThat(end(kai, "coordinator").statusCode()).isEqualTo(409);
	}

	@Test
	void whoWasRemovedOrErasedWasAContactBefore() {
		// given
		Contact kai = contact("coordinator", this.party);
		Contact erased = contact("coordinator", this.party);
		also(erased, "coordinator", this.other);
		end(erased, "coordinator");
		Contact gone = contact("coordinator", this.party);
		end(gone, "coordinator");
		// when
		this.register.remove(kai.id());
		erase(erased);
		erase(gone);
		// then
		assertThat(former()).containsExactlyInAnyOrder("Kai Contact coordinator",
				"Somebody of OR%s coordinator".formatted(this.mark),
				"Somebody of RO%s coordinator".formatted(this.mark));
	}

	@Test
	void aReviewerStaysOneWhileAnotherPartySendsThem() {
		// given
		Contact kai = contact("reviewer", this.party);
		also(kai, "reviewer", this.other);
		also(kai, "coordinator", this.other);
		// when
		end(kai, "reviewer");
		List<String> first = groups(kai);
		this.desk.postForm(
				"/desk/register/parties/%d/contacts/%d/end".formatted(this.other.id().value(), kai.id().value()),
				Map.of("role", "reviewer"));
		// then
		assertThat(first).containsExactlyInAnyOrder("swg", this.other.groupId());
		assertThat(groups(kai)).containsExactly(this.other.groupId());
	}

	@Test
	void whoIsOfTheSecretariatNoMoreAdministersNobody() {
		// given
		Contact kai = contact("secretariat", this.party);
		also(kai, "coordinator", this.other);
		this.identities.createMembership(kai.userId(), "camunda-admin");
		Visitor session = this.people.signedIn(kai);
		// when
		int before = session.get("/desk/register").statusCode();
		end(kai, "secretariat");
		// then
		assertThat(before).isEqualTo(200);
		assertThat(session.get("/desk/register").statusCode()).isEqualTo(403);
		assertThat(groups(kai)).containsExactly(this.other.groupId());
	}

	@Test
	void whatSomebodyIsNotOrIsThemselvesIsNotTaken() {
		// given
		Contact kai = contact("coordinator", this.party);
		also(this.secretary, "secretariat", this.party);
		// when
		HttpResponse<String> not = end(kai, "reviewer");
		HttpResponse<String> own = end(this.secretary, "secretariat");
		// then
		assertThat(List.of(not, own)).allMatch((answer) -> answer.statusCode() == 409);
		assertThat(not.body()).contains("Kai Contact does not act as reviewer for this party");
		assertThat(own.body()).contains("You cannot take yourself out of the secretariat");
		assertThat(groups(this.secretary)).contains("aes");
		assertThat(this.register.partiesOf(kai.id())).containsExactly(this.party);
	}

	@Test
	void theLastOfTheSecretariatStays() {
		// given
		Contact last = contact("secretariat", this.party);
		List<Long> others = others(last);
		set("active = false", others);
		set("until_day = cast(now() at time zone 'UTC' as date) - 1", List.of(last.id().value()));
		try {
			// when
			int ended = this.change.endTerms();
			// then
			assertThat(ended).isZero();
			assertThat(this.register.contact(last.id()).active()).isTrue();
			set("active = true", List.of(this.secretary.id().value()));
			this.jdbc.sql("delete from contact_role where contact = :id")
				.param("id", this.secretary.id().value())
				.update();
			HttpResponse<String> answer = end(last, "secretariat");
			assertThat(answer.statusCode()).isEqualTo(409);
			assertThat(answer.body()).contains("is the last person of the secretariat: enter another one first.");
		}
		finally {
			set("until_day = null", List.of(last.id().value()));
			set("active = true", others);
		}
	}

	@Test
	void aLastDayAfterWhichNobodyOfTheSecretariatIsLeftIsRefused() {
		// given
		Contact last = contact("secretariat", this.party);
		List<Long> others = others(last).stream()
			.filter((id) -> this.jdbc.sql("select until_day is null from contact where id = :id")
				.param("id", id)
				.query(Boolean.class)
				.single())
			.toList();
		set("until_day = '9999-12-30'", others);
		ContactSettings leaves = ContactSettings.written("Kai Contact", "en", "", false, "9999-12-31");
		try {
			// when, then
			assertThatExceptionOfType(Refused.class).isThrownBy(() -> this.change.change(last.id(), leaves, "x"))
				.withMessageContaining("nobody of the secretariat would be left");
			HttpResponse<String> answer = this.desk.postForm(address() + "/contacts/" + last.id().value(),
					Map.of("name", "Kai Contact", "email", last.email(), "untilDay", "9999-12-31"));
			assertThat(answer.statusCode()).isEqualTo(409);
			assertThat(answer.body()).contains("enter somebody else first");
			assertThat(this.change.settings(last.id()).untilDay()).isNull();
		}
		finally {
			set("until_day = null", others);
		}
		assertThat(this.change.change(last.id(), leaves, "x")).as("others are left").isTrue();
	}

	private void erase(Contact contact) {
		this.desk.postForm("/desk/register/people/%d/erasure".formatted(contact.id().value()),
				Map.of("reason", "They asked.", "confirmed", "on"));
	}

	private List<Long> others(Contact than) {
		return this.jdbc.sql(
				"select distinct c.id from contact c join contact_role r on r.contact = c.id and r.role = 'secretariat'"
						+ " where c.active and c.id <> :id")
			.param("id", than.id().value())
			.query(Long.class)
			.list();
	}

	private void set(String what, List<Long> whose) {
		this.jdbc.sql("update contact set " + what + " where id = any(:ids)")
			.param("ids", whose.toArray(Long[]::new))
			.update();
	}

	private List<String> former() {
		return this.tables.former(this.party.id().value())
			.stream()
			.map((one) -> one.name() + " " + one.role())
			.toList();
	}

	private List<String> groups(Contact contact) {
		return this.identities.createGroupQuery()
			.groupMember(contact.userId())
			.list()
			.stream()
			.map(Group::getId)
			.toList();
	}

	private String assignee(String task) {
		return this.tasks.createTaskQuery().taskId(task).singleResult().getAssignee();
	}

	private Contact contact(String role, Party of) {
		String email = "kai%s@role.example".formatted(UUID.randomUUID());
		this.register.addContact(new NewContact(of.id(), "Kai Contact", email, "en", null, role));
		return this.people.withPassword(email);
	}

	private void also(Contact contact, String role, Party of) {
		this.register.addContact(new NewContact(of.id(), contact.name(), contact.email(), "en", null, role));
	}

	private HttpResponse<String> end(Contact contact, String role) {
		return this.desk.postForm(address() + "/contacts/" + contact.id().value() + "/end", Map.of("role", role));
	}

	private String address() {
		return "/desk/register/parties/" + this.party.id().value();
	}

}
