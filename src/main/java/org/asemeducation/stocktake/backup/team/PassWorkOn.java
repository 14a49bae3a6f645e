package org.asemeducation.stocktake.backup.team;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

import org.asemeducation.stocktake.access.Contact;
import org.asemeducation.stocktake.access.Person;
import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.Refused;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Passes the open work of those who leave to somebody else: all of it or nothing, once
 * however often it is clicked.
 */
@Component
public class PassWorkOn {

	private static final String SUBJECT = "secretariat";

	private static final long LOCK = 0x5465616dL;

	private final TeamWork work;

	private final JdbcClient jdbc;

	private final Audit audit;

	private final Clock clock;

	PassWorkOn(TeamWork work, JdbcClient jdbc, Audit audit, Clock clock) {
		this.work = work;
		this.jdbc = jdbc;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Passes it on.
	 * @param asked what somebody has looked at and confirmed
	 * @param by who does it
	 * @return what was done, in a sentence
	 * @throws IllegalArgumentException when something is missing
	 * @throws Refused when it is another work by now, or cannot be passed on so
	 */
	@Transactional
	public String passOn(Asked asked, Person by) {
		this.jdbc.sql("select pg_advisory_xact_lock(:lock)").param("lock", LOCK).query((row) -> {
		});
		Optional<String> done = done(asked.once());
		if (done.isPresent()) {
			return done.get();
		}
		String reason = asked.reason().strip();
		if (reason.isEmpty() || reason.length() > 500 || asked.once().isBlank()) {
			throw new IllegalArgumentException(
					"Nothing was passed on. Say why, in at most 500 characters: the audit keeps it.");
		}
		this.work.lock(this.work.foresee(asked.leaving(), asked.taker()));
		OpenWork open = this.work.foresee(asked.leaving(), asked.taker());
		require(open, asked, by);
		List<String> closed = asked.close() ? open.leaving().stream().map(Contact::userId).toList() : List.of();
		keep(open, asked.once(), reason, closed, by);
		this.work.passOn(open);
		for (OpenWork.Line line : open.lines()) {
			this.audit.record(by.userId(), "pass work on", line.about().isEmpty() ? SUBJECT : line.about(),
					line.name() + ": " + line.what(), open.taker().name());
		}
		this.audit.record(by.userId(), "hand over secretariat", SUBJECT, open.names(),
				"%s to %s: %s".formatted(open.count(), open.taker().name(), reason));
		if (asked.close()) {
			open.leaving().forEach(this.work::close);
		}
		return done(asked.once()).orElseThrow();
	}

	private static void require(OpenWork open, Asked asked, Person by) {
		if (!open.seen().equals(asked.seen())) {
			throw Refused.conflict("Nothing was passed on: something has changed since you looked. Look again.");
		}
		if (!open.problems().isEmpty()) {
			throw Refused.conflict("Nothing was passed on. " + String.join(" ", open.problems()));
		}
		if (asked.close() && open.leaving().stream().anyMatch((one) -> one.userId().equals(by.userId()))) {
			throw Refused.conflict(
					"Nothing was passed on: you cannot close your own account. Leave the box empty, and let the new team remove you under Contacts.");
		}
		if (open.lines().isEmpty() && !asked.close()) {
			throw Refused.conflict("Nothing of theirs is open: there is nothing to pass on.");
		}
	}

	private void keep(OpenWork open, String once, String reason, List<String> closed, Person by) {
		this.jdbc.sql("""
				insert into team_change (once, leaving, taker, reason, passed_on, withdrawn, made_at, made_by)
				values (:once, :leaving, :taker, :reason, :passed, :closed, :at, :by)""")
			.param("once", once)
			.param("leaving", open.leaving().stream().map(Contact::userId).toArray(String[]::new))
			.param("taker", open.taker().userId())
			.param("reason", reason)
			.param("passed",
					open.lines().stream().map((line) -> line.about() + ": " + line.what()).toArray(String[]::new))
			.param("closed", closed.toArray(String[]::new))
			.param("at", Timestamp.from(this.clock.instant()))
			.param("by", by.userId())
			.update();
	}

	private Optional<String> done(String once) {
		return this.jdbc.sql("""
				select cardinality(t.passed_on) as number, c.name, cardinality(t.withdrawn) as closed
				from team_change t join contact c on c.user_id = t.taker where t.once = :once""")
			.param("once", once)
			.query((row, number) -> "%s passed to %s.%s".formatted(
					(row.getInt("number") == 1)
							? "1 task or duty has" : row.getInt("number") + " tasks and duties have",
					row.getString("name"),
					(row.getInt("closed") == 0) ? " The accounts of those who leave stay open."
							: (row.getInt("closed") == 1) ? " 1 account is closed."
									: " %d accounts are closed.".formatted(row.getInt("closed"))))
			.optional();
	}

	/**
	 * What somebody has confirmed.
	 *
	 * @param leaving the numbers of those who leave
	 * @param taker the number of who takes over
	 * @param seen which work they have looked at
	 * @param once tells this form from any other
	 * @param reason why
	 * @param close whether the accounts of those who leave are closed with it
	 */
	public record Asked(List<Long> leaving, long taker, String seen, String once, String reason, boolean close) {
	}

}
