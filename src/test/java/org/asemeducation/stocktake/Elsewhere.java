package org.asemeducation.stocktake;

import org.asemeducation.stocktake.engine.TestDatabase;

import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * The application of the process tests as it is started once more, on a database that was
 * restored. No test of its own: nested in one, it would be a part of that.
 */
@SpringBootTest(webEnvironment = WebEnvironment.NONE,
		properties = { "camunda.bpm.process-engine-name=elsewhere", "camunda.bpm.job-execution.enabled=false",
				"camunda.bpm.metrics.enabled=false", "stocktake.plan=src/test/resources/process/plan.yaml",
				"stocktake.demo.enabled=false" })
@Import({ Elsewhere.Restored.class, StageConfiguration.class })
class Elsewhere {

	static final TestDatabase.Address DATABASE = TestDatabase.fresh();

	@TestConfiguration(proxyBeanMethods = false)
	static class Restored {

		@Bean
		JdbcConnectionDetails restoredDatabase() {
			return DATABASE;
		}

	}

}
