package org.asemeducation.stocktake.update.handover;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.Path;
import org.asemeducation.stocktake.PostOffice;
import org.asemeducation.stocktake.ProcessTest;
import org.asemeducation.stocktake.Stage;
import org.asemeducation.stocktake.Troupe;
import org.asemeducation.stocktake.access.Contact;
import org.asemeducation.stocktake.access.Coordination;
import org.asemeducation.stocktake.access.NewContact;
import org.asemeducation.stocktake.access.Person;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.access.Rights;
import org.asemeducation.stocktake.cycle.CycleInitiatives;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.DeadlineKind;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.asemeducation.stocktake.notification.transport.OutgoingMail;
import org.asemeducation.stocktake.plan.InitiativeId;
import org.asemeducation.stocktake.plan.PlanChanges;
import org.asemeducation.stocktake.plan.PlanHistory;
import org.asemeducation.stocktake.plan.PlanParty;
import org.asemeducation.stocktake.plan.change.ChangeForm;
import org.asemeducation.stocktake.plan.change.ChangePlan;
import org.asemeducation.stocktake.plan.change.CoordinatorsChanged;
import org.asemeducation.stocktake.plan.change.DecidedChanges;
import org.asemeducation.stocktake.review.Reviewers;
import org.asemeducation.stocktake.review.wording.FineToPrint;
import org.asemeducation.stocktake.update.Coordinators;
import org.asemeducation.stocktake.update.UpdateKey;
import org.asemeducation.stocktake.update.handover.HandOverController.SomebodyElse;
import org.asemeducation.stocktake.update.people.Answerers;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

/**
 * Somebody else: who helps for a while, and who takes over.
 */
@ProcessTest
class HandOverProcessTest {

	private static final String ONE = Troupe.ONE_COORDINATOR;

	private static final String TWO = Troupe.TWO_COORDINATORS;

	private static final String PROVIDE = "userTask_provideUpdate";

	private static final String CONFIRM = "userTask_confirmHandOver";

	@Autowired
	private Stage stage;

	@Autowired
	private Path path;

	@Autowired
	private PostOffice post;

	@Autowired
	private Troupe troupe;

	@Autowired
	private Successors successors;

	@Autowired
	private Coordinators coordinators;

	@Autowired
	private Answerers answerers;

	@Autowired
	private Reviewers reviewers;

	@Autowired
	private FineToPrint fineToPrint;

	@Autowired
	private LettingHelp lettingHelp;

	@Autowired
	private HandOverViews views;

	@Autowired
	private Register register;

	@Autowired
	private Rights rights;

	@Autowired
	private Cycles cycles;

	@Autowired
	private CycleInitiatives initiatives;

	@Autowired
	private TaskService tasks;

	@Autowired
	private JdbcClient jdbc;

	private final List<String> known = new ArrayList<>();

	@BeforeEach
	void rememberWhoWasThere() {
		this.register.contacts().forEach((contact) -> this.known.add(contact.email()));
	}

	@AfterEach
	void onlyWhoWasThereStays() {
		this.register.contacts()
			.stream()
			.filter((contact) -> !this.known.contains(contact.email()))
			.map(Contact::id)
			.forEach(this.register::remove);
	}

