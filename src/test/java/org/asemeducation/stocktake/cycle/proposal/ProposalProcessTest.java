package org.asemeducation.stocktake.cycle.proposal;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.asemeducation.stocktake.ProcessTest;
import org.asemeducation.stocktake.SameMoment;
import org.asemeducation.stocktake.Stage;
import org.asemeducation.stocktake.Troupe;
import org.asemeducation.stocktake.access.ChangeRegister;
import org.asemeducation.stocktake.access.NewParty;
import org.asemeducation.stocktake.access.Party;
import org.asemeducation.stocktake.access.Person;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.proposal.ProposalInvitations.InvitationForm;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.plan.InitiativeId;
import org.asemeducation.stocktake.plan.PlanHistory;
import org.asemeducation.stocktake.plan.PlanRow;
import org.asemeducation.stocktake.plan.change.ChangeForm;
import org.asemeducation.stocktake.plan.change.DecidedChanges;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

/**
 * A proposal is sent, checked, advised on and decided, and then the plan or the register
 * has it.
 */
@ProcessTest
class ProposalProcessTest {

	private static final String HOSTILE = "<script>alert(1)</script>{{to}} ${2+2} ‮evil";

	@Autowired
	private Stage stage;

	@Autowired
	private Troupe troupe;

	@Autowired
	private SameMoment sameMoment;

	@Autowired
	private Register register;

	@Autowired
	private ChangeRegister changing;

	@Autowired
	private Proposals proposals;

	@Autowired
	private OurProposals ours;

	@Autowired
	private CheckingProposals checking;

	@Autowired
	private DecidingOnProposals deciding;

	@Autowired
	private Steps steps;

	@Autowired
	private ProposalInvitations invitations;

	@Autowired
	private InvitedProposals invited;

	@Autowired
	private DecidedChanges changes;

	@Autowired
	private PlanHistory plan;

	@Autowired
	private TaskService tasks;

	@Autowired
	private RuntimeService runtime;

	@Autowired
	private JdbcClient jdbc;

	private CycleName cycle;

	@BeforeEach
	void open() {
		this.cycle = this.stage.open();
	}

	/** The plan of the other tests has what it had before. */
	@AfterEach
	void clear() {
		this.jdbc.sql("select id from proposal").query(Long.class).list().forEach((id) -> {
			this.runtime.createProcessInstanceQuery()
				.processInstanceBusinessKey("proposal/" + id)
				.list()
				.forEach((instance) -> this.runtime.deleteProcessInstance(instance.getId(), "the test is over"));
		});
		for (String table : List.of("advice_reminder", "proposal_step", "proposal_version", "proposal", "proposal_link",
				"proposal_invitation")) {
			this.jdbc.sql("delete from " + table).update();
		}
		this.jdbc.sql("delete from reviewer_seat").update();
		for (String table : List.of("coordination", "milestone", "expected_outcome", "plan_row")) {
			this.jdbc.sql("delete from %s where initiative = 'A01-I04'".formatted(table)).update();
		}
		this.jdbc.sql("delete from initiative where id = 'A01-I04'").update();
		this.jdbc.sql("delete from plan_change where initiative = 'A01-I04' or reason like 'Proposal %'").update();
	}

