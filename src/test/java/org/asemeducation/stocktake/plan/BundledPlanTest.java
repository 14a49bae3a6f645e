package org.asemeducation.stocktake.plan;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import org.asemeducation.stocktake.engine.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class BundledPlanTest {

	private static BundledPlan bundled(TestPlans it, @Nullable String file) {
		return new BundledPlan(it.plans, new PlanReader(), new PlanSettings(file));
	}

	@Test
	void theFirstStartLoadsThePlanThatComesAlong() {
		TestPlans.undone(TestDatabase.dataSource(), (it) -> {
			// when
			bundled(it, null).afterPropertiesSet();
			// then
			assertThat(it.plans.current().initiatives()).hasSize(52);
			assertThat(it.plans.current().document().wording()).isEqualTo(PlanDocument.Wording.SUMMARY);
		});
	}

	@Test
	void aFileThatIsNamedIsLoadedInstead(@TempDir Path folder) throws Exception {
		// given
		Path file = Files.writeString(folder.resolve("own.yaml"), PlanFiles.small());
		TestPlans.undone(TestDatabase.dataSource(), (it) -> {
			// when
			bundled(it, file.toString()).afterPropertiesSet();
			// then
			assertThat(it.plans.current().document().title()).isEqualTo("A small plan");
		});
	}

	@Test
	void aRefusedFileLoadsNothing() {
		TestPlans.undone(TestDatabase.dataSource(), (it) -> {
			// then
			assertThatExceptionOfType(PlanRefused.class)
				.isThrownBy(() -> bundled(it, "/nowhere/lost.yaml").afterPropertiesSet())
				.withMessage("lost.yaml: there is no such file, so check the path.");
			assertThat(it.count("initiative")).isZero();
		});
	}

	@Test
	void aLaterStartLeavesThePlanAlone() {
		TestPlans.undone(TestDatabase.dataSource(), (it) -> {
			// given
			it.plans.load(PlanFiles.smallPlan());
			List<String> before = it.everything();
			// when
			bundled(it, null).afterPropertiesSet();
			// then
			assertThat(it.everything()).isEqualTo(before);
		});
	}

	@Test
	void twoNodesThatStartTogetherLoadOnePlan() throws Exception {
		// given
		DataSource database = TestDatabase.migrated().dataSource();
		CyclicBarrier together = new CyclicBarrier(2);
		Callable<Boolean> node = () -> {
			TestPlans it = new TestPlans(database);
			together.await(10, TimeUnit.SECONDS);
			bundled(it, null).afterPropertiesSet();
			return it.plans.isLoaded();
		};
		ExecutorService nodes = Executors.newFixedThreadPool(2);
		// when
		List<Future<Boolean>> starts = nodes.invokeAll(List.of(node, node));
		nodes.shutdown();
		// then
		assertThat(starts.get(0).get()).isTrue();
		assertThat(starts.get(1).get()).isTrue();
		TestPlans it = new TestPlans(database);
		assertThat(it.count("initiative")).isEqualTo(52);
		assertThat(it.count("party where acronym = 'ASEF'")).isEqualTo(1);
	}

}
