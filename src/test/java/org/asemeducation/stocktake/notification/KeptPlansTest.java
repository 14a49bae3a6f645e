package org.asemeducation.stocktake.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.cycle.Cycle;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.engine.SimulatedClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

class KeptPlansTest {

	private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");

	private final Cycles cycles = mock(Cycles.class);

	private final MailPlan plan = mock(MailPlan.class);

	private final JdbcClient jdbc = mock(JdbcClient.class, RETURNS_DEEP_STUBS);

	private final PlanActs acts = mock(PlanActs.class);

	private final Queue<Runnable> behind = new ArrayDeque<>();

	private final SimulatedClock clock = new SimulatedClock(NOW);

	private final Cycle cycle = mock(Cycle.class);

	private final KeptPlans kept = new KeptPlans(this.cycles, this.plan, mock(PlanFacts.class), this.acts, this.jdbc,
			this.clock, KeptPlans.LARGE, this.behind::add);

	@BeforeEach
	void aLargeCycle() {
		given(this.cycle.name()).willReturn(new CycleName("LARGE"));
		given(this.plan.of(any())).willReturn(mails(KeptPlans.LARGE));
		touched();
	}

	@Test
	void theSamePlanIsShownForAMinute() {
		KeptPlan first = this.kept.of(this.cycle);
		this.clock.moveTo(NOW.plusSeconds(59));

		assertThat(this.kept.of(this.cycle)).isSameAs(first);
		verify(this.plan, times(1)).of(this.cycle);
	}

	@Test
	void anOlderOneIsShownWhileTheNextIsWorkedOut() {
		this.kept.of(this.cycle);
		this.clock.moveTo(NOW.plus(Duration.ofHours(12).minusSeconds(1)));

		KeptPlan old = this.kept.of(this.cycle);

		assertThat(old.renewed()).isTrue();
		assertThat(old.at()).isEqualTo(NOW);
		workBehind();
		verify(this.plan, times(2)).of(this.cycle);
		assertThat(this.kept.of(this.cycle).renewed()).isFalse();
	}

	@Test
	void whatSomebodyHoldsIsSeenAtOnceAndTheWholeFollows() {
		this.kept.of(this.cycle);
		touched(3);
		PlannedMail held = held(3);
		given(this.plan.of(this.cycle, Set.of(new ContactId(3)))).willReturn(List.of(held));
		this.clock.moveTo(NOW.plusSeconds(1));

		KeptPlan seen = this.kept.of(this.cycle);

		assertThat(seen.mails()).hasSize(KeptPlans.LARGE).startsWith(mail(1), mail(2), held, mail(4));
		assertThat(seen.at()).isEqualTo(NOW);
		assertThat(seen.renewed()).isTrue();
		assertThat(seen.counted().get()).as("it is counted anew").isNull();
		verify(this.plan, times(1)).of(this.cycle);
		workBehind();
		assertThat(this.kept.of(this.cycle).at()).isEqualTo(NOW.plusSeconds(1));
		assertThat(this.kept.of(this.cycle).renewed()).isFalse();
		verify(this.plan, times(1)).of(this.cycle, Set.of(new ContactId(3)));
	}

	@Test
	void whoeverLooksAgainMeanwhileDoesNotHaveItWorkedOutAgain() {
		this.kept.of(this.cycle);
		touched(3);
		given(this.plan.of(this.cycle, Set.of(new ContactId(3)))).willReturn(List.of(held(3)));

		List<PlannedMail> first = this.kept.of(this.cycle).mails();

		assertThat(this.kept.of(this.cycle).mails()).isSameAs(first);
		verify(this.plan, times(1)).of(this.cycle, Set.of(new ContactId(3)));
	}

	@Test
	void whatIsDoneWhileTheWholeIsWorkedOutIsSeenInIt() {
		this.kept.of(this.cycle);
		touched(3);
		given(this.plan.of(this.cycle, Set.of(new ContactId(3)))).willReturn(List.of(held(3)));
		this.kept.of(this.cycle);
		given(this.plan.of(any())).willAnswer((call) -> {
			touched(3, 5);
			return mails(KeptPlans.LARGE);
		});
		given(this.plan.of(this.cycle, Set.of(new ContactId(5)))).willReturn(List.of(held(5)));

		workBehind();
		KeptPlan seen = this.kept.of(this.cycle);

		assertThat(seen.mails()).hasSize(KeptPlans.LARGE).startsWith(mail(1), mail(2), mail(3), mail(4), held(5));
		assertThat(seen.renewed()).isTrue();
	}

