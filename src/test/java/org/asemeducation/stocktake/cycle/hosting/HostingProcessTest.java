package org.asemeducation.stocktake.cycle.hosting;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.asemeducation.stocktake.EarlierRelease;
import org.asemeducation.stocktake.Path;
import org.asemeducation.stocktake.PostOffice;
import org.asemeducation.stocktake.ProcessTest;
import org.asemeducation.stocktake.SameMoment;
import org.asemeducation.stocktake.Stage;
import org.asemeducation.stocktake.Troupe;
import org.asemeducation.stocktake.access.Person;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.HostSteps;
import org.asemeducation.stocktake.cycle.MeetingActs;
import org.asemeducation.stocktake.cycle.MeetingOutcome;
import org.asemeducation.stocktake.cycle.MeetingPlan;
import org.asemeducation.stocktake.cycle.MeetingRecord;
import org.asemeducation.stocktake.cycle.Meetings;
import org.asemeducation.stocktake.cycle.MinutesAdoption;
import org.asemeducation.stocktake.cycle.Officials;
import org.asemeducation.stocktake.cycle.attendance.Attendance;
import org.asemeducation.stocktake.cycle.attendance.Workbooks;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.notification.transport.OutgoingMail;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.asemeducation.stocktake.cycle.MeetingKind.ISOM;
import static org.asemeducation.stocktake.cycle.MeetingKind.SOM1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

/**
 * A party that hosts a meeting has a task for each step; the secretariat may do each for
 * it.
 */
@ProcessTest
class HostingProcessTest {

	private static final String CONFIRM = "userTask_confirmDateAndHost";

	private static final String PREPARE = "userTask_prepareMeeting";

	private static final LocalDate SUMMER = LocalDate.of(2031, 7, 1);

	private static final byte[] LIST = Workbooks.of(new String[] { "party", "name" },
			new String[] { "Malta", "Kim Lee" });

	@Autowired
	private Stage stage;

	@Autowired
	private Path path;

	@Autowired
	private PostOffice post;

	@Autowired
	private SameMoment sameMoment;

	@Autowired
	private EarlierRelease release;

	@Autowired
	private Troupe troupe;

	@Autowired
	private Officials officials;

	@Autowired
	private Meetings meetings;

	@Autowired
	private MeetingActs acts;

	@Autowired
	private MinutesAdoption minutes;

	@Autowired
	private Hosting hosting;

	@Autowired
	private NamingHost naming;

	@Autowired
	private Hosts hosts;

	@Autowired
	private Attendance attendance;

	@Autowired
	private TaskService tasks;

	private CycleName cycle;

	@BeforeEach
	void openACycle() {
		this.cycle = this.stage.open();
	}

	@Test
	void aHostGoesThroughItsStepsFromDateToParticipants() {
		// given
		ProcessInstance som1 = this.stage.meeting(this.cycle, SOM1);
		// when, then
		name("Malta");
		assertThat(som1).isWaitingAtExactly(HostSteps.PROPOSE_DATE_AND_PLACE);
		this.hosting.propose(this.cycle, SOM1, SUMMER, "Valletta", person("malta"));
		assertThat(som1).isWaitingAtExactly(CONFIRM);
		assertThat(this.meetings.of(this.cycle, SOM1).state()).as("a proposal confirms nothing").isEqualTo("planned");
		confirm();
		assertThat(som1).isWaitingAtExactly(HostSteps.NAME_THEME);
		this.hosting.theme(this.cycle, SOM1, "Bridges", person("malta"));
		assertThat(som1).isWaitingAtExactly(HostSteps.GIVE_PROGRAMME);
		this.hosting.programme(this.cycle, SOM1, "Day 1: harbour", person("malta"));
		assertThat(som1).isWaitingAtExactly(PREPARE);
		hold();
		assertThat(som1).isWaitingAtExactly(HostSteps.SEND_PARTICIPANTS);
		this.hosting.participants(this.cycle, SOM1, LIST, person("malta"));
		assertThat(som1).isWaitingAtExactly("userTask_recordMeeting");
		record();
		assertThat(som1).isEnded();
		assertThat(this.path.of(som1)).containsSubsequence("boundaryEvent_hostNamed", HostSteps.PROPOSE_DATE_AND_PLACE,
				"exclusiveGateway_dateOpen", CONFIRM, "serviceTask_readHost", "exclusiveGateway_partyHosts",
				HostSteps.NAME_THEME, HostSteps.GIVE_PROGRAMME, "exclusiveGateway_hostHasPrepared", PREPARE,
				"serviceTask_readParticipants", "exclusiveGateway_participantsToCome", HostSteps.SEND_PARTICIPANTS,
				"exclusiveGateway_participantsKnown", "userTask_recordMeeting", "endEvent_meetingRecorded");
		assertThat(this.hosts.of(this.cycle, SOM1)).get().satisfies((host) -> {
			assertThat(host.theme()).isEqualTo("Bridges");
			assertThat(host.programme()).isEqualTo("Day 1: harbour");
			assertThat(host.place()).isEqualTo("Valletta");
		});
		assertThat(this.attendance.of(this.cycle, SOM1)).hasSize(1);
	}