	@Test
	void whatAMeetingDecidesIsInThePlanAtOnceWithTheMeetingAsItsAuthor() {
		// given
		long id = sent(added("Teachers on the move"));
		assertThat(task(id).getName()).isEqualTo("Check proposal: New initiative “Teachers on the move”");
		this.checking.pass(id, 1, day(14), "Please look at the outputs.", aes());
		assertThat(task(id).getName()).startsWith("Give advice: ");
		assertThat(task(id).getDueDate())
			.isEqualTo(Date.from(today().plusDays(15).atStartOfDay(ZoneOffset.UTC).toInstant()));
		this.checking.comment(id, "I like it.", user("reviewer"));
		this.checking.comment(id, "So do I.", user("colleague"));
		this.checking.advise(id, "recommend", "It fills a gap.", user("reviewer"));
		// when
		this.deciding.record(id, decided(id, "A01-I04", 0), aes());
		// then
		assertThat(this.runtime.createProcessInstanceQuery().processInstanceBusinessKey("proposal/" + id).count())
			.isZero();
		PlanRow row = this.plan.last(new InitiativeId("A01-I04")).orElseThrow();
		assertThat(row.initiative().title()).isEqualTo("Teachers on the move");
		assertThat(row.initiative().details()).containsExactly("Teachers visit each other.", "A term each.");
		assertThat(row.initiative().milestones()).containsExactly("A summer school in 2029", "Another in 2030");
		assertThat(this.troupe.coordinates("HU", "A01-I04")).isTrue();
		Proposal proposal = this.proposals.find(id).orElseThrow();
		assertThat(proposal.state()).isEqualTo(ProposalState.DECIDED);
		assertThat(proposal.sent().told())
			.contains(new ProposedContent.Told("Contribution to the objectives", "Mobility"));
		assertThat(this.changes.find(proposal.planChange()).orElseThrow().decidedBy()).isEqualTo("SOM1 (%s)",
				this.cycle);
		assertThat(this.changes.find(proposal.planChange()).orElseThrow().inForce()).isTrue();
		assertThat(this.jdbc.sql(
				"select text from mail where recipient = :to and subject like 'Please advise%' order by id desc limit 1")
			.param("to", Troupe.address("reviewer"))
			.query(String.class)
			.single()).contains("UTC", "Please look at the outputs.").doesNotContain(" in Z");
		assertThat(this.steps.of(id).stream().map(Step::what)).containsExactly("sent", "passed", "commented",
				"commented", "advised", "decided");
		assertThat(this.jdbc.sql("select act from audit where subject = 'proposal/" + id + "' order by at, act")
			.query(String.class)
			.list()).contains("send proposal", "ask advice on proposal", "comment on proposal", "advise on proposal",
					"decide proposal");
	}

	@Test
	void theDayForTheAdviceMovesWithItsTaskAndTheReviewingBodyIsTold() {
		// given
		long id = sent(added("Teachers on the move"));
		assertRefused(() -> this.checking.moveAdviceDay(id, day(20), "Too early.", aes()), "load it again");
		this.checking.pass(id, 1, day(14), null, aes());
		// when
		this.checking.moveAdviceDay(id, day(21), "The group meets a week later.", aes());
		// then
		assertThat(this.proposals.find(id).orElseThrow().adviceDue()).hasToString(day(21));
		assertThat(this.proposals.find(id).orElseThrow().adviceCycle()).isEqualTo(this.cycle.value());
		assertThat(task(id).getDueDate())
			.isEqualTo(Date.from(today().plusDays(22).atStartOfDay(ZoneOffset.UTC).toInstant()));
		assertThat(this.steps.last(id).orElseThrow().words()).contains("The group meets a week later.");
		assertThat(this.jdbc
			.sql("select who || ': ' || after from audit where act = 'move advice day' and subject = :about")
			.param("about", "proposal/" + id)
			.query(String.class)
			.single()).startsWith(aes() + ": ").contains("The group meets a week later.");
		assertThat(this.jdbc.sql(
				"select text from mail where recipient = :to and subject like 'The day for your advice has moved%' order by id desc limit 1")
			.param("to", Troupe.address("reviewer"))
			.query(String.class)
			.single()).contains("The group meets a week later.");
		assertRefused(() -> this.checking.moveAdviceDay(id, day(21), "Again.", aes()), "Nothing is recorded yet.");
		assertRefused(() -> this.checking.moveAdviceDay(id, day(-1), "Back.", aes()), "Nothing is recorded yet.");
		assertRefused(() -> this.checking.moveAdviceDay(id, day(30), " ", aes()), "Nothing is recorded yet.");
		assertThat(this.proposals.find(id).orElseThrow().adviceDue()).hasToString(day(21));
	}

