package org.asemeducation.stocktake.endorsement.noobjection;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import org.asemeducation.stocktake.EarlierRelease;
import org.asemeducation.stocktake.Jobs;
import org.asemeducation.stocktake.Path;
import org.asemeducation.stocktake.PostOffice;
import org.asemeducation.stocktake.ProcessTest;
import org.asemeducation.stocktake.SameMoment;
import org.asemeducation.stocktake.Stage;
import org.asemeducation.stocktake.Troupe;
import org.asemeducation.stocktake.access.PartyId;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.endorsement.EndorsementActs;
import org.asemeducation.stocktake.endorsement.Endorsements;
import org.asemeducation.stocktake.endorsement.noobjection.Answering.Seen;
import org.asemeducation.stocktake.endorsement.noobjection.Position.Answer;
import org.asemeducation.stocktake.endorsement.record.DecisionRecord;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.notification.PickUpMails;
import org.asemeducation.stocktake.notification.Reminders;
import org.asemeducation.stocktake.notification.transport.OutgoingMail;
import org.asemeducation.stocktake.report.Editors;
import org.asemeducation.stocktake.report.SealedVersion;
import org.asemeducation.stocktake.report.SealedVersions;
import org.asemeducation.stocktake.report.document.Document;
import org.asemeducation.stocktake.report.model.FreeChapter;
import org.asemeducation.stocktake.report.model.ReportModel.State;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The silence procedure, every way through it. Malta and Thailand are its members.
 */
@ProcessTest
class NoObjectionProcessTest {

	private static final ZoneId ROME = ZoneId.of("Europe/Rome");

	private static final String OPENS = "intermediateCatchEvent_roundOpens";

	private static final String CLOSES = "intermediateCatchEvent_roundCloses";

	@Autowired
	private Stage stage;

	@Autowired
	private Jobs jobs;

	@Autowired
	private Path path;

	@Autowired
	private PostOffice post;

	@Autowired
	private SameMoment sameMoment;

	@Autowired
	private Troupe troupe;

	@Autowired
	private Editors editors;

	@Autowired
	private EarlierRelease release;

	@Autowired
	private Endorsements endorsements;

	@Autowired
	private EndorsementActs endorsing;

	@Autowired
	private Rounds rounds;

	@Autowired
	private RoundActs acts;

	@Autowired
	private Answering answering;

	@Autowired
	private Reminders reminders;

	@Autowired
	private PickUpMails pickUp;

	@Autowired
	private SealedVersions sealed;

	@Autowired
	private DecisionRecord record;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void withoutARoundTheModelRunsStraight() {
		// given
		CycleName cycle = this.endorsements.accepted();
		ProcessInstance instance = this.endorsements.withOfficials(cycle);
		// when
		this.endorsements.toMinisters(cycle);
		// then
		assertThat(instance).isWaitingAtExactly("userTask_recordAdoption");
		assertThat(this.rounds.of(cycle)).isEmpty();
		assertThat(mails(cycle)).isZero();
	}

	@Test
	void silenceCountsAtTheClose() {
		// given
		CycleName cycle = planned();
		ProcessInstance round = this.stage.instance("noObjection", cycle);
		assertThat(round).isWaitingAtExactly("eventBasedGateway_beforeTheRound");
		// when
		open(cycle);
		answer(cycle, "malta", Answer.COMMENT, "Mention the islands.");
		close(cycle);
		// then
		assertThat(this.path.of(round)).containsExactly("startEvent_versionSealed", "serviceTask_readNoObjectionRound",
				"exclusiveGateway_roundTurnedOn", OPENS, "serviceTask_openRound", CLOSES, "serviceTask_closeRound",
				"exclusiveGateway_objected", "endEvent_nobodyObjected");
		assertThat(this.rounds.latest(cycle)).get().matches(Round::isClosed);
		assertThat(this.stage.instance("endorsement", cycle)).isWaitingAtExactly("userTask_recordAdoption");
	}

