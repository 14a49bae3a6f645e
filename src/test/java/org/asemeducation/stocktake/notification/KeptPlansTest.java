package org.asemeducation.stocktake.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

class KeptPlansTest {

	private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");

	private final Cycles cycles = mock(Cycles.class);

	private final MailPlan plan = mock(MailPlan.class);

	private final JdbcClient jdbc = mock(JdbcClient.class, RETURNS_DEEP_STUBS);

	private final SimulatedClock clock = new SimulatedClock(NOW);

	private final Cycle cycle = mock(Cycle.class);

	private final KeptPlans kept = new KeptPlans(this.cycles, this.plan, mock(PlanFacts.class), this.jdbc, this.clock);

	@BeforeEach
	void aLargeCycle() {
		given(this.cycle.name()).willReturn(new CycleName("LARGE"));
		given(this.plan.of(any())).willReturn(mails(KeptPlans.LARGE));
		acts(1);
	}

	@Test
	void theSamePlanIsShownForAMinute() {
		KeptPlans.Kept first = this.kept.of(this.cycle);
		this.clock.moveTo(NOW.plusSeconds(59));

		assertThat(this.kept.of(this.cycle)).isSameAs(first);
		verify(this.plan, times(1)).of(this.cycle);
	}

	@Test
	void anOlderOneIsShownWhileTheNextIsWorkedOut() {
		this.kept.of(this.cycle);
		this.clock.moveTo(NOW.plus(Duration.ofHours(12).minusSeconds(1)));

		KeptPlans.Kept old = this.kept.of(this.cycle);

		assertThat(old.renewed()).isTrue();
		assertThat(old.at()).isEqualTo(NOW);
		verify(this.plan, timeout(5000).times(2)).of(this.cycle);
	}

	@Test
	void whatSomebodyHoldsIsSeenAtOnce() {
		this.kept.of(this.cycle);
		acts(2);
		this.clock.moveTo(NOW.plusSeconds(1));

		assertThat(this.kept.of(this.cycle).at()).isEqualTo(NOW.plusSeconds(1));
		assertThat(this.kept.of(this.cycle).renewed()).isFalse();
		verify(this.plan, times(2)).of(this.cycle);
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

		CompletableFuture<KeptPlans.Kept> first = CompletableFuture.supplyAsync(() -> this.kept.of(this.cycle));
		begun.await();
		CompletableFuture<KeptPlans.Kept> second = new CompletableFuture<>();
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

	private void acts(long number) {
		given(this.jdbc.sql(anyString()).param(anyString(), any()).query(Long.class).single()).willReturn(number);
	}

	private static List<PlannedMail> mails(int number) {
		return LongStream.rangeClosed(1, number)
			.mapToObj((contact) -> new PlannedMail(new ContactId(contact), NOW, List.of(), null, null))
			.toList();
	}

}
