package org.asemeducation.stocktake.update.contribution;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.asemeducation.stocktake.PostOffice;
import org.asemeducation.stocktake.ProcessTest;
import org.asemeducation.stocktake.SameMoment;
import org.asemeducation.stocktake.Stage;
import org.asemeducation.stocktake.Troupe;
import org.asemeducation.stocktake.access.Contact;
import org.asemeducation.stocktake.access.Coordination;
import org.asemeducation.stocktake.access.NewContact;
import org.asemeducation.stocktake.access.NewParty;
import org.asemeducation.stocktake.access.Party;
import org.asemeducation.stocktake.access.Person;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.asemeducation.stocktake.engine.Refused.Why;
import org.asemeducation.stocktake.notification.PickUpMails;
import org.asemeducation.stocktake.notification.Reminders;
import org.asemeducation.stocktake.notification.transport.OutgoingMail;
import org.asemeducation.stocktake.report.Reports;
import org.asemeducation.stocktake.report.html.HtmlReport;
import org.asemeducation.stocktake.report.model.Origin;
import org.asemeducation.stocktake.report.model.PartyContribution;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.asemeducation.stocktake.update.contribution.Contribution.State;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

/**
 * A stakeholder without an initiative is invited, writes, and is printed once the AES has
 * accepted it.
 */
@ProcessTest
class ContributionProcessTest {

	private static final String WRITE = "userTask_writeContribution";

	private static final String LOOK_AT = "userTask_lookAtContribution";

	private static final AtomicInteger NUMBER = new AtomicInteger();

	private final String name = "Lyceum of Zürich " + NUMBER.incrementAndGet();

	@Autowired
	private Stage stage;

	@Autowired
	private PostOffice post;

	@Autowired
	private Troupe troupe;

	@Autowired
	private SameMoment sameMoment;

	@Autowired
	private Register register;

	@Autowired
	private Inviting inviting;

	@Autowired
	private PartyContributions contributions;

	@Autowired
	private ContributionTexts texts;

	@Autowired
	private WritingContributions writing;

	@Autowired
	private DecidingOnContributions deciding;

	@Autowired
	private Reminders reminders;

	@Autowired
	private PickUpMails pickUp;

	@Autowired
	private Reports reports;

	@Autowired
	private TaskService tasks;

	private CycleName cycle;

	private Party party;

	private Contact speaker;

	private ProcessInstance instance;

	@BeforeEach
	void invite() {
		this.cycle = this.stage.gathering(Troupe.TWO_COORDINATORS);
		this.post.deliver(this.cycle);
		this.party = this.register.register(new NewParty(this.name, null, "stakeholder", "Europe", null, false, true));
		String address = "lyceum%d@stage.example".formatted(NUMBER.get());
		this.register.addContact(new NewContact(this.party.id(), "Léa Roy", address, "en", null, "coordinator"));
		this.speaker = this.register.contactByEmail(address).orElseThrow();
		this.inviting.keepUp(this.cycle);
		this.instance = this.stage.instance("contribution", contribution().key());
	}

	@AfterEach
	void leave() {
		this.register.remove(this.speaker.id());
	}

	@Test
	void whoNobodySpeaksForIsNamedUntilSomebodyDoes() {
		// given
		Party silent = this.register
			.register(new NewParty("Silent " + this.name, null, "stakeholder", "Europe", null, false, true));
		assertThat(this.contributions.unheard(this.cycle)).contains(silent.name())
			.as("invited, coordinating")
			.doesNotContain(this.name, "Malta");
		// when
		String address = "silent%d@stage.example".formatted(NUMBER.get());
		this.register.addContact(new NewContact(silent.id(), "Sam Silent", address, "en", null, "coordinator"));
		// then
		assertThat(this.contributions.unheard(this.cycle)).doesNotContain(silent.name());
		this.register.remove(this.register.contactByEmail(address).orElseThrow().id());
	}

	@Test
	void whoHasNoInitiativeIsInvitedOnceAndNeverDue() {
		// when
		this.inviting.keepUp(this.cycle);
		// then
		assertThat(contribution().state()).isEqualTo(State.INVITED);
		assertThat(this.stage.instances("contribution", contribution().key())).hasSize(1);
		assertThat(this.instance).isWaitingAtExactly(WRITE);
		Task task = task();
		assertThat(task.getName()).isEqualTo("Write contribution: %s (%s)", this.name, this.cycle);
		assertThat(task.getDueDate()).isNull();
		assertThat(this.tasks.getIdentityLinksForTask(task.getId())).extracting(IdentityLink::getGroupId)
			.containsExactly(this.party.groupId());
		assertThat(this.contributions.of(this.cycle)).as("who coordinates")
			.noneMatch((it) -> it.name().equals("Malta"));
	}

