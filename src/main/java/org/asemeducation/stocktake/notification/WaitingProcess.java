package org.asemeducation.stocktake.notification;

import java.util.Date;
import java.util.List;
import org.asemeducation.stocktake.engine.AsNobody;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Component;

/**
 * Lets the process of a mail that has not left stand still, go on, and go on at once: the
 * job that it waits for, whether for its time, its turn or another attempt. A job that
 * runs in that very moment finds its process changed and is rolled back.
 */
@Component
class WaitingProcess {

	private final RuntimeService runtime;

	private final ManagementService management;

	private final AsNobody asNobody;

	WaitingProcess(RuntimeService runtime, ManagementService management, AsNobody asNobody) {
		this.runtime = runtime;
		this.management = management;
		this.asNobody = asNobody;
	}

	void standStill(String instance) {
		this.asNobody.call(() -> {
			this.runtime.suspendProcessInstanceById(instance);
			return instance;
		});
	}

	void goOn(String instance) {
		this.asNobody.call(() -> {
			this.runtime.activateProcessInstanceById(instance);
			return instance;
		});
	}

	/**
	 * Makes what it waits for due; one that was given up is tried once more, as by
	 * <em>Retry</em> in Cockpit.
	 * @param instance the process
	 * @param now the moment
	 */
	void goOnAtOnce(String instance, Date now) {
		List<Job> jobs = this.asNobody.call(() -> this.management.createJobQuery().processInstanceId(instance).list());
		this.asNobody.call(() -> {
			jobs.forEach((job) -> {
				this.management.setJobDuedate(job.getId(), now);
				if (job.getRetries() == 0) {
					this.management.setJobRetries(job.getId(), 1);
				}
			});
			return instance;
		});
	}

}