	@Test
	void anObjectionStopsTheClockAndOpensAnAmendedRoundOnANewVersion() {
		// given
		CycleName cycle = planned();
		ProcessInstance round = this.stage.instance("noObjection", cycle);
		open(cycle);
		SealedVersion first = this.sealed.of(cycle, State.FOR_MINISTERS).orElseThrow();
		// when
		answer(cycle, "malta", Answer.OBJECT, "Line 1 is too long.");
		this.jobs.run(cycle, "serviceTask_closeRound");
		// then
		assertThat(round).isWaitingAtExactly("userTask_amendVersion").hasNotPassed(CLOSES, "endEvent_nobodyObjected");
		assertThat(this.rounds.latest(cycle)).get().matches(Round::isStopped);
		// when
		this.editors.write(cycle, FreeChapter.FOREWORD, 0, "Shorter.");
		assertRefused(() -> this.acts.amend(cycle, null, plan(), aes()), "nobody is recorded to have asked for it");
		this.jdbc.sql("""
				insert into asked_change (cycle, of_version, number, about, text, asked_by, added_at, added_by)
				values (:cycle, :version, 1, 'foreword', 'Shorter', 'Malta', now(), 'aes')""")
			.param("cycle", cycle.value())
			.param("version", first.version())
			.update();
		this.acts.amend(cycle, "Shorter.", plan(), aes());
		this.jobs.run(cycle, "serviceTask_sealAmendedVersion");
		open(cycle);
		// then
		SealedVersion amended = this.sealed.of(cycle, State.FOR_MINISTERS).orElseThrow();
		assertThat(amended.version()).isGreaterThan(first.version());
		assertThat(amended.number()).isOne();
		assertThat(this.rounds.of(cycle)).extracting(Round::version)
			.containsExactly(first.version(), amended.version());
		assertRefused(() -> this.answering.answer(cycle, new Seen(1, first.version(), 1), malta(), Answer.AGREE, null,
				user("malta")), "is not what the round is on now");
		assertRefused(() -> this.answering.answer(cycle, new Seen(2, first.version(), 0), malta(), Answer.AGREE, null,
				user("malta")), "is not what the round is on now");
		// when
		answer(cycle, "malta", Answer.AGREE, null);
		close(cycle);
		// then
		assertThat(round).isEnded().hasPassed("endEvent_nobodyObjected");
		assertThat(mails(cycle)).as("two officials, two rounds").isEqualTo(4);
		this.endorsements.adopt(cycle);
		assertThat(this.jdbc.sql("select version from adoption where cycle = :cycle")
			.param("cycle", cycle.value())
			.query(Integer.class)
			.single()).isEqualTo(amended.version());
	}

	@Test
	void anAmendedVersionMayGoToMinistersWithoutAFurtherRound() {
		// given
		CycleName cycle = planned();
		ProcessInstance round = this.stage.instance("noObjection", cycle);
		open(cycle);
		answer(cycle, "thailand", Answer.OBJECT, "No.");
		this.jobs.run(cycle, "serviceTask_closeRound");
		// when
		this.acts.amend(cycle, "Nothing can be done.", null, aes());
		this.jobs.run(cycle, "serviceTask_sealAmendedVersion");
		// then
		assertThat(round).isEnded().hasPassed("endEvent_noRoundAhead");
		assertThat(this.stage.instance("endorsement", cycle)).isWaitingAtExactly("userTask_recordAdoption");
	}

