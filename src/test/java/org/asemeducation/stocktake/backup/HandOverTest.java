package org.asemeducation.stocktake.backup;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.asemeducation.stocktake.access.Contact;
import org.asemeducation.stocktake.access.Party;
import org.asemeducation.stocktake.access.People;
import org.asemeducation.stocktake.access.RunningStocktake;
import org.asemeducation.stocktake.access.Visitor;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The open work of those who leave the secretariat passes on in one act, or not at all.
 */
@RunningStocktake
class HandOverTest {

	private static final Pattern HIDDEN = Pattern
		.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

	private static final AtomicInteger NUMBER = new AtomicInteger();

	private final String about = "HANDOVER%d/SOM1".formatted(NUMBER.incrementAndGet());

	@Autowired
	private People people;

	@Autowired
	private TaskService tasks;

	@Autowired
	private RuntimeService runtime;

	@Autowired
	private JdbcClient jdbc;

	private Contact old;

	private Contact older;

	private Contact fresh;

	private Party party;

	private Contact coordinator;

	private String theirs;

	private String first;

	private String second;

	private Visitor desk;

	@BeforeEach
	void twoLeaveAndOneComes() {
		this.old = this.people.secretary();
		this.older = this.people.secretary();
		this.fresh = this.people.secretary();
		this.party = this.people.party();
		this.coordinator = this.people.coordinator(this.party);
		this.theirs = this.people.task(this.party);
		this.tasks.setAssignee(this.theirs, this.coordinator.userId());
		this.first = task("aes", this.old);
		this.second = task("aes", this.older);
		this.desk = this.people.signedIn(this.people.secretary());
	}

	@Test
	void allOfItPassesOnAndTasksOfCoordinatorsStay() {
		// given
		Map<String, String> form = form();
		assertThat(look()).contains("2 tasks and duties", this.about);
		// when
		HttpResponse<String> answer = this.desk.postForm("/desk/handover/work", form);
		HttpResponse<String> again = this.desk.postForm("/desk/handover/work", form);
		// then
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
		assertThat(again.statusCode()).isEqualTo(302);
		assertThat(this.desk.get("/desk/handover").body()).contains("2 tasks and duties have passed to");
		assertThat(List.of(assignee(this.first), assignee(this.second))).containsOnly(this.fresh.userId());
		assertThat(assignee(this.theirs)).isEqualTo(this.coordinator.userId());
		assertThat(acts("pass work on", this.about)).isEqualTo(2);
		assertThat(this.jdbc.sql("select count(*) from team_change where once = :once and reason = 'They leave.'")
			.param("once", form.get("once"))
			.query(Integer.class)
			.single()).isOne();
		assertThat(this.jdbc
			.sql("select count(*) from audit where act = 'hand over secretariat' and after like '%They leave.'"
					+ " and who = (select made_by from team_change where once = :once)")
			.param("once", form.get("once"))
			.query(Integer.class)
			.single()).isOne();
		assertThat(this.people.signedIn(this.old).get("/desk/handover").statusCode()).isEqualTo(200);
	}

	@Test
	void theirAccountsAreClosedWithIt() {
		// given
		Visitor session = this.people.signedIn(this.old);
		Map<String, String> form = form();
		form.put("close", "yes");
		// when
		HttpResponse<String> answer = this.desk.postForm("/desk/handover/work", form);
		// then
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
		assertThat(assignee(this.first)).isEqualTo(this.fresh.userId());
		assertThat(session.get("/api/me").statusCode()).isEqualTo(401);
		assertThat(this.desk.postForm("/desk/handover/work", form).statusCode()).as("a second click").isEqualTo(302);
		assertThat(this.desk.get("/desk/handover").body()).contains("2 accounts are closed")
			.doesNotContain(this.old.email());
	}

	@Test
	void whatHasChangedSinceIsLookedAtAgain() {
		// given
		Map<String, String> form = form();
		String third = task("aes", this.old);
		// when
		HttpResponse<String> answer = this.desk.postForm("/desk/handover/work", form);
		// then
		assertThat(answer.statusCode()).isEqualTo(409);
		assertThat(answer.body()).contains("something has changed since you looked");
		assertThat(List.of(assignee(this.first), assignee(third))).containsOnly(this.old.userId());
	}

