package org.asemeducation.stocktake.engine;

import java.time.Clock;

import org.camunda.bpm.engine.ProcessEngine;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The one clock that everything reads.
 */
@Configuration(proxyBeanMethods = false)
class TimeConfiguration {

	@Bean
	@ConditionalOnMissingBean(Clock.class)
	SwitchableClock clock(ObjectProvider<ProcessEngine> engine) {
		return new SwitchableClock(engine);
	}

}
