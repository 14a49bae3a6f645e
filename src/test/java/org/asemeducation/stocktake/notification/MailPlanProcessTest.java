package org.asemeducation.stocktake.notification;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.asemeducation.stocktake.Calendars;
import org.asemeducation.stocktake.Jobs;
import org.asemeducation.stocktake.PostOffice;
import org.asemeducation.stocktake.ProcessTest;
import org.asemeducation.stocktake.SameMoment;
import org.asemeducation.stocktake.Stage;
import org.asemeducation.stocktake.Troupe;
import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.access.ContactWelcomed;
import org.asemeducation.stocktake.access.ContactsLeftOut;
import org.asemeducation.stocktake.access.NewContact;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.cycle.Addressees;
import org.asemeducation.stocktake.cycle.CycleActs;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.DateMove;
import org.asemeducation.stocktake.cycle.DateMoves;
import org.asemeducation.stocktake.cycle.DateName;
import org.asemeducation.stocktake.cycle.DeadlineKind;
import org.asemeducation.stocktake.cycle.MailToCome;
import org.asemeducation.stocktake.cycle.NewCycle;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.notification.letter.Written;
import org.asemeducation.stocktake.notification.transport.OutgoingMail;
import org.asemeducation.stocktake.update.Coordinators;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * What is seen before it is mailed, and what the secretariat may do about it.
 */
@ProcessTest
class MailPlanProcessTest {

	private static final ZoneId ROME = ZoneId.of("Europe/Rome");

	@Autowired
	private Stage stage;

	@Autowired
	private PostOffice post;

	@Autowired
	private Troupe troupe;

	@Autowired
	private Coordinators coordinators;

	@Autowired
	private Reminders reminders;

	@Autowired
	private PickUpMails pickUp;

	@Autowired
	private LateContacts late;

	@Autowired
	private MailPlanPages pages;

	@Autowired
	private MailTexts texts;

	@Autowired
	private Samples samples;

	@Autowired
	private HoldingMails holding;

	@Autowired
	private SendingNow sending;

	@Autowired
	private Addressees addressees;

	@Autowired
	private CycleActs acts;

	@Autowired
	private DateMoves moves;

	@Autowired
	private Calendars calendars;

	@Autowired
	private Jobs jobs;

	@Autowired
	private SameMoment sameMoment;

	@Autowired
	private Cycles cycles;

	@Autowired
	private Register register;

	@Autowired
	private ApplicationEventPublisher events;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void nothingElseGathers() {
		this.jdbc.sql("delete from unreachable").update();
		this.jdbc.sql("update cycle set state = 'closed' where state in ('opened', 'gathering')").update();
		this.jdbc.sql("""
				insert into digest (contact, on_date, claimed_at)
				select distinct contact, date '2100-01-01', now() from contact_role
				where role in ('reviewer', 'secretariat') on conflict do nothing""").update();
	}

	@Test
	void whatThePlanSaysIsWhatTheRunMails() {
		// given
		CycleName cycle = gathering(Troupe.ONE_COORDINATOR, Troupe.TWO_COORDINATORS, Troupe.SUPPORTED);
		List<MailToCome> planned = reminders(plan(cycle, "coming").mails());
		assertThat(planned).hasSizeGreaterThan(10);
		// when it runs at each of the moments, and nobody answers
		List<String> sent = new ArrayList<>();
		for (Instant at : planned.stream().map(MailToCome::at).distinct().toList()) {
			runAt(at);
			this.post.deliver(cycle).forEach((mail) -> sent.add(at + " " + mail.recipient()));
		}
		// then
		assertThat(sent).containsExactlyInAnyOrderElementsOf(
				planned.stream().map((mail) -> mail.at() + " " + mail.email()).toList());
		assertThat(reminders(plan(cycle, "coming").mails())).isEmpty();
		assertThat(this.jdbc.sql("""
				select l.kind || ' ' || l.initiative || ' ' || l.rung from mail_line l join mail m on m.id = l.mail
				where m.cycle = :cycle and l.rung is not null and not l.dropped""")
			.param("cycle", cycle.value())
			.query(String.class)
			.list())
			.containsExactlyInAnyOrderElementsOf(planned.stream()
				.flatMap((mail) -> mail.lines().stream())
				.map((line) -> "%s %s %s".formatted(line.kind(), line.initiative(), line.rung()))
				.toList());
	}