	@Test
	void aRoundIsTurnedOnWhileTheAdoptionWaitsAndOffBeforeItOpens() {
		// given
		CycleName cycle = this.endorsements.accepted();
		ProcessInstance instance = this.endorsements.withOfficials(cycle);
		this.endorsements.toMinisters(cycle);
		// when
		this.acts.plan(cycle, plan(), aes());
		// then
		assertThat(instance).hasPassed("boundaryEvent_roundWantedOnRecordAdoption")
			.isWaitingAtExactly("callActivity_noObjection");
		// when
		this.acts.plan(cycle, new RoundPlan(hours(5), hours(90), ROME, 0, List.of(malta().value())), aes());
		// then
		assertThat(this.jobs.only(cycle, OPENS).getDuedate().toInstant()).isEqualTo(hours(5));
		// when
		this.acts.turnOff(cycle, aes());
		// then
		assertThat(instance).isWaitingAtExactly("userTask_recordAdoption");
		assertThat(this.rounds.of(cycle)).isEmpty();
		assertRefused(() -> this.acts.turnOff(cycle, aes()), "No round of");
	}

	@Test
	void anAnswerAfterTheHourDoesNotCount() {
		// given
		CycleName cycle = planned();
		open(cycle);
		Round round = this.rounds.latest(cycle).orElseThrow();
		this.stage.later(Duration.between(this.stage.now(), round.closesAt()).toSeconds());
		// when, then
		assertRefused(() -> answer(cycle, "malta", Answer.OBJECT, "Too late."), "Round 1 has closed");
		this.jobs.run(cycle, CLOSES);
		this.jobs.run(cycle, "serviceTask_closeRound");
		assertRefused(() -> answer(cycle, "malta", Answer.AGREE, null), "Round 1 has closed");
		assertThat(this.rounds.positions(round)).isEmpty();
	}

	@Test
	void ofTwoColleaguesWhoAnswerAtOnceOneIsTold() {
		// given
		CycleName cycle = planned();
		open(cycle);
		// when
		List<Optional<Throwable>> told = this.sameMoment.act("cycle where name = '%s'".formatted(cycle),
				() -> answer(cycle, "malta", Answer.AGREE, null),
				() -> this.answering.answer(cycle, seen(cycle, 0), malta(), Answer.OBJECT, "No.", user("harbour")));
		// then
		assertThat(told.get(0)).isEmpty();
		assertThat(told.get(1)).get(InstanceOfAssertFactories.THROWABLE)
			.isInstanceOf(Refused.class)
			.hasMessageContaining("A colleague has answered for Malta meanwhile");
		assertThat(this.rounds.latest(cycle)).get().matches(Round::isOpen);
	}

	@Test
	void whoeverObjectsFirstStopsTheRoundForTheOther() {
		// given
		CycleName cycle = planned();
		open(cycle);
		// when
		List<Optional<Throwable>> told = this.sameMoment.act("cycle where name = '%s'".formatted(cycle),
				() -> answer(cycle, "malta", Answer.OBJECT, "No."),
				() -> answer(cycle, "thailand", Answer.OBJECT, "No either."));
		// then
		assertThat(told.get(0)).isEmpty();
		assertThat(told.get(1)).get(InstanceOfAssertFactories.THROWABLE)
			.hasMessageContaining("An objection has stopped round 1");
	}

	@Test
	void aStrangerIsNotAskedAndATextIsNeeded() {
		// given
		CycleName cycle = planned();
		open(cycle);
		PartyId stranger = this.troupe.party("HU").id();
		// when, then
		assertRefused(() -> this.answering.answer(cycle, seen(cycle, 0), stranger, Answer.AGREE, null, user("harbour")),
				"has other members");
		assertRefused(() -> answer(cycle, "malta", Answer.OBJECT, " "), "Say what you object to.");
		assertRefused(() -> answer(cycle, "malta", null, null), "Choose whether you agree");
	}

	@Test
	void nobodyIsAskedAnyMoreOnceTheRoundIsOver() {
		// given
		CycleName cycle = planned();
		open(cycle);
		assertThat(mails(cycle)).isEqualTo(2);
		// when
		answer(cycle, "malta", Answer.OBJECT, "Line 1 is too long.");
		this.jobs.run(cycle, "serviceTask_closeRound");
		// then
		assertThat(this.post.deliver(cycle)).noneMatch((mail) -> mail.text().contains("Silence counts"));
	}