	@Test
	void withoutAPartyThatHostsItAMeetingHasNoSuchSteps() {
		// given
		ProcessInstance som1 = this.stage.meeting(this.cycle, SOM1);
		// when
		this.officials.hold(this.cycle, SOM1);
		// then
		assertThat(this.path.of(som1)).contains("exclusiveGateway_partyHosts", "exclusiveGateway_participantsToCome")
			.doesNotContain("boundaryEvent_hostNamed", HostSteps.PROPOSE_DATE_AND_PLACE, HostSteps.NAME_THEME,
					HostSteps.GIVE_PROGRAMME, HostSteps.SEND_PARTICIPANTS);
	}

	@Test
	void theStepIsOfferedToTheHostAndTheSecretariatAndNobodyElse() {
		// when
		name("Malta");
		// then
		assertThat(candidates()).containsExactlyInAnyOrder("aes", group("Malta"));
		assertThat(offeredTo("Malta")).extracting(Task::getName)
			.contains("Propose date and place: SOM1 (%s)".formatted(this.cycle));
		assertThat(offeredTo("Thailand")).isEmpty();
		// when another party hosts it
		name("Thailand");
		// then
		assertThat(candidates()).containsExactlyInAnyOrder("aes", group("Thailand"));
		assertThat(offeredTo("Malta")).isEmpty();
		// when nobody of the register does
		name("");
		// then
		assertThat(candidates()).containsExactly("aes");
	}

	@Test
	void theHostsContactsAreToldThatAStepWaits() {
		// when
		name("Malta");
		List<OutgoingMail> mails = this.post.deliver(this.cycle);
		// then
		assertThat(mails).singleElement().satisfies((mail) -> {
			assertThat(mail.recipient()).isEqualTo(Troupe.address("malta"));
			assertThat(mail.subject()).isEqualTo(this.cycle + ": propose date and place of SOM1");
			assertThat(mail.text())
				.containsIgnoringWhitespaces(
						"please propose date and place of SOM1 (%s), which you host.".formatted(this.cycle))
				.contains("/camunda/app/tasklist/default/", "Our meetings");
		});
		// when another party hosts it
		name("Thailand");
		// then
		assertThat(this.post.deliver(this.cycle)).extracting(OutgoingMail::recipient)
			.containsExactly(Troupe.address("thailand"));
	}

	@Test
	void withoutAnAccountTheSecretariatDoesItForTheHost() {
		// given Inland Institute hosts it, and mails
		name("II");
		// when
		this.hosting.propose(this.cycle, SOM1, SUMMER, null, aes());
		confirm();
		this.hosting.theme(this.cycle, SOM1, "", aes());
		this.hosting.programme(this.cycle, SOM1, "", aes());
		hold();
		this.hosting.noParticipants(this.cycle, SOM1, aes());
		// then
		assertThat(this.stage.meeting(this.cycle, SOM1)).isWaitingAtExactly("userTask_recordMeeting");
		assertThat(this.attendance.count(this.cycle, SOM1)).isEmpty();
	}

	@Test
	void whereThereIsAListNobodyIsAskedForIt() {
		// given
		name("Malta");
		this.hosting.propose(this.cycle, SOM1, SUMMER, null, aes());
		confirm();
		this.hosting.theme(this.cycle, SOM1, "", aes());
		this.hosting.programme(this.cycle, SOM1, "", aes());
		this.attendance.type(this.cycle, SOM1, "Malta; Kim Lee", aes().userId());
		// when
		hold();
		// then
		assertThat(this.stage.meeting(this.cycle, SOM1)).isWaitingAtExactly("userTask_recordMeeting")
			.hasNotPassed(HostSteps.SEND_PARTICIPANTS);
	}