	@Test
	void aChangeOfALaterDayWaitsForItAndThePlanStaysMeanwhile() {
		// given
		long id = advised(added("Teachers on the move"));
		// when
		this.deciding.record(id, decided(id, "A01-I04", 90), aes());
		// then
		assertThat(this.changes.find(this.proposals.find(id).orElseThrow().planChange()).orElseThrow().isToCome())
			.isTrue();
		assertThat(this.jdbc.sql("select count(*) from initiative where id = 'A01-I04'").query(Long.class).single())
			.isZero();
	}

	@Test
	void whatIsAskedBackIsCorrectedByTheSameFormAndCheckedAgain() {
		// given
		long id = sent(added("Teachers"));
		// when
		this.checking.askBack(id, 1, "Whose teachers?", aes());
		// then
		assertThat(this.stage.instance("proposal", "proposal/" + id))
			.isWaitingAtExactly("intermediateCatchEvent_proposalCorrected");
		save(id, added("Teachers of schools"));
		assertThat(this.proposals.find(id).orElseThrow().sent().title()).isEqualTo("Teachers");
		send(id);
		assertThat(this.proposals.find(id).orElseThrow().number()).isEqualTo(2);
		assertThat(task(id).getName()).endsWith("“Teachers of schools”");
		assertRefused(() -> this.checking.pass(id, 1, day(5), null, aes()), "was sent anew");
		this.checking.pass(id, 2, day(5), null, aes());
		assertThat(this.proposals.find(id).orElseThrow().state()).isEqualTo(ProposalState.ADVISING);
	}

	@Test
	void theSecretariatDeclinesWithReasonsAndNothingGoesOn() {
		// given
		long id = sent(added("Teachers"));
		// when, then
		assertRefused(() -> this.checking.decline(id, 1, " ", aes()), "Nothing is recorded yet.");
		this.checking.decline(id, 1, "It is in the plan already.", aes());
		assertThat(this.proposals.find(id).orElseThrow().state()).isEqualTo(ProposalState.DECLINED);
		assertThat(instances(id)).isZero();
		assertRefused(() -> send(id), "sent already");
		assertRefused(() -> this.ours.withdraw(id, person("harbour")), "nothing to withdraw");
	}

	@Test
	void aMeetingMayDecideForWhatWasNotRecommendedAndAgainstWhatWas() {
		// given
		long first = sent(added("Teachers"));
		this.checking.pass(first, 1, day(0), null, aes());
		this.checking.advise(first, "do-not-recommend", "It is too dear.", user("reviewer"));
		long second = advised(added("Students"));
		// when
		this.deciding.record(first, decided(first, "A01-I04", 0), aes());
		this.deciding.record(second,
				new MeetingSaid("turned-down", som1(), day(0), null, "There is no money.", null, null), aes());
		// then
		assertThat(this.plan.last(new InitiativeId("A01-I04"))).isPresent();
		assertThat(this.proposals.find(second).orElseThrow().state()).isEqualTo(ProposalState.DECLINED);
		assertThat(this.steps.last(second).orElseThrow().inWords()).isEqualTo("recorded that %s declined it", som1());
		assertThat(instances(second)).isZero();
	}

	@Test
	void whatIsPutOffWaitsForAnotherMeetingAndIsDecidedThere() {
		// given
		long id = advised(added("Teachers"));
		String later = "SOM2 (%s)".formatted(this.cycle);
		// when
		this.deciding.record(id, new MeetingSaid("postponed", later, null, null, "The day was full.", null, null),
				aes());
		// then
		assertThat(this.stage.instance("proposal", "proposal/" + id))
			.isWaitingAtExactly("userTask_recordMeetingDecision");
		assertThat(this.deciding.expectedAt(id)).contains(later);
		this.deciding.record(id, new MeetingSaid("decided", later, day(0), day(0), "Agreed.", "A01-I04", null), aes());
		assertThat(this.proposals.find(id).orElseThrow().state()).isEqualTo(ProposalState.DECIDED);
		assertThat(instances(id)).isZero();
	}