	@Test
	void aMailIsReadBeforeItLeavesAsItLeaves() {
		// given
		CycleName cycle = gathering(Troupe.ONE_COORDINATOR, Troupe.TWO_COORDINATORS);
		MailToCome planned = to("harbour", reminders(plan(cycle, "coming").mails()));
		long claims = count("claim", cycle);
		// when
		Written before = this.texts.of(this.cycles.get(cycle), new ContactId(planned.contact()), planned.at(), null);
		assertThat(count("claim", cycle)).as("nothing is claimed by reading").isEqualTo(claims);
		runAt(planned.at());
		// then
		assertThat(this.post.deliver(cycle)).filteredOn((mail) -> mail.recipient().equals(planned.email()))
			.singleElement()
			.satisfies((mail) -> {
				assertThat(mail.subject()).isEqualTo(before.subject()).contains("reminder: please submit 2 updates");
				assertThat(mail.text()).isEqualTo(before.text());
				assertThat(mail.html()).isEqualTo(before.html());
			});
	}

	@Test
	void theRequestIsReadBeforeAnybodyIsAsked() {
		// given
		CycleName cycle = this.stage.openWith(List.of(Troupe.ONE_COORDINATOR, Troupe.SUPPORTED));
		// when
		List<MailToCome> planned = withoutConfirmations(plan(cycle, "coming").mails());
		MailToCome first = to("malta", planned);
		// then
		assertThat(planned.get(0).at()).isEqualTo(this.cycles.get(cycle).requestAt());
		assertThat(first.lines()).singleElement().satisfies((line) -> assertThat(line.kind()).isEqualTo("inform"));
		MailToCome harbour = to("harbour", planned);
		assertThat(
				this.texts.of(this.cycles.get(cycle), new ContactId(harbour.contact()), harbour.at(), null).subject())
			.contains("please submit your update on " + Troupe.ONE_COORDINATOR);
		assertThat(reminders(planned)).hasSizeGreaterThan(5);
	}

	@Test
	void aSampleSaysThatItIsOneAndGoesToWhoAskedForIt() {
		// given
		CycleName cycle = gathering(Troupe.ONE_COORDINATOR);
		MailToCome planned = reminders(plan(cycle, "coming").mails()).get(0);
		ContactId contact = new ContactId(planned.contact());
		Written written = this.texts.of(this.cycles.get(cycle), contact, planned.at(), null);
		long claims = count("claim", cycle);
		// when
		this.samples.send(cycle, contact, planned.at(), written, this.troupe.user("aes"));
		// then
		assertThat(this.post.deliver(cycle)).singleElement().satisfies((mail) -> {
			assertThat(mail.recipient()).isEqualTo(Troupe.address("aes"));
			assertThat(mail.subject()).isEqualTo("[Sample] " + written.subject());
			assertThat(mail.text()).startsWith("SAMPLE. This is a sample of a mail to harbour <harbour@stage.example>")
				.endsWith(written.text());
			assertThat(mail.html()).containsSubsequence("<body", "SAMPLE.", "<main>");
		});
		assertThat(count("claim", cycle)).isEqualTo(claims);
		assertThat(this.jdbc
			.sql("select l.kind from mail_line l join mail m on m.id = l.mail where m.cycle = :cycle"
					+ " order by m.id desc limit 1")
			.param("cycle", cycle.value())
			.query(String.class)
			.single()).isEqualTo("sample");
	}