	@Test
	void whereManyAreTouchedTheWholeIsWorkedOutFirst() {
		this.kept.of(this.cycle);
		touched(LongStream.rangeClosed(1, KeptPlans.MOST + 1).toArray());
		this.clock.moveTo(NOW.plusSeconds(1));

		KeptPlan seen = this.kept.of(this.cycle);

		assertThat(seen.at()).isEqualTo(NOW.plusSeconds(1));
		assertThat(seen.renewed()).isFalse();
		verify(this.plan, times(2)).of(this.cycle);
		verify(this.plan, never()).of(any(), any());
	}

	@Test
	void aMuchOlderOneIsNotShown() {
		this.kept.of(this.cycle);
		this.clock.moveTo(NOW.plus(Duration.ofHours(12)));

		assertThat(this.kept.of(this.cycle).at()).isEqualTo(NOW.plus(Duration.ofHours(12)));
		assertThat(this.kept.of(this.cycle).renewed()).isFalse();
	}

	@Test
	void oneThatNobodyHasAskedForIsWorkedOutAhead() {
		large(new CycleName("LARGE"));

		this.kept.workAhead();
		this.kept.workAhead();
		this.kept.of(this.cycle);

		verify(this.plan, times(1)).of(this.cycle);
	}

	@Test
	void oneThatAgesIsWorkedOutAgainAndOneThatFailsIsTriedAgain() {
		large(new CycleName("LARGE"));
		given(this.plan.of(any())).willThrow(new IllegalStateException("no")).willReturn(mails(KeptPlans.LARGE));

		this.kept.workAhead();
		this.kept.workAhead();
		this.clock.moveTo(NOW.plus(Duration.ofHours(6)));
		this.kept.workAhead();

		verify(this.plan, times(3)).of(this.cycle);
		assertThat(this.kept.of(this.cycle).at()).isEqualTo(NOW.plus(Duration.ofHours(6)));
	}

	@Test
	void whoeverComesWhileItIsWorkedOutWaitsForThat() throws Exception {
		CountDownLatch begun = new CountDownLatch(1);
		CountDownLatch goOn = new CountDownLatch(1);
		given(this.plan.of(any())).willAnswer((call) -> {
			begun.countDown();
			goOn.await();
			return mails(KeptPlans.LARGE);
		});

		CompletableFuture<KeptPlan> first = CompletableFuture.supplyAsync(() -> this.kept.of(this.cycle));
		begun.await();
		CompletableFuture<KeptPlan> second = new CompletableFuture<>();
		Thread waiting = new Thread(() -> second.complete(this.kept.of(this.cycle)));
		waiting.start();
		await().until(() -> waiting.getState() == Thread.State.WAITING);
		goOn.countDown();

		assertThat(second.get(5, TimeUnit.SECONDS)).isSameAs(first.get(5, TimeUnit.SECONDS));
		verify(this.plan, times(1)).of(this.cycle);
	}

	@Test
	void onePlanThatFailsIsToldToAllAndTheNextIsTried() {
		given(this.plan.of(any())).willThrow(new IllegalStateException("no")).willReturn(mails(KeptPlans.LARGE));

		assertThatIllegalStateException().isThrownBy(() -> this.kept.of(this.cycle));
		assertThat(this.kept.of(this.cycle).mails()).hasSize(KeptPlans.LARGE);
	}

	@Test
	void aSmallPlanIsWorkedOutEachTime() {
		given(this.plan.of(any())).willReturn(mails(KeptPlans.LARGE - 1));

		this.kept.of(this.cycle);
		this.kept.of(this.cycle);

		verify(this.plan, times(2)).of(this.cycle);
	}

	@SuppressWarnings("unchecked")
	private void large(CycleName name) {
		given(this.jdbc.sql(anyString()).param(anyString(), any()).query(any(RowMapper.class)).list())
			.willReturn(List.of(name));
		given(this.cycles.get(name)).willReturn(this.cycle);
	}

	/** Each of them once. */
	private void touched(long... contacts) {
		given(this.acts.in(any())).willReturn(LongStream.of(contacts)
			.mapToObj(ContactId::new)
			.collect(Collectors.toMap(Function.identity(), (contact) -> 1L)));
	}

	private void workBehind() {
		this.behind.forEach(Runnable::run);
		this.behind.clear();
	}

	private static PlannedMail mail(long contact) {
		return new PlannedMail(new ContactId(contact), NOW, List.of(), null, null);
	}

	private static PlannedMail held(long contact) {
		return PlannedMail.digest(new ContactId(contact), NOW, new HeldBack("Wait", NOW, "aes"));
	}

	private static List<PlannedMail> mails(int number) {
		return LongStream.rangeClosed(1, number).mapToObj(KeptPlansTest::mail).toList();
	}

}
