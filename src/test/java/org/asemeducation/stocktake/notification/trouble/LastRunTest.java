package org.asemeducation.stocktake.notification.trouble;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

import org.asemeducation.stocktake.report.RolledBackDatabase;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

class LastRunTest {

	private static final Instant DUE = Instant.parse("2026-03-10T12:00:00Z");

	@Test
	void aRunThatIsDueIsNotLateYet() {
		assertThat(seen("2026-03-10T12:00:30Z").late()).isFalse();
		assertThat(seen("2026-03-10T13:59:59Z").late()).isFalse();
	}

	@Test
	void twoHoursAfterItWasDueARunIsLate() {
		assertThat(seen("2026-03-10T14:00:00Z").late()).isTrue();
	}

	@Test
	void noRunPlannedIsLateToo() {
		assertThat(LastRun.seen(DUE, DUE.minusSeconds(60), DUE, null).late()).isTrue();
	}

	@Test
	void aRunThatBeginsEachHourAndCoversNothingIsLate() {
		// given
		Instant covered = Instant.parse("2026-03-10T08:00:04Z");
		Instant next = Instant.parse("2026-03-10T12:00:00Z");

		// when, then
		assertThat(LastRun.seen(Instant.parse("2026-03-10T10:59:59Z"), covered, covered, next).late()).isFalse();
		assertThat(LastRun.seen(Instant.parse("2026-03-10T11:00:00Z"), covered, covered, next).late()).isTrue();
	}

	@Test
	void aFirstRunThatIsStillToComeIsNotLate() {
		assertThat(LastRun.seen(DUE.minusSeconds(60), null, null, DUE).late()).isFalse();
	}

	@Test
	void whatTheRunWroteAndWhatTheEnginePlansAreRead() {
		try (RolledBackDatabase database = new RolledBackDatabase()) {
			JdbcClient jdbc = database.jdbc();
			jdbc.sql("update reminder_run set ran_at = '2026-03-10T11:00:03Z', covered_until = '2026-03-10T11:00Z'")
				.update();
			jdbc.sql("delete from act_ru_job where process_def_key_ = 'reminder'").update();
			job(jdbc, "board-1", "timer-start-event", "reminder", "2026-03-10T12:00");
			job(jdbc, "board-2", "async-continuation", "reminder", "2026-03-10T11:00");
			job(jdbc, "board-3", "timer-start-event", "mail", "2026-03-10T11:00");

			LastRun run = new LastRuns(jdbc, Clock.fixed(DUE, ZoneOffset.UTC)).last();

			assertThat(run).isEqualTo(new LastRun(Instant.parse("2026-03-10T11:00:03Z"),
					Instant.parse("2026-03-10T11:00:00Z"), DUE, false));
		}
	}

	private static LastRun seen(String now) {
		return LastRun.seen(Instant.parse(now), DUE.minusSeconds(3600), DUE.minusSeconds(3600), DUE);
	}

	private static void job(JdbcClient jdbc, String id, String handler, String process, String due) {
		jdbc.sql("""
				insert into act_ru_job (id_, rev_, type_, duedate_, handler_type_, process_def_key_, suspension_state_,
				retries_, priority_) values (:id, 1, 'timer', :due::timestamp, :handler, :process, 1, 3, 0)""")
			.param("id", id)
			.param("due", due)
			.param("handler", handler)
			.param("process", process)
			.update();
	}

}