	@Test
	void whoDoesNotHostItSeesAndDoesNothing() {
		// given
		name("Malta");
		// when, then
		for (String other : List.of("thailand", "harbour", "reviewer")) {
			Stream
				.<Runnable>of(() -> this.hosting.of(this.cycle, SOM1, person(other)),
						() -> this.hosting.propose(this.cycle, SOM1, SUMMER, null, person(other)),
						() -> this.hosting.theme(this.cycle, SOM1, "Mine", person(other)),
						() -> this.hosting.programme(this.cycle, SOM1, "Mine", person(other)),
						() -> this.hosting.participants(this.cycle, SOM1, LIST, person(other)))
				.forEach((act) -> assertThatExceptionOfType(Refused.class).as(other)
					.isThrownBy(act::run)
					.satisfies((refused) -> assertThat(refused.why()).isEqualTo(Refused.Why.NOT_ALLOWED)));
		}
		assertThatExceptionOfType(Refused.class).as("a host of one meeting is none of another")
			.isThrownBy(() -> this.hosting.of(this.cycle, ISOM, person("malta")));
		assertThat(this.stage.meeting(this.cycle, SOM1)).isWaitingAtExactly(HostSteps.PROPOSE_DATE_AND_PLACE);
		assertThat(this.attendance.count(this.cycle, SOM1)).isEmpty();
	}

	@Test
	void theHostAndTheSecretariatWhoCompleteAStepInTheSameMomentCompleteItOnce() {
		// given
		name("Malta");
		// when
		List<Optional<Throwable>> told = this.sameMoment.act("cycle where name = '%s'".formatted(this.cycle),
				() -> this.hosting.propose(this.cycle, SOM1, SUMMER, "Valletta", person("malta")),
				() -> this.hosting.propose(this.cycle, SOM1, SUMMER.plusDays(7), "Sliema", aes()));
		// then
		assertThat(told.get(0)).isEmpty();
		assertThat(told.get(1)).get()
			.asString()
			.contains("this step of SOM1 of %s is done already".formatted(this.cycle));
		assertThat(this.hosts.of(this.cycle, SOM1).orElseThrow().place()).isEqualTo("Valletta");
		assertThat(this.stage.meeting(this.cycle, SOM1)).isWaitingAtExactly(CONFIRM);
	}