	@Test
	void oneThatTheTakerCouldNotDoStopsAllOfIt() {
		// given
		String ofParty = task(this.party.groupId(), this.old);
		String page = look();
		// when
		HttpResponse<String> answer = this.desk.postForm("/desk/handover/work", Map.of("leaving", id(this.old), "taker",
				id(this.fresh), "seen", "", "once", "x" + this.about, "reason", "Why"));
		// then
		assertThat(page).contains("is not offered to");
		assertThat(page).doesNotContain("action=\"/desk/handover/work\"");
		assertThat(answer.statusCode()).isEqualTo(409);
		assertThat(List.of(assignee(this.first), assignee(ofParty))).containsOnly(this.old.userId());
		assertThat(acts("pass work on", this.about)).isZero();
	}

	@Test
	void wrongChoicesAreSaidInASentence() {
		// given
		Map<String, String> noReason = form();
		noReason.put("reason", " ");
		// when, then
		assertThat(this.desk.get("/desk/handover?leaving=%s&taker=%s".formatted(id(this.old), id(this.old))).body())
			.contains("Who leaves cannot take over");
		assertThat(this.desk.get("/desk/handover?taker=" + id(this.fresh)).body()).contains("Choose who leaves.");
		assertThat(this.desk.get("/desk/handover?leaving=%s&taker=%s".formatted(id(this.coordinator), id(this.fresh)))
			.body()).contains("Choose people of the secretariat only");
		assertThat(this.desk.postForm("/desk/handover/work", noReason).body()).contains("Say why");
		assertThat(assignee(this.first)).isEqualTo(this.old.userId());
	}

	@Test
	void nobodyClosesTheirOwnAccountWithIt() {
		// given
		Visitor leaving = this.people.signedIn(this.old);
		String page = leaving.get(address()).body();
		Map<String, String> form = form(page);
		form.put("close", "yes");
		// when, then
		assertThat(leaving.postForm("/desk/handover/work", form).body()).contains("cannot close your own account");
		assertThat(assignee(this.first)).isEqualTo(this.old.userId());
	}

	@Test
	void thePackIsAuditedAndForTheSecretariatOnly() {
		// given
		int before = acts("make hand-over pack", "secretariat");
		// when
		HttpResponse<String> answer = this.desk.postForm("/desk/handover/pack", Map.of());
		HttpResponse<String> refused = this.people.signedIn(this.coordinator).postForm("/desk/handover/pack", Map.of());
		// then
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.body()).startsWith("PK");
		assertThat(answer.headers().firstValue("Content-Disposition")).hasValueSatisfying(
				(name) -> assertThat(name).matches("attachment; filename=\"stocktake-hand-over-[0-9-]+\\.zip\""));
		assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
		assertThat(refused.statusCode()).isEqualTo(403);
		assertThat(acts("make hand-over pack", "secretariat")).isEqualTo(before + 1);
		assertThat(this.desk.get("/desk/handover").body()).containsPattern("SHA-256 [0-9a-f]{64}");
	}

	private String task(String group, Contact holder) {
		String instance = this.runtime.startProcessInstanceByKey("guarded", this.about, Map.of("group", group)).getId();
		String task = this.tasks.createTaskQuery().processInstanceId(instance).singleResult().getId();
		this.tasks.setAssignee(task, holder.userId());
		return task;
	}

	private String look() {
		return this.desk.get(address()).body();
	}

	private String address() {
		return "/desk/handover?leaving=%s&leaving=%s&taker=%s".formatted(id(this.old), id(this.older), id(this.fresh));
	}

	private Map<String, String> form() {
		return form(look());
	}

	/** As the page has it; people are named once each. */
	private Map<String, String> form(String page) {
		Map<String, String> fields = new LinkedHashMap<>();
		Matcher hidden = HIDDEN.matcher(page.substring(page.indexOf("action=\"/desk/handover/work\"")));
		while (hidden.find()) {
			fields.merge(hidden.group(1), hidden.group(2), (one, other) -> one + "," + other);
		}
		fields.put("reason", "They leave.");
		return fields;
	}

	private String assignee(String task) {
		return this.tasks.createTaskQuery().taskId(task).singleResult().getAssignee();
	}

	private int acts(String act, String subject) {
		return this.jdbc.sql("select count(*) from audit where act = :act and subject = :subject")
			.param("act", act)
			.param("subject", subject)
			.query(Integer.class)
			.single();
	}

	private static String id(Contact contact) {
		return String.valueOf(contact.id().value());
	}

}
