package org.asemeducation.stocktake.notification;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.asemeducation.stocktake.engine.AsNobody;
import org.asemeducation.stocktake.engine.OneFlush;
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

	private static final String TURN_TO_WAIT_FOR = "turnToWaitFor";

	private static final String TURN_AT = "turnAt";

	private static final String ADDRESSEE_RECEIVES_MAIL = "addresseeReceivesMail";

	private static final String QUEUED = """
			select id, coalesce(cycle || '/', '') || 'mail/' || id as key, bundled_at from mail
			""";

	private final RuntimeService runtime;

	private final OneFlush oneFlush;

	private final AsNobody asNobody;

	private final JdbcClient jdbc;

	private final Clock clock;

	MailProcess(RuntimeService runtime, OneFlush oneFlush, AsNobody asNobody, JdbcClient jdbc, Clock clock) {
		this.runtime = runtime;
		this.oneFlush = oneFlush;
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

	static void answerTurn(DelegateExecution execution, Optional<Instant> turn) {
		execution.setVariable(TURN_TO_WAIT_FOR, turn.isPresent());
		turn.ifPresent((at) -> execution.setVariable(TURN_AT, Date.from(at)));
	}

	static void answerAddresseeReceivesMail(DelegateExecution execution, boolean receives) {
		execution.setVariable(ADDRESSEE_RECEIVES_MAIL, receives);
	}

	/**
	 * Starts the processes of mails that have none, in the caller's transaction; mails
	 * that another transaction is starting are left to it, those to somebody whom mail
	 * does not reach wait for that, those that are held for their release. Alerts leave
	 * without one.
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
		List<Queued> waiting = this.jdbc.sql(QUEUED + """
				where process_instance is null and state = 'queued' and queued_at <= :until
				and not exists (select from mail_line l where l.mail = mail.id and l.kind = 'alert')
				and not exists (select from unreachable u where u.contact = mail.contact and u.settled_at is null)
				and not exists (select from held_back h where h.mail = mail.id and h.released_at is null)
				order by queued_at, id limit :limit for update skip locked
				""")
			.param("until", Timestamp.from(this.clock.instant().minus(waited)))
			.param("limit", limit)
			.query(Queued.class)
			.list();
		start(waiting);
		return waiting.size();
	}

	/**
	 * Starts the process of one mail.
	 * @param mail a queued one without a process
	 */
	void start(long mail) {
		start(this.jdbc.sql(QUEUED + "where id = :mail").param("mail", mail).query(Queued.class).list());
	}

	private void start(List<Queued> mails) {
		List<String> instances = this.asNobody
			.call(() -> this.oneFlush.of(() -> mails.stream().map(this::instance).toList()));
		this.jdbc.sql("""
				update mail set process_instance = started.instance
				from unnest(cast(:mails as bigint[]), cast(:instances as text[])) as started (mail, instance)
				where mail.id = started.mail
				""")
			.param("mails", mails.stream().map(Queued::id).toArray(Long[]::new))
			.param("instances", instances.toArray(String[]::new))
			.update();
	}

	private String instance(Queued mail) {
		return this.runtime
			.startProcessInstanceByKey(KEY, mail.key(), Map.of(MAIL, mail.id(), BUNDLED_AT, mail.bundledAt()))
			.getId();
	}

	record Queued(long id, String key, Date bundledAt) {
	}

}
