package org.asemeducation.stocktake.update;

import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.asemeducation.stocktake.Jobs;
import org.asemeducation.stocktake.ProcessTest;
import org.asemeducation.stocktake.Stage;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.DateMove;
import org.asemeducation.stocktake.cycle.DateMoves;
import org.asemeducation.stocktake.cycle.DateName;
import org.asemeducation.stocktake.cycle.DeadlineKind;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.TaskFaces;
import org.asemeducation.stocktake.review.Reviewers;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import static org.asemeducation.stocktake.Troupe.ONE_COORDINATOR;
import static org.asemeducation.stocktake.Troupe.SUPPORTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * People do not wait for each other, nor for what is done to all updates, where it is not
 * about the same update.
 */
@ProcessTest
class NobodyWaitsTest {

	@Autowired
	private Stage stage;

	@Autowired
	private Jobs jobs;

	@Autowired
	private Coordinators coordinators;

	@Autowired
	private Reviewers reviewers;

	@Autowired
	private Cycles cycles;

	@Autowired
	private DateMoves moves;

	@Autowired
	private TaskFaces faces;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionOperations transaction;

	@Test
	void whoSubmitsTooLateIsToldSoWhileAChunkHoldsTheUpdate() {
		// given
		CycleName cycle = this.stage.gathering(ONE_COORDINATOR);
		this.coordinators.save(cycle, ONE_COORDINATOR, "harbour", "Not quite done");
		this.stage.freeze(cycle);
		// when, then
		holding(cycle, ONE_COORDINATOR,
				() -> assertThatThrownBy(
						() -> soon(() -> this.coordinators.submit(cycle, ONE_COORDINATOR, "harbour", "Too late")))
					.hasCauseInstanceOf(Refused.class)
					.hasMessageContaining("has ended"));
	}

	@Test
	void whoAcceptsDoesNotWaitForWhoAcceptsAnother() {
		// given
		CycleName cycle = this.stage.gathering(ONE_COORDINATOR, SUPPORTED);
		this.coordinators.submit(cycle, ONE_COORDINATOR, "harbour", "Done");
		this.coordinators.submit(cycle, SUPPORTED, "inland", "Done");
		// when
		CompletableFuture<?>[] held = new CompletableFuture<?>[1];
		holding(cycle, SUPPORTED, () -> {
			held[0] = CompletableFuture.runAsync(() -> this.reviewers.accept(cycle, SUPPORTED));
			Awaitility.await().until(this::somebodyWaits);
			soon(() -> this.reviewers.accept(cycle, ONE_COORDINATOR));
		});
		held[0].join();
		// then
		assertThat(this.jobs.at(cycle, "serviceTask_freezeUpdates")).as("the last of the two has woken the cycle")
			.hasSize(1);
	}

	@Test
	void whoSubmitsWhileTasksAreDatedAnewIsNotToldToTryAgain() {
		// given
		CycleName cycle = this.stage.gathering(ONE_COORDINATOR);
		LocalDate deadline = this.cycles.get(cycle).date(DeadlineKind.DEADLINE);
		this.moves.move(cycle, new DateName("deadline"),
				new DateMove(deadline.plusDays(1), null, "Many asked for a day more"), "aes");
		// when
		CompletableFuture<?>[] submitted = new CompletableFuture<?>[1];
		this.transaction.executeWithoutResult((status) -> {
			this.faces.renewNext(cycle.value(), null, 200);
			submitted[0] = CompletableFuture
				.runAsync(() -> this.coordinators.submit(cycle, ONE_COORDINATOR, "harbour", "Done"));
			Awaitility.await().until(this::somebodyWaits);
		});
		submitted[0].orTimeout(20, TimeUnit.SECONDS).join();
		// then
		assertThat(this.coordinators.standing(cycle, ONE_COORDINATOR)).isEqualTo("in-review");
	}

	private void holding(CycleName cycle, String initiative, Runnable act) {
		this.transaction.executeWithoutResult((status) -> {
			this.jdbc.sql("select 1 from update_request where cycle = :cycle and initiative = :initiative for update")
				.param("cycle", cycle.value())
				.param("initiative", initiative)
				.query()
				.listOfRows();
			act.run();
		});
	}

	private static void soon(Runnable act) {
		CompletableFuture.runAsync(act).orTimeout(20, TimeUnit.SECONDS).join();
	}

	private boolean somebodyWaits() {
		return this.jdbc.sql("""
				select exists (select from pg_locks l join pg_stat_activity a on a.pid = l.pid
				where not l.granted and a.datname = current_database())""").query(Boolean.class).single();
	}

}