	@Test
	void itsProposerMayWithdrawItUntilItIsDecidedAndItsTaskGoes() {
		for (int stop = 0; stop < 4; stop++) {
			// given
			long id = sent(added("Teachers"));
			if (stop == 1) {
				this.checking.askBack(id, 1, "More, please.", aes());
			}
			if (stop >= 2) {
				this.checking.pass(id, 1, day(5), null, aes());
			}
			if (stop == 3) {
				this.checking.advise(id, "with-changes", "Shorter.", user("reviewer"));
			}
			// when
			this.ours.withdraw(id, person("harbour"));
			// then
			assertThat(instances(id)).isZero();
			assertThat(this.proposals.find(id).orElseThrow().state()).isEqualTo(ProposalState.WITHDRAWN);
			assertRefused(() -> this.deciding.record(id, decided(id, "A01-I04", 0), aes()), "withdrawn");
		}
	}

	@Test
	void whereThePlanHasChangedMeanwhileNothingIsDecidedAndTheSentenceSaysWhy() {
		// given
		long id = advised(renamed(Troupe.SUPPORTED, "Classrooms"));
		this.changes.make(new ChangeForm("end", Troupe.SUPPORTED, null, null, null, null, null, null, null, null,
				day(0), "Proposal of the test", null), aes());
		try {
			// when, then
			assertRefused(() -> this.deciding.record(id, decided(id, "", 0), aes()), "has ended");
			assertThat(this.proposals.find(id).orElseThrow().state()).isEqualTo(ProposalState.DECIDING);
			assertThat(this.stage.instance("proposal", "proposal/" + id))
				.isWaitingAtExactly("userTask_recordMeetingDecision");
			assertThat(this.steps.of(id).stream().map(Step::what)).doesNotContain("decided");
		}
		finally {
			this.changes.make(new ChangeForm("revive", Troupe.SUPPORTED, null, null, null, null, null, null, null, null,
					day(0), "Proposal of the test", null), aes());
			removeHistory(Troupe.SUPPORTED);
		}
	}

	@Test
	void twoWhoSendOrDecideAtOnceDoItOnce() {
		// given
		long id = begun(added("Teachers"));
		long version = this.proposals.find(id).orElseThrow().version();
		// when
		List<Optional<Throwable>> told = this.sameMoment.act("proposal where id = " + id,
				() -> this.ours.send(id, version, person("harbour")),
				() -> this.ours.send(id, version, person("harbour")));
		// then
		assertThat(told.stream().filter(Optional::isEmpty)).hasSize(1);
		assertThat(told.stream().flatMap(Optional::stream).map(Throwable::getMessage)).singleElement()
			.asString()
			.contains("sent already");
		assertThat(instances(id)).isEqualTo(1);
		// when
		this.checking.pass(id, 1, day(5), null, aes());
		this.checking.advise(id, "recommend", "Good.", user("reviewer"));
		told = this.sameMoment.act("proposal where id = " + id,
				() -> this.deciding.record(id, decided(id, "A01-I04", 0), aes()), () -> this.deciding.record(id,
						new MeetingSaid("turned-down", som1(), day(0), null, "No.", null, null), aes()));
		// then
		assertThat(told.stream().filter(Optional::isEmpty)).hasSize(1);
		assertThat(this.steps.of(id).stream().map(Step::what)).containsOnlyOnce("decided")
			.doesNotContain("turned-down");
	}

	@Test
	void aStakeholderThatAMeetingDecidesForIsListedAndItsContactInvited() {
		// given
		long id = advised(stakeholder("Lighthouse Foundation " + this.cycle));
		// when
		this.deciding.record(id, decided(id, null, 0), aes());
		// then
		Party party = this.register.party("Lighthouse Foundation " + this.cycle).orElseThrow();
		assertThat(this.proposals.find(id).orElseThrow().addedParty()).isEqualTo(party.id().value());
		assertThat(this.changing.party(party.id()).map(NewParty::stakeholder)).contains(true);
		assertThat(this.register.contactByEmail(light())).isPresent();
		assertThat(this.jdbc.sql("select kind from mail_line l join mail m on m.id = l.mail where m.recipient = :to")
			.param("to", light())
			.query(String.class)
			.list()).contains("invitation");
	}