	@Test
	void whatIsHeldIsNotMailedUntilItIsReleased() {
		// given
		CycleName cycle = gathering(Troupe.ONE_COORDINATOR, Troupe.TWO_COORDINATORS);
		List<MailToCome> planned = reminders(plan(cycle, "coming").mails());
		MailToCome first = to("harbour", planned);
		// when
		this.holding.hold(cycle, new ContactId(first.contact()), first.at(), null, "They are on a strike", aes());
		runAt(first.at());
		List<OutgoingMail> sent = this.post.deliver(cycle);
		runAt(first.at().plus(Duration.ofHours(5)));
		// then
		assertThat(sent).extracting(OutgoingMail::recipient).containsExactly(Troupe.address("malta"));
		assertThat(this.post.deliver(cycle)).isEmpty();
		assertThat(plan(cycle, "held").mails()).singleElement().satisfies((mail) -> {
			assertThat(mail.at()).isEqualTo(first.at());
			assertThat(mail.because()).isEqualTo("They are on a strike (aes)");
		});
		assertThat(this.jdbc.sql("select count(*) from audit where act = 'hold mail' and subject like :cycle || '/%'")
			.param("cycle", cycle.value())
			.query(Long.class)
			.single()).isOne();
		// and when it is let go, its moment is over
		this.holding.release(cycle, new ContactId(first.contact()), first.at(), null, aes());
		runAt(this.stage.now());
		assertThat(this.post.deliver(cycle)).isEmpty();
		// and the next comes as ever
		MailToCome next = to("harbour", reminders(plan(cycle, "coming").mails()));
		runAt(next.at());
		assertThat(this.post.deliver(cycle)).extracting(OutgoingMail::recipient).contains(Troupe.address("harbour"));
	}

	@Test
	void whatIsReleasedInTimeIsMailed() {
		// given
		CycleName cycle = gathering(Troupe.ONE_COORDINATOR);
		MailToCome first = reminders(plan(cycle, "coming").mails()).get(0);
		ContactId harbour = new ContactId(first.contact());
		this.holding.hold(cycle, harbour, first.at(), null, "Wait", aes());
		assertThatThrownBy(() -> this.holding.hold(cycle, harbour, first.at(), null, "Wait", aes()))
			.isInstanceOf(Refused.class)
			.hasMessageContaining("held already");
		// when
		this.holding.release(cycle, harbour, first.at(), null, aes());
		runAt(first.at());
		// then
		assertThat(this.post.deliver(cycle)).hasSize(1);
		assertThatThrownBy(() -> this.holding.release(cycle, harbour, first.at(), null, aes()))
			.isInstanceOf(Refused.class);
	}

	@Test
	void nothingIsHeldWithoutAReason() {
		CycleName cycle = gathering(Troupe.ONE_COORDINATOR);
		MailToCome first = reminders(plan(cycle, "coming").mails()).get(0);
		assertThatThrownBy(() -> this.holding.hold(cycle, new ContactId(first.contact()), first.at(), null, " ", aes()))
			.isInstanceOf(Refused.class);
		assertThat(plan(cycle, "held").mails()).isEmpty();
	}

	@Test
	void whatIsHeldAndOverIsSentWhenSomebodySaysSo() {
		// given
		CycleName cycle = gathering(Troupe.ONE_COORDINATOR);
		MailToCome first = reminders(plan(cycle, "coming").mails()).get(0);
		ContactId harbour = new ContactId(first.contact());
		this.holding.hold(cycle, harbour, first.at(), null, "Wait", aes());
		runAt(first.at().plusSeconds(3600));
		// when
		this.sending.send(cycle, harbour, first.at(), null, aes());
		// then
		assertThat(this.post.deliver(cycle)).hasSize(1);
		assertThat(plan(cycle, "held").mails()).isEmpty();
	}