	@Test
	void aBrokenListLeavesTheStepOpen() {
		// given
		name("Malta");
		this.hosting.propose(this.cycle, SOM1, SUMMER, null, aes());
		confirm();
		this.hosting.theme(this.cycle, SOM1, "", aes());
		this.hosting.programme(this.cycle, SOM1, "", aes());
		hold();
		// when, then
		assertThatExceptionOfType(Refused.class).isThrownBy(
				() -> this.hosting.participants(this.cycle, SOM1, new byte[] { 'P', 'K', 3, 4, 0 }, person("malta")))
			.withMessageStartingWith("Nothing is loaded: ");
		assertThat(this.stage.meeting(this.cycle, SOM1)).isWaitingAtExactly(HostSteps.SEND_PARTICIPANTS);
		assertThat(this.attendance.count(this.cycle, SOM1)).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void aMeetingIsPostponedOrDroppedAtEachStepOfItsHost(Step step) {
		// given
		ProcessInstance som1 = bringTo(step);
		// when
		this.officials.postpone(this.cycle, SOM1, SUMMER.plusDays(90));
		// then
		assertThat(som1).isWaitingAtExactly(CONFIRM).hasPassed(step.boundary());
		assertThat(this.hosts.of(this.cycle, SOM1).orElseThrow().done()).as("all is asked for again").isEmpty();
		confirm();
		assertThat(som1).isWaitingAtExactly(HostSteps.NAME_THEME);
		// when
		this.officials.drop(this.cycle, SOM1);
		// then
		assertThat(som1).isEnded().hasPassed("endEvent_meetingDropped");
	}

	@ParameterizedTest
	@MethodSource
	void aMeetingOfTheModelBeforeHostsEndsOnTodays(String waiting) {
		// given
		String earlier = this.release.runs("before-hosts");
		CycleName old = this.stage.open();
		this.officials.hold(old, ISOM);
		ProcessInstance som1 = this.stage.meeting(old, SOM1);
		bring(old, waiting);
		assertThat(som1).isWaitingAtExactly(waiting);
		assertThat(this.release.left(earlier)).contains("meeting");
		// when
		this.release.isUpgraded();
		// then
		assertThat(this.release.left(earlier)).isEmpty();
		assertThat(som1).isWaitingAtExactly(waiting);
		go(old, waiting);
		assertThat(som1).isEnded().hasPassed("endEvent_meetingRecorded");
		assertThat(this.meetings.of(old, SOM1).isRecorded()).isTrue();
		this.release.isForgotten(earlier);
	}

	static Stream<String> aMeetingOfTheModelBeforeHostsEndsOnTodays() {
		return Stream.of(CONFIRM, PREPARE, "userTask_holdPostponeOrDrop", "userTask_adoptMinutes",
				"userTask_recordMeeting");
	}

	@Test
	void onceAMeetingOfTheModelBeforeHostsIsCarriedOverAPartyMayHostIt() {
		// given
		String earlier = this.release.runs("before-hosts");
		CycleName old = this.stage.open();
		this.release.isUpgraded();
		// when
		this.naming.name(old, SOM1, "Malta", aes().userId());
		// then
		assertThat(this.stage.meeting(old, SOM1)).isWaitingAtExactly(HostSteps.PROPOSE_DATE_AND_PLACE);
		this.release.isForgotten(earlier);
	}

	private void bring(CycleName cycle, String to) {
		for (String step : List.of(CONFIRM, PREPARE, "userTask_holdPostponeOrDrop", "userTask_adoptMinutes",
				"userTask_recordMeeting")) {
			if (step.equals(to)) {
				return;
			}
			act(cycle, step);
		}
	}

	private void go(CycleName cycle, String from) {
		List<String> all = List.of(CONFIRM, PREPARE, "userTask_holdPostponeOrDrop", "userTask_adoptMinutes",
				"userTask_recordMeeting");
		all.subList(all.indexOf(from), all.size()).forEach((step) -> act(cycle, step));
	}

	private void act(CycleName cycle, String step) {
		switch (step) {
			case CONFIRM ->
				this.acts.confirm(cycle, SOM1, MeetingPlan.of(this.meetings.of(cycle, SOM1)), aes().userId());
			case PREPARE -> this.acts.prepare(cycle, SOM1, aes().userId());
			case "userTask_holdPostponeOrDrop" -> this.acts.decide(cycle, SOM1,
					MeetingOutcome.held(this.meetings.of(cycle, SOM1).planned()), aes().userId());
			case "userTask_adoptMinutes" -> this.minutes.adoptAll(cycle, SOM1, aes().userId());
			default -> this.acts.record(cycle, SOM1, MeetingRecord.of(this.meetings.of(cycle, SOM1)), aes().userId());
		}
	}

	private ProcessInstance bringTo(Step step) {
		ProcessInstance som1 = this.stage.meeting(this.cycle, SOM1);
		name("Malta");
		if (step != Step.PROPOSE_DATE_AND_PLACE) {
			this.hosting.propose(this.cycle, SOM1, SUMMER, null, aes());
			confirm();
		}
		if (step == Step.GIVE_PROGRAMME) {
			this.hosting.theme(this.cycle, SOM1, "", aes());
		}
		assertThat(som1).isWaitingAtExactly(step.task());
		return som1;
	}

	private void name(String party) {
		this.naming.name(this.cycle, SOM1, party, aes().userId());
	}

	private void confirm() {
		this.acts.confirm(this.cycle, SOM1, MeetingPlan.of(this.meetings.of(this.cycle, SOM1)), aes().userId());
	}

	private void hold() {
		this.acts.prepare(this.cycle, SOM1, aes().userId());
		this.acts.decide(this.cycle, SOM1, MeetingOutcome.held(this.meetings.of(this.cycle, SOM1).planned()),
				aes().userId());
	}

	private void record() {
		this.acts.record(this.cycle, SOM1, MeetingRecord.of(this.meetings.of(this.cycle, SOM1)), aes().userId());
	}

	private List<String> candidates() {
		Task task = this.tasks.createTaskQuery().processInstanceBusinessKey(this.cycle + "/SOM1").singleResult();
		return this.tasks.getIdentityLinksForTask(task.getId()).stream().map(IdentityLink::getGroupId).toList();
	}

	private List<Task> offeredTo(String party) {
		return this.tasks.createTaskQuery()
			.processInstanceBusinessKey(this.cycle + "/SOM1")
			.taskCandidateGroup(group(party))
			.list();
	}

	private String group(String party) {
		return this.troupe.party(party).groupId();
	}

	private Person person(String name) {
		Set<String> groups = switch (name) {
			case "malta" -> Set.of(group("Malta"));
			case "thailand" -> Set.of(group("Thailand"));
			case "harbour" -> Set.of(group("HU"));
			default -> Set.of("swg");
		};
		return new Person(this.troupe.user(name), name, groups);
	}

	private Person aes() {
		return new Person(this.troupe.user("aes"), "aes", Set.of("aes"));
	}

	/** The steps of a host before the meeting's day. */
	enum Step {

		PROPOSE_DATE_AND_PLACE("ProposeDateAndPlace"), NAME_THEME("NameTheme"), GIVE_PROGRAMME("GiveProgramme");

		private final String word;

		Step(String word) {
			this.word = word;
		}

		String task() {
			return "userTask_" + Character.toLowerCase(this.word.charAt(0)) + this.word.substring(1);
		}

		String boundary() {
			return "boundaryEvent_postponedOrDroppedOn" + this.word;
		}

	}

}
