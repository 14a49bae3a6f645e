package org.asemeducation.stocktake.notification;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads the mail plan as its page does.
 */
public class FirstPlanPage {

	private final MailPlanPages pages;

	private final Cycles cycles;

	private final JdbcClient jdbc;

	FirstPlanPage(MailPlanPages pages, Cycles cycles, JdbcClient jdbc) {
		this.pages = pages;
		this.cycles = cycles;
		this.jdbc = jdbc;
	}

	/**
	 * Reads the first page of the cycle that gathers and was opened last.
	 * @return how many mails are to come
	 */
	public int read() {
		CycleName cycle = new CycleName(
				this.jdbc.sql("select name from cycle where state = 'gathering' order by opened_at desc limit 1")
					.query(String.class)
					.single());
		return this.pages.of(this.cycles.get(cycle), new MailPlanQuery("coming", null, "", 1, 50)).found();
	}

}