	@Test
	void theSilentAreRemindedOnceBeforeTheClose() {
		// given
		CycleName cycle = planned();
		open(cycle);
		answer(cycle, "malta", Answer.AGREE, null);
		assertThat(mails(cycle)).isEqualTo(2);
		// when
		this.stage.later(Duration.ofDays(5).toSeconds());
		remind();
		remind();
		// then
		assertThat(this.jdbc.sql("""
				select count(*) from no_objection_told t join contact c on c.id = t.contact
				where t.cycle = :cycle and t.what = 'reminded' and c.email = 'thailand@stage.example'""")
			.param("cycle", cycle.value())
			.query(Integer.class)
			.single()).isOne();
		assertThat(mails(cycle)).isEqualTo(3);
		assertThat(this.post.deliver(cycle)).anySatisfy((mail) -> {
			assertThat(mail.subject()).contains("reminder: Thailand may object until");
			assertThat(mail.text()).contains("Silence counts", "/officials/%s/no-objection".formatted(cycle));
		});
	}

	@Test
	void anOpenedRoundAndItsPositionsStayAsTheyAre() {
		// given
		CycleName cycle = planned();
		open(cycle);
		answer(cycle, "malta", Answer.AGREE, null);
		// when, then
		assertStays(cycle, "update no_objection_position set answer = 'object', text = 'x' where cycle = :cycle",
				"is never changed or removed");
		assertStays(cycle, "delete from no_objection_position where cycle = :cycle", "is never changed or removed");
		assertStays(cycle, "delete from no_objection_member where cycle = :cycle", "keeps its members");
		for (String change : List.of("closes_at = closes_at + interval '1 day'",
				"closes_at = closes_at - interval '1 day'", "opens_at = opens_at - interval '1 day'",
				"version = version - 1")) {
			assertStays(cycle, "update no_objection_round set %s where cycle = :cycle".formatted(change),
					"prolonged with a reason, and not changed otherwise");
		}
		assertStays(cycle, "delete from no_objection_round where cycle = :cycle", "not changed otherwise");
		for (String position : List.of("version + 1, checksum, given_at",
				"version, checksum, given_at + interval '90 days'")) {
			assertStays(cycle,
					"""
							insert into no_objection_position (cycle, round, party, number, answer, version, checksum, given_at, given_by)
							select cycle, round, party, 2, 'agree', %s, given_by from no_objection_position where cycle = :cycle"""
						.formatted(position),
					"takes no position on version");
		}
		assertRefused(() -> this.acts.plan(cycle, plan(), aes()),
				"is open: it can be prolonged or called off, its members stay as they are");
	}

	@Test
	void anOpenRoundIsProlongedAndWhoWasToldIsTold() {
		// given
		CycleName cycle = planned();
		ProcessInstance round = this.stage.instance("noObjection", cycle);
		assertRefused(() -> this.acts.prolong(cycle, hours(300), "More time.", aes()), "No round of");
		open(cycle);
		this.post.deliver(cycle);
		Instant had = this.rounds.latest(cycle).orElseThrow().closesAt();
		Instant closes = had.plus(Duration.ofDays(7));
		// when
		assertRefused(() -> this.acts.prolong(cycle, had, "More time.", aes()), "after the one at which it closes now");
		assertRefused(() -> this.acts.prolong(cycle, closes, " ", aes()), "Say why");
		this.acts.prolong(cycle, closes, "Both ministries asked for it.", aes());
		// then
		assertThat(this.jobs.only(cycle, CLOSES).getDuedate().toInstant()).isEqualTo(closes);
		assertThat(this.post.deliver(cycle)).hasSize(2).allSatisfy((mail) -> {
			assertThat(mail.subject()).contains("the no-objection round closes later");
			assertThat(mail.text()).contains("Both ministries asked for it.", "round 1 is prolonged");
		});
		assertThat(audit(cycle, "prolong no-objection round")).contains("Both ministries asked for it.");
		// when
		this.stage.later(Duration.between(this.stage.now(), had).plusHours(1).toSeconds());
		answer(cycle, "malta", Answer.AGREE, null);
		this.stage.later(Duration.between(this.stage.now(), closes).toSeconds());
		assertRefused(() -> this.acts.prolong(cycle, closes.plusSeconds(60), "More.", aes()), "No round of");
		close(cycle);
		// then
		assertThat(round).isEnded().hasPassed("endEvent_nobodyObjected").hasNotPassed("endEvent_roundWithoutResult");
		assertThat(text(this.record.of(cycle))).contains("Both ministries asked for it.", "Told that it closes later:");
	}