	@Test
	void aHelperWritesUntilTheDayAndDoesNotSubmit() {
		// given
		CycleName cycle = this.stage.gathering(ONE);
		String helper = newcomer(cycle, "helper");
		LocalDate until = today(cycle).plusDays(3);
		this.successors.help(cycle, ONE, "harbour", helper, until, false);
		// when
		this.coordinators.save(cycle, ONE, helper, "Their half");
		// then
		assertThat(this.coordinators.mayWrite(cycle, ONE, helper)).isEqualTo("write");
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.coordinators.submit(cycle, ONE, helper, "All of it"))
			.withMessage("You help with A01-I01 and cannot submit it: what you write is saved for those who do.");
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.answerers.answer(cycle, ONE, helper, "concluded", "It is over."));
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.answerers.answer(cycle, ONE, helper, "not-ours", "Not theirs."))
			.withMessage("Only those who coordinate A01-I01 can say this.");
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.fineToPrint.answer(key(cycle, ONE), 1, true, null, this.troupe.user(helper)))
			.satisfies((refused) -> assertThat(refused.why()).isEqualTo(Refused.Why.NOT_ALLOWED));
		assertThat(this.coordinators.mine(helper)).contains(cycle + "/" + ONE);
		to(this.cycles.get(cycle).endOf(until));
		this.coordinators.save(cycle, ONE, helper, "In the last second");
		to(this.cycles.get(cycle).endOf(until).plusSeconds(1));
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.coordinators.save(cycle, ONE, helper, "Too late"))
			.satisfies((refused) -> assertThat(refused.why()).isEqualTo(Refused.Why.NOT_ALLOWED));
		assertThat(this.coordinators.mine(helper)).isEmpty();
		assertThat(this.coordinators.submit(cycle, ONE, "harbour", "All of it")).isOne();
	}

	@Test
	void aHelperWhoIsAllowedToSubmitsForTheirParty() {
		// given HU leads
		CycleName cycle = this.stage.gathering(TWO);
		String harbours = newcomer(cycle, "harbours");
		String maltas = newcomer(cycle, "maltas");
		this.successors.help(cycle, TWO, "harbour", harbours, today(cycle).plusDays(3), true);
		this.successors.help(cycle, TWO, "malta", maltas, today(cycle).plusDays(3), true);
		// when, then
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.coordinators.submit(cycle, TWO, maltas, "All of it"))
			.withMessageContaining("Only HU can submit");
		assertThat(this.coordinators.submit(cycle, TWO, harbours, "All of it")).isOne();
	}

	@Test
	void aHelperIsToldByMailAndShownToTheCoordinatorsAndMayBeSentAway() {
		// given
		CycleName cycle = this.stage.gathering(ONE);
		this.post.deliver(cycle);
		String helper = newcomer(cycle, "helper");
		LocalDate until = today(cycle).plusDays(3);
		String day = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH).format(until);
		// when
		this.successors.help(cycle, ONE, "harbour", helper, until, false);
		// then
		assertThat(this.post.deliver(cycle)).singleElement().satisfies((mail) -> {
			assertThat(mail.recipient()).isEqualTo(Troupe.address(helper));
			assertThat(mail.subject())
				.isEqualTo("%s: please help with the update of A01-I01 until %s".formatted(cycle, day));
			assertThat(words(mail)).startsWith(
					"Helping Hand, harbour (HU) asks you to help with the update of A01-I01 One coordinator until the end of %s."
						.formatted(day))
				.contains("You cannot submit it: HU does.")
				.contains("/i/%s/A01-I01".formatted(cycle));
		});
		SomebodyElse shown = this.views.of(key(cycle, ONE), person("harbour"));
		assertThat(shown.helpers()).singleElement()
			.satisfies((help) -> assertThat(help.email()).isEqualTo(Troupe.address(helper)));
		assertThat(this.views.of(key(cycle, ONE), person(helper)).helping()).isNotNull();
		this.lettingHelp.end(key(cycle, ONE), shown.helpers().get(0).id(), this.troupe.user("harbour"));
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.coordinators.save(cycle, ONE, helper, "After all"));
		assertThat(audit(cycle, ONE)).contains(
				"let somebody help: null > Helping Hand <%s> until %s".formatted(Troupe.address(helper), until),
				"end help: Helping Hand <%s> > null".formatted(Troupe.address(helper)));
		assertThat(this.rights.hasPart(this.troupe.user(helper), ONE)).as("reviews it").isTrue();
	}

	@Test
	void whoHelpsIsNamedWithADayOnWhichSomethingCanBeWritten() {
		// given
		CycleName cycle = this.stage.gathering(ONE);
		LocalDate freeze = this.cycles.get(cycle).date(DeadlineKind.FREEZE);
		// when, then
		assertThat(fields(cycle, new LettingHelp.Help(null, " ", null, false))).containsExactly("email", "name",
				"until");
		assertThat(fields(cycle, new LettingHelp.Help("A", "a@b.example", today(cycle).minusDays(1), false)))
			.containsExactly("until");
		assertThat(fields(cycle, new LettingHelp.Help("A", "a@b.example", freeze.plusDays(1), false)))
			.containsExactly("until");
		assertThat(fields(cycle, new LettingHelp.Help("A", Troupe.address("harbour"), freeze, false)))
			.containsExactly("email");
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.successors.help(cycle, ONE, "inland", "nobody", today(cycle), false))
			.satisfies((refused) -> assertThat(refused.why()).isEqualTo(Refused.Why.NOT_ALLOWED));
	}

	@Test
	void whoeverThePlanNamesFromNowOnWritesTheRunningUpdate(@Autowired ApplicationEventPublisher events,
			@Autowired TransactionOperations transaction) {
		// given
		CycleName cycle = this.stage.gathering(ONE);
		ProcessInstance update = this.stage.update(cycle, ONE);
		this.coordinators.save(cycle, ONE, "harbour", "Half of it");
		String printed = this.initiatives.find(cycle, new InitiativeId(ONE)).orElseThrow().coordinators();
		this.troupe.recast(ONE);
		// when
		transaction.executeWithoutResult((status) -> {
			this.register.coordinate(ONE, List.of(new Coordination(this.troupe.party("Malta").id(), "coordinator", 1)));
			events.publishEvent(new CoordinatorsChanged(new InitiativeId(ONE)));
		});
		// then
		assertThat(candidates(update)).containsExactly(this.troupe.party("Malta").groupId());
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.coordinators.save(cycle, ONE, "harbour", "After all"))
			.satisfies((refused) -> assertThat(refused.why()).isEqualTo(Refused.Why.NOT_ALLOWED));
		assertThat(this.initiatives.find(cycle, new InitiativeId(ONE)).orElseThrow().coordinators()).isEqualTo(printed);
		assertThat(this.coordinators.submit(cycle, ONE, "malta", "All of it")).isOne();
	}

	@Test
	void anotherPartyTakesOverWithDraftAndHistoryOnceTheSecretariatConfirms() {
		// given
		CycleName cycle = this.stage.gathering(TWO);
		ProcessInstance update = this.stage.update(cycle, TWO);
		this.coordinators.submit(cycle, TWO, "harbour", "We met");
		this.reviewers.giveBack(cycle, TWO, "Which years?");
		this.coordinators.save(cycle, TWO, "harbour", "We met in 2028");
		String colleague = newcomer(cycle, "colleague");
		this.register.addContact(new NewContact(this.troupe.party("HU").id(), "Second Hand", Troupe.address(colleague),
				"en", null, NewContact.COORDINATOR));
		String helper = newcomer(cycle, "helper");
		this.successors.help(cycle, TWO, "harbour", helper, today(cycle).plusDays(9), false);
		this.post.deliver(cycle);
		String successor = newcomer(cycle, "successor");
		// when
		this.successors.ask(cycle, TWO, "harbour", "Thailand", successor);
		ProcessInstance asked = this.stage.instance("handOver", cycle + "/" + TWO);
		assertThat(asked).isWaitingAtExactly(CONFIRM);
		this.coordinators.save(cycle, TWO, "harbour", "We met in 2028 and 2029");
		this.successors.confirm(cycle, TWO);
		// then whoever was in it before is out, at once
		assertThat(asked).isEnded().hasPassed(CONFIRM, "endEvent_handOverAnswered");
		for (String gone : List.of("harbour", helper)) {
			assertThatExceptionOfType(Refused.class)
				.isThrownBy(() -> this.coordinators.save(cycle, TWO, gone, "After all"))
				.satisfies((refused) -> assertThat(refused.why()).isEqualTo(Refused.Why.NOT_ALLOWED));
		}
		assertThat(candidates(update)).containsExactlyInAnyOrder(this.troupe.party("Thailand").groupId(),
				this.troupe.party("Malta").groupId());
		assertThat(draft(cycle)).contains("We met in 2028 and 2029");
		assertThat(this.initiatives.find(cycle, new InitiativeId(TWO)).orElseThrow().coordinators())
			.isEqualTo("Thailand; Malta");
		assertThat(audit(cycle, TWO)).contains("hand over: harbour <%s> > New Hand <%s> (Thailand): A01-I02"
			.formatted(Troupe.address("harbour"), Troupe.address(successor)));
		// and the lead goes along
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.coordinators.submit(cycle, TWO, "malta", "All of it"))
			.withMessageContaining("Only Thailand can submit");
		assertThat(this.coordinators.submit(cycle, TWO, successor, "We met in 2028 and 2029")).isEqualTo(2);
		List<OutgoingMail> mails = this.post.deliver(cycle);
		assertThat(mails).filteredOn((mail) -> mail.subject().endsWith("A01-I02 was handed over"))
			.extracting(OutgoingMail::recipient)
			.containsExactlyInAnyOrder(Troupe.address("harbour"), Troupe.address(colleague), Troupe.address(successor),
					Troupe.address("malta"), Troupe.address("thailand"));
		assertThat(text(mails, colleague)).as("who is out as well").contains("You have no access to it any more");
		assertThat(text(mails, "harbour")).contains("New Hand (Thailand) has taken over A01-I02 Two coordinators.")
			.doesNotContain("/i/");
		assertThat(text(mails, successor)).contains("you have taken over A01-I02 Two coordinators from harbour.")
			.contains("/i/%s/A01-I02".formatted(cycle));
	}

	@Test
	void aChangeOfThePlanThatWaitedForItsDayDoesNotUndoIt(@Autowired DecidedChanges decided, @Autowired ChangePlan plan,
			@Autowired PlanHistory history) {
		// given
		CycleName cycle = this.stage.gathering(ONE);
		ProcessInstance update = this.stage.update(cycle, ONE);
		LocalDate day = LocalDate.ofInstant(this.stage.now(), ZoneOffset.UTC).plusDays(2);
		decided.make(rename("A school by the harbour", day), this.troupe.user("aes"));
		String successor = newcomer(cycle, "successor");
		this.successors.ask(cycle, ONE, "harbour", "Thailand", successor);
		this.successors.confirm(cycle, ONE);
		try {
			// when
			to(day.atStartOfDay().toInstant(ZoneOffset.UTC).plusSeconds(60));
			plan.putInForce();
			// then
			assertThat(this.troupe.coordinates("Thailand", ONE)).isTrue();
			assertThat(this.troupe.coordinates("HU", ONE)).isFalse();
			assertThat(candidates(update)).containsExactly(this.troupe.party("Thailand").groupId());
			assertThat(history.on(new InitiativeId(ONE), day)).get().satisfies((row) -> {
				assertThat(row.initiative().title()).isEqualTo("A school by the harbour");
				assertThat(row.initiative().coordinators()).extracting(PlanParty::label).containsExactly("Thailand");
			});
		}
		finally {
			decided.make(rename("One coordinator", day), this.troupe.user("aes"));
		}
	}

	@Test
	void thePlanOfTheDaySaysWhoTookOverAndWhy(@Autowired PlanChanges changes, @Autowired PlanHistory history) {
		// given
		CycleName cycle = this.stage.gathering(ONE);
		this.successors.ask(cycle, ONE, "harbour", "Thailand", newcomer(cycle, "successor"));
		// when
		this.successors.confirm(cycle, ONE);
		// then
		assertThat(history.on(new InitiativeId(ONE), changes.today())).get()
			.satisfies((row) -> assertThat(row.initiative().coordinators()).extracting(PlanParty::label)
				.containsExactly("Thailand"));
		assertThat(changes.newest(ONE, 1)).singleElement().satisfies((change) -> {
			assertThat(change.act()).isEqualTo("coordinators");
			assertThat(change.reason()).isEqualTo("Handed over in the cycle %s: I retire".formatted(cycle));
			assertThat(change.decidedBy()).isEqualTo("secretariat");
			assertThat(change.enteredBy()).isEqualTo(this.troupe.user("aes"));
		});
	}

	@Test
	void aColleagueTakesOverAllOfThePartyAndWhoLeavesHasNoAccountAnyMore() {
		// given
		CycleName cycle = this.stage.gathering(ONE, TWO);
		ProcessInstance update = this.stage.update(cycle, ONE);
		String leaving = newcomer(cycle, "leaving");
		this.register.addContact(new NewContact(this.troupe.party("HU").id(), "Old Hand", Troupe.address(leaving), "en",
				null, NewContact.COORDINATOR));
		String old = this.troupe.user(leaving);
		this.coordinators.save(cycle, ONE, leaving, "Half of it");
		this.tasks.setAssignee(task(update), old);
		String successor = newcomer(cycle, "successor");
		this.post.deliver(cycle);
		// when
		this.successors.askForColleague(cycle, ONE, leaving, successor);
		assertThat(this.views.of(key(cycle, ONE), person(leaving)).everything()).containsExactly(ONE, TWO);
		this.successors.confirm(cycle, ONE);
		// then
		assertThat(this.register.contactByUser(old).orElseThrow().active()).isFalse();
		assertThat(this.rights.mayWrite(old, ONE)).isFalse();
		assertThat(this.tasks.createTaskQuery().taskAssignee(old).count()).isZero();
		this.coordinators.save(cycle, TWO, successor, "The other one, too");
		assertThat(this.coordinators.submit(cycle, ONE, successor, "All of it")).isOne();
		List<OutgoingMail> mails = this.post.deliver(cycle);
		assertThat(text(mails, leaving)).contains("New Hand (HU) has taken over 2 initiatives: A01-I01, A01-I02.");
		assertThat(text(mails, "malta")).as("who coordinates the other one with them, with a link that they may open")
			.contains("/i/%s/A01-I02".formatted(cycle));
	}

	@Test
	void whoSpeaksForAnotherPartyTooKeepsThat() {
		// given
		CycleName cycle = this.stage.gathering(ONE, Troupe.SUPPORTED);
		String leaving = newcomer(cycle, "leaving");
		for (String party : List.of("HU", "II")) {
			this.register.addContact(new NewContact(this.troupe.party(party).id(), "Old Hand", Troupe.address(leaving),
					"en", null, NewContact.COORDINATOR));
		}
		// when
		this.successors.askForColleague(cycle, ONE, leaving, newcomer(cycle, "successor"));
		this.successors.confirm(cycle, ONE);
		// then
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.coordinators.save(cycle, ONE, leaving, "After all"));
		this.coordinators.save(cycle, Troupe.SUPPORTED, leaving, "Still ours");
	}

	@Test
	void aHandOverThatIsNotConfirmedChangesNothing() {
		// given
		CycleName cycle = this.stage.gathering(ONE);
		this.post.deliver(cycle);
		this.successors.ask(cycle, ONE, "harbour", "Thailand", newcomer(cycle, "successor"));
		ProcessInstance asked = this.stage.instance("handOver", cycle + "/" + ONE);
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.successors.ask(cycle, ONE, "harbour", "Malta", "another"))
			.withMessage("A hand-over of A01-I01 waits for the secretariat already.");
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> this.successors.refuse(cycle, ONE, " "));
		// when
		this.successors.refuse(cycle, ONE, "They do not know of it.");
		// then
		assertThat(asked).isEnded().hasPassed(CONFIRM);
		assertThat(this.coordinators.submit(cycle, ONE, "harbour", "All of it")).isOne();
		assertThat(this.post.deliver(cycle)).singleElement().satisfies((mail) -> {
			assertThat(mail.recipient()).isEqualTo(Troupe.address("harbour"));
			assertThat(words(mail)).contains("it stays with you.").contains("They do not know of it.");
		});
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> this.successors.confirm(cycle, ONE))
			.withMessageContaining("somebody was faster");
	}

	@Test
	void nothingIsHandedOverThatTurnsOutNotToBeTheirs() {
		// given
		CycleName cycle = this.stage.gathering(ONE);
		this.successors.ask(cycle, ONE, "harbour", "Thailand", newcomer(cycle, "successor"));
		ProcessInstance asked = this.stage.instance("handOver", cycle + "/" + ONE);
		// when
		this.answerers.answer(cycle, ONE, "harbour", "not-ours", "We never coordinated it.");
		// then
		assertThat(asked).isEnded()
			.hasPassed("boundaryEvent_nothingToHandOver")
			.hasNotPassed("endEvent_handOverAnswered");
		assertThat(this.path.of(asked)).endsWith("endEvent_noHandOverNeeded");
	}

	@Test
	void aPartyThatTheRegisterLacksIsAddedWhenItIsConfirmed() {
		// given
		CycleName cycle = this.stage.gathering(ONE);
		String name = "Academy of " + cycle;
		this.troupe.recast(ONE);
		this.successors.ask(cycle, ONE, "harbour",
				new Successor(null, name, "New Hand", Troupe.address(newcomer(cycle, "successor")), "It moves"));
		assertThat(this.register.party(name)).isEmpty();
		// when
		this.successors.confirm(cycle, ONE);
		// then
		assertThat(this.troupe.coordinates(name, ONE)).isTrue();
		assertThat(this.troupe.coordinates("HU", ONE)).isFalse();
	}

	@Test
	void whoTakesOverIsNamed() {
		// given
		CycleName cycle = this.stage.gathering(ONE);
		Long own = this.troupe.party("HU").id().value();
		// when, then
		assertThat(fields(cycle, new Successor(null, null, null, null, null))).containsExactly("email", "name",
				"reason");
		assertThat(fields(cycle, new Successor(own, null, "A", "a@b.example", "x"))).containsExactly("party");
		assertThat(fields(cycle, new Successor(-1L, null, "A", "a@b.example", "x"))).containsExactly("party");
		assertThat(fields(cycle, new Successor(own, "New", "A", "a@b.example", "x"))).containsExactly("newParty");
		assertThat(fields(cycle, new Successor(null, "Long ".repeat(200), "A", "a@b.example", "x")))
			.containsExactly("newParty");
		assertThat(fields(cycle, new Successor(null, null, "A", Troupe.address("harbour"), "x")))
			.containsExactly("email");
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.successors.ask(cycle, ONE, "malta", "Thailand", "successor"))
			.satisfies((refused) -> assertThat(refused.why()).isEqualTo(Refused.Why.NOT_ALLOWED));
		assertThat(this.stage.instances("handOver", cycle + "/%")).isEmpty();
	}

	private List<String> fields(CycleName cycle, LettingHelp.Help help) {
		return fields(() -> this.lettingHelp.begin(key(cycle, ONE), help, this.troupe.user("harbour")));
	}

	private List<String> fields(CycleName cycle, Successor successor) {
		return fields(() -> this.successors.ask(cycle, ONE, "harbour", successor));
	}

	private static List<String> fields(Runnable act) {
		try {
			act.run();
			return List.of();
		}
		catch (Refused refused) {
			return refused.problems().stream().map(Problem::field).sorted().toList();
		}
	}

	/** The name of somebody whom the register does not know. */
	private static String newcomer(CycleName cycle, String what) {
		return what + "-" + cycle.value().toLowerCase();
	}

	private List<String> audit(CycleName cycle, String initiative) {
		return this.jdbc.sql("""
				select act || ': ' || coalesce(before, 'null') || ' > ' || coalesce(after, 'null') from audit
				where subject = :about""").param("about", cycle + "/" + initiative).query(String.class).list();
	}

	private String draft(CycleName cycle) {
		return this.jdbc.sql("select content::text from draft where cycle = :cycle")
			.param("cycle", cycle.value())
			.query(String.class)
			.single();
	}

	private Set<String> candidates(ProcessInstance update) {
		return this.tasks.getIdentityLinksForTask(task(update))
			.stream()
			.map(IdentityLink::getGroupId)
			.collect(Collectors.toSet());
	}

	private String task(ProcessInstance update) {
		return this.tasks.createTaskQuery().processInstanceId(update.getId()).singleResult().getId();
	}

	private static String text(List<OutgoingMail> mails, String who) {
		return words(mails.stream()
			.filter((mail) -> mail.recipient().equals(Troupe.address(who)) && mail.subject().contains("handed over"))
			.findFirst()
			.orElseThrow());
	}

	private static String words(OutgoingMail mail) {
		return mail.text().replaceAll("\\s+", " ");
	}

	private Person person(String who) {
		return new Person(this.troupe.user(who), who, Set.of());
	}

	private LocalDate today(CycleName cycle) {
		return LocalDate.ofInstant(this.stage.now(), ZoneId.of("Europe/Rome"));
	}

	private void to(Instant moment) {
		this.stage.later(Duration.between(this.stage.now(), moment).toSeconds());
	}

	private static ChangeForm rename(String title, LocalDate from) {
		return new ChangeForm("rename", ONE, null, title, null, null, null, null, null, null, from.toString(),
				"It was decided", null);
	}

	private static UpdateKey key(CycleName cycle, String initiative) {
		return UpdateKey.of(cycle.value(), initiative);
	}

}
