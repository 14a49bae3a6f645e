package org.asemeducation.stocktake.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.asemeducation.stocktake.engine.OwnDatabase;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;

/**
 * A test in a real browser against the whole application, as the demonstration has it:
 * jobs run by themselves, with as many connections as there, and mails are files. The
 * class has the application and an empty database for itself. Without a browser it is
 * skipped, or fails where {@code CI=true}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ChromiumExtension.class)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "stocktake.demo.enabled=true", "stocktake.secure-cookies=false",
				"camunda.bpm.job-execution.enabled=true", "camunda.bpm.job-execution.wait-time-in-millis=200",
				"camunda.bpm.job-execution.max-wait=500", "spring.datasource.hikari.maximum-pool-size=20" })
@Import(OwnDatabase.class)
@DirtiesContext
public @interface BrowserTest {

}