	@Test
	void anOpenRoundIsCalledOffAndTheModelGoesStraightOn() {
		// given
		CycleName cycle = planned();
		ProcessInstance round = this.stage.instance("noObjection", cycle);
		assertRefused(() -> this.acts.callOff(cycle, "No.", aes()), "No round of");
		open(cycle);
		answer(cycle, "malta", Answer.COMMENT, "Mention the islands.");
		this.post.deliver(cycle);
		// when
		assertRefused(() -> this.acts.callOff(cycle, null, aes()), "Say why");
		this.acts.callOff(cycle, "The meeting is postponed.", aes());
		// then
		assertThat(round).isEnded()
			.hasPassed("intermediateCatchEvent_roundCalledOff", "endEvent_roundWithoutResult")
			.hasNotPassed(CLOSES, "serviceTask_closeRound", "endEvent_nobodyObjected");
		assertThat(this.stage.instance("endorsement", cycle)).isWaitingAtExactly("userTask_recordAdoption");
		assertThat(this.post.deliver(cycle)).hasSize(2).allSatisfy((mail) -> {
			assertThat(mail.subject()).contains("the no-objection round is called off");
			assertThat(mail.text()).contains("The meeting is postponed.", "you need not answer any more");
		});
		assertRefused(() -> answer(cycle, "thailand", Answer.AGREE, null), "called round 1 off");
		assertThat(text(this.record.of(cycle)))
			.contains("called off without a result", "The meeting is postponed.", "Told that it is called off:")
			.doesNotContain("does not object");
		// when
		this.acts.plan(cycle, plan(), aes());
		open(cycle);
		// then
		assertThat(this.rounds.latest(cycle)).get()
			.matches((again) -> again.number() == 2 && again.isOpen() && !this.rounds.isAmended(again));
		close(cycle);
		assertThat(this.stage.instance("endorsement", cycle)).isWaitingAtExactly("userTask_recordAdoption");
	}

	@Test
	void aRoundThatWasOpenBeforeItCouldBeCalledOffCanBeNow() {
		// given
		String earlier = this.release.runs("before-calling-off");
		CycleName calledOff = planned();
		CycleName prolonged = planned();
		List<ProcessInstance> rounds = List.of(this.stage.instance("noObjection", calledOff),
				this.stage.instance("noObjection", prolonged));
		open(calledOff);
		open(prolonged);
		// when
		this.release.isUpgraded();
		// then
		assertThat(this.release.left(earlier)).isEmpty();
		this.acts.callOff(calledOff, "No longer needed.", aes());
		assertThat(rounds.get(0)).isEnded().hasPassed("endEvent_roundWithoutResult");
		this.acts.prolong(prolonged, hours(400), "More time.", aes());
		answer(prolonged, "malta", Answer.OBJECT, "No.");
		this.jobs.run(prolonged, "serviceTask_closeRound");
		assertThat(rounds.get(1)).isWaitingAtExactly("userTask_amendVersion");
		this.acts.amend(prolonged, "Nothing.", null, aes());
		this.jobs.run(prolonged, "serviceTask_sealAmendedVersion");
		assertThat(rounds.get(1)).isEnded();
		this.release.isForgotten(earlier);
	}