	@Test
	void whatIsSentAheadIsNotSentOnItsDay() {
		// given
		CycleName cycle = gathering(Troupe.ONE_COORDINATOR);
		List<MailToCome> planned = reminders(plan(cycle, "coming").mails());
		MailToCome second = planned.get(1);
		// when
		this.sending.send(cycle, new ContactId(second.contact()), second.at(), null, aes());
		List<OutgoingMail> now = this.post.deliver(cycle);
		// then
		assertThat(now).singleElement().satisfies((mail) -> assertThat(mail.subject()).contains("reminder"));
		assertThat(plan(cycle, "sent").mails()).singleElement()
			.satisfies((mail) -> assertThat(mail.at()).isEqualTo(second.at()));
		assertThat(plan(cycle, "spoken-for").mails()).singleElement()
			.satisfies((mail) -> assertThat(mail.at()).isEqualTo(planned.get(0).at()));
		for (MailToCome mail : planned.subList(0, 2)) {
			runAt(mail.at());
			assertThat(this.post.deliver(cycle)).isEmpty();
		}
		runAt(planned.get(2).at());
		assertThat(this.post.deliver(cycle)).hasSize(1);
	}

	@Test
	void twoWhoSendAtOnceSendOne() throws Exception {
		// given
		CycleName cycle = gathering(Troupe.ONE_COORDINATOR);
		MailToCome first = reminders(plan(cycle, "coming").mails()).get(0);
		String aes = aes();
		Callable<Boolean> send = () -> {
			try {
				this.sending.send(cycle, new ContactId(first.contact()), first.at(), null, aes);
				return true;
			}
			catch (Refused ex) {
				return false;
			}
		};
		// when
		ExecutorService people = Executors.newFixedThreadPool(4);
		List<Future<Boolean>> answers = people.invokeAll(List.of(send, send, send, send));
		people.shutdown();
		// then
		int done = 0;
		for (Future<Boolean> answer : answers) {
			done += answer.get() ? 1 : 0;
		}
		assertThat(done).isOne();
		assertThat(this.post.deliver(cycle)).hasSize(1);
	}

	@Test
	void whoeverSendsWhileItIsBeingSentIsToldThatSomebodyHasJustSentIt() {
		// given
		CycleName cycle = gathering(Troupe.ONE_COORDINATOR);
		MailToCome first = reminders(plan(cycle, "coming").mails()).get(0);
		String aes = aes();
		Runnable send = () -> this.sending.send(cycle, new ContactId(first.contact()), first.at(), null, aes);
		// when the second looks before the first is committed
		List<Optional<Throwable>> told = this.sameMoment.actBeforeTheCommitOf(send, send);
		// then
		assertThat(told.get(0)).isEmpty();
		assertThat(told.get(1)).hasValueSatisfying((refusal) -> assertThat(refusal).isInstanceOf(Refused.class)
			.hasMessage("Somebody has just sent this mail: it is sent once."));
		assertThat(this.post.deliver(cycle)).hasSize(1);
	}

	@Test
	void whatHasComeIsShownAsStopped() {
		// given
		CycleName cycle = gathering(Troupe.ONE_COORDINATOR, Troupe.SUPPORTED);
		int harbour = (int) reminders(plan(cycle, "coming").mails()).stream()
			.filter((mail) -> mail.email().equals(Troupe.address("harbour")))
			.count();
		// when
		this.coordinators.submit(cycle, Troupe.ONE_COORDINATOR, "harbour", "Done");
		// then
		MailPlanPage submitted = plan(cycle, "submitted");
		assertThat(submitted.mails()).hasSize(harbour)
			.allSatisfy((mail) -> assertThat(mail.email()).isEqualTo(Troupe.address("harbour")));
		assertThat(reminders(plan(cycle, "coming").mails())).isNotEmpty()
			.allSatisfy((mail) -> assertThat(mail.email()).isEqualTo(Troupe.address("inland")));
		MailToCome one = submitted.mails().get(0);
		assertThatThrownBy(() -> this.sending.send(cycle, new ContactId(one.contact()), one.at(), null, aes()))
			.isInstanceOf(Refused.class);
		assertThatThrownBy(() -> this.texts.of(this.cycles.get(cycle), new ContactId(one.contact()), one.at(), null))
			.isInstanceOf(Refused.class);
	}