	@Test
	void aRoundThatCompletesAPlanAsksNobodyBeside(@Autowired JdbcClient jdbc) {
		assertThat(this.contributions.notAskedAnyMore(this.cycle)).doesNotContain(this.party.id());
		String kind = "update cycle set kind = :kind where name = :cycle";
		jdbc.sql(kind).param("kind", "completion").param("cycle", this.cycle.value()).update();
		assertThat(this.contributions.notAskedAnyMore(this.cycle)).contains(this.party.id());
		jdbc.sql(kind).param("kind", "report").param("cycle", this.cycle.value()).update();
	}

	@Test
	void oneMailInvitesAndNoneFollows() {
		// when
		claimAndPickUp();
		List<OutgoingMail> first = mails();
		this.stage.later(3600L * 24 * 7);
		claimAndPickUp();
		// then
		assertThat(first).singleElement().satisfies((mail) -> {
			assertThat(mail.subject()).startsWith(this.cycle + ": what does your institution do?");
			assertThat(mail.text()).contains(this.name).contains("/my/contributions");
		});
		assertThat(mails()).isEmpty();
	}

	@Test
	void whatIsAcceptedIsPrintedInAChapterOfItsOwn() {
		// given
		submit("We opened <b>three</b> schools.\n\nAnd a fourth.");
		assertThat(this.instance).isWaitingAtExactly(LOOK_AT);
		assertThat(draft().contributed()).as("not accepted yet").isEmpty();
		assertThat(draft().order()).doesNotContain(PartyContribution.CHAPTER);
		// when
		decide("accepted", "");
		// then
		assertThat(this.instance).isEnded().hasPassed("serviceTask_readContribution", "endEvent_contributionDecided");
		ReportModel report = draft();
		assertThat(report.contributed()).singleElement().satisfies((it) -> {
			assertThat(it.party()).isEqualTo(this.name);
			assertThat(it.group()).isEqualTo("stakeholder");
			assertThat(it.objectives()).containsExactly(new PartyContribution.Objective(1, "Move about"));
		});
		assertThat(report.order()).containsSubsequence("participation", PartyContribution.CHAPTER);
		assertThat(report.paragraphs()).filteredOn((it) -> it.from() == Origin.From.CONTRIBUTION).hasSize(2);
		assertThat(html(report)).contains("Contributions of partners and stakeholders")
			.contains("Stakeholder, Europe. Objective 1: Move about.")
			.contains("We opened &lt;b&gt;three&lt;/b&gt; schools.")
			.contains("And a fourth.");
	}