	@Test
	void aStakeholderThatHasComeMeanwhileIsNotListedTwice() {
		// given
		String name = "Beacon Foundation " + this.cycle;
		long id = advised(stakeholder(name));
		this.register.register(new NewParty(name, null, "stakeholder"));
		// when, then
		assertRefused(() -> this.deciding.record(id, decided(id, null, 0), aes()), "Nothing is recorded yet.");
		assertThat(this.proposals.find(id).orElseThrow().state()).isEqualTo(ProposalState.DECIDING);
	}

	@Test
	void anInvitedPersonProposesOnceByTheirLinkAndCorrectsByIt() {
		// given
		String token = invite("plan", 30);
		// when
		Proposal draft = this.invited.save(token, 0, added("From outside"));
		// then
		assertThat(this.proposals.find(draft.id()).orElseThrow().state()).isEqualTo(ProposalState.DRAFT);
		assertThat(this.jdbc.sql("select count(*) from proposal_link where token_hash = :token")
			.param("token", token)
			.query(Long.class)
			.single()).isZero();
		this.invited.send(token, 1);
		assertRefused(() -> this.invited.send(token, 1), "sent already");
		assertRefused(() -> this.invited.save(token, 1, added("Another")), "sent already");
		this.checking.askBack(draft.id(), 1, "More, please.", aes());
		this.stage.later(40L * 24 * 3600);
		this.invited.save(token, 1, added("From far outside"));
		this.invited.send(token, 2);
		assertThat(this.proposals.find(draft.id()).orElseThrow().from()).isEqualTo("Kim Park (Far University)");
		this.invited.withdraw(token);
		assertThat(instances(draft.id())).isZero();
	}

	@Test
	void twoWhoOpenOneLinkAtOnceBeginAndSendOneProposal() {
		// given
		String token = invite("plan", 30);
		long invitation = this.invited.invitation(token).id();
		String another = this.invitations.newLink(invitation);
		// when
		List<Optional<Throwable>> told = this.sameMoment.act("proposal_invitation where id = " + invitation,
				() -> this.invited.save(token, 0, added("From outside")),
				() -> this.invited.save(another, 0, added("From far outside")));
		// then
		assertThat(told.stream().filter(Optional::isEmpty)).hasSize(1);
		assertThat(proposalsOf(invitation)).isEqualTo(1);
		// when
		told = this.sameMoment.act("proposal_invitation where id = " + invitation, () -> this.invited.send(token, 1),
				() -> this.invited.send(another, 1));
		// then
		assertThat(told.stream().filter(Optional::isEmpty)).hasSize(1);
		assertThat(told.stream().flatMap(Optional::stream).map(Throwable::getMessage)).singleElement()
			.asString()
			.contains("sent already");
		long id = this.jdbc.sql("select id from proposal where invitation = " + invitation).query(Long.class).single();
		assertThat(instances(id)).isEqualTo(1);
		assertThat(proposalsOf(invitation)).isEqualTo(1);
	}

	@Test
	void theTablesThemselvesTakeOneProposalAnInvitation() {
		// given
		String token = invite("plan", 30);
		this.invited.save(token, 0, added("From outside"));
		long invitation = this.invited.invitation(token).id();
		// then
		assertThatExceptionOfType(org.springframework.dao.DuplicateKeyException.class)
			.isThrownBy(() -> this.proposals.begin(invitation));
	}

