package org.asemeducation.stocktake.notification;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.asemeducation.stocktake.plan.InitiativeId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class QueueRequestsTest {

	private final Requests requests = MailRoom.get(Requests.class);

	private Desk desk;

	@BeforeEach
	void open() {
		MailRoom.tidy();
		this.desk = new Desk(MailRoom.jdbc());
	}

	@AfterEach
	void close() {
		this.desk.close();
		MailRoom.leave();
	}

	@Test
	void aPartyWithSixInitiativesGetsOneMailThatListsThemInThePlansOrder() {
		// given
		long asef = this.desk.party("ASEF");
		InitiativeId[] six = IntStream.of(2, 1, 3, 9, 17, 18)
			.mapToObj((number) -> this.desk.asked("A%02d-I01".formatted(number), "Initiative " + number))
			.toArray(InitiativeId[]::new);
		this.desk.role("coordinator", asef, six);
		// when
		this.requests.queue(this.desk.cycle);
		// then
		assertThat(this.desk.mails(asef)).singleElement()
			.satisfies((mail) -> assertThat(this.desk.lines(mail)).containsExactly(
					IntStream.range(0, 6).mapToObj((i) -> "request " + six[i] + "/-").toArray(String[]::new)));
	}

	@Test
	void theDatabaseCountsTheRowsOfALargeCycleAtOnce() {
		// given
		long first = this.desk.party("Large");
		this.desk.role("coordinator", first, this.desk.asked("A07-I01", "First"));
		IntStream.rangeClosed(1, PickUpMails.CHUNK)
			.forEach((number) -> this.desk.contact(this.desk.partyOf(first),
					"person%d@%s.example".formatted(number, this.desk.cycle.value().toLowerCase())));
		// when
		this.requests.queue(this.desk.cycle);
		// then
		assertThat(MailRoom.jdbc()
			.sql("""
					select cast(cast(most_common_vals as text) as text[]) from pg_stats
					where tablename = 'claim' and attname = 'cycle'""")
			.query((row, number) -> (String[]) row.getArray(1).getArray())
			.single()).contains(this.desk.cycle.value());
	}

	@Test
	void everyActiveContactOfEachCoordinatorIsAsked() {
		// given
		InitiativeId initiative = this.desk.asked("A13-I01", "One with three coordinators");
		long china = this.desk.party("China");
		long malaysia = this.desk.party("Malaysia");
		long colleague = this.desk.contact(this.desk.partyOf(malaysia),
				"second@" + this.desk.cycle.value().toLowerCase() + ".example");
		long gone = this.desk.contact(this.desk.partyOf(malaysia),
				"gone@" + this.desk.cycle.value().toLowerCase() + ".example");
		this.desk.role("coordinator", china, initiative);
		this.desk.role("coordinator", malaysia, initiative);
		this.desk.remove(gone);
		// when
		this.requests.queue(this.desk.cycle);
		// then
		assertThat(this.desk.mails(china)).hasSize(1);
		assertThat(this.desk.mails(malaysia)).hasSize(1);
		assertThat(this.desk.mails(colleague)).hasSize(1);
		assertThat(this.desk.mails(gone)).isEmpty();
	}

	@Test
	void queueingTwiceAsksOnce() {
		// given
		long iau = this.desk.party("IAU");
		this.desk.role("coordinator", iau, this.desk.asked("A01-I07", "HEDx"));
		this.requests.queue(this.desk.cycle);
		// when
		this.requests.queue(this.desk.cycle);
		MailRoom.at(MailRoom.MORNING.plusSeconds(120));
		this.desk.sql("update deadline set on_date = '2023-09-20' where kind = 'deadline' and cycle = '%s'"
			.formatted(this.desk.cycle));
		this.requests.queue(this.desk.cycle);
		// then
		assertThat(this.desk.mails(iau)).singleElement()
			.satisfies((mail) -> assertThat(this.desk.lines(mail)).hasSize(1));
	}

	@Test
	void twoNodesAtOnceAskOnce() throws Exception {
		// given
		long etf = this.desk.party("ETF");
		InitiativeId[] five = IntStream.rangeClosed(1, 5)
			.mapToObj((number) -> this.desk.asked("A05-I0" + number, "Initiative " + number))
			.toArray(InitiativeId[]::new);
		this.desk.role("coordinator", etf, five);
		ExecutorService nodes = Executors.newFixedThreadPool(2);
		CountDownLatch both = new CountDownLatch(2);
		Runnable node = () -> MailRoom.inTransaction(() -> {
			both.countDown();
			await(both);
			this.requests.queue(this.desk.cycle);
		});
		// when
		Future<?> one = nodes.submit(node);
		Future<?> other = nodes.submit(node);
		one.get();
		other.get();
		nodes.shutdown();
		// then
		assertThat(this.desk.mails(etf)).singleElement()
			.satisfies((mail) -> assertThat(this.desk.lines(mail)).hasSize(5));
	}

	@Test
	void aClaimThatAnotherTransactionTakesBackIsMadeHere() throws Exception {
		// given
		long uil = this.desk.party("UIL");
		this.desk.role("coordinator", uil, this.desk.asked("A12-I01", "ESD"));
		ExecutorService node = Executors.newSingleThreadExecutor();
		CountDownLatch queued = new CountDownLatch(1);
		Future<?> failing = node.submit(() -> MailRoom.inTransaction(() -> {
			this.requests.queue(this.desk.cycle);
			queued.countDown();
			throw new IllegalStateException("this node falls over");
		}));
		// when
		queued.await();
		this.requests.queue(this.desk.cycle);
		// then
		assertThatThrownBy(failing::get).hasMessageContaining("falls over");
		node.shutdown();
		assertThat(this.desk.mails(uil)).hasSize(1);
	}

	@Test
	void aSupporterWhoAlsoCoordinatesIsToldInTheSameMail() {
		// given
		InitiativeId esnPilot = this.desk.asked("A01-I04", "ESN Pilot project");
		InitiativeId own = this.desk.asked("A01-I06", "Erasmus+");
		long commission = this.desk.party("EC");
		this.desk.role("support", commission, esnPilot);
		this.desk.role("coordinator", commission, own);
		// when
		this.requests.queue(this.desk.cycle);
		// then
		assertThat(this.desk.mails(commission)).singleElement()
			.satisfies((mail) -> assertThat(this.desk.lines(mail)).containsExactly("request " + own + "/-",
					"request -/" + esnPilot));
	}

	@Test
	void aHostOfAnInitiativeWithoutCoordinatorIsOnlyToldAboutIt() {
		// given
		InitiativeId peerLearning = this.desk.initiative("A02-I02", "Inclusive mobility", "unstaffed");
		long flemish = this.desk.party("Flemish Community");
		this.desk.role("host", flemish, peerLearning);
		// when
		this.requests.queue(this.desk.cycle);
		// then
		assertThat(this.desk.mails(flemish)).singleElement()
			.satisfies((mail) -> assertThat(this.desk.lines(mail)).containsExactly("request -/" + peerLearning));
	}

	@Test
	void aCoordinatorFoundLaterIsAskedForThatInitiativeAlone() {
		// given
		InitiativeId seminar = this.desk.initiative("A06-I01", "TVET Seminar", "unstaffed");
		this.desk.asked("A06-I02", "Another");
		long thailand = this.desk.party("Thailand");
		this.requests.queue(this.desk.cycle);
		this.desk.role("coordinator", thailand, seminar);
		this.desk.sql("update update_request set state = 'requested' where initiative = '%s'".formatted(seminar));
		// when
		this.requests.queueOne(this.desk.cycle, seminar);
		this.requests.queueOne(this.desk.cycle, seminar);
		// then
		assertThat(this.desk.mails(thailand)).singleElement()
			.satisfies((mail) -> assertThat(this.desk.lines(mail)).containsExactly("request " + seminar + "/-"));
	}

	@Test
	void anInitiativeFoundWhileTheMailWaitsJoinsIt() {
		// given
		long thailand = this.desk.party("Thailand");
		InitiativeId first = this.desk.asked("A07-I01", "First");
		this.desk.role("coordinator", thailand, first);
		this.requests.queue(this.desk.cycle);
		InitiativeId second = this.desk.asked("A07-I02", "Second");
		this.desk.role("coordinator", thailand, second);
		// when
		this.requests.queueOne(this.desk.cycle, second);
		// then
		assertThat(this.desk.mails(thailand)).singleElement()
			.satisfies((mail) -> assertThat(this.desk.lines(mail)).containsExactly("request " + first + "/-",
					"request " + second + "/-"));
	}

	@Test
	void anInitiativeFoundAfterTheMailWasBundledGetsItsOwn() {
		// given
		long thailand = this.desk.party("Thailand");
		this.desk.role("coordinator", thailand, this.desk.asked("A07-I01", "First"));
		this.requests.queue(this.desk.cycle);
		MailRoom.inTransaction(() -> MailRoom.get(Bundling.class).bundle(this.desk.mails(thailand).get(0)));
		InitiativeId second = this.desk.asked("A07-I02", "Second");
		this.desk.role("coordinator", thailand, second);
		// when
		this.requests.queueOne(this.desk.cycle, second);
		// then
		assertThat(this.desk.mails(thailand)).hasSize(2)
			.last()
			.satisfies((mail) -> assertThat(this.desk.lines(mail)).containsExactly("request " + second + "/-"));
	}

	@Test
	void whatIsUnderReviewOrSettledIsNotAskedFor() {
		// given
		long aei = this.desk.party("AEI");
		InitiativeId answered = this.desk.asked("A01-I03", "Summer School");
		this.desk.role("coordinator", aei, answered);
		this.desk.submitted(answered);
		// when
		this.requests.queue(this.desk.cycle);
		// then
		assertThat(this.desk.mails(aei)).isEmpty();
	}

	@Test
	void mailsWaitForAMinute() {
		// given
		long neon = this.desk.party("NEON");
		this.desk.role("coordinator", neon, this.desk.asked("A02-I01", "Toolkit"));
		// when
		this.requests.queue(this.desk.cycle);
		// then
		assertThat(this.desk.bundledAt(this.desk.mails(neon).get(0))).isEqualTo(MailRoom.MORNING.plusSeconds(60));
	}

	@Test
	void aCycleWithoutDeadlineIsRefusedInWords() {
		// given
		long neon = this.desk.party("NEON");
		this.desk.role("coordinator", neon, this.desk.asked("A02-I01", "Toolkit"));
		this.desk.sql("delete from deadline where cycle = '%s'".formatted(this.desk.cycle));
		// when, then
		assertThatThrownBy(() -> this.requests.queue(this.desk.cycle))
			.hasMessage("Cycle %s has no deadline: nobody can be asked before it has one.".formatted(this.desk.cycle));
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