	@Test
	void whoIsNotReachedIsShownAndNotSentTo() {
		// given
		CycleName cycle = gathering(Troupe.ONE_COORDINATOR);
		MailToCome first = reminders(plan(cycle, "coming").mails()).get(0);
		this.jdbc.sql("insert into unreachable (contact, address, since, because) values (:contact, 'x', now(), '550')")
			.param("contact", first.contact())
			.update();
		// when
		MailPlanPage plan = plan(cycle, "not-receiving");
		// then
		assertThat(plan.mails()).isNotEmpty().allSatisfy((mail) -> assertThat(mail.because()).isEqualTo("550"));
		assertThat(plan.days()).filteredOn((day) -> day.on().getYear() < 2100)
			.hasSize(2)
			.allSatisfy((day) -> assertThat(day.mails()).isZero());
		assertThatThrownBy(() -> this.sending.send(cycle, new ContactId(first.contact()), first.at(), null, aes()))
			.isInstanceOf(Refused.class)
			.hasMessageContaining("does not reach");
	}

	@Test
	void whoReceivesNoMailIsShownAndNotCounted() {
		// given
		CycleName cycle = gathering(Troupe.ONE_COORDINATOR);
		MailToCome first = reminders(plan(cycle, "coming").mails()).get(0);
		this.jdbc.sql("update contact set no_mail = true where id = :contact")
			.param("contact", first.contact())
			.update();
		// when
		MailPlanPage plan = plan(cycle, "unwanted");
		MailPlanPage coming = plan(cycle, "coming");
		this.jdbc.sql("update contact set no_mail = false where id = :contact")
			.param("contact", first.contact())
			.update();
		// then
		assertThat(plan.mails()).isNotEmpty().allSatisfy((mail) -> {
			assertThat(mail.contact()).isEqualTo(first.contact());
			assertThat(mail.because()).contains("register");
		});
		assertThat(coming.mails()).extracting(MailToCome::contact).doesNotContain(first.contact());
	}

	@Test
	void aRequestThatIsHeldIsNotSentWithTheOthersAndIsMadeUpFor() {
		// given
		CycleName cycle = this.stage.openWith(List.of(Troupe.ONE_COORDINATOR, Troupe.SUPPORTED));
		MailToCome harbour = to("harbour", withoutConfirmations(plan(cycle, "coming").mails()));
		this.holding.hold(cycle, new ContactId(harbour.contact()), harbour.at(), null, "New desk officer", aes());
		// when
		this.stage.gather(cycle);
		this.late.ask();
		List<OutgoingMail> asked = this.post.deliver(cycle);
		// then
		assertThat(asked).extracting(OutgoingMail::recipient)
			.containsExactlyInAnyOrder(Troupe.address("inland"), Troupe.address("malta"));
		assertThat(plan(cycle, "held").mails()).singleElement()
			.satisfies((mail) -> assertThat(mail.lines().get(0).kind()).isEqualTo("request"));
		// and when it is released
		this.holding.release(cycle, new ContactId(harbour.contact()), plan(cycle, "held").mails().get(0).at(), null,
				aes());
		this.late.ask();
		assertThat(this.post.deliver(cycle)).extracting(OutgoingMail::recipient)
			.containsExactly(Troupe.address("harbour"));
	}

