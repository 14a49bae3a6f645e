package org.asemeducation.stocktake.notification;

import org.asemeducation.stocktake.Jobs;
import org.asemeducation.stocktake.ProcessTest;
import org.asemeducation.stocktake.RememberedMails;
import org.asemeducation.stocktake.Stage;
import org.asemeducation.stocktake.Troupe;
import org.asemeducation.stocktake.cycle.CycleName;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A mail that is not delivered, as the job executor tries it: Cockpit says who did not
 * get what, the log does not.
 */
@ProcessTest
@ExtendWith(OutputCaptureExtension.class)
class FailedDeliveryLogTest {

	@Autowired
	private Stage stage;

	@Autowired
	private Jobs jobs;

	@Autowired
	private RememberedMails mails;

	@Autowired
	private ProcessEngine engine;

	@Test
	void cockpitSaysWhoDidNotGetWhatAndTheLogDoesNot(CapturedOutput output) {
		// given
		CycleName cycle = this.stage.gathering(Troupe.ONE_COORDINATOR);
		this.jobs.runAll(cycle, "intermediateCatchEvent_bundlingTimeOver");
		this.mails.refuse("550 Quillamarker at harbour@stage.example is unknown here");
		String job = this.jobs.only(cycle, "serviceTask_deliverMail").getId();

		// when
		execute(job);

		// then
		assertThat(this.jobs.only(cycle, "serviceTask_deliverMail").getExceptionMessage())
			.contains("to harbour@stage.example (\"", "550 Quillamarker at harbour@stage.example is unknown here");
		assertThat(output).containsPattern("Mail \\d+ was not delivered; the ledger has what was answered")
			.contains("ENGINE-14006", "NotDeliveredException", "Delivery.send")
			.doesNotContain("harbour", "Quillamarker", "Please submit");
	}

	/** As the job executor does it, which goes on to the next job. */
	private void execute(String job) {
		try {
			ExecuteJobHelper.executeJob(job,
					((ProcessEngineConfigurationImpl) this.engine.getProcessEngineConfiguration())
						.getCommandExecutorTxRequired());
		}
		catch (RuntimeException ex) {
			ExecuteJobHelper.LOGGING_HANDLER.exceptionWhileExecutingJob(job, ex);
		}
	}

}
