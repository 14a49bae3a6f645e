package org.asemeducation.stocktake.engine;

import java.util.Map;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.support.StaticListableBeanFactory;

import static org.assertj.core.api.Assertions.assertThat;

class DelegateBeansTest {

	private final JavaDelegate delegate = (execution) -> {
	};

	private final TaskListener listener = (task) -> {
	};

	private final DelegateBeans beans = new DelegateBeans(new StaticListableBeanFactory(
			Map.of("queueRequest", this.delegate, "nameTask", this.listener, "environment", "secrets")));

	@Test
	void modelsSeeDelegatesAndListeners() {
		assertThat(this.beans.get("queueRequest")).isSameAs(this.delegate);
		assertThat(this.beans.get("nameTask")).isSameAs(this.listener);
	}

	@Test
	void modelsSeeNothingElse() {
		assertThat(this.beans.containsKey("environment")).isFalse();
		assertThat(this.beans.get("environment")).isNull();
		assertThat(this.beans.containsKey("unknown")).isFalse();
	}

}