	@Test
	void whoIsLeftOutOfTheRequestsIsNotAskedUntilThatIsReleased() {
		// given
		CycleName cycle = this.stage.openWith(List.of(Troupe.ONE_COORDINATOR, Troupe.SUPPORTED));
		List<MailToCome> people = this.addressees.ofRequests(cycle);
		MailToCome harbour = to("harbour", people);
		// when
		this.acts.sendRequests(cycle, List.of(harbour.contact()), aes());
		this.jobs.run(cycle, "serviceTask_startUpdates");
		this.jobs.run(cycle, "serviceTask_queueRequests");
		this.late.ask();
		// then
		assertThat(people).hasSize(3);
		assertThat(this.post.deliver(cycle)).extracting(OutgoingMail::recipient)
			.containsExactlyInAnyOrder(Troupe.address("inland"), Troupe.address("malta"));
		assertThat(plan(cycle, "coming").leftOut()).singleElement().satisfies((one) -> {
			assertThat(one.email()).isEqualTo(Troupe.address("harbour"));
			assertThat(one.act()).isEqualTo("send requests");
			assertThat(one.by()).isEqualTo("aes");
		});
		// and when it is released, an hour after it was seen
		MailToCome held = plan(cycle, "held").mails().get(0);
		this.stage.later(3600);
		this.holding.release(cycle, new ContactId(held.contact()), held.at(), null, aes());
		this.late.ask();
		assertThat(this.post.deliver(cycle)).extracting(OutgoingMail::recipient)
			.containsExactly(Troupe.address("harbour"));
		assertThat(plan(cycle, "coming").leftOut()).isEmpty();
	}

	@Test
	void whoIsEnteredWithoutAnInvitationIsNotAskedUntilTheyAreInvited() {
		// given
		CycleName cycle = gathering(Troupe.ONE_COORDINATOR);
		ContactId newcomer = this.register.addContact(new NewContact(this.troupe.party("HU").id(), "Newcomer",
				"left-out@stage.example", "en", null, NewContact.COORDINATOR));
		this.events.publishEvent(new ContactsLeftOut(List.of(newcomer), aes()));
		// when
		this.late.ask();
		// then
		assertThat(this.post.deliver(cycle)).isEmpty();
		assertThat(plan(cycle, "coming").leftOut()).singleElement().satisfies((one) -> {
			assertThat(one.email()).isEqualTo("left-out@stage.example");
			assertThat(one.act()).isEqualTo("load contacts");
		});
		// and when they are invited
		this.events.publishEvent(new ContactWelcomed(newcomer));
		this.late.ask();
		assertThat(this.post.deliver(cycle)).extracting(OutgoingMail::recipient)
			.containsExactly("left-out@stage.example");
		assertThat(plan(cycle, "coming").leftOut()).isEmpty();
		this.register.remove(newcomer);
	}

	@Test
	void whoIsLeftOutWhenTheCycleOpensIsHeldFromTheBeginning() {
		// given
		long harbour = contact("harbour");
		NewCycle usual = this.calendars.proposal();
		// when
		CycleName cycle = this.stage.open(new NewCycle(usual.name(), usual.title(), usual.zone(), usual.meetings(),
				usual.request(), usual.deadline(), usual.freeze(), usual.reviews(), usual.comments(), usual.papers(),
				usual.questions(), usual.reminders(), usual.freezeReminders(), List.of(harbour)));
		// then
		assertThat(plan(cycle, "held").mails()).singleElement().satisfies((mail) -> {
			assertThat(mail.contact()).isEqualTo(harbour);
			assertThat(mail.because()).isEqualTo("Left out when the cycle was opened (aes)");
		});
	}

	@Test
	void whoIsLeftOutOfAMoveIsNotToldOfItAndIsToldOfTheNext() {
		// given
		CycleName cycle = gathering(Troupe.ONE_COORDINATOR, Troupe.TWO_COORDINATORS);
		LocalDate deadline = this.cycles.get(cycle).date(DeadlineKind.DEADLINE);
		// when
		this.moves.move(cycle, new DateName("deadline"),
				new DateMove(deadline.plusDays(5), null, "Elections", List.of(contact("harbour"))), aes());
		List<OutgoingMail> first = this.post.deliver(cycle);
		this.moves.move(cycle, new DateName("deadline"), new DateMove(deadline.plusDays(9), null, "Elections"), aes());
		// then
		assertThat(first).extracting(OutgoingMail::recipient).containsExactly(Troupe.address("malta"));
		assertThat(this.post.deliver(cycle)).extracting(OutgoingMail::recipient)
			.containsExactlyInAnyOrder(Troupe.address("malta"), Troupe.address("harbour"));
		assertThat(plan(cycle, "coming").leftOut()).singleElement()
			.satisfies((one) -> assertThat(one.act()).isEqualTo("move date"));
	}

