package org.asemeducation.stocktake;

import java.util.List;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.notification.transport.OutgoingMail;

/**
 * Lets mails leave and shows what was in them.
 */
public class PostOffice {

	private final Jobs jobs;

	private final Stage stage;

	private final RememberedMails mails;

	PostOffice(Jobs jobs, Stage stage, RememberedMails mails) {
		this.jobs = jobs;
		this.stage = stage;
		this.mails = mails;
	}

	/**
	 * Lets the mails of a cycle leave that wait now, a minute later.
	 * @param cycle the cycle
	 * @return what left
	 */
	public List<OutgoingMail> deliver(CycleName cycle) {
		int before = this.mails.sent().size();
		this.stage.later(60);
		this.jobs.runAll(cycle, "intermediateCatchEvent_bundlingTimeOver");
		this.jobs.runAll(cycle, "serviceTask_deliverMail");
		return this.mails.sent().subList(before, this.mails.sent().size());
	}

}
