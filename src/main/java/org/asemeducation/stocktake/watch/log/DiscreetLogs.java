package org.asemeducation.stocktake.watch.log;

import java.util.ArrayList;
import java.util.List;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Makes every log discreet before anything is read that a person wrote: however it is
 * configured, nothing is written past {@link DiscreetLines}.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class DiscreetLogs implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logs) {
			logs.getLoggerList().forEach(DiscreetLogs::makeDiscreet);
		}
	}

	static void makeDiscreet(Logger logger) {
		List<Appender<ILoggingEvent>> appenders = new ArrayList<>();
		logger.iteratorForAppenders().forEachRemaining(appenders::add);
		appenders.stream().filter((appender) -> !(appender instanceof DiscreetLines)).forEach((appender) -> {
			DiscreetLines discreet = new DiscreetLines(appender);
			discreet.start();
			logger.addAppender(discreet);
			logger.detachAppender(appender);
		});
	}

}
