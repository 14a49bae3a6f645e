package org.asemeducation.stocktake.watch;

import java.time.Duration;
import java.time.Instant;

import org.asemeducation.stocktake.engine.ClockDifference;
import org.asemeducation.stocktake.engine.NodeClock;
import org.asemeducation.stocktake.notification.transport.MailTransport;
import org.asemeducation.stocktake.notification.transport.NotDeliveredException;
import org.asemeducation.stocktake.notification.transport.OutgoingMail;
import org.asemeducation.stocktake.notification.trouble.LastRun;
import org.asemeducation.stocktake.notification.trouble.LastRuns;
import org.junit.jupiter.api.Test;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.dao.DataAccessResourceFailureException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class HealthPartsTest {

	private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");

	private final NodeClock clock = mock(NodeClock.class);

	@Test
	void mailIsDownWithTheServersWordsWhileNoneCanLeave() {
		// given
		MailTransport dead = new MailTransport() {
			@Override
			public String send(OutgoingMail mail) {
				throw new AssertionError("nothing is sent for a look");
			}

			@Override
			public void check() {
				throw new NotDeliveredException("connection refused", new IllegalStateException());
			}
		};

		// when
		Health health = new MailHealth(dead).health();

		// then
		assertThat(health.getStatus()).isEqualTo(Status.DOWN);
		assertThat(health.getDetails().get("reason")).asString()
			.contains("No mail can leave", "tried again by themselves", "connection refused");
	}

	@Test
	void mailIsUpWhereTheTransportSaysSo() {
		assertThat(new MailHealth((mail) -> "taken").health().getStatus()).isEqualTo(Status.UP);
	}

	@Test
	void aClockThatIsOffIsDownWithWhatToDo() {
		// given
		given(this.clock.compare()).willReturn(new ClockDifference(Duration.ofMinutes(-5)));

		// when
		Health health = new ClockHealth(this.clock).health();

		// then
		assertThat(health.getStatus()).isEqualTo(Status.DOWN);
		assertThat(health.getDetails().get("reason")).isEqualTo(
				"This node's clock is 300 s behind the database's: it takes no jobs. Set its time, best by NTP.");
	}

	@Test
	void aClockThatAgreesIsUp() {
		// given
		given(this.clock.compare()).willReturn(new ClockDifference(Duration.ofSeconds(30)));

		// when, then
		assertThat(new ClockHealth(this.clock).health().getStatus()).isEqualTo(Status.UP);
	}

	@Test
	void nobodyKnowsTheTimeWithoutADatabase() {
		// given
		given(this.clock.compare()).willThrow(new DataAccessResourceFailureException("gone"));

		// when, then
		assertThat(new ClockHealth(this.clock).health().getStatus()).isEqualTo(Status.UNKNOWN);
	}

	@Test
	void remindersAreDownWhenTheirRunIsLate() {
		// given
		LastRuns runs = mock(LastRuns.class);
		given(runs.last()).willReturn(new LastRun(NOON, NOON, NOON.plusSeconds(3600), false),
				new LastRun(NOON, NOON, NOON.plusSeconds(3600), true));
		RemindersHealth reminders = new RemindersHealth(runs);

		// when
		Health onTime = reminders.health();
		Health late = reminders.health();

		// then
		assertThat(onTime.getStatus()).isEqualTo(Status.UP);
		assertThat(late.getStatus()).isEqualTo(Status.DOWN);
		assertThat(late.getDetails()).containsEntry("coveredUntil", "2026-03-10T12:00:00Z")
			.hasEntrySatisfying("reason",
					(words) -> assertThat(words).asString().contains("two hours late", "Cockpit"));
	}

}
