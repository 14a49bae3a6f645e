package org.asemeducation.stocktake.notification;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;

import org.asemeducation.stocktake.engine.AsNobody;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What {@code mail.bpmn} is started with and answers; alone talks to the engine for it.
 */
@Component
class MailProcess {

	static final String KEY = "mail";

	private static final String MAIL = "mail";

	private static final String BUNDLED_AT = "bundledAt";

	private static final String ANYTHING_TO_SAY = "anythingToSay";

	private final RuntimeService runtime;

	private final AsNobody asNobody;

	private final JdbcClient jdbc;

	private final Clock clock;

	MailProcess(RuntimeService runtime, AsNobody asNobody, JdbcClient jdbc, Clock clock) {
		this.runtime = runtime;
		this.asNobody = asNobody;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	static long mail(DelegateExecution execution) {
		return (Long) execution.getVariable(MAIL);
	}

	static void answerAnythingToSay(DelegateExecution execution, boolean anything) {
		execution.setVariable(ANYTHING_TO_SAY, anything);
	}

	/**
	 * Starts the processes of mails that have none, in the caller's transaction; mails
	 * that another transaction is starting are left to it. Alerts leave without one.
	 * @param limit how many at most
	 * @return how many were started
	 */
	int startWaiting(int limit) {
		return startWaiting(limit, Duration.ZERO);
	}

	/**
	 * Does the same for mails that have waited for some time.
	 * @param limit how many at most
	 * @param waited how long at least
	 * @return how many were started
	 */
	int startWaiting(int limit, Duration waited) {
		List<Long> waiting = this.jdbc.sql("""
				select id from mail
				where process_instance is null and state = 'queued' and queued_at <= :until
				and not exists (select from mail_line l where l.mail = mail.id and l.kind = 'alert')
				order by queued_at, id limit :limit for update skip locked
				""")
			.param("until", Timestamp.from(this.clock.instant().minus(waited)))
			.param("limit", limit)
			.query(Long.class)
			.list();
		waiting.forEach(this::start);
		return waiting.size();
	}

	/**
	 * Starts the process of one mail.
	 * @param mail a queued one without a process
	 */
	void start(long mail) {
		Row row = this.jdbc
			.sql("select coalesce(cycle || '/', '') || 'mail/' || id as key, bundled_at from mail where id = :mail")
			.param("mail", mail)
			.query(Row.class)
			.single();
		Map<String, Object> variables = Map.of(MAIL, mail, BUNDLED_AT, row.bundledAt());
		String instance = this.asNobody
			.call(() -> this.runtime.startProcessInstanceByKey(KEY, row.key(), variables).getId());
		this.jdbc.sql("update mail set process_instance = :instance where id = :mail")
			.param("instance", instance)
			.param("mail", mail)
			.update();
	}

	record Row(String key, Date bundledAt) {
	}

}