	@Test
	void whatACoordinatorProposesIsTheirOwnPartysAndNobodyElseChecksOrDecides() {
		// given
		long id = sent(added("Teachers"));
		// then what is not at its step is neither advised on nor decided
		assertRefused(() -> this.checking.advise(id, "recommend", "Good.", user("reviewer")), "load it again");
		assertRefused(() -> this.checking.comment(id, "Good.", user("reviewer")), "load it again");
		assertRefused(() -> this.deciding.record(id, decided(id, "A01-I04", 0), aes()), "load it again");
		this.checking.pass(id, 1, day(5), null, aes());
		term("reviewer", -400, -1);
		assertRefused(() -> this.checking.advise(id, "recommend", "Good.", user("reviewer")), "your term is over");
		assertRefused(() -> this.checking.comment(id, "Good.", user("reviewer")), "your term is over");
		term("reviewer", -1, 400);
		this.checking.advise(id, "recommend", "Good.", user("reviewer"));
		assertRefused(() -> this.checking.advise(id, "do-not-recommend", "Bad.", user("colleague")), "load it again");
		assertThat(this.steps.of(id).stream().map(Step::what)).containsOnlyOnce("advised");
	}

	@Test
	void whatThePlanTookWhenItWasSentIsTriedAnewWhenItIsDecided() {
		// given: another has brought an initiative of the same id meanwhile
		long first = advised(added("Teachers"));
		long second = advised(added("Students"));
		this.deciding.record(first, decided(first, "A01-I04", 0), aes());
		// when, then
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.deciding.record(second, decided(second, "A01-I04", 0), aes()));
		assertThat(this.proposals.find(second).orElseThrow().state()).isEqualTo(ProposalState.DECIDING);
		assertThat(this.steps.of(second).stream().map(Step::what)).doesNotContain("decided");
		assertThat(this.plan.last(new InitiativeId("A01-I04")).orElseThrow().initiative().title())
			.isEqualTo("Teachers");
	}

	@Test
	void eachMailToAnInvitedPersonHasALinkOfItsOwnThatNoTableKeeps() {
		// given
		long before = this.jdbc.sql("select coalesce(max(id), 0) from mail").query(Long.class).single();
		String token = invite("plan", 30);
		Proposal draft = this.invited.save(token, 0, added("From outside"));
		this.invited.send(token, 1);
		this.checking.decline(draft.id(), 1, "It is in the plan already.", aes());
		// when
		List<Queued> mails = this.jdbc.sql(
				"select subject, text, secret from mail where recipient = 'kim@far.example' and id > :before order by id")
			.param("before", before)
			.query(Queued.class)
			.list();
		// then
		assertThat(mails.stream().map(Queued::subject)).containsExactly(
				"You are invited to propose a change to the ASEM Education Action Plan",
				"Received: New initiative “From outside”",
				"Your proposal is not taken up: New initiative “From outside”");
		assertThat(mails.stream().map(Queued::secret)).doesNotHaveDuplicates().allSatisfy((secret) -> {
			assertThat(this.invited.invitation(secret).name()).isEqualTo("Kim Park");
			assertThat(mails).noneMatch((mail) -> mail.text().contains(secret));
		});
		assertThat(mails).allSatisfy((mail) -> assertThat(mail.text()).contains("/proposal/{token}"));
		assertThat(mails.get(1).text().replaceAll("\\s+", " "))
			.contains("Activities of the next two years: A summer school in 2029; Another in 2030");
		assertThat(mails.get(2).text()).contains("It is in the plan already.");
	}

	@Test
	void aLinkThatIsOverWithdrawnOrMadeUpLeadsNowhere() {
		// given
		String over = invite("plan", 1);
		String taken = invite("plan", 30);
		this.invited.save(taken, 0, added("From outside"));
		this.stage.later(2L * 24 * 3600);
		// when
		this.invitations.withdraw(this.invited.invitation(taken).id(), aes());
		// then
		assertRefused(() -> this.invited.invitation(over), "This invitation was good until");
		assertRefused(() -> this.invited.save(over, 0, added("Late")), "This invitation was good until");
		assertRefused(() -> this.invited.send(taken, 1), "taken this invitation back");
		assertRefused(() -> this.invited.invitation("made-up"), "leads nowhere");
	}

	@Test
	void anInvitationToOneThingTakesNoOther() {
		// given
		String token = invite("register", 30);
		this.invited.save(token, 0, added("From outside"));
		// when, then
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> this.invited.send(token, 1))
			.satisfies((refused) -> assertThat(refused.problems().get(0).message()).contains("propose a stakeholder"));
	}

	@Test
	void whatIsMissingOrCannotBeIsSaidFieldByFieldBeforeItIsSent() {
		assertProblems(ProposedContent.EMPTY, "kind");
		assertProblems(content("add", null, null, null, null, null), "action", "title", "parties", "description",
				"milestones", "outcomes", "reason");
		assertProblems(renamed("A09-I09", "Nothing"), "initiative");
		assertProblems(content("move", Troupe.SUPPORTED, null, "99", null, "Why not."), "action");
		assertProblems(stakeholder("Harbour University"), "name");
		assertProblems(described("A line.\n".repeat(101)), "description");
	}

	@Test
	void whoIsToCoordinateNeedNotBeInTheRegisterUntilAMeetingDecides() {
		// given
		long id = advised(content("coordinators", Troupe.NOBODY, null, null, "Nowhere University", "Nobody does."));
		// when, then
		assertRefused(() -> this.deciding.record(id, decided(id, null, 0), aes()), "no party “Nowhere University”");
		assertThat(this.proposals.find(id).orElseThrow().state()).isEqualTo(ProposalState.DECIDING);
	}

	@Test
	void nobodySeesOrSendsWhatIsNotTheirs() {
		// given
		long id = begun(added("Teachers"));
		// when, then
		assertRefused(() -> this.ours.ours(id, person("malta")), "Your party has no proposal");
		assertRefused(() -> this.ours.save(id, 1, added("Stolen"), person("malta")), "Your party has no proposal");
		assertRefused(() -> this.ours.send(id, 1, person("inland")), "Your party has no proposal");
		assertRefused(() -> this.ours.withdraw(id, person("malta")), "Your party has no proposal");
		assertRefused(() -> this.ours.readable(id, new Person(user("reviewer"), "r", Set.of("swg"))), "no proposal");
		assertRefused(() -> this.ours.begin(person("malta"), this.troupe.party("HU").id().value()),
				"You speak for no such party");
		send(id);
		assertThat(this.ours.readable(id, new Person(user("reviewer"), "r", Set.of("swg"))).id()).isEqualTo(id);
	}

	@Test
	void hostileTextIsCarriedAsTextAndLongTextRefused() {
		// given
		long id = sent(added(HOSTILE));
		// then
		assertThat(this.proposals.find(id).orElseThrow().sent().title()).isEqualTo(HOSTILE);
		assertThat(this.proposals.find(id).orElseThrow().title()).doesNotContain("‮").contains("<script>");
		assertThat(this.jdbc
			.sql("select html from mail where subject like 'Received: New initiative%' order by id desc limit 1")
			.query(String.class)
			.single()).doesNotContain("<script>").contains("&lt;script&gt;", "{{to}}");
		assertRefused(() -> save(begun(added("x")), added("y".repeat(ProposedContent.LONGEST + 1))),
				"more than 8,000 characters");
	}

	record Queued(String subject, String text, String secret) {
	}

	private void removeHistory(String initiative) {
		List<Long> mine = this.jdbc.sql("select id from plan_change where reason = 'Proposal of the test'")
			.query(Long.class)
			.list();
		this.jdbc.sql("delete from plan_row where change = any(:mine) and initiative = :initiative")
			.param("mine", mine.toArray(Long[]::new))
			.param("initiative", initiative)
			.update();
	}

	private void assertProblems(ProposedContent content, String... fields) {
		long id = begun(content);
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> send(id))
			.satisfies(
					(refused) -> assertThat(refused.problems().stream().map(Refused.Problem::field)).as("%s", refused)
						.containsExactly(fields));
		assertThat(this.proposals.find(id).orElseThrow().state()).isEqualTo(ProposalState.DRAFT);
	}

	private static void assertRefused(Runnable act, String part) {
		assertThatExceptionOfType(Refused.class).isThrownBy(act::run).withMessageContaining(part);
	}

	/** In days from today. */
	private void term(String who, int from, int to) {
		this.jdbc.sql(
				"insert into reviewer_seat (contact, from_day, to_day) select id, :from, :to from contact where user_id = :user")
			.param("user", user(who))
			.param("from", today().plusDays(from))
			.param("to", today().plusDays(to))
			.update();
	}

	private long proposalsOf(long invitation) {
		return this.jdbc.sql("select count(*) from proposal where invitation = " + invitation)
			.query(Long.class)
			.single();
	}

	private long instances(long id) {
		return this.runtime.createProcessInstanceQuery().processInstanceBusinessKey("proposal/" + id).count();
	}

	private Task task(long id) {
		return this.tasks.createTaskQuery().processInstanceBusinessKey("proposal/" + id).singleResult();
	}

	private long begun(ProposedContent content) {
		long id = this.ours.begin(person("harbour"), this.troupe.party("HU").id().value());
		save(id, content);
		return id;
	}

	private void save(long id, ProposedContent content) {
		this.ours.save(id, this.proposals.find(id).orElseThrow().version(), content, person("harbour"));
	}

	private void send(long id) {
		this.ours.send(id, this.proposals.find(id).orElseThrow().version(), person("harbour"));
	}

	private long sent(ProposedContent content) {
		long id = begun(content);
		send(id);
		return id;
	}

	private long advised(ProposedContent content) {
		long id = sent(content);
		this.checking.pass(id, 1, day(5), null, aes());
		this.checking.advise(id, "recommend", "Good.", user("reviewer"));
		return id;
	}

	private MeetingSaid decided(long id, @Nullable String initiative, int days) {
		return new MeetingSaid("decided", som1(), day(0), day(days), "The meeting agreed.", initiative,
				this.proposals.find(id).orElseThrow().sent());
	}

	private String som1() {
		return "SOM1 (%s)".formatted(this.cycle);
	}

	private String invite(String subject, int days) {
		Invitation invitation = this.invitations.invite(
				new InvitationForm("Kim Park", "Far University", "Kim@Far.example", "en", subject, day(days), "Hello."),
				aes());
		return this.invitations.newLink(invitation.id());
	}

	private String light() {
		return "light-%s@lighthouse.example".formatted(this.cycle.value().toLowerCase(java.util.Locale.ROOT));
	}

	private ProposedContent stakeholder(String name) {
		return new ProposedContent("stakeholder", null, null, null, null, null, null, null, null, null, null,
				"They light the way.", name, null, "stakeholder", "mt", "Europe", "Lou Light", light());
	}

	private static ProposedContent added(String title) {
		return added(title, "Teachers visit each other.\n\nA term each.");
	}

	private static ProposedContent described(String description) {
		return added("Teachers", description);
	}

	private static ProposedContent added(String title, String description) {
		return new ProposedContent("add", null, null, null, title, "1", description, "HU",
				"A summer school in 2029\nAnother in 2030", "200 teachers", "Mobility", "There is none yet.", null,
				null, null, null, null, null, null);
	}

	private static ProposedContent renamed(String initiative, String title) {
		return content("rename", initiative, title, null, null, "It is clearer.");
	}

	private static ProposedContent content(String kind, @Nullable String initiative, @Nullable String title,
			@Nullable String action, @Nullable String parties, @Nullable String reason) {
		return new ProposedContent(kind, initiative, null, null, title, action, null, parties, null, null, null, reason,
				null, null, null, null, null, null, null);
	}

	private LocalDate today() {
		return LocalDate.ofInstant(this.stage.now(), ZoneOffset.UTC);
	}

	private String day(int ahead) {
		return today().plusDays(ahead).toString();
	}

	private String aes() {
		return user("aes");
	}

	private String user(String name) {
		return this.troupe.user(name);
	}

	private Person person(String name) {
		List<String> groups = new ArrayList<>();
		this.jdbc.sql("select group_id_ from act_id_membership where user_id_ = :user")
			.param("user", user(name))
			.query(String.class)
			.list()
			.forEach(groups::add);
		return new Person(user(name), name, Set.copyOf(groups));
	}

}
