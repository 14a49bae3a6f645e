package org.asemeducation.stocktake;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.asemeducation.stocktake.engine.StocktakeDatabase;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

/**
 * A test in the whole application: on a free port, with the demonstration accounts, the
 * job executor off. All tests with it share one context and one database, so they clear
 * away or keep apart what they write.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "camunda.bpm.job-execution.enabled=false", "stocktake.demo.enabled=true",
				"stocktake.secure-cookies=false" })
@Import(StocktakeDatabase.class)
public @interface StocktakeTest {

}
