package org.asemeducation.stocktake;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import org.asemeducation.stocktake.backup.Copies;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.engine.SimulatedClock;
import org.asemeducation.stocktake.review.Reviewers;
import org.asemeducation.stocktake.update.Coordinators;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext.HierarchyMode;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestContextManager;
import org.springframework.transaction.support.TransactionOperations;

import static org.asemeducation.stocktake.Troupe.NOBODY;
import static org.asemeducation.stocktake.Troupe.ONE_COORDINATOR;
import static org.asemeducation.stocktake.Troupe.SUPPORTED;
import static org.asemeducation.stocktake.Troupe.TWO_COORDINATORS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A backup taken in the middle of a cycle, while people write, is restored elsewhere, and
 * there the cycle goes on to its end.
 */
@ProcessTest
class RestoredCycleProcessTest {

	@Autowired
	private Stage stage;

	@Autowired
	private Jobs jobs;

	@Autowired
	private WalkOn walk;

	@Autowired
	private Coordinators coordinators;

	@Autowired
	private Reviewers reviewers;

	@Autowired
	private TransactionOperations transaction;

	@Autowired
	private DataSource dataSource;

	@TempDir
	private Path folder;

	@Test
	void aRunningCycleGoesOnToItsEndElsewhere() throws Exception {
		// given
		CycleName earlier = this.stage.gathering(ONE_COORDINATOR);
		this.coordinators.submit(earlier, ONE_COORDINATOR, "harbour", "Long done");
		this.reviewers.accept(earlier, ONE_COORDINATOR);
		this.walk.toTheEnd(earlier);
		CycleName cycle = inMidGathering();
		Path file = this.folder.resolve("stocktake.zip");
		// when
		writeMeanwhile(() -> Copies.backUp(this.dataSource, file));
		Copies.restore(file, Elsewhere.DATABASE.dataSource());
		// then
		JdbcClient there = JdbcClient.create(Elsewhere.DATABASE.dataSource());
		assertThat(count(there, "act_ge_property where name_ like 'pair %'", null)).isPositive()
			.isEqualTo(count(there, "audit where act = 'second half'", null))
			.isLessThan(count(JdbcClient.create(this.dataSource), "act_ge_property where name_ like 'pair %'", null));
		assertSealed(there, earlier);
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> there.sql("update sealed_file set name = name").update())
			.withMessageContaining("never changed or removed");
		goOn(cycle, there);
	}

	private CycleName inMidGathering() {
		CycleName cycle = this.stage.gathering(ONE_COORDINATOR, TWO_COORDINATORS, NOBODY, SUPPORTED);
		this.coordinators.save(cycle, ONE_COORDINATOR, "harbour", "Half of it");
		this.coordinators.submit(cycle, TWO_COORDINATORS, "harbour", "Something");
		this.reviewers.giveBack(cycle, TWO_COORDINATORS, "Say more");
		this.coordinators.submit(cycle, SUPPORTED, "inland", "All of it");
		assertThat(this.jobs.at(cycle, "intermediateCatchEvent_bundlingTimeOver")).isNotEmpty();
		assertThat(this.jobs.at(cycle, "boundaryEvent_freezeReached")).hasSize(1);
		return cycle;
	}

	/** One who writes rows of two tables at a time, before, during and after. */
	private void writeMeanwhile(Runnable act) {
		JdbcClient here = JdbcClient.create(this.dataSource);
		AtomicBoolean over = new AtomicBoolean();
		CountDownLatch begun = new CountDownLatch(1);
		CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> {
			AtomicInteger number = new AtomicInteger();
			while (!over.get()) {
				this.transaction.executeWithoutResult((status) -> {
					here.sql("insert into act_ge_property (name_, rev_) values ('pair ' || :number, 1)")
						.param("number", number.incrementAndGet())
						.update();
					here.sql("insert into audit (at, who, act, subject) values (now(), 'test', 'second half', 'pair')")
						.update();
				});
				begun.countDown();
			}
		});
		try {
			begun.await();
			act.run();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
		finally {
			over.set(true);
			writer.join();
		}
	}

	private void goOn(CycleName cycle, JdbcClient there) throws Exception {
		TestContext elsewhere = new TestContextManager(Elsewhere.class).getTestContext();
		try {
			ApplicationContext context = elsewhere.getApplicationContext();
			context.getBean(SimulatedClock.class).moveTo(this.stage.now().plusSeconds(3600));
			List<String> told = context.getBean(PostOffice.class)
				.deliver(cycle)
				.stream()
				.map((mail) -> mail.recipient())
				.toList();
			context.getBean(Coordinators.class).submit(cycle, ONE_COORDINATOR, "harbour", "All of it");
			context.getBean(Coordinators.class).submit(cycle, TWO_COORDINATORS, "harbour", "More");
			context.getBean(WalkOn.class).toTheEnd(cycle);
			// then
			assertThat(told).isNotEmpty();
			assertThat(count(there, "act_ru_execution where business_key_ = :cycle", cycle)).isZero();
			assertThat(count(there, "update_request where settled_as = 'accepted' and cycle = :cycle", cycle))
				.isEqualTo(3);
			assertSealed(there, cycle);
		}
		finally {
			elsewhere.markApplicationContextDirty(HierarchyMode.EXHAUSTIVE);
			JdbcClient.create(this.dataSource).sql("delete from act_ge_property where name_ like 'pair %'").update();
		}
	}

	/** Adopted and published, in files whose checksums hold. */
	private static void assertSealed(JdbcClient there, CycleName cycle) {
		assertThat(count(there, "sealed_version where cycle = :cycle", cycle)).isEqualTo(2);
		assertThat(count(there, "sealed_file where sha256 = encode(sha256(content), 'hex') and cycle = :cycle", cycle))
			.as("nine files each, and for ministers what was asked to change")
			.isEqualTo(19);
		assertThat(count(there, "adoption where adopted and cycle = :cycle", cycle)).isOne();
		assertThat(count(there, "publication where cycle = :cycle", cycle)).isOne();
	}

	private static int count(JdbcClient database, String tableAndCondition, CycleName cycle) {
		return database.sql("select count(*) from " + tableAndCondition)
			.param("cycle", (cycle != null) ? cycle.value() : null)
			.query(Integer.class)
			.single();
	}

}
