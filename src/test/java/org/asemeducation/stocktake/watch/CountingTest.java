package org.asemeducation.stocktake.watch;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

import org.asemeducation.stocktake.report.RolledBackDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

class CountingTest {

	private static final Instant NOW = Instant.parse("2999-03-10T12:00:00Z");

	private final RolledBackDatabase database = new RolledBackDatabase();

	private final JdbcClient jdbc = this.database.jdbc();

	private final AtomicLong nanos = new AtomicLong();

	private final Counting counting = new Counting(this.jdbc, Clock.fixed(NOW, ZoneOffset.UTC), this.nanos::get);

	@BeforeEach
	void onlyWhatIsWrittenHereIsCounted() {
		this.jdbc.sql("update mail set state = 'cancelled', secret = null where state in ('queued', 'sending')")
			.update();
		this.jdbc.sql("delete from act_ru_incident").update();
	}

	@AfterEach
	void close() {
		this.database.close();
	}

	@Test
	void mailsAreCountedByWhatBecomesOfThem() {
		// given
		mail("queued", null, "2999-03-10T11:00:00Z");
		mail("queued", null, "2999-03-10T13:00:00Z");
		mail("sending", "trying", "2999-03-10T10:00:00Z");
		mail("sending", "given-up", "2999-03-10T11:30:00Z");
		incident("incident-1", "incident-1", "given-up");
		mail("queued", "waiting", "2999-03-10T09:00:00Z");
		this.jdbc.sql(
				"insert into held_back (mail, reason, held_at, held_by) select max(id), 'Wait', now(), 'aes' from mail")
			.update();

		// when
		Counts counts = this.counting.now();

		// then
		assertThat(counts.of("mail", "queued")).isEqualTo(2);
		assertThat(counts.of("mail", "sending")).isEqualTo(1);
		assertThat(counts.of("mail", "failed")).isEqualTo(1);
		assertThat(counts.of("mail", "held")).isEqualTo(1);
		assertThat(counts.of("mail", "oldest")).as("those that may not leave yet wait for nothing").isEqualTo(7200);
	}

	@Test
	void aFailedStepIsCountedOnceAndNotAgainForTheProcessesThatCalledIt() {
		// given
		incident("incident-1", "incident-1", "callee");
		incident("incident-2", "incident-1", "caller");

		// when, then
		assertThat(this.counting.now().of("incident", "watched")).isEqualTo(1);
	}

	@Test
	void updatesAreThoseOfTheCycleOpenedLast() {
		// given
		this.jdbc.sql("""
				insert into cycle (name, title, zone, state, opened_at, opened_by, requested_at)
				values ('WATCH1', 'W', 'Europe/Rome', 'gathering', '2998-01-01Z', 'aes', '2998-02-01Z'),
				('WATCH2', 'W', 'Europe/Rome', 'gathering', '2999-01-01Z', 'aes', '2999-02-01Z')""").update();
		initiative("WATCH1", 1, "in-review", null);
		initiative("WATCH2", 1, "requested", null);
		initiative("WATCH2", 2, "requested", null);
		initiative("WATCH2", 3, "settled", "accepted");
		initiative("WATCH2", 4, null, null);

		// when
		Counts counts = this.counting.now();

		// then
		assertThat(counts.of("update", "requested")).isEqualTo(2);
		assertThat(counts.of("update", "accepted")).isEqualTo(1);
		assertThat(counts.of("update", "not-asked")).isEqualTo(1);
		assertThat(counts.of("update", "in-review")).isZero();
	}

	@Test
	void theDatabaseIsAskedOnceInTenSeconds() {
		// given
		this.counting.now();
		mail("queued", null, "2999-03-10T11:00:00Z");

		// when
		this.nanos.set(9_999_999_999L);
		double before = this.counting.now().of("mail", "queued");
		this.nanos.set(10_000_000_000L);

		// then
		assertThat(before).isZero();
		assertThat(this.counting.now().of("mail", "queued")).isEqualTo(1);
	}

	private void mail(String state, String process, String bundledAt) {
		this.jdbc.sql("""
				with person as (
				    insert into contact (user_id, name, email, added_at)
				    select 'watch' || n, 'W', 'watch' || n || '@example.org', now()
				    from (select count(*) as n from contact) c returning id)
				insert into mail (contact, recipient, state, queued_at, bundled_at, process_instance)
				select id, 'w@example.org', :state, now(), cast(:at as timestamptz), :process from person""")
			.param("state", state)
			.param("process", process)
			.param("at", bundledAt)
			.update();
	}

	private void incident(String id, String cause, String process) {
		this.jdbc
			.sql("""
					insert into act_re_procdef (id_, rev_, key_, version_, startable_) values ('watched:1', 1, 'watched', 1, true)
					on conflict do nothing""")
			.update();
		this.jdbc.sql("""
				insert into act_ru_execution (id_, rev_, proc_inst_id_, proc_def_id_, suspension_state_)
				values (:process, 1, :process, 'watched:1', 1)""").param("process", process).update();
		this.jdbc
			.sql("""
					insert into act_ru_incident (id_, rev_, incident_timestamp_, incident_type_, proc_inst_id_, execution_id_,
					proc_def_id_, cause_incident_id_, root_cause_incident_id_)
					values (:id, 1, now(), 'failedJob', :process, :process, 'watched:1', :cause, :cause)""")
			.param("id", id)
			.param("cause", cause)
			.param("process", process)
			.update();
	}

	private void initiative(String cycle, int position, String state, String settledAs) {
		this.jdbc.sql("""
				insert into cycle_initiative (cycle, initiative, position, action, action_title, title, is_new, wording,
				coordinators) values (:cycle, :initiative, :position, 1, 'A', 'T', false, 'summary', 'C')""")
			.param("cycle", cycle)
			.param("initiative", "A01-I0" + position)
			.param("position", position)
			.update();
		if (state != null) {
			this.jdbc.sql("""
					insert into update_request (cycle, initiative, state, asked_at, settled_as, settled_at)
					values (:cycle, :initiative, :state, now(), :as, case when :state = 'settled' then now() end)""")
				.param("cycle", cycle)
				.param("initiative", "A01-I0" + position)
				.param("state", state)
				.param("as", settledAs)
				.update();
		}
	}

}
