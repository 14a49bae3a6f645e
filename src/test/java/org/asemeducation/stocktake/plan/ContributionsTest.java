package org.asemeducation.stocktake.plan;

import java.util.List;
import java.util.function.Consumer;

import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.TestDatabase;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

import org.springframework.context.ApplicationEventPublisher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

class ContributionsTest {

	private final Audit audit = Mockito.mock(Audit.class);

	private final ApplicationEventPublisher events = Mockito.mock(ApplicationEventPublisher.class);

	private void test(Consumer<TestPlans> test) {
		TestPlans.undone(TestDatabase.dataSource(), (it) -> {
			it.plans.load(PlanFiles.smallPlan());
			test.accept(it);
		});
	}

	private Contributions contributions(TestPlans it) {
		return new Contributions(it.jdbc, it.tables, this.audit, it.clock, this.events, it.transactions);
	}

	private static Contribution ticked(int action, String subgoal) {
		return new Contribution(action, subgoal, true);
	}

	private static Contribution proposed(int action, String subgoal) {
		return new Contribution(action, subgoal, false);
	}

	@Test
	void whatThePlanSaysIsProposed() {
		test((it) -> assertThat(contributions(it).all()).containsExactly(proposed(1, "1.1"), proposed(1, "2.1"),
				proposed(2, "1.2")));
	}

	@Test
	void theTickedOnesAreConfirmedAndTheOthersStayProposals() {
		test((it) -> {
			// given
			Contributions contributions = contributions(it);
			// when
			boolean done = contributions.confirm(List.of(ticked(1, "1.1"), ticked(2, "2.1")), contributions.version(),
					"aes");
			// then
			assertThat(done).isTrue();
			assertThat(contributions.all()).containsExactly(ticked(1, "1.1"), proposed(1, "2.1"), proposed(2, "1.2"),
					ticked(2, "2.1"));
			assertThat(it.count("contribution where confirmed_by = 'aes'")).isEqualTo(2);
			verify(this.audit).record("aes", "confirm contributions", "plan", "none",
					"action 1 to 1.1, action 2 to 2.1");
			verify(this.events).publishEvent(new ContributionsConfirmed());
		});
	}

	@Test
	void whatIsNoLongerTickedIsGone() {
		test((it) -> {
			// given
			Contributions contributions = contributions(it);
			contributions.confirm(List.of(ticked(2, "1.1"), ticked(2, "2.1")), contributions.version(), "aes");
			// when
			contributions.confirm(List.of(ticked(2, "2.1")), contributions.version(), "aes");
			// then
			assertThat(contributions.all()).filteredOn((each) -> each.action() == 2)
				.containsExactly(proposed(2, "1.2"), ticked(2, "2.1"));
		});
	}

	@Test
	void whoConfirmedFirstStays() {
		test((it) -> {
			// given
			Contributions contributions = contributions(it);
			contributions.confirm(List.of(ticked(1, "1.1")), contributions.version(), "aes");
			// when
			contributions.confirm(List.of(ticked(1, "1.1"), ticked(1, "1.2")), contributions.version(), "admin");
			// then
			assertThat(it.count("contribution where confirmed_by = 'aes' and subgoal = '1.1'")).isEqualTo(1);
			assertThat(it.count("contribution where confirmed_by = 'admin' and subgoal = '1.2'")).isEqualTo(1);
		});
	}

	@Test
	void aTableThatHasChangedSinceIsNotOverwritten() {
		test((it) -> {
			// given
			Contributions contributions = contributions(it);
			String seen = contributions.version();
			contributions.confirm(List.of(ticked(1, "1.1")), seen, "aes");
			Mockito.clearInvocations(this.audit);
			// when
			boolean done = contributions.confirm(List.of(ticked(2, "1.2")), seen, "admin");
			// then
			assertThat(done).isFalse();
			assertThat(contributions.all()).filteredOn(Contribution::confirmed).containsExactly(ticked(1, "1.1"));
			verify(this.audit, never()).record(any(), any(), any(), any(), any());
		});
	}

	@Test
	void whatThePlanDoesNotHaveCannotBeConfirmed() {
		test((it) -> {
			// given
			Contributions contributions = contributions(it);
			// when
			contributions.confirm(List.of(ticked(7, "1.1"), ticked(1, "9.9")), contributions.version(), "aes");
			// then
			assertThat(contributions.all()).filteredOn(Contribution::confirmed).isEmpty();
		});
	}

	@Test
	void confirmedOnesSurviveAnotherPlan() {
		test((it) -> {
			// given
			Contributions contributions = contributions(it);
			contributions.confirm(List.of(ticked(1, "1.2")), contributions.version(), "aes");
			// when
			it.plans.load(PlanFiles.plan(PlanFiles.small().replace("A conference", "Another conference")));
			// then
			assertThat(contributions.all()).containsExactly(ticked(1, "1.2"), proposed(2, "1.2"));
		});
	}

}
