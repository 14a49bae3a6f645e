package org.asemeducation.stocktake;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.asemeducation.stocktake.engine.OwnDatabase;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

/**
 * A test of a model and the code behind it, without the web: a plan of five initiatives,
 * a clock that moves when told, mails that are remembered, jobs that run when called. All
 * process tests share one context and one database; each opens a cycle of its own on the
 * {@link Stage}, which is cleared after each test.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = WebEnvironment.NONE,
		properties = { "camunda.bpm.process-engine-name=processTests", "camunda.bpm.job-execution.enabled=false",
				"camunda.bpm.metrics.enabled=false",
				"camunda.bpm.generic-properties.properties.enable-cmd-exception-logging=false",
				"stocktake.plan=src/test/resources/process/plan.yaml", "stocktake.demo.enabled=false" })
@Import({ OwnDatabase.class, StageConfiguration.class })
@ExtendWith(ClearedStage.class)
public @interface ProcessTest {

}