	@Test
	void whoSpeaksForTwoMembersIsToldOfBothInOneMail() {
		// given
		CycleName cycle = planned();
		this.jdbc.sql("""
				insert into contact_role (contact, party, role)
				select id, :thailand, 'coordinator' from contact where user_id = :malta""")
			.param("thailand", this.troupe.party("Thailand").id().value())
			.param("malta", user("malta"))
			.update();
		try {
			// when
			open(cycle);
			// then
			assertThat(mails(cycle)).as("one mail a person").isEqualTo(2);
			assertThat(this.post.deliver(cycle)).filteredOn((mail) -> mail.recipient().equals(Troupe.address("malta")))
				.filteredOn((mail) -> mail.subject().contains("may object until"))
				.singleElement()
				.satisfies((mail) -> assertThat(mail.subject()).contains("Malta and Thailand may object until"));
			assertThat(told(cycle, "invited", "malta")).containsExactlyInAnyOrder("Malta", "Thailand");
			// when
			answer(cycle, "malta", Answer.AGREE, null);
			this.stage.later(Duration.ofDays(5).toSeconds());
			remind();
			// then
			assertThat(told(cycle, "reminded", "malta")).containsExactly("Thailand");
			assertThat(this.post.deliver(cycle)).filteredOn((mail) -> mail.recipient().equals(Troupe.address("malta")))
				.singleElement()
				.satisfies((mail) -> assertThat(mail.subject()).contains("reminder: Thailand may object until"));
		}
		finally {
			this.jdbc.sql("""
					delete from contact_role where party = :thailand
					and contact = (select id from contact where user_id = :malta)""")
				.param("thailand", this.troupe.party("Thailand").id().value())
				.param("malta", user("malta"))
				.update();
		}
	}

	@Test
	void anObjectionIsMailedToTheSecretariatAndToAllWhoWereTold() {
		// given
		CycleName cycle = planned();
		open(cycle);
		this.post.deliver(cycle);
		// when
		answer(cycle, "thailand", Answer.COMMENT, "Mention the rivers.");
		List<OutgoingMail> commented = this.post.deliver(cycle);
		answer(cycle, "malta", Answer.OBJECT, "Line 1 is too long.");
		List<OutgoingMail> objected = this.post.deliver(cycle);
		// then
		assertThat(commented).isNotEmpty()
			.allSatisfy((mail) -> assertThat(mail.subject()).contains("Thailand comments, no-objection round 1"));
		assertThat(objected).filteredOn((mail) -> mail.subject().contains("Malta objects, no-objection round 1"))
			.hasSameSizeAs(commented)
			.allSatisfy((mail) -> assertThat(mail.text()).contains("Line 1 is too long.", "Amend version"));
		assertThat(objected).filteredOn((mail) -> mail.subject().contains("is stopped by an objection"))
			.extracting(OutgoingMail::recipient)
			.containsExactlyInAnyOrder(Troupe.address("malta"), Troupe.address("thailand"));
		assertThat(told(cycle, "stopped", "thailand")).containsExactly("Thailand");
	}

	@Test
	void afterTheDecisionOfMinistersNoRoundFollows() {
		// given
		CycleName cycle = this.endorsements.accepted();
		this.endorsements.withOfficials(cycle);
		this.endorsements.toMinisters(cycle);
		assertThat(this.acts.mayPlan(cycle)).isTrue();
		this.endorsements.adopt(cycle);
		// when, then
		assertThat(this.acts.mayPlan(cycle)).as("the page offers none").isFalse();
		assertRefused(() -> this.acts.plan(cycle, plan(), aes()), "is recorded: no round follows it");
	}

