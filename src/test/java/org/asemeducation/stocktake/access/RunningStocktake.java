package org.asemeducation.stocktake.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.asemeducation.stocktake.StocktakeApplication;
import org.asemeducation.stocktake.engine.OwnDatabase;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/**
 * Runs a test against the whole application as an installation of its own has it, with
 * local accounts and a provider, over real HTTP. All tests with this annotation share one
 * application.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = StocktakeApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "camunda.bpm.job-execution.enabled=false", "stocktake.demo.enabled=false",
				"stocktake.public-url=http://localhost:8080",
				"stocktake.admin.email=first.administrator@stocktake.example",
				"stocktake.admin.password=Correct-Horse-7-Battery",
				"stocktake.watch.token=" + RunningStocktake.WATCH_TOKEN })
@Import({ OwnDatabase.class, People.class, WithProvider.class })
public @interface RunningStocktake {

	/** What a machine says that watches. */
	String WATCH_TOKEN = "0123456789abcdef0123456789abcdef";

}
