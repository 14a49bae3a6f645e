package org.asemeducation.stocktake.plan;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.asemeducation.stocktake.engine.TestDatabase;
import org.junit.jupiter.api.Test;

import org.springframework.core.io.ClassPathResource;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Cuts and changes a plan file at random: it is read or refused, and nothing in between.
 */
class MutatedPlanTest {

	private static final String TOKENS = "\n:-#&*!|>'\"%@`{}[],? \t~0aé\u0000\uFFFF";

	private final Random random = new Random(20300);

	@Test
	void aChangedFileIsReadOrRefused() {
		// given
		byte[] plan = PlanFiles.small().getBytes(StandardCharsets.UTF_8);
		int read = 0;
		// when
		for (int i = 0; i < 2000; i++) {
			read += isRead(changed(plan)) ? 1 : 0;
		}
		// then
		assertThat(read).isBetween(100, 1900);
	}

	@Test
	void aChangedFileOfTheWholePlanIsReadOrRefused() throws IOException {
		// given
		byte[] plan = new ClassPathResource("plan/action-plan-2030.yaml").getContentAsByteArray();
		int read = 0;
		// when
		for (int i = 0; i < 200; i++) {
			read += isRead(changed(plan)) ? 1 : 0;
		}
		// then
		assertThat(read).isBetween(10, 190);
	}

	@Test
	void whateverIsReadIsLoadedAndWhateverIsRefusedLeavesTheTablesAlone() {
		TestPlans.undone(TestDatabase.dataSource(), (it) -> {
			// given
			it.plans.load(PlanFiles.smallPlan());
			List<String> before = it.everything();
			TransactionTemplate attempt = new TransactionTemplate(it.transactions);
			attempt.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
			byte[] plan = PlanFiles.small().getBytes(StandardCharsets.UTF_8);
			int loaded = 0;
			// when
			for (int i = 0; i < 80; i++) {
				byte[] file = changed(plan);
				loaded += attempt.execute((status) -> {
					status.setRollbackOnly();
					return isLoaded(it, file) ? 1 : 0;
				});
			}
			// then
			assertThat(loaded).isBetween(5, 75);
			assertThat(it.everything()).isEqualTo(before);
		});
	}

	private static boolean isLoaded(TestPlans it, byte[] file) {
		List<String> before = it.everything();
		try {
			ActionPlan plan = new PlanReader().read("plan.yaml", file);
			it.plans.load(plan);
			assertThat(it.plans.current().initiatives()).hasSameSizeAs(plan.initiatives());
			assertThat(it.plans.load(plan).changed()).isFalse();
			return true;
		}
		catch (PlanRefused ex) {
			assertThat(it.everything()).isEqualTo(before);
			return false;
		}
	}

	private static boolean isRead(byte[] file) {
		try {
			new PlanReader().read("plan.yaml", file);
			return true;
		}
		catch (PlanRefused ex) {
			assertThat(ex.getMessage()).startsWith("plan.yaml").matches("[^\\n]*[.?]");
			return false;
		}
	}

	private byte[] changed(byte[] plan) {
		int at = this.random.nextInt(plan.length);
		int length = this.random.nextInt(Math.min(40, plan.length - at));
		return switch (this.random.nextInt(5)) {
			case 0 -> Arrays.copyOf(plan, at);
			case 1 -> spliced(plan, at, length, new byte[0]);
			case 2 -> spliced(plan, at, 1, new byte[] { (byte) this.random.nextInt(256) });
			case 3 -> spliced(plan, at, 0, token());
			default -> spliced(plan, this.random.nextInt(plan.length), 0, Arrays.copyOfRange(plan, at, at + length));
		};
	}

	private byte[] token() {
		int at = this.random.nextInt(TOKENS.length());
		return TOKENS.substring(at, at + 1).getBytes(StandardCharsets.UTF_8);
	}

	private static byte[] spliced(byte[] plan, int at, int removed, byte[] put) {
		byte[] result = new byte[plan.length - removed + put.length];
		System.arraycopy(plan, 0, result, 0, at);
		System.arraycopy(put, 0, result, at, put.length);
		System.arraycopy(plan, at + removed, result, at + put.length, plan.length - at - removed);
		return result;
	}

}