	@Test
	void anEndorsementOfTheModelBeforeEndsOnTodays() {
		// given
		String earlier = this.release.runs("before-no-objection");
		CycleName atMinisters = this.endorsements.accepted();
		CycleName atOfficials = this.endorsements.accepted();
		ProcessInstance recording = this.endorsements.withOfficials(atMinisters);
		this.endorsements.toMinisters(atMinisters);
		ProcessInstance takingIn = this.endorsements.withOfficials(atOfficials);
		assertThat(recording).isWaitingAtExactly("userTask_recordAdoption");
		// when
		this.release.isUpgraded();
		// then
		assertThat(this.release.left(earlier)).isEmpty();
		this.acts.plan(atMinisters, plan(), aes());
		assertThat(recording).isWaitingAtExactly("callActivity_noObjection");
		open(atMinisters);
		close(atMinisters);
		this.endorsements.adopt(atMinisters);
		this.jobs.run(atMinisters, "serviceTask_publishReport");
		assertThat(recording).isEnded();
		this.endorsements.toMinisters(atOfficials);
		assertThat(takingIn).isWaitingAtExactly("userTask_recordAdoption").hasPassed("callActivity_noObjection");
		this.release.isForgotten(earlier);
	}

	private CycleName planned() {
		CycleName cycle = this.endorsements.accepted();
		this.endorsements.withOfficials(cycle);
		this.acts.plan(cycle, plan(), aes());
		this.endorsements.toMinisters(cycle);
		return cycle;
	}

	private RoundPlan plan() {
		return new RoundPlan(hours(1), hours(6 * 24), ROME, 2,
				List.of(malta().value(), this.troupe.party("Thailand").id().value()));
	}

	private Instant hours(int hours) {
		return this.stage.now().plus(Duration.ofHours(hours));
	}

	private void open(CycleName cycle) {
		this.jobs.run(cycle, OPENS);
		this.jobs.run(cycle, "serviceTask_openRound");
	}

	private void close(CycleName cycle) {
		this.jobs.run(cycle, CLOSES);
		this.jobs.run(cycle, "serviceTask_closeRound");
	}

	private void answer(CycleName cycle, String member, Answer answer, String text) {
		PartyId party = "malta".equals(member) ? malta() : this.troupe.party("Thailand").id();
		this.answering.answer(cycle, seen(cycle, 0), party, answer, text, user(member));
	}

	private Seen seen(CycleName cycle, int answers) {
		Round round = this.rounds.latest(cycle).orElseThrow();
		return new Seen(round.number(), Optional.ofNullable(round.version()).orElse(0), answers);
	}

	private void assertStays(CycleName cycle, String tampering, String why) {
		assertThatThrownBy(() -> this.jdbc.sql(tampering).param("cycle", cycle.value()).update()).as(tampering)
			.hasStackTraceContaining(why);
	}

	private void remind() {
		this.reminders.claimDue();
		this.stage.later(60);
		this.pickUp.pickUp();
	}

	private List<String> told(CycleName cycle, String what, String who) {
		return this.jdbc.sql("""
				select p.name from no_objection_told t join party p on p.id = t.party join contact c on c.id = t.contact
				where t.cycle = :cycle and t.what = :what and c.user_id = :who""")
			.param("cycle", cycle.value())
			.param("what", what)
			.param("who", user(who))
			.query(String.class)
			.list();
	}

	private String audit(CycleName cycle, String act) {
		return this.jdbc.sql("select after from audit where act = :act and subject = :cycle")
			.param("act", act)
			.param("cycle", cycle.value())
			.query(String.class)
			.single();
	}

	private static String text(Document document) {
		return document.toString();
	}

	private int mails(CycleName cycle) {
		return this.jdbc.sql("""
				select count(*) from mail m join mail_line l on l.mail = m.id
				where m.cycle = :cycle and l.kind in ('no-objection', 'no-objection-reminder')""")
			.param("cycle", cycle.value())
			.query(Integer.class)
			.single();
	}

	private static void assertRefused(ThrowingCallable act, String why) {
		assertThatExceptionOfType(Refused.class).isThrownBy(act).withMessageContaining(why);
	}

	private PartyId malta() {
		return this.troupe.party("Malta").id();
	}

	private String user(String name) {
		return this.troupe.user(name);
	}

	private String aes() {
		return this.endorsements.aes();
	}

}