	@Test
	void aChangeIsAskedForOnceAndThenItIsLeftOut() {
		// given
		submit("We did much.");
		// when
		decide("returned", "How much?");
		// then
		assertThat(this.instance).isWaitingAtExactly(WRITE);
		assertThat(contribution().because()).isEqualTo("How much?");
		// when
		submit("We did much. SECOND");
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> decide("returned", "Once more"))
			.withMessageContaining("was asked for already");
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> decide("left-out", " "))
			.satisfies(
					(refused) -> assertThat(refused.problems()).extracting(Problem::field).containsExactly("because"));
		decide("left-out", "It is an advertisement.");
		// then
		assertThat(this.instance).isEnded();
		assertThat(contribution().state()).isEqualTo(State.LEFT_OUT);
		assertThat(html(draft())).doesNotContain("We did much")
			.doesNotContain(this.name)
			.doesNotContain("advertisement");
	}

	@Test
	void aChangeIsAskedForByMailAtOnceAndNobodyIsReminded() {
		// given
		submit("We did much.");
		// when
		decide("returned", "How much?\nAnd <b>where</b>?");
		// then
		assertThat(mails()).singleElement().satisfies((mail) -> {
			assertThat(mail.subject())
				.startsWith("%s: please revise what %s contributes, by ".formatted(this.cycle, this.name));
			assertThat(mail.text()).contains("How much?", "And <b>where</b>?",
					"/contributions/%s/%d".formatted(this.cycle, this.party.id().value()));
			assertThat(mail.html()).contains("&lt;b&gt;where&lt;/b&gt;");
		});
		this.stage.later(3600L * 24 * 7);
		claimAndPickUp();
		assertThat(mails()).isEmpty();
	}

	@Test
	void whatHasComeOrIsOverBeforeTheMailLeavesIsNotAskedFor() {
		// given
		submit("We did much.");
		decide("returned", "How much?");
		// when
		submit("We did much: seven.");
		// then
		assertThat(mails()).isEmpty();
	}

	@Test
	void whenTheGatheringClosesNoChangeIsAskedForAnyMore() {
		// given
		submit("We did much.");
		decide("returned", "How much?");
		// when
		this.stage.freeze(this.cycle);
		// then
		assertThat(mails()).isEmpty();
	}

	@Test
	void whatIsTakenBackIsCorrectedAndSubmittedAgain() {
		// given
		submit("FIRST");
		// when
		this.writing.takeBack(this.cycle, this.party.id(), 1, person());
		// then
		assertThat(this.instance).isWaitingAtExactly(WRITE).hasPassed("boundaryEvent_contributionTakenBack");
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.deciding.decide(this.cycle, this.party.id(), 1, "accepted", "", aes()))
			.satisfies((refused) -> assertThat(refused.why()).isEqualTo(Why.CONFLICT));
		submit("SECOND");
		decide("accepted", "");
		assertThat(html(draft())).contains("SECOND").doesNotContain("FIRST");
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.writing.takeBack(this.cycle, this.party.id(), 2, person()));
	}

	@Test
	void twoClicksSubmitOnce() {
		// given
		long version = save("Twice?");
		// when
		List<Optional<Throwable>> told = this.sameMoment.actBeforeTheCommitOf(
				() -> this.writing.submit(this.cycle, this.party.id(), version, person()),
				() -> this.writing.submit(this.cycle, this.party.id(), version, person()));
		// then
		assertThat(told).filteredOn(Optional::isPresent).hasSize(1);
		assertThat(this.texts.all(contribution())).hasSize(1);
	}

	@Test
	void nobodyElseReadsWritesOrDecides() {
		// given
		Person malta = new Person(this.troupe.user("malta"), "malta", Set.of(this.troupe.party("Malta").groupId()));
		Person reviewer = new Person(this.troupe.user("reviewer"), "reviewer", Set.of("swg"));
		Person aes = new Person(aes(), "aes", Set.of("aes"));
		// when, then
		for (Person other : List.of(malta, reviewer)) {
			assertThatExceptionOfType(Refused.class)
				.isThrownBy(() -> this.writing.of(this.cycle, this.party.id(), other))
				.satisfies((refused) -> assertThat(refused.why()).isEqualTo(Why.NOT_ALLOWED));
		}
		for (Person other : List.of(malta, reviewer, aes)) {
			assertThatExceptionOfType(Refused.class)
				.isThrownBy(() -> this.writing.save(this.cycle, this.party.id(), 0, form("Mine"), other))
				.satisfies((refused) -> assertThat(refused.why()).isEqualTo(Why.NOT_ALLOWED));
		}
		assertThat(this.writing.of(this.cycle, this.party.id(), aes)).isNotNull();
		assertThat(this.texts.draft(contribution()).version()).isZero();
	}

	@Test
	void whatHasNotTheFormsShapeOrSaysNothingIsRefused() {
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(
					() -> this.writing.save(this.cycle, this.party.id(), 0,
							form("x".repeat(ContributionText.LONGEST + 1)).put("objective-0", true)
								.put("__proto__", "x"),
							person()))
			.satisfies((refused) -> assertThat(refused.problems()).extracting(Problem::field)
				.containsExactly("activities", "objective-0", "__proto__"));
		long version = this.texts.draft(contribution()).version();
		this.writing.save(this.cycle, this.party.id(), version, JsonNodeFactory.instance.objectNode(), person());
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.writing.submit(this.cycle, this.party.id(), version + 1, person()))
			.satisfies((refused) -> assertThat(refused.problems()).extracting(Problem::field)
				.containsExactly("activities", "objective-1"));
		assertThat(this.instance).isWaitingAtExactly(WRITE);
	}

	@Test
	void whenTheGatheringClosesWhatIsNotSubmittedEnds() {
		// given
		save("Half a sentence");
		// when
		this.stage.freeze(this.cycle);
		// then
		assertThat(this.instance).isEnded().hasPassed("boundaryEvent_gatheringClosed", "endEvent_nothingContributed");
		assertThat(contribution().state()).isEqualTo(State.NOT_WRITTEN);
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> save("More")).withMessageContaining("is closed");
		assertThat(html(draft())).doesNotContain("Half a sentence").doesNotContain(this.name);
		this.inviting.keepUp(this.cycle);
		assertThat(this.stage.instances("contribution", contribution().key())).isEmpty();
	}

	@Test
	void whatWasReturnedAndNotWrittenAnewIsDecidedOnAsItWas() {
		// given
		submit("We did much.");
		decide("returned", "How much?");
		save("We did more, NOT SUBMITTED");
		// when
		this.stage.freeze(this.cycle);
		// then
		assertThat(this.instance).isWaitingAtExactly(LOOK_AT).hasPassed("serviceTask_closeContribution");
		decide("accepted", "");
		assertThat(html(draft())).contains("We did much.").doesNotContain("NOT SUBMITTED");
	}

	@Test
	void whatIsSubmittedIsStillDecidedOnAfterTheGathering() {
		// given
		submit("We did much.");
		// when
		this.stage.freeze(this.cycle);
		// then
		assertThat(this.instance).isWaitingAtExactly(LOOK_AT);
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.writing.takeBack(this.cycle, this.party.id(), 1, person()))
			.withMessageContaining("is closed");
		this.deciding.sealed(this.cycle);
		assertThat(this.instance).isEnded();
		assertThat(contribution().state()).isEqualTo(State.LEFT_OUT);
	}

	@Test
	void whoGetsAnInitiativeMeanwhileIsNotAskedAnyMore() {
		// given
		this.troupe.recast(Troupe.TWO_COORDINATORS);
		List<Coordination> before = this.register.coordination(Troupe.TWO_COORDINATORS);
		save("Half a sentence");
		// when
		this.register.coordinate(Troupe.TWO_COORDINATORS,
				List.of(before.get(0), new Coordination(this.party.id(), "coordinator", 2)));
		this.inviting.keepUp(this.cycle);
		// then
		assertThat(this.instance).isEnded().hasPassed("startEvent_contributionDropped", "endEvent_notAskedAnyMore");
		assertThat(contribution().state()).isEqualTo(State.DROPPED);
		this.reminders.claimDue();
		this.pickUp.pickUp();
		assertThat(mails()).isEmpty();
	}

	/**
	 * What is claimed waits for others to the same person, and a minute for whoever
	 * queued it.
	 */
	private void claimAndPickUp() {
		this.reminders.claimDue();
		this.stage.later(3600);
		this.pickUp.pickUp();
	}

	private List<OutgoingMail> mails() {
		return this.post.deliver(this.cycle)
			.stream()
			.filter((mail) -> mail.recipient().equals(this.speaker.email()))
			.toList();
	}

	private ReportModel draft() {
		return this.reports.compile(this.cycle);
	}

	private static String html(ReportModel report) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try {
			new HtmlReport((picture) -> Optional.empty()).write(report, out);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return out.toString(StandardCharsets.UTF_8);
	}

	private void submit(String activities) {
		this.writing.submit(this.cycle, this.party.id(), save(activities), person());
	}

	private long save(String activities) {
		long seen = this.texts.draft(contribution()).version();
		this.writing.save(this.cycle, this.party.id(), seen, form(activities), person());
		return seen + 1;
	}

	private static ObjectNode form(String activities) {
		return JsonNodeFactory.instance.objectNode().put("activities", activities).put("objective-1", true);
	}

	private void decide(String answer, String because) {
		int version = this.texts.last(contribution()).orElseThrow().version();
		this.deciding.decide(this.cycle, this.party.id(), version, answer, because, aes());
	}

	private Contribution contribution() {
		return this.contributions.get(this.cycle, this.party.id());
	}

	private Task task() {
		return this.tasks.createTaskQuery().processInstanceBusinessKey(contribution().key().toString()).singleResult();
	}

	private Person person() {
		return new Person(this.speaker.userId(), this.speaker.name(), Set.of(this.party.groupId()));
	}

	private String aes() {
		return this.troupe.user("aes");
	}

}
