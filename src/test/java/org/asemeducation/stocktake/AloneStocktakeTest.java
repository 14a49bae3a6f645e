package org.asemeducation.stocktake;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.asemeducation.stocktake.engine.OwnDatabase;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;

/**
 * Like {@link StocktakeTest}, but the class has the application and an empty database for
 * itself, such as for a whole cycle. Takes some seconds more.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "camunda.bpm.job-execution.enabled=false", "stocktake.demo.enabled=true",
				"stocktake.secure-cookies=false" })
@Import(OwnDatabase.class)
@DirtiesContext
public @interface AloneStocktakeTest {

}