	@Test
	void nobodyIsLeftOutWhoIsNotWrittenTo() {
		// given
		CycleName cycle = this.stage.openWith(List.of(Troupe.ONE_COORDINATOR));
		// when
		assertThatThrownBy(() -> this.acts.sendRequests(cycle, List.of(contact("inland")), aes()))
			.isInstanceOf(Refused.class)
			.hasMessageStartingWith("Nothing is done");
		// then
		assertThat(this.cycles.get(cycle).requestedAt()).isNull();
		assertThat(plan(cycle, "coming").leftOut()).isEmpty();
	}

	@Test
	void tomorrowIsCounted() {
		// given the day before a rung
		CycleName cycle = gathering(Troupe.ONE_COORDINATOR, Troupe.TWO_COORDINATORS);
		LocalDate rung = this.cycles.get(cycle).date(DeadlineKind.DEADLINE).minusDays(14);
		this.jdbc.sql("update reminder_run set covered_until = :until")
			.param("until", Timestamp.from(rung.minusDays(1).atTime(12, 0).atZone(ROME).toInstant()))
			.update();
		to(rung.minusDays(1).atTime(12, 0).atZone(ROME).toInstant());
		// when
		MailPlanPage plan = plan(cycle, "coming");
		// then
		assertThat(plan.days().get(1)).isEqualTo(new MailPlanPage.Day(rung, 2, 2));
		assertThat(this.pages.of(this.cycles.get(cycle), new MailPlanQuery("coming", rung, "", 1, 1)).found())
			.isEqualTo(2);
		for (String words : List.of("harb", "HARBOUR UNIV", Troupe.address("harbour"))) {
			assertThat(this.pages.of(this.cycles.get(cycle), new MailPlanQuery("coming", rung, words, 1, 50)).mails())
				.as(words)
				.singleElement()
				.satisfies((mail) -> assertThat(mail.email()).isEqualTo(Troupe.address("harbour")));
		}
	}

	private CycleName gathering(String... initiatives) {
		CycleName cycle = this.stage.gathering(initiatives);
		this.post.deliver(cycle);
		this.jdbc.sql("update reminder_run set covered_until = :now")
			.param("now", Timestamp.from(this.stage.now()))
			.update();
		return cycle;
	}

	private MailPlanPage plan(CycleName cycle, String show) {
		return this.pages.of(this.cycles.get(cycle), new MailPlanQuery(show, null, "", 1, 200));
	}

	private static List<MailToCome> withoutConfirmations(List<MailToCome> mails) {
		return mails.stream().filter((mail) -> !mail.lines().get(0).kind().equals("confirm")).toList();
	}

	private static List<MailToCome> reminders(List<MailToCome> mails) {
		return mails.stream().filter((mail) -> mail.lines().get(0).kind().endsWith("reminder")).toList();
	}

	private static MailToCome to(String person, List<MailToCome> mails) {
		return mails.stream().filter((mail) -> mail.email().equals(Troupe.address(person))).findFirst().orElseThrow();
	}

	private long contact(String person) {
		return this.jdbc.sql("select id from contact where user_id = :user")
			.param("user", this.troupe.user(person))
			.query(Long.class)
			.single();
	}

	private long count(String table, CycleName cycle) {
		return this.jdbc.sql("select count(*) from " + table + " where cycle = :cycle")
			.param("cycle", cycle.value())
			.query(Long.class)
			.single();
	}

	/** The hourly run, and the processes of its mails. */
	private void runAt(Instant moment) {
		to(moment);
		this.reminders.claimDue();
		this.stage.later(60);
		this.pickUp.pickUp();
	}

	private void to(Instant moment) {
		this.stage.later(Duration.between(this.stage.now(), moment).toSeconds());
	}

	private String aes() {
		return this.troupe.user("aes");
	}

}
